"""A tile for each resource."""

from .scenes import Scenes

RESOURCES: Scenes = {}

"""What can be fetched beside a page."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Download:
    """A document: its address, its name with its kind and size, and the page it stands beside first of all."""

    address: str
    name: str
    beside: str


def beside(downloads: Sequence[Download], page: str) -> Sequence[Download]:
    """Those that stand beside the page first of all; every one where ``page`` is ""."""
    return [download for download in downloads if page in ("", download.beside)]

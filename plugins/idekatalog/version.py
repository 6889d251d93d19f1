"""The version of the engine, which ``docs/upgrading.md`` and ``CHANGELOG.md`` tell of."""

VERSION = "0.3.0"

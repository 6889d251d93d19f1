"""What has been made before and need not be made again."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Form(Generic[T]):
    """How a thing is written as bytes and read from them again.

    ``write`` gives None for a thing that is not worth keeping. ``read`` may raise anything where the bytes are not what
    ``write`` gave; the thing is then made again.
    """

    write: Callable[[T], bytes | None]
    read: Callable[[bytes], T]


BYTES: Form[bytes] = Form(bytes, bytes)
TEXT: Form[str] = Form(str.encode, bytes.decode)


def to_json(data: object) -> bytes:
    """Data as JSON, the same bytes for the same data."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


class Memory(Protocol):
    """What has been made before under a name that says all that goes into it; else it is made.

    A memory that outlives its process keeps what has a form, and that as data alone: nothing it reads is ever run.
    """

    def __call__(self, name: str, make: Callable[[], T], form: Form[T] | None = None, /) -> T: ...


def nothing(name: str, make: Callable[[], T], form: Form[T] | None = None, /) -> T:
    """The memory of whoever reads a catalogue once."""
    return make()


def recalling() -> Memory:
    """A memory that lasts as long as its process."""
    known: dict[str, Any] = {}

    def memory(name: str, make: Callable[[], T], form: Form[T] | None = None, /) -> T:
        if name not in known:
            known[name] = make()
        result: T = known[name]
        return result

    return memory

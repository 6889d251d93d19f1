"""What ``make words`` finds in a Python file. Babel's own extractor passes over whatever stands in an f-string."""

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO

Found = tuple[int, str, tuple[str | None, ...], list[str]]


def python(file: IO[bytes], keywords: Mapping[str, object], tags: Collection[str], options: Mapping[str, str]) -> Iterator[Found]:
    """Every call of a function named in ``keywords``: its line, its name, its texts, and no comment, as Babel asks for it."""
    for node in ast.walk(ast.parse(file.read())):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given) if name in keywords:
                texts = (one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else None for one in given)
                yield node.lineno, name, tuple(texts), []

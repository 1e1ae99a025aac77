"""JSON as its standard has it: no ``NaN``, no half characters, nothing so deep or long that it could not be used."""

from __future__ import annotations

import json
import re
from typing import Any

MOST_DIGITS = 300
"""Of a whole number; more than any id or count has, and few enough for every reader of JSON."""
_HALF = re.compile("[\ud800-\udfff]")


class JsonError(ValueError):
    """A text that is no such JSON: ``reason`` says why; line and column count from 1 and are 1 where nobody knows."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"{line}:{column}: {reason}")
        self.reason, self.line, self.column = reason, line, column


def read_json(text: str) -> Any:
    """Return the value of ``text``. Raises JsonError."""
    try:
        value = json.loads(text.removeprefix("\ufeff"), parse_constant=_constant, parse_int=_integer)
        whole = json.dumps(value, ensure_ascii=False)
    except json.JSONDecodeError as error:
        raise JsonError(error.msg, error.lineno, error.colno) from None
    except RecursionError:
        raise JsonError("nested too deep") from None
    if half := _HALF.search(whole):
        raise JsonError(f"half a character (\\u{ord(half[0]):04x})")
    return value


def _constant(name: str) -> None:
    raise JsonError(f"{name} is no number of JSON")


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise JsonError(f"a number of {len(digits)} digits")
    return int(digits)

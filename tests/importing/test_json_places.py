"""Where the values of a JSON text stand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.importing.json_places import JsonPlaces

TEXT = '{\n  "a": [1, {"b\\"": null,\t"c": "x, ]}"}],\n  "d": {}, "e": [], "f\\u00e9": [[true], -1.5e3]\n}'
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ((), (1, 1)),
        (("a",), (2, 8)),
        (("a", 0), (2, 9)),
        (("a", 1), (2, 12)),
        (("a", 1, 'b"'), (2, 20)),
        (("a", 1, "c"), (2, 31)),
        (("a", 1, "nothing", 3), (2, 12)),
        (("d",), (3, 8)),
        (("d", "x"), (3, 8)),
        (("e",), (3, 17)),
        (("fé", 0, 0), (3, 34)),
        (("fé", 1), (3, 41)),
        (("z",), (1, 1)),
    ],
)
def test_places(steps: tuple[str | int, ...], place: tuple[int, int]) -> None:
    found = JsonPlaces(TEXT, "x.json").at(*steps)
    assert (found.file, found.line, found.column) == ("x.json", *place)


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_the_value_stands_where_it_is_said_to(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    lines = text.split("\n")
    places = JsonPlaces(text, "x.json")

    def holds(part: Any, steps: tuple[str | int, ...]) -> None:
        found = places.at(*steps)
        rest = "\n".join([lines[found.line - 1][found.column - 1 :], *lines[found.line :]])
        assert json.JSONDecoder().raw_decode(rest)[0] == part
        parts = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for key, inner in parts:
            holds(inner, (*steps, key))

    holds(value, ())

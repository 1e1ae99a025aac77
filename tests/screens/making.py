"""Screens to draw in tests, also at random."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from helpcenter.model.screens import Screen


def screen(**elements: Any) -> Screen:
    """Return a screen with these elements, as YAML has them."""
    return Screen.model_validate({"title": "售后单详情", **elements})


lines = st.text(alphabet="撤销申请abcW1 ，。“”<&\"'", min_size=1, max_size=30).filter(str.strip)
several = st.lists(lines, max_size=4)
rows = st.lists(st.fixed_dictionaries({"text": lines}, optional={"note": lines}), max_size=4)
cards = st.fixed_dictionaries({"title": lines}, optional={"text": lines, "rows": rows})
dialogs = st.fixed_dictionaries({"title": lines}, optional={"text": lines, "buttons": several})
screens = st.fixed_dictionaries(
    {"title": lines},
    optional={"tabs": several, "card": cards, "rows": rows, "buttons": several, "toast": lines, "dialog": dialogs},
).map(Screen.model_validate)
"""Screens of any texts, whether they have room or not."""

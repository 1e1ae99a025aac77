"""How states follow each other: each that does once, from top to bottom, narrow enough for a phone."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from helpcenter.drawing import states_picture
from helpcenter.drawing.states import told_states
from helpcenter.model.states import State
from helpcenter.words.catalogue import interface

WORDS = interface("zh")
NAMES = [f"s{number}" for number in range(7)]


def state(name: str, after: list[str], allowed: str = "no") -> State:
    return State.model_validate({"id": name, "label": f"状态 <{name}>", "allowed": allowed, "next": after})


tables = st.lists(st.lists(st.sampled_from(NAMES), unique=True, max_size=3), min_size=7, max_size=7).map(
    lambda rows: [state(name, [after for after in row if after != name]) for name, row in zip(NAMES, rows, strict=True)]
)


@given(tables)
def test_every_state_that_follows_or_leads_on_is_drawn_once(states: list[State]) -> None:
    arrows = {(held.id, after) for held in states for after in held.next}
    root = ElementTree.fromstring(states_picture(states, WORDS)) if arrows else ElementTree.Element("svg")
    shown = ["".join(text.itertext()) for text in root.iter("text")]
    assert sorted(shown) == sorted(f"✕ 状态 <{name}>" for name in {name for ends in arrows for name in ends})
    assert len([path for path in root.iter("path") if path.get("class") == "line"]) == len(arrows)


def test_what_follows_stands_below() -> None:
    root = ElementTree.fromstring(states_picture([state("aa", ["bb"], "yes"), state("bb", [])], WORDS))
    first, second = (float(box.get("y", "")) for box in root.iter("rect"))
    assert second > first
    assert [group.get("class") for group in root.iter("g")] == ["question", "no"]
    assert root.get("aria-label") == "“状态 <aa>”之后可能是：状态 <bb>。"


def test_a_state_without_a_next_is_told_of_others_only() -> None:
    assert told_states([state("aa", [])], WORDS) == ""

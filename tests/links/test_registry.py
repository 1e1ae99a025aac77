"""Histories of edits on the pure registry: whatever writers do, what was published is never another answer, nor dead."""

from __future__ import annotations

from hypothesis import settings

from helpcenter.links.lock import MOVED, AddressRecord
from helpcenter.links.registry import Fate, Registry, Way, marked
from tests.links.histories import Histories

IS_HUNT = settings().max_examples >= 1000
TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=10_000 if IS_HUNT else 200, stateful_step_count=20)


def test_chains_are_flat_and_parts_follow_their_page() -> None:
    lock = {
        "a": AddressRecord("article", MOVED, "b"),
        "b": AddressRecord("article", MOVED, "c"),
        "a#x": AddressRecord("part"),
        "b#y": AddressRecord("part", MOVED, "c#z"),
    }
    registry = Registry(lock, {"c": "article", "c#x": "part", "c#z": "part"})
    assert dict(registry.led()) == {
        "a": Way(Fate.MOVED, "c"),
        "b": Way(Fate.MOVED, "c"),
        "a#x": Way(Fate.MOVED, "c#x"),
        "b#y": Way(Fate.MOVED, "c#z"),
    }


def test_copies_options_and_questions_shown_lead_on_by_themselves() -> None:
    lock = {
        "f": AddressRecord("flow"),
        "f#q": AddressRecord("node"),
        "f#q~a": AddressRecord("section"),
        "f#q?a": AddressRecord("option"),
        "g#faq": AddressRecord("shown"),
    }
    registry = Registry(lock, {"f": "flow", "f#q": "node", "g": "article", "faq": "faq"})
    assert registry.lost() == []
    assert [(one, way.target) for one, way in registry.led()] == [("f#q?a", "f#q"), ("f#q~a", "f#q"), ("g#faq", "faq")]


def test_moving_back_leaves_no_circle() -> None:
    lock = marked({"a": AddressRecord("faq"), "b": AddressRecord("faq")}, "a", MOVED, "b", "faq")
    back = marked(lock, "b", MOVED, "a", "faq")
    registry = Registry(back, {"a": "faq"})
    assert (registry.loops(), registry.reused(), registry.way("b")) == ([], [], Way(Fate.MOVED, "a"))


def test_of_a_retired_page_every_part_leads_to_what_is_left_of_it() -> None:
    registry = Registry({"a": AddressRecord("faq"), "a#x": AddressRecord("cause")}, {"a": "faq"}, frozenset({"a"}))
    assert (registry.lost(), registry.way("a#x")) == ([], Way(Fate.RETIRED, "a"))

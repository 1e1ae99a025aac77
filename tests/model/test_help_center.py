"""Everything that writers wrote, found by id whatever kind it is."""

from __future__ import annotations

from pathlib import Path

from helpcenter.model.entries import Article, FaqEntry
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import HelpCenter
from tests.making import FLOW_FILES, prepared


def center(folder: Path) -> HelpCenter:
    return prepared(folder, FLOW_FILES).loaded.center


def test_an_entry_is_found_by_its_id(tmp_path: Path) -> None:
    found = center(tmp_path)
    kinds = {entry_id: type(found.entry(entry_id)) for entry_id in ("reapply", "can-withdraw", "why-not")}
    assert kinds == {"reapply": Article, "can-withdraw": FaqEntry, "why-not": Flow}


def test_what_is_no_entry_is_not_found(tmp_path: Path) -> None:
    found = center(tmp_path)
    assert [found.entry(name) for name in ("after-sales", "applied", "platform", "gone", "")] == [None] * 5


def test_articles_come_first_then_questions_then_flows(tmp_path: Path) -> None:
    assert [entry.id for entry in center(tmp_path).entries()] == ["reapply", "can-withdraw", "why-not"]


def test_states_keep_their_order_and_are_no_entries(tmp_path: Path) -> None:
    assert [row.id for row in center(tmp_path).states] == ["applied", "refunding"]


def test_without_flows_and_states_there_are_none(tmp_path: Path) -> None:
    found = prepared(tmp_path).loaded.center
    assert (dict(found.flows), found.states) == ({}, ())

"""What writers promise of the search holds on the shipped site, in every way that readers type."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

from helpcenter.build import Prepared
from helpcenter.commands import main
from helpcenter.search import runner
from tests.browser.needs import ROOT

MANY, NOTHING_FITS = 80, 60
KINDS = {"整句", "关键词", "错别字", "拼音", "首字母", "繁体", "混合", "半句", "没有答案"}


def test_promises_are_many_and_of_every_kind(shipped: Prepared) -> None:
    tests = shipped.loaded.center.search_tests
    kinds = Counter(test.kind for test in tests)
    assert len(tests) >= MANY
    assert len({test.query for test in tests}) == len(tests)
    assert {kind for kind, count in kinds.items() if count >= 5} >= KINDS


def test_questions_that_nothing_answers_are_many(shipped: Prepared) -> None:
    assert sum(test.expect == "nothing" for test in shipped.loaded.center.search_tests) >= NOTHING_FITS


def test_promises_name_most_entries(shipped: Prepared) -> None:
    center = shipped.loaded.center
    named = {test.expect.partition("#")[0] for test in center.search_tests}
    assert [entry.id for entry in center.entries() if entry.id not in named] == []


@pytest.mark.skipif(
    not any(map(shutil.which, (*runner.NODE, *runner.BROWSERS))), reason="neither Node nor Chromium"
)
def test_every_promise_holds(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    code = main.main(["search", "test"])
    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if line.startswith("✗")] == []
    assert code == 0
    assert said.count("✓ ") >= MANY

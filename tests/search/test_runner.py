"""The search runs in Node and in a browser, with the same answers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from helpcenter.rendering.bundles import assets
from helpcenter.search import Document, index_files, make_index
from helpcenter.search.runner import BROWSERS, NODE, Job, ScriptError, answers
from tests.browser.needs import chromium

DOCUMENTS = (
    Document("reject/", ("申请被拒绝了怎么办", "被驳回"), "看清商家拒绝的理由，再补充凭证。"),
    Document("pay/", ("支付失败怎么办",), "换一种支付方式再试。</script><b>"),
    Document("error/", ("系统错误怎么办",), "刷新页面，过一会儿再试。"),
)
QUERIES = ("支付失败", "zfsb", "申请被拒", "換一種支付方式", "</pre>&amp;<script>", "\ud800", "")
needs_node = pytest.mark.skipif(not any(map(shutil.which, NODE)), reason="no Node")
needs_browser = pytest.mark.skipif(chromium() is None, reason="no Chromium")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    folder = tmp_path / "index"
    folder.mkdir()
    for file in index_files(DOCUMENTS, make_index(DOCUMENTS)):
        (folder / file.name).write_bytes(file.content)
    script = tmp_path / "search.js"
    script.write_bytes(assets().search.content)
    (folder / "fuzzy.js").write_bytes(assets().fuzzy.content)
    return Job(str(script), str(folder), QUERIES, explain=True)


def only(monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]) -> None:
    """Let no other programs than ``names`` be found."""
    which = shutil.which
    browser = {str(chromium()): str(chromium())} if names is BROWSERS else {}
    monkeypatch.setattr(shutil, "which", lambda name: which(name) if name in names else browser.get(name))
    monkeypatch.setenv("CHROMIUM", str(chromium()) if names is BROWSERS else "")


def without_times(found: dict[str, Any] | None) -> list[dict[str, Any]]:
    assert found is not None
    return [{name: value for name, value in answer.items() if name != "time"} for answer in found["answers"]]


@needs_node
def test_node_answers_every_query_and_says_why(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, NODE)
    found = without_times(answers(job))
    assert [answer["hits"][0]["row"][0] for answer in found[:4]] == ["pay/", "pay/", "reject/", "pay/"]
    why = found[0]["hits"][0]["why"][0]
    assert why.keys() >= {"term", "how", "weight", "rarity", "title", "text"}
    assert [answer["hits"] for answer in found[5:]] == [[], []]


@needs_node
def test_the_reasons_of_a_hit_add_up_to_its_score(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, NODE)
    for answer in without_times(answers(job)):
        for hit in answer["hits"]:
            parts = [why["weight"] * why["rarity"] * (why["title"] + why["text"]) for why in hit["why"]]
            assert hit["whole"] * sum(parts) == pytest.approx(hit["score"])
            assert 1 <= hit["whole"] <= 1.1
            assert parts == sorted(parts, reverse=True)


@needs_node
@needs_browser
def test_a_browser_gives_the_same_answers(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        only(patched, NODE)
        in_node = without_times(answers(job))
    only(monkeypatch, BROWSERS)
    assert without_times(answers(job)) == in_node


@needs_node
def test_a_search_inside_this_process_finds_the_same(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpcenter.search.embedded import EmbeddedSearch

    only(monkeypatch, NODE)
    opened = EmbeddedSearch(Path(job.script), Path(job.folder))
    for query, told in zip(QUERIES, without_times(answers(job)), strict=True):
        found = opened.found(query, job.limit)
        assert [hit["row"] for hit in found["hits"]] == [hit["row"] for hit in told["hits"]]
        assert found["weak"] == told["weak"]


def test_without_both_there_is_no_answer(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, ())
    assert answers(job) is None


@needs_node
def test_a_program_that_fails_is_named_with_what_it_wrote(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, NODE)
    Path(job.script).write_text("throw new Error('broken on purpose')", encoding="utf-8")
    with pytest.raises(ScriptError, match="broken on purpose"):
        answers(job)

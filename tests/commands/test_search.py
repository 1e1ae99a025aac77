"""The commands for the search: what they print and how they end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpcenter.commands import main
from helpcenter.search import runner
from tests.making import BASE, FLOW_FILES, Files, write

TESTS = (
    "- {query: 还能撤销吗, expect: can-withdraw, top: 1, kind: 整句}\n- {query: zxsq, expect: reapply, kind: 首字母}\n"
)
FAILING = TESTS + "- {query: 还能撤销吗, expect: reapply, top: 1, kind: 整句}\n"
DOCS = '{"id": "d1", "title": "怎么退款", "text": "点退款。"}\n{"id": "d2", "title": "怎么换货"}\n'
QUERIES = '{"id": "q1", "query": "退款怎么弄"}\n{"id": "q2", "query": "！！！"}\n'
pytestmark = pytest.mark.skipif(
    not any(map(shutil.which, (*runner.NODE, *runner.BROWSERS))), reason="neither Node nor Chromium"
)


class Commands:
    """Runs ``helpcenter search …`` in a project."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._monkeypatch, self._capsys = folder, monkeypatch, capsys

    def __call__(self, *arguments: str, language: str = "zh_CN.UTF-8") -> tuple[int, str, str]:
        """Return exit code, output and errors."""
        self._monkeypatch.chdir(self.folder)
        self._monkeypatch.setenv("LC_ALL", language)
        self._capsys.readouterr()
        try:
            code = main.main(["search", *arguments])
        except SystemExit as end:
            code = int(str(end.code))
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Return the commands in a project with promises that hold."""
    write(tmp_path, {**BASE, **FLOW_FILES, "content/search_tests.yaml": TESTS})
    return Commands(tmp_path, monkeypatch, capsys)


def test_promises_that_hold_are_listed_with_rank_and_reasons(run: Commands) -> None:
    code, said, _ = run("test")
    lines = said.splitlines()
    assert code == 0
    assert lines[0] == "✓ 第 1 名  还能撤销吗 → can-withdraw"
    assert "[word] 1.00×" in lines[1] or "[pair] " in lines[1]
    assert lines[2].startswith("✓ ") and "[pinyin]" in lines[3]
    assert lines[4:] == ["  整句：1/1", "  首字母：1/1", "搜索测试：2 条，通过 2 条"]


def test_a_broken_promise_shows_what_came_first_and_fails(run: Commands) -> None:
    write(run.folder, {"content/search_tests.yaml": FAILING})
    code, said, _ = run("test")
    assert code == 1
    assert "✗ " in said and "还能撤销吗？  can-withdraw/" in said
    assert said.endswith("  整句：1/2\n  首字母：1/1\n搜索测试：3 条，通过 2 条\n")


def test_broken_sources_are_reported_instead(run: Commands) -> None:
    write(run.folder, {"content/search_tests.yaml": "- {query: 还能撤销吗, expect: nothing-here}\n"})
    for command in (["test"], ["explain", "撤销"]):
        code, said, errors = run(*command)
        assert (code, said) == (1, "")
        assert "content/search_tests.yaml:1:26" in errors


def test_a_query_is_explained_term_by_term(run: Commands) -> None:
    code, said, _ = run("explain", "怎么重新申请")
    first, why = said.splitlines()[:2]
    assert code == 0
    assert first.endswith("怎么重新申请  reapply/")
    assert "重新[word] " in why


def test_a_query_that_nothing_fits_is_said_so(run: Commands) -> None:
    said = run("explain", "！！！")[1]
    assert said.endswith("对得上的程度 0.00\n不到 1，网站会告诉读者：没有完全对得上的答案。\n")
    assert "nothing here answers this exactly" in run("explain", "！！！", language="en_GB.UTF-8")[1]
    assert "不到 1" not in run("explain", "还能撤销吗")[1]


def test_that_nothing_fits_can_be_expected(run: Commands) -> None:
    write(run.folder, {"content/search_tests.yaml": "- {query: 今天天气怎么样, expect: nothing, kind: 没有答案}\n"})
    code, said, _ = run("test")
    assert code == 0
    assert said == "✓ 对得上的程度 0.00  今天天气怎么样 → nothing\n  没有答案：1/1\n搜索测试：1 条，通过 1 条\n"


def test_an_answer_where_none_was_expected_fails(run: Commands) -> None:
    write(run.folder, {"content/search_tests.yaml": "- {query: 还能撤销吗, expect: nothing}\n"})
    code, said, _ = run("test")
    assert code == 1
    assert said.startswith("✗ 对得上的程度 ") and "还能撤销吗？  can-withdraw/" in said


def test_without_node_and_chromium_it_is_said_that_nothing_ran(run: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    for command in (["test"], ["explain", "撤销"]):
        code, said, errors = run(*command)
        assert (code, said) == (2, "")
        assert "什么也没运行：这台电脑上没有 Node，也没有 Chromium" in errors


@pytest.mark.parametrize("tests", [None, "[]\n"])
def test_without_any_test_it_is_said_that_nothing_ran(tests: str | None, run: Commands) -> None:
    (run.folder / "content" / "search_tests.yaml").unlink()
    write(run.folder, {"content/search_tests.yaml": tests})
    code, said, errors = run("test")
    assert (code, said) == (2, "")
    assert "什么也没运行：还没有搜索测试。请写在 content/search_tests.yaml 里。" in errors


def evaluated(run: Commands, files: Files) -> tuple[int, str, str]:
    collection: Files = {"docs.jsonl": DOCS, "queries.jsonl": QUERIES, "qrels.tsv": "q1\td1\nq2\td2\n"}
    write(run.folder, {**collection, **files})
    return run("eval", "docs.jsonl", "queries.jsonl", "qrels.tsv")


def test_a_collection_is_measured(run: Commands) -> None:
    code, said, _ = evaluated(run, {})
    rows = {name: value for value, name in (line.strip().split("  ", 1) for line in said.splitlines())}
    assert code == 0
    assert (rows["资料条数"], rows["有答案的问题数"]) == ("2", "2")
    assert (rows["MRR@10"], rows["recall@1"], rows["没有任何结果的问题"]) == ("0.5000", "0.5000", "0.5000")
    assert int(rows["其中程序的字节（gzip）"]) > 1000


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"docs.jsonl": "x\n"}, "docs.jsonl 第 1 行不是 JSON 对象（Expecting value"),
        ({"docs.jsonl": "{}\n"}, "docs.jsonl 第 1 行没有 id。"),
        ({"queries.jsonl": '\n{"id": "a"}\n'}, "queries.jsonl 第 2 行没有 query。"),
        ({"qrels.tsv": "q1\n"}, "qrels.tsv 第 1 行应该有 2 到 4 列"),
    ],
)
def test_a_wrong_line_of_a_collection_is_named(files: Files, told: str, run: Commands) -> None:
    code, _, errors = evaluated(run, files)
    assert code == 2
    assert told in errors


def test_a_collection_that_is_not_there_is_named(run: Commands) -> None:
    write(run.folder, {"queries.jsonl": QUERIES, "qrels.tsv": "q1\td1\n"})
    code, _, errors = run("eval", "no-docs.jsonl", "queries.jsonl", "qrels.tsv")
    assert code == 2
    assert "no-docs.jsonl" in errors

"""Judged collections as they come from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.search.collection import Collection, CollectionError, UnreadableError, read_collection

DOCS = '{"id": "d1", "title": "怎么退款", "text": "点退款。", "aliases": ["退钱"]}\n\n{"id": 2, "title": "别的"}\n'
QUERIES = '{"id": "q1", "query": "退款"}\n{"id": 7, "query": "行\u2028分"}\n'


def read(folder: Path, docs: str = DOCS, queries: str = QUERIES, qrels: str = "q1\td1\n") -> Collection:
    paths = [folder / name for name in ("docs.jsonl", "queries.jsonl", "qrels.tsv")]
    for path, text in zip(paths, (docs, queries, qrels), strict=True):
        path.write_text(text, encoding="utf-8")
    return read_collection(*paths)


def test_documents_have_titles_aliases_and_text(tmp_path: Path) -> None:
    first, second = read(tmp_path).documents
    assert (first.path, first.titles, first.text) == ("d1", ("怎么退款", "退钱"), "点退款。")
    assert (second.path, second.titles, second.text) == ("2", ("别的",), "")


def test_queries_are_named_by_their_ids_whatever_these_are(tmp_path: Path) -> None:
    assert read(tmp_path).queries == {"q1": "退款", "7": "行\u2028分"}


@pytest.mark.parametrize(
    "qrels",
    [
        "q1\td1\nq1\td2\n",
        "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t2\nq1\td3\t0\n",
        "q1\t0\td1\t1\nq1\t0\td2\t3\nq1\t0\td3\t0\n",
        "q1 Q0 d1 1\nq1 Q0 d2 1\n",
    ],
)
def test_relevance_comes_in_two_three_or_four_columns(qrels: str, tmp_path: Path) -> None:
    assert read(tmp_path, qrels=qrels).relevant == {"q1": {"d1", "d2"}}


@pytest.mark.parametrize(
    ("files", "code", "line"),
    [
        ({"docs": '{"id": "a"}\nnonsense\n'}, "no_json", 2),
        ({"docs": '["a"]\n'}, "no_json", 1),
        ({"docs": '{"title": "a"}\n'}, "no_id", 1),
        ({"queries": '{"id": "q"}\n'}, "no_query", 1),
        ({"qrels": "q1\td1\nq1\n"}, "no_columns", 2),
        ({"docs": DOCS + "[" * 100_000 + "\n"}, "no_json", 4),
        ({"docs": '{"id": "a", "title": NaN}\n'}, "no_json", 1),
        ({"docs": '{"id": ' + "9" * 5000 + "}\n"}, "no_json", 1),
        ({"docs": '{"id": "a", "title": "\\ud800"}\n'}, "no_json", 1),
        ({"docs": '{"id": "a", "text": {"b": 1}}\n'}, "not_text", 1),
        ({"docs": '{"id": "a", "aliases": [["b"]]}\n'}, "not_text", 1),
        ({"docs": '{"id": true}\n'}, "no_id", 1),
        ({"docs": '{"id": ""}\n'}, "no_id", 1),
        ({"docs": '{"id": "a"}\n{"id": "a"}\n'}, "same_id", 2),
        ({"queries": QUERIES + '{"id": "7", "query": "退款"}\n'}, "same_id", 3),
        ({"queries": '{"id": "q", "query": ["a"]}\n'}, "not_text", 1),
        ({"qrels": "q1\td1\t1\nq1\td1\tmany\n"}, "bad_grade", 2),
        ({"qrels": "q9\td9\n"}, "nothing_judged", 1),
    ],
)
def test_a_wrong_line_is_named(files: dict[str, str], code: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(CollectionError) as caught:
        read(tmp_path, **files)
    assert (caught.value.code, caught.value.facts["line"]) == (code, line)


@pytest.mark.parametrize("kind", ["docs", "queries", "qrels"])
def test_an_empty_file_is_named(kind: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(tmp_path, **{kind: "\n"})
    ((found,),) = [caught.value.problems]
    assert (found.code, found.location.file.split(".")[0]) == ("empty-file", kind)


def test_lines_may_end_as_on_windows_and_begin_with_a_mark(tmp_path: Path) -> None:
    files = {"docs": DOCS, "queries": QUERIES, "qrels": "q1\td1\n"}
    windows = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in files.items()}
    assert read(tmp_path, **windows) == read(tmp_path, **files)


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    assert read(tmp_path, docs="\ufeff" + DOCS).documents[0].path == "d1"

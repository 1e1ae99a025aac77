"""The folder of an index is named by what its files are made from."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from helpcenter.search import Document, DocumentPart, File, folder, folder_of

ONE = Document("a/", ("退款",), "多久到账", "faq", "money", ("buyer",), "先看这里", (DocumentPart("p", "一", "二"),))


def test_the_same_contents_have_the_same_folder() -> None:
    again = pickle.loads(pickle.dumps(ONE))  # equal, and made of other values
    assert folder_of([again], [["商家", "卖家"]]) == folder_of([ONE], [["商家", "卖家"]])


@pytest.mark.parametrize(
    "other",
    [
        ONE._replace(path="b/"), ONE._replace(titles=("退款", "退")), ONE._replace(text=""), ONE._replace(kind="article"),
        ONE._replace(topic=""), ONE._replace(audience=("",)), ONE._replace(teaser=""), ONE._replace(parts=()),
        ONE._replace(parts=(DocumentPart("p", "一二", ""),)),
    ],
    ids=str,
)  # fmt: skip
def test_another_document_has_another_folder(other: Document) -> None:
    assert folder_of([other], []) != folder_of([ONE], [])


def test_order_synonyms_and_other_files_count() -> None:
    two = ONE._replace(path="b/")
    found = [folder_of([ONE, two], []), folder_of([two, ONE], [])]
    found += [folder_of([ONE, two], groups) for groups in ([["a", "b"]], [["a"], ["b"]])]
    others = [File("site.js", b"1"), File("site.js", b"2"), File("x.js", b"1")]
    found += [folder_of([ONE, two], [], [file]) for file in others]
    assert len(set(found)) == len(found)


def test_another_program_has_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = folder_of([ONE], [])
    (tmp_path / "index.py").write_text("other", encoding="utf-8")
    monkeypatch.setattr(folder, "__file__", str(tmp_path / "folder.py"))
    folder.maker.cache_clear()
    after = folder_of([ONE], [])
    monkeypatch.undo()
    folder.maker.cache_clear()
    assert after != before == folder_of([ONE], [])

"""The index as files: one form for small help centers, pieces for large ones."""

from __future__ import annotations

import gzip
import json
import random
from typing import Any

import pytest

from helpcenter.search import Document, File, folder_of, index_files, make_index
from helpcenter.search.dictionary import words
from helpcenter.search.document import DocumentPart
from helpcenter.search.files import DETAILS, DETAILS_CHARACTERS, ONE_FILE, TITLES

PAIRS = sorted(word for word in words() if len(word) == 2 and "\u4e00" <= word[0] <= "\u9fff")[::97]


def documents(size: int) -> list[Document]:
    chance = random.Random(1)
    return [
        Document(f"faq/{number}/", ("".join(chance.choices(PAIRS, k=4)),), "，".join(chance.choices(PAIRS, k=20)))
        for number in range(size)
    ]


def made(size: int, synonyms: list[list[str]] | None = None) -> list[File]:
    found = documents(size)
    return index_files(found, make_index(found), synonyms or [])


def data(files: list[File]) -> dict[str, Any]:
    return {file.name[:-3]: json.loads(file.content[file.content.index(b",") + 1 : -3]) for file in files}


def test_a_small_index_is_one_file_and_its_texts() -> None:
    files = data(made(20))
    assert [name for name in files if not name.startswith("details")] == ["index", "sounds", "folds", "texts0"]
    assert len(files["index"]["titles"]) == 20
    assert len(files["texts0"]["c"]) == len(files["index"]["terms"]["c"])


def test_a_large_index_comes_in_pieces() -> None:
    size = ONE_FILE + 1
    files = data(made(size))
    shards = files["index"]["shards"]
    assert "terms" not in files["index"]
    assert "titles" not in files["index"]
    assert len(shards) > 1
    for place in range(len(shards)):
        assert len(files[f"terms{place}"]["c"]) == len(files[f"texts{place}"]["c"])
    assert sum(len(rows) for name, rows in files.items() if name.startswith("titles")) == size
    assert len(files["titles0"]) == TITLES
    assert len(files["details0"]) == DETAILS


def test_details_of_long_entries_stand_in_smaller_pieces() -> None:
    def each(characters: int) -> int:
        row = DocumentPart("", "", "字" * characters)
        found = [Document(f"p{number}/", (f"标题{number}",), row.text, parts=(row,)) for number in range(20)]
        pieces = data(index_files(found, make_index(found)))
        assert len(pieces["details0"]) == pieces["index"]["detailsEach"]
        return len(pieces["details0"])

    assert each(0) == each(DETAILS_CHARACTERS // DETAILS) == DETAILS
    assert each(DETAILS_CHARACTERS // 2) == 2
    assert each(2 * DETAILS_CHARACTERS) == 1


def test_pieces_are_small() -> None:
    files = made(1500)
    sizes = [len(gzip.compress(file.content, 9)) for file in files if file.name.startswith(("terms", "texts"))]
    assert max(sizes) < 9_000


def test_pieces_follow_one_another_and_pairs_of_a_kind_stay_together() -> None:
    shards = data(made(1500))["index"]["shards"]
    assert shards == sorted(shards)
    assert len({start[:2] for start in shards}) == len(shards)


@pytest.mark.parametrize("size", [20, ONE_FILE + 1])
def test_the_same_documents_give_the_same_files(size: int) -> None:
    assert made(size) == made(size)


def test_other_contents_have_another_folder() -> None:
    assert folder_of(made(20)) == folder_of(made(20)) != folder_of(made(21))


def test_synonyms_stand_in_the_index_in_the_form_of_terms() -> None:
    assert data(made(3, [["商家", "賣家", "Shops"]]))["index"]["synonyms"] == [["商家", "卖家", "shop"]]
    assert "synonyms" not in data(made(3))["index"]


def test_an_english_index_has_no_sounds_and_no_folds() -> None:
    found = [Document("a/", ("Cancel a refund",), "Open the order.")]
    files = data(index_files(found, make_index(found)))
    assert set(files) == {"index", "texts0", "details0"}


def test_titles_and_details_say_what_a_result_shows() -> None:
    found = [
        Document("a/", ("退款", "退钱"), "", "faq", "money", ("buyer",), "先看这里", (DocumentPart("p", "一", "二"),))
    ]
    files = data(index_files(found, make_index(found)))
    assert files["index"]["titles"] == [["a/", "退款", "faq", "money", ["buyer"], ["退钱"]]]
    assert files["details0"] == [["先看这里", [["p", "一", "二"]]]]


def test_lone_surrogates_and_line_separators_can_be_written() -> None:
    found = [Document("a/", ("\ud800退\u2028款",), "")]
    content = index_files(found, make_index(found))[0].content
    assert "\u2028".encode() not in content
    assert json.loads(content[content.index(b",") + 1 : -3])["titles"][0][1] == "\ud800退\u2028款"


def test_no_documents_make_files_too() -> None:
    assert data(index_files([], make_index([])))["index"]["size"] == 0

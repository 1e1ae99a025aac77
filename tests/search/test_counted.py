"""Documents counted in groups: an index does not tell how they were grouped, and one more document disturbs few."""

from __future__ import annotations

import random
from collections import Counter
from itertools import chain

import pytest

from helpcenter.memory import Memory
from helpcenter.search import Document, make_index
from helpcenter.search import counted as groups
from helpcenter.search.counted import Counted, packed_groups, unpacked_texts
from helpcenter.search.document import DocumentPart

_WORDS = [
    "退款",
    "申请",
    "撤销",
    "退款申请",
    "无故障",
    "身份证",
    "账户余额",
    "订单",
    "发票",
    "物流",
    "的",
    "了",
    "refund",
    "app",
    "wi-fi",
    "4.8",
    "にほん",
    "한국어",
]


def _said(chance: random.Random, most: int) -> str:
    return chance.choice(("", " ", "，")).join(chance.choices(_WORDS, k=chance.randrange(most)))


def _document(number: int) -> Document:
    chance = random.Random(number)
    parts = (DocumentPart("a", _said(chance, 3), _said(chance, 9)), DocumentPart("", "", _said(chance, 30)))
    titles = tuple(_said(chance, 5) for _ in range(chance.randrange(1, 4)))
    return Document(f"entry-{number}/", titles, " ".join(part.text for part in parts), parts=parts)


SIZE = 300
DOCUMENTS = [_document(number) for number in range(SIZE)]


@pytest.mark.parametrize("least", [1, 3, 1000])
def test_an_index_does_not_hang_on_how_documents_are_grouped(least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    index = make_index(DOCUMENTS)
    sizes = _sizes()
    monkeypatch.setattr(groups, "LEAST", least)
    assert _sizes() != sizes
    assert make_index(DOCUMENTS) == index


def _sizes() -> list[int]:
    return [len(Counted.unpacked(packed).lengths) for packed in packed_groups(DOCUMENTS, Memory())]


@pytest.mark.parametrize("place", [0, 100, SIZE])
def test_one_more_document_leaves_nearly_all_groups_as_they_were(place: int) -> None:
    before = packed_groups(DOCUMENTS, Memory())
    more = [*DOCUMENTS[:place], _document(SIZE), *DOCUMENTS[place:]]
    assert len(set(packed_groups(more, Memory())) - set(before)) <= 3
    assert sum(_sizes()) == len(DOCUMENTS)


def test_a_group_adds_up_what_its_texts_and_titles_have() -> None:
    for packed in packed_groups(DOCUMENTS, Memory()):
        group = Counted.unpacked(packed)
        texts = [dict(zip(text.terms, text.counts, strict=True)) for text in unpacked_texts(packed)]
        titles = [set().union(*of_one) for of_one in group.titles]
        assert group.in_texts == Counter(chain.from_iterable(texts))
        assert group.lengths == [sum(text.values()) for text in texts]
        assert group.in_both == Counter(
            term for title, text in zip(titles, texts, strict=True) for term in title & text.keys()
        )


def test_documents_of_other_collections_may_have_any_name() -> None:
    found = [Document(f"\ud800 {number}", ("退款",), "") for number in range(3 * groups.LEAST)]
    assert make_index(found).size == len(found)

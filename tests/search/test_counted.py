"""Documents counted in groups: an index does not tell how they were grouped, and one more document disturbs few."""

from __future__ import annotations

import random

import pytest

from helpcenter.memory import Memory
from helpcenter.search import Document, make_index
from helpcenter.search import counted as groups
from helpcenter.search.counted import Counted, packed_groups
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

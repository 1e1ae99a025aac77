"""Documents to an index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.document import Document, DocumentPart
from helpcenter.search.impacts import LEVELS
from helpcenter.search.index import FILLER, Index, make_index
from helpcenter.search.postings import documents_of, impacts_of
from helpcenter.search.text_postings import MANY, MOST_TEXTS, SILENT

DOCUMENTS = st.lists(
    st.builds(
        Document,
        path=st.just("x"),
        titles=st.tuples(st.text(alphabet="退款了 ab,1", max_size=8)),
        text=st.text(alphabet="退款申请 refund", max_size=30),
    ),
    max_size=6,
)


def impact(documents: list[Document], term: str, number: int = 0, *, field: str = "titles") -> int:
    return said(make_index(documents), term, field=field).get(number, 0)


def said(index: Index, term: str, *, field: str = "titles") -> dict[int, int]:
    found = getattr(index, field)
    return dict(zip(documents_of(found[term]), impacts_of(found[term]), strict=True)) if term in found else {}


def entry(*titles: str, text: str = "") -> Document:
    return Document("x", titles, text)


def test_an_entry_is_found_by_title_and_text() -> None:
    index = make_index([entry("退款", text="申请"), entry("申请")])
    assert documents_of(index.titles["退款"]) == [0]
    assert documents_of(index.texts["申请"]) == [0]
    assert documents_of(index.titles["申请"]) == [1]


def test_titles_say_more_than_texts() -> None:
    documents = [entry("退款", text="申请")]
    assert impact(documents, "退款") > impact(documents, "申请", field="texts")


def test_short_titles_say_more() -> None:
    documents = [entry("退款"), entry("退款申请提交以后多久能到账")]
    assert impact(documents, "退款", 0) > impact(documents, "退款", 1)


def test_of_a_title_and_its_aliases_the_best_counts() -> None:
    alone = [entry("退款"), entry("商品坏了")]
    with_alias = [entry("退款", "收到的商品坏了想要退款给我怎么申请"), entry("商品坏了")]
    assert impact(with_alias, "退款") >= impact(alone, "退款")
    assert impact(with_alias, "商品") > 0


@pytest.mark.parametrize("term", ["退", "退款"])
def test_what_many_texts_have_is_looked_for_in_titles_only(term: str) -> None:
    found = [entry("甲", text="退款") for _ in range(MOST_TEXTS)]
    assert len(make_index([entry("退款"), *found]).texts[term]) == MOST_TEXTS
    index = make_index([entry("退款"), *found, entry("乙", text="退款")])
    assert term not in index.texts
    assert documents_of(index.titles[term]) == [0]


def test_of_many_entries_fewer_texts_are_enough() -> None:
    others, found = [entry("乙")] * MANY, [entry("退款"), *[entry("甲", text="退款")] * MOST_TEXTS]
    assert len(make_index(found).texts["退款"]) == MOST_TEXTS
    assert "退款" not in make_index([*others, *found]).texts


def test_what_no_title_has_is_looked_for_in_the_texts_that_say_most() -> None:
    few, many = [entry("甲", text=f"退款{'好' * 20}")] * MOST_TEXTS, [entry("甲", text="退款，退款，退款")] * MOST_TEXTS
    found = make_index([*few, *many]).texts
    assert documents_of(found["退款"]) == list(range(MOST_TEXTS, 2 * MOST_TEXTS))
    assert len(found["退"]) == MOST_TEXTS


def test_rarity_of_words_counts_the_texts_that_are_not_looked_at() -> None:
    found = [entry("甲", text="退款") for _ in range(4 * MOST_TEXTS)]
    rarity = make_index([entry("退款"), entry("发票"), *found]).rarity
    assert rarity["发票"] > 3 * rarity["退款"]


def test_rarity_of_characters_counts_the_titles_that_have_them() -> None:
    found = [entry("甲", text="退订") for _ in range(50)]
    rarity = make_index([entry("退订"), entry("发票"), *found]).rarity
    assert rarity["退"] > 3 * rarity["甲"]
    assert rarity["退"] > rarity["退订"]


def test_characters_in_texts_count_half() -> None:
    found = [entry("甲", text="账户余额 余额 户") for _ in range(2)]
    assert impact(found, "余额", field="texts") > impact(found, "额", field="texts")


def test_a_heading_says_more_than_a_text_and_less_than_a_title() -> None:
    rest = "商品寄出以后先和商家说好" * 3
    headed = Document("x", ("甲乙丙丁",), f"运费 {rest}", parts=(DocumentPart("a", "运费", rest),))
    index = make_index([entry("运费"), headed, entry("甲乙丙丁", text=f"运费 {rest}")])
    assert said(index, "运费")[0] > said(index, "运费", field="texts")[1] > said(index, "运费", field="texts")[2]


def test_an_alias_says_a_little_less_than_the_title() -> None:
    documents = [entry("甲", "退款"), entry("退款", "甲")]
    index = make_index(documents)
    alias, title = (said(index, "退款")[number] for number in (0, 1))
    assert 0.8 * title < alias < title


def test_rare_terms_are_rarer() -> None:
    index = make_index([entry("退款 订单"), entry("退款 发票"), entry("退款 地址")])
    assert index.rarity["发票"] > index.rarity["退款"]


@pytest.mark.parametrize(("filler", "subject"), [("怎么", "发票"), ("please", "invoice"), ("the", "invoice")])
def test_fillers_keep_little_of_their_rarity(filler: str, subject: str) -> None:
    index = make_index([entry(f"{filler} {subject}"), *[entry("其他")] * 9])
    assert (
        index.rarity["pleas" if filler == "please" else filler]
        < index.rarity["invoic" if subject == "invoice" else subject]
    )
    assert FILLER < 0.5


@pytest.mark.parametrize("word", ["who", "when", "get", "up", "how"])
def test_what_tells_english_questions_apart_is_no_filler(word: str) -> None:
    index = make_index([entry(f"{word} invoice"), *[entry("other")] * 9])
    assert index.rarity[word] == index.rarity["invoic"]


def test_an_index_with_chinese_knows_all_chinese_fillers() -> None:
    assert make_index([entry("退款")]).rarity.keys() >= SILENT
    assert SILENT.isdisjoint(make_index([entry("refund")]).rarity)


def test_no_documents_make_an_empty_index() -> None:
    assert make_index([]).terms == []


@given(DOCUMENTS)
def test_every_term_has_a_rarity_and_postings_in_order(documents: list[Document]) -> None:
    index = make_index(documents)
    known = index.titles.keys() | index.texts.keys()
    assert known <= index.rarity.keys()
    assert index.rarity.keys() - known <= index.fillers
    for postings in (*index.titles.values(), *index.texts.values()):
        numbers = documents_of(postings)
        assert numbers == sorted(set(numbers))
        assert all(0 <= number < len(documents) for number in numbers)
        assert all(1 <= level <= LEVELS for level in impacts_of(postings))
    assert all(rarity >= 0 for rarity in index.rarity.values())

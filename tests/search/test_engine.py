"""The engine that ships, run by Node: the same stems and postings as in Python, what it finds and what it asks for."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import helpcenter
from helpcenter.rendering.bundles import ENGINE, FUZZY
from helpcenter.search import Document, index_files, make_index
from helpcenter.search.files import ONE_FILE
from helpcenter.search.folding import folded
from helpcenter.search.impacts import LEVELS
from helpcenter.search.packing import NOWHERE
from helpcenter.search.postings import documents_of, impacts_of
from helpcenter.search.terms import stem

NODE = shutil.which("node")
ASSETS = Path(helpcenter.__file__).parent / "rendering" / "assets"
PARTS = [str(ASSETS / f"{name}.js") for name in (*ENGINE, *FUZZY)]
pytestmark = pytest.mark.skipif(NODE is None, reason="the engine is JavaScript and Node is not installed")

RUN = """
process.argv.slice(1).forEach(require);
var job = JSON.parse(require("fs").readFileSync(0, "utf8"));
var search = globalThis.HelpcenterSearch;
function answer(engine, query, wanted) {
  for (var round = 0; round < 20; round++) {
    var found = engine.search(query, 5);
    var names = wanted.reduce(function (all, list) { return all.concat(found[list]); }, []);
    names = names.filter(function (name) { return job.pieces[name] !== undefined; });
    if (!names.length) { break; }
    names.forEach(function (name) { engine.add(name, job.pieces[name]); });
  }
  return Object.assign(found, { marks: engine.marks(found.groups) });
}
function run(query) {
  var start = Date.now();
  var cold = new search.Engine(job.pieces.index).search(query, 5);
  var engine = new search.Engine(job.pieces.index);
  Object.entries(job.given || {}).forEach(function (piece) { engine.add(piece[0], piece[1]); });
  var first = answer(engine, query, ["missing"]);
  var full = answer(engine, query, ["missing", "later"]);
  return { cold: cold, first: first, full: full, time: Date.now() - start };
}
function lists() {
  var index = new search.Index(job.pieces.index);
  Object.entries(job.pieces).forEach((piece) => { if (piece[0] !== "index") { index.add(piece[0], piece[1]); } });
  return index.terms.flatMap((firsts, shard) => [...firsts.values()].flatMap((terms) => [...terms].map(([term, about]) =>
    [term, [...index.titles[shard][about.order]], about.kind & 1 ? [...index.texts[shard][about.order]] : []])));
}
function speak(part) { return new search.Sounds(job.sounds).spoken(part); }
function edit(pair) { return search.isOneEdit(pair[0], pair[1]); }
console.log(JSON.stringify(job.lists ? lists() : job.parts ? job.parts.map(speak) : job.edits ? job.edits.map(edit) : job.words ? job.words.map((word) => new search.Query(new search.Index(job.index), "").termOf(word)) : job.texts ? job.texts.map((text) => new search.Query(new search.Index(job.index), text).text) : job.queries.map(run)));
"""
TITLES = [
    ("怎么取消售后申请", ("撤回申请",), "打开我的订单，点取消。"),
    ("退款多久到账", (), "银行卡一般三个工作日。"),
    ("忘记支付密码怎么办", (), "用短信重置。"),
    ("How do I cancel a subscription?", (), "Open billing and choose cancel."),
    ("Where is my invoice", (), "Invoices are sent by email."),
]
SYNONYMS = [["商家", "卖家"], ["取消", "作废"], ["电脑", "计算机"]]


def asked(job: dict[str, Any]) -> Any:
    assert NODE is not None
    done = subprocess.run(
        [NODE, "-e", RUN, *PARTS], input=json.dumps(job), capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


def pieces(documents: list[Document], synonyms: list[list[str]] = SYNONYMS) -> dict[str, Any]:
    files = index_files(documents, make_index(documents), synonyms)
    return {file.name[:-3]: json.loads(file.content[file.content.index(b",") + 1 : -3]) for file in files}


def small() -> dict[str, Any]:
    return pieces(
        [Document(f"{number}", (title, *aliases), text) for number, (title, aliases, text) in enumerate(TITLES)]
    )


def large() -> dict[str, Any]:
    filler = [Document(f"x{number}", (f"其他问题{number}",), f"说明{number}") for number in range(ONE_FILE)]
    known = [Document(title, (title, *aliases), text) for title, aliases, text in TITLES]
    return pieces(known + filler)


def answers(*queries: str, of: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = asked({"pieces": of or small(), "queries": queries})
    return found


def best(found: dict[str, Any]) -> list[int]:
    return [answer["hits"][0]["entry"] if answer["hits"] else -1 for answer in (found["first"], found["full"])]


def test_stems_are_the_same_in_both_languages() -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").lower()
    words = sorted({word for word in text.split() if word.isascii() and word.isalnum()})
    words += [
        "bring",
        "need",
        "boxes",
        "cancelled",
        "notification",
        "paying",
        "aing",
        "ied",
        "sses",
        "4ing",
        "ps4s",
        "h264ing",
        "",
        "ee",
    ]
    assert len(words) > 100
    assert asked({"index": pieces([])["index"], "words": words}) == [stem(word) for word in words]


SPELLINGS = [
    ("Wi-Fi 连不上", "wifi", "wi-fi", "WIFI", "Wi‑Fi", "wi fi"),
    ("App Store 扣费", "appstore", "AppStore", "app store"),
    ("怎么改 Email", "e-mail", "E-Mail", "email"),
    ("iPhone 15 换货", "iphone15", "iPhone15", "iphone 15"),
    ("WeChatPay 绑卡", "wechat pay", "wechatpay", "WeChat-Pay"),
    ("客服电话 400-800-1234", "400 800 1234", "4008001234", "４００-８００-１２３４", "1234"),
    ("值班手机 +86 138 0013 8000", "13800138000", "138-0013-8000", "8613800138000", "8000"),
    ("北京分店 010-12345678", "01012345678", "12345678", "(010)12345678"),
    ("升到 v2.10.3", "2.10.3", "2.10", "v2.10", "V2.10.3"),
    ("满 1,000 元", "1000", "1,000元", "１０００"),
    ("48小时内发货", "48h", "48 h", "48 小时", "48 hours"),
    ("注文のキャンセル", "キャンセル", "ｷｬﾝｾﾙ", "きゃんせる"),
    ("환불은 언제 되나요", "환불", "환불이"),
    ("Возврат денег приём", "возврат", "прием", "ВОЗВРАТ"),
    ("ขอคืนเงินได้ไหม", "คืนเงิน"),
    ("Hủy đơn hàng", "huy don", "hủy đơn", "HUY DON HANG"),
    ("استرداد المبلغ", "استرداد", "اِستِرداد"),
    ("ביטול הזמנה", "ביטול"),
    ("𠮷野家优惠", "𠮷野家"),
    ("订单 🎁 在哪", "🎁"),
    ("Отмена 订单", "отмена"),
]


@pytest.mark.parametrize("made_of", [0, ONE_FILE])
def test_what_is_typed_in_another_spelling_is_found(made_of: int) -> None:
    titles = [spelled[0] for spelled in SPELLINGS] + [f"其他问题{'甲乙丙丁'[number % 4]}" for number in range(made_of)]
    made = pieces([Document(title, (title,), "说明") for title in titles])
    queries = [(entry, query) for entry, spelled in enumerate(SPELLINGS) for query in spelled]
    found = answers(*(query for _, query in queries), of=made)
    assert [(best(answer)[1], query) for (_, query), answer in zip(queries, found, strict=True)] == queries
    assert [query for (_, query), answer in zip(queries, found, strict=True) if answer["full"]["weak"]] == []


def test_texts_are_found_in_another_spelling_too() -> None:
    made = pieces([Document(spelled[0], (f"问题{entry}",), spelled[0]) for entry, spelled in enumerate(SPELLINGS)])
    queries = [(entry, query) for entry, spelled in enumerate(SPELLINGS) for query in spelled]
    found = answers(*(query for _, query in queries), of=made)
    assert [(best(answer)[1], query) for (_, query), answer in zip(queries, found, strict=True)] == queries


def test_two_spellings_find_both() -> None:
    made = pieces(
        [Document(title, (title,), "") for title in ("wifi 太慢", "Wi-Fi 密码", "AppStore", "App Store", "闪退")]
    )
    for query, wanted in {"wifi": {0, 1}, "Wi-Fi": {0, 1}, "appstore": {2, 3}, "app store": {2, 3}}.items():
        (found,) = answers(query, of=made)
        assert {hit["entry"] for hit in found["full"]["hits"]} == wanted, query


def test_a_query_is_folded_as_texts_are() -> None:
    texts = [
        *(text for spelled in SPELLINGS for text in spelled),
        "ß Œ ŁÓDŹ İi ς",
        "２－３ 天 2–3 days",
        "a’b ‘c’",
        "ﬁ ㎏ ㍿",
        "ガギグ ｶﾞ",
    ]
    job = {"pieces": {}, "index": pieces([])["index"], "texts": texts}
    assert asked(job) == [folded(text) for text in texts]


@given(st.lists(st.text(alphabet=st.characters(max_codepoint=0x33FF), max_size=30), min_size=20, max_size=40))
@settings(max_examples=5, deadline=None)
def test_any_query_is_folded_as_texts_are(texts: list[str]) -> None:
    assert asked({"pieces": {}, "index": pieces([])["index"], "texts": texts}) == [folded(text) for text in texts]


@pytest.mark.parametrize("made", [small, large])
def test_a_question_is_answered_however_it_is_written(made: Any) -> None:
    queries = {
        "取消售后": 0, "撤回": 0, "取消售後申請": 0, "取肖售后": 0, "quxiao shouhou": 0, "qu xiao": 0, "shouhou取消": 0,
        "qxsh": 0, "zfmm": 2, "wjzfmm": 2, "quxiao shouh": 0, "退款到账": 1, "tuikuan daozhang": 1, "支付密码": 2, "cancelling subscriptions": 3,
        "subscrption": 3, "subscr": 3, "invoices": 4, "作废": 0, "请问退款多久": 1,
    }  # fmt: skip
    found = answers(*queries, of=made())
    assert {query: best(answer)[1] for query, answer in zip(queries, found, strict=True)} == queries


@pytest.mark.parametrize("made", [small, large])
def test_titles_answer_before_texts_have_come(made: Any) -> None:
    (found,) = answers("退款多久", of=made())
    assert best(found) == [1, 1]
    assert found["first"]["missing"] == []


def test_a_small_index_needs_nothing_more_for_what_titles_say() -> None:
    (found,) = answers("取消售后")
    assert found["cold"]["missing"] == []
    assert found["cold"]["hits"]


def test_texts_come_later() -> None:
    (found,) = answers("工作日")
    assert "texts0" in found["cold"]["later"]
    assert best(found)[1] == 1


def test_a_large_index_asks_for_the_pieces_of_the_query_only() -> None:
    files = large()
    (found,) = answers("取消售后", of=files)
    assert found["cold"]["hits"] == []
    assert all(name.startswith(("terms", "folds")) for name in found["cold"]["missing"])
    assert 0 < len(found["cold"]["missing"]) < 8
    assert all(name in files for name in found["cold"]["missing"])


def test_what_fits_well_does_not_wait_for_fuzzy_matching() -> None:
    (found,) = answers("取消售后申请咯")
    assert "sounds" not in found["first"]["missing"]
    assert best(found)[0] == 0


def test_fuzzy_matching_comes_later_where_much_is_known() -> None:
    good, bad = answers("退款多久到账款办", "tuikuan")
    assert good["cold"]["missing"] == []
    assert "sounds" in good["cold"]["later"]
    assert bad["cold"]["missing"] == ["sounds"]


def test_an_unknown_word_lessens_the_fit() -> None:
    known, more = answers("cancel subscription", "cancel subscription xylophone")
    assert more["full"]["fit"] < known["full"]["fit"]


NOTHING_FITS = [
    "今天天气怎么样", "怎么拼单", "会员怎么退", "发票怎么开", "在吗", "你好", "好的", "嗯嗯", "怎么了", "asdfghjkl", "asdfgh", "jjjjjjj",
    "hhhhhh", "zxcvbnm", "how to bake bread", "thanks", "nihao", "jintian tianqi", "😡", "？", "1", "11111",
]  # fmt: skip
ANSWERED = [
    "取消售后", "怎么取消", "取消", "qxsh", "quxiao shouhou", "wjzfmm", "quxiao", "退款多久到账", "退款", "支付密码忘记了", "cancel subscription",
    "invoice", "撤回申请", "我那个钱到底什么时候退款到账啊都好几天了", "作废",
]  # fmt: skip


def test_what_does_not_fit_is_weak() -> None:
    for query, found in zip(NOTHING_FITS, answers(*NOTHING_FITS), strict=True):
        assert found["full"]["weak"] or not found["full"]["hits"], query
        assert found["full"]["fit"] < 1
    for query, found in zip(ANSWERED, answers(*ANSWERED), strict=True):
        assert not found["full"]["weak"], query
        assert found["full"]["fit"] >= 1


def test_a_word_that_the_index_does_not_know_lessens_the_fit() -> None:
    known, more, filler = answers("取消售后", "取消售后螃蟹", "怎么取消售后呢")
    assert more["full"]["fit"] < known["full"]["fit"]
    assert filler["full"]["fit"] == pytest.approx(known["full"]["fit"], rel=0.35)


@pytest.mark.parametrize("size", [60, ONE_FILE + 1])
def test_postings_are_those_of_the_index(size: int) -> None:
    chance = random.Random(3)
    words = [
        "退款", "退款单", "退款", "款项", "单据", "申请单", "怎么", "退貓", "货到付款", "退换货", "かな", "カナダ", "환불", "refund",
        "refunds", "🎁", "e",
    ]  # fmt: skip
    documents = [
        Document(str(number), ("".join(chance.choices(words, k=4)),), "，".join(chance.choices(words, k=12)))
        for number in range(size)
    ]
    index = make_index(documents)
    said = {term: found for term, *found in asked({"pieces": pieces(documents, []), "lists": True})}
    assert said.keys() == set(index.terms)
    for field, postings in enumerate((index.titles, index.texts)):
        for term in index.terms:
            known = {entry: round(impact * LEVELS) for entry, impact in said[term][field]}
            found = postings.get(term, NOWHERE)
            expected = dict(zip(documents_of(found), impacts_of(found), strict=True))
            assert {entry: impact for entry, impact in known.items() if impact} == expected, term


def test_of_entries_that_have_all_words_the_one_whose_title_says_least_else_comes_first() -> None:
    (found,) = answers(
        "到账 退款", of=pieces([Document("a", ("退款到账以后怎么查账单",), ""), Document("b", ("退款到账",), "")])
    )
    assert best(found)[0] == 1
    first, second = found["full"]["hits"]
    assert 1 <= second["whole"] < first["whole"] <= 1.1


def test_titles_ask_for_no_more_pieces() -> None:
    made = large()
    query = TITLES[0][0][:2]
    (cold,) = asked({"pieces": made, "queries": [query]})
    needed = cold["cold"]["missing"]
    assert len(made["index"]["shards"]) > len(needed) and "folds" not in needed
    here = {name: piece for name, piece in made.items() if name in needed or re.match("index|titles", name)}
    (found,) = asked({"pieces": here, "given": here, "queries": [query]})
    assert found["first"]["hits"] and found["first"]["missing"] == []


@pytest.mark.parametrize("made", [small, large])
def test_what_is_called_as_was_typed_comes_first(made: Any) -> None:
    documents = [
        Document("a", ("退款怎么申请退款", "退款退款"), "退款 " * 20), Document("b", ("怎么办理别的业务和退款到账以后的事", "退款"), ""),
        Document("c", ("支付密码",), ""), Document("d", ("忘记支付密码支付密码怎么办",), "支付密码 " * 9),
    ]  # fmt: skip
    filler = [Document(f"x{number}", (f"其他问题{number}",), "") for number in range(ONE_FILE if made is large else 0)]
    of = pieces(documents + filler)
    titles = {name: rows for name, rows in of.items() if name.startswith("titles")}
    job = {"pieces": of, "queries": ["退款", "退款？", "请问支付密码", "  支 付 密 码"], "given": titles}
    assert [best(found)[1] for found in asked(job)] == [1, 1, 2, 2]


def test_single_characters_are_not_marked() -> None:
    others = [Document(title, (title,), "") for title in ("运费", "物流", "发票", "地址", "密码")]
    made = pieces([Document("a", ("账户余额",), ""), Document("b", ("对账的单子",), ""), *others])
    (found,) = answers("账单余额", of=made)
    assert found["full"]["marks"] == ["余额"]


def test_nothing_is_guessed_across_a_filler() -> None:
    made = pieces([Document("a", ("要用多久",), ""), Document("b", ("退款",), "")])
    found, plain = answers("怎么用", "药用", of=made)
    assert [group["how"] for group in found["full"]["groups"] if group["how"] == "sound"] == []
    assert "要用" in plain["full"]["marks"]


def test_terms_that_begin_alike_may_stand_in_several_pieces() -> None:
    characters = [chr(code) for code in range(0x4E00, 0x7000, 3)]
    made = pieces([Document(char, (f"退{char}",), "") for char in [*characters, "款"]])
    assert sum("退" in start[:2] for start in made["index"]["shards"]) > 1
    (found,) = answers("tuikuan", of=made)
    assert "退款" in found["full"]["marks"]


def test_a_term_of_very_many_entries_is_read_back() -> None:
    titles = ["abx"] * 56_000 + ["aby"]
    made = pieces([Document(str(number), (title,), "") for number, title in enumerate(titles)])
    assert [best(found)[1] for found in answers("abx", "aby", of=made)] == [0, 56_000]


def test_a_character_outside_all_words_counts_more() -> None:
    (found,) = answers("取消多")
    hows = {group["key"]: group["how"] for group in found["full"]["groups"]}
    assert (hows["取"], hows["多"]) == ("character", "lone")


def test_two_wrong_characters_make_only_words() -> None:
    words, others = answers("推宽", "宽哆")
    assert "退款" in words["full"]["marks"]
    assert "款多" not in others["full"]["marks"]


def test_a_long_synonym_is_not_taken_apart() -> None:
    made = pieces([Document("a", ("计算错了",), ""), Document("b", ("计算机",), "")])
    (found,) = answers("电脑", of=made)
    assert [hit["entry"] for hit in found["full"]["hits"]] == [1]


def test_half_a_syllable_means_what_is_mostly_read_so() -> None:
    job = {"pieces": {}, "sounds": "zhang张掌|长 chang长", "parts": ["zhang", "zh", "ch", "x"]}
    assert asked(job) == ["张掌|长", "张掌", "长", ""]


def test_one_edit_is_one_letter_more_less_other_or_two_swapped() -> None:
    words = ["".join(letters) for size in range(1, 5) for letters in product("ab", repeat=size)]
    pairs = [(one, other) for one in words for other in words if one != other]
    told = asked({"pieces": {}, "edits": pairs})
    assert {pair for pair, is_edit in zip(pairs, told, strict=True) if is_edit} == {
        (one, other) for one, other in pairs if other in edits(one)
    }


def edits(word: str) -> set[str]:
    """Return all words over a and b that are one edit away."""
    cut = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    more = {before + letter + after for before, after in cut for letter in "ab"}
    less = {before + after[1:] for before, after in cut if after}
    other = {before + letter + after[1:] for before, after in cut if after for letter in "ab"}
    swapped = {before + after[1] + after[0] + after[2:] for before, after in cut if len(after) > 1}
    return more | less | other | swapped


def test_an_unknown_word_finds_those_that_begin_alike() -> None:
    documents = [
        Document("a", ("Billing",), ""),
        Document("b", ("Licences for a team",), ""),
        Document("c", ("Tasks",), ""),
    ]
    assert [best(found)[1] for found in answers("license", "teammates", of=pieces(documents))] == [1, 1]


def test_an_index_without_chinese_knows_no_courtesy() -> None:
    made = pieces([Document("a", ("Cancel an order",), ""), Document("b", ("Return an item",), "")])
    assert [best(found)[1] for found in answers("cancel order", "return item", "我想要 return", of=made)] == [0, 1, 1]


def test_what_was_typed_in_pinyin_fits_as_well_as_characters() -> None:
    for found in answers("quxiao", "tuikuan daozhang"):
        assert found["full"]["fit"] > 0.4


def test_a_word_that_every_entry_has_finds_them() -> None:
    titles = [f"甲的 field {number}" for number in range(30)]
    made = pieces([Document(title, (title,), "") for title in titles])
    for found in answers("field", "fields", of=made):
        assert len(found["full"]["hits"]) == 5
        assert not found["full"]["weak"]


def test_a_character_in_a_text_finds() -> None:
    made = pieces([Document("a", ("甲",), "先寄回去"), Document("b", ("乙",), "等退款")])
    assert [best(found)[1] for found in answers("我寄了", "还没退", of=made)] == [0, 1]


def test_a_latin_synonym_is_no_pinyin() -> None:
    titles = ["怎么取消", "看得懂", "可能吗", "色"]
    documents = [Document(title, (title,), "") for title in titles]
    (found,) = answers("cancels", of=pieces(documents, [["取消", "cancel"]]))
    assert [group["how"] for group in found["full"]["groups"]] == ["synonym"]
    assert best(found)[1] == 0
    assert not found["full"]["weak"]
    (found,) = answers("cancels", of=pieces(documents))
    assert "synonym" not in [group["how"] for group in found["full"]["groups"]]


def test_a_word_of_syllables_that_are_known_is_explained() -> None:
    known, more = answers("e", "ee e", of=pieces([Document("a", ("an e",), ""), Document("b", ("一只鹅",), "")]))
    assert more["full"]["groups"] == known["full"]["groups"]
    assert more["full"]["fit"] == known["full"]["fit"]


def test_only_the_last_word_may_be_half_typed() -> None:
    made = pieces([Document("a", ("Subscription",), ""), Document("b", ("Invoices",), "")])
    hows = [[group["how"] for group in found["full"]["groups"]] for found in answers("su inv", "inv xx su", of=made)]
    assert hows == [["prefix"], ["prefix"]]
    assert [best(found)[1] for found in answers("su inv", "inv xx su", of=made)] == [1, 0]


def test_the_word_that_was_typed_goes_before_a_rarer_synonym() -> None:
    titles = ["怎么取消申请", "取消后钱去哪", "取消要多久", "取消不了", "作废的订单"]
    made = pieces([Document(title, (title,), "") for title in titles])
    (found,) = answers("取消", of=made)
    assert best(found)[1] != 4
    assert 4 in [hit["entry"] for hit in found["full"]["hits"]]


def test_marks_are_what_was_found_longest_first() -> None:
    found = answers("取消售后", "quxiao shouhou", "cancel", "怎么")
    marks = [answer["full"]["marks"] for answer in found]
    assert {"取消", "售后"} <= set(marks[0])
    assert {"取消", "售后"} <= set(marks[1])
    assert marks[2] == ["cancel"]
    assert marks[3] == []
    assert all(found == sorted(found, key=lambda mark: -len(mark)) for found in marks)


def test_marks_are_no_pieces_of_words() -> None:
    texts = ["商家拒绝申请", "系统错误", "运费", "余额不足", "物流", "发票"]
    (found,) = answers("拒绝申请", of=pieces([Document(text, (text,), "") for text in texts]))
    assert "绝申" in [group["key"] for group in found["full"]["groups"]]
    assert found["full"]["marks"] == ["拒绝", "申请"]


def test_pieces_it_does_not_know_are_left_alone() -> None:
    files = small()
    assert asked({"pieces": {**files, "titles0": [], "details0": [], "site": {}}, "queries": ["取消"]})


HOSTILE = [
    "", " ", "。，！？", "a" * 10_000, "退" * 10_000, "退款 " * 3_000, "zhuang" * 100, "q" * 300, "😀😀😀", "\ud800", "退\udfff款", "عربي שלום",
    "(a+)+$", "<img src=x onerror=alert(1)>", "constructor", "__proto__", "toString hasOwnProperty", "\u0000\u202e", "㍿" * 500, "ﷺ" * 500,
    "𠮷野家", "1" * 500, "1.1.1.1.1.1.1.1.1.1.", "-" * 500,
]  # fmt: skip


@pytest.mark.parametrize("made", [small, large])
def test_nothing_that_is_typed_breaks_it(made: Any) -> None:
    for query, found in zip(HOSTILE, answers(*HOSTILE, of=made()), strict=True):
        assert isinstance(found["full"]["hits"], list)
        assert found["time"] < 1_000, query[:20]


def test_a_small_index_finds_each_character_of_its_titles() -> None:
    titles = ["退款了", "快退", "退，款", "款退款退"]
    found = answers("退", "款", "了", of=pieces([Document(title, (title,), "") for title in titles]))
    hits = [{hit["entry"] for hit in answer["full"]["hits"]} for answer in found]
    assert hits == [{0, 1, 2, 3}, {0, 2, 3}, {0}]
    assert best(found[0])[1] in (1, 2, 3)


def test_an_empty_index_answers_nothing() -> None:
    (found,) = answers("退款", of=pieces([]))
    assert found["full"]["hits"] == []

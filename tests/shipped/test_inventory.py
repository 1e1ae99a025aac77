"""The shipped content keeps every item of the article it started from, and none of that article's mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpcenter.build import Built, Prepared
from helpcenter.model.entries import FaqEntry
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.text_fields import line_fields, markdown_fields
from helpcenter.words.catalogue import interface
from tests.making import page
from tests.reading import tree

ROOT = Path(__file__).parents[2]
INVENTORY: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "inventory.yaml").read_text(encoding="utf-8"))
ITEMS: dict[str, str] = INVENTORY["items"]
DEFECTS: dict[str, dict[str, list[str]]] = INVENTORY["defects"]

CODES = ["T0", "INT", "R0", "R1", "R2", "R3", "R4", "R5", "S0", "N0", "N1", "N2", "N3", "N4", "N5", "F0", "SUM", "FU", "REL", "CMT", "ST1", "ST1.1", "ST1.2", "ST1.3", "ST1.4", "ST2", "ST2.1", "ST2.2", "ST2.3", "ST3", "ST3.1", "ST3.2", "ST3.3", "ST3.4", "ST4", "ST4.1", "ST4.2", "ST4.3", "ST5", "ST5.1", "ST5.2", "ST5.3", "Q1", "Q1.c1", "Q1.c2", "Q1.c3", "Q1.s1", "Q1.s2", "Q1.s3", "Q2", "Q2.c1", "Q2.c2", "Q2.c3", "Q2.s1", "Q2.s2", "Q2.s3", "Q3", "Q3.s1", "Q3.s2", "Q4", "Q4.c1", "Q4.s1", "Q4.s2"]
"""Every item of the source article: title, intro, reasons, steps, notes, questions, summary, follow-up, related, news."""
MISTAKES = [f"D{number}" for number in range(1, 24)]
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def texts_of(entry: AnyEntry) -> list[str]:
    """Return every text of an entry as typed: no keys, sources, addresses or targets of links."""
    texts = [text for fields in (line_fields, markdown_fields) for _, text in fields(entry)]
    texts += entry.aliases
    if isinstance(entry, FaqEntry) and entry.staff:
        texts.append(entry.staff)
    return [LINK.sub(r"\1", text) for text in texts]


def entry_at(prepared: Prepared, entry_id: str) -> AnyEntry:
    entry = prepared.loaded.center.entry(entry_id)
    assert entry is not None, f"{entry_id} is gone"
    return entry


def test_every_item_of_the_article_is_in_the_inventory() -> None:
    assert [code for code in CODES if code not in ITEMS] == []


def test_every_mistake_of_the_article_is_in_the_inventory() -> None:
    assert {name.split("-")[0] for name in DEFECTS} == set(MISTAKES)


@pytest.mark.parametrize("code", ITEMS)
def test_an_item_leads_to_a_published_page_and_part(code: str, shipped_pages: Built) -> None:
    entry_id, _, part = ITEMS[code].partition("#")
    assert entry_id in {entry.id for entry in shipped_pages.book.order.listed}
    found = page(shipped_pages, f"{entry_id}/")
    ids = {node.attributes.get("id") for node in tree(found.body).walk()}
    assert not part or part in ids


CASES = [(name, entry_id) for name, defect in DEFECTS.items() for entry_id in defect["where"]]


@pytest.mark.parametrize(("name", "entry_id"), CASES)
def test_a_mistake_stays_away(name: str, entry_id: str, shipped: Prepared) -> None:
    texts = texts_of(entry_at(shipped, entry_id))
    wrong = [part for part in DEFECTS[name].get("must_not", ()) if any(part in text for text in texts)]
    missing = [part for part in DEFECTS[name].get("must", ()) if not any(part in text for text in texts)]
    assert (wrong, missing) == ([], [])


@pytest.mark.parametrize("name", DEFECTS)
def test_a_mistake_is_looked_for_somewhere(name: str) -> None:
    defect = DEFECTS[name]
    assert defect.keys() <= {"where", "must", "must_not"}
    assert defect["where"]
    assert defect.get("must") or defect.get("must_not")


def shipped_texts(prepared: Prepared) -> Iterator[tuple[str, str]]:
    center = prepared.loaded.center
    assert center.home is not None
    for entry in center.entries():
        yield from ((entry.id, text) for text in texts_of(entry))
    for value in (center.home, *center.topics, *center.values.values(), *center.contacts.values()):
        yield from ((type(value).__name__, text) for _, text in line_fields(value))
    for path in sorted((ROOT / "content").glob("*.md")):
        yield path.name, LINK.sub(r"\1", path.read_text(encoding="utf-8"))
    yield from interface("zh").texts.items()


HAN = "\u3400-\u9fff"
HALF_WIDTH = re.compile(rf"[{HAN}][,;:!?()\"']|[,;:!?()\"'][{HAN}]|[{HAN}]\.(?!\w)")


@pytest.mark.parametrize(
    ("text", "found"),
    [("你好,世界", True), ("注意:先看", True), ("（一）", False), ("App, then", False), ("见(一)", True), ("好.", True)],
)
def test_half_width_punctuation_is_recognised(text: str, found: bool) -> None:
    assert bool(HALF_WIDTH.search(text)) is found


def test_no_half_width_punctuation_stands_beside_chinese(shipped: Prepared) -> None:
    wrong = [
        (name, text[max(0, match.start() - 8) : match.end() + 8])
        for name, text in shipped_texts(shipped)
        for match in HALF_WIDTH.finditer(text)
    ]
    assert wrong == []


def used_values(prepared: Prepared) -> set[str]:
    texts = [text.rendered.values for parts in prepared.texts.values() for text in parts]
    return {name for names in texts for name in names}


def test_every_fact_in_use_has_a_source_and_a_day(shipped: Prepared) -> None:
    values = shipped.loaded.center.values
    used = {name.partition(".")[0] for name in used_values(shipped)}
    assert used
    for fact in (fact for name in used for fact in (values[name], *values[name].platforms.values())):
        assert fact.source.strip()
        assert re.fullmatch(r"20\d\d-\d\d(?:-\d\d)?", fact.checked)


def test_every_fact_is_in_use(shipped: Prepared) -> None:
    assert set(shipped.loaded.center.values) - {name.partition(".")[0] for name in used_values(shipped)} == set()


def test_numbers_of_the_platforms_are_written_once() -> None:
    """Hours, days and counts that a platform may change stand in values.yaml only."""
    numbers = re.compile(r"(?<![\d.])\d+ ?(?:小时|次)|(?<!第)(?<![\d.-])\d+ 天")
    sources = [*sorted((ROOT / "content" / "articles").glob("*.yaml")), ROOT / "faq.yaml"]
    found = [
        (path.name, match.group())
        for path in sources
        for match in numbers.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


YES, ASK, NO, OVER = "yes", "ask", "no", "over"
STATES = {
    "applied": ("待商家处理", YES, "waiting-merchant"),
    "negotiating": ("待你确认协商", YES, "negotiating"),
    "rejected": ("商家已拒绝", YES, "request-rejected"),
    "wait_return": ("待你退货，还没寄", YES, "wait-return"),
    "returning": ("已寄出，待商家收货", ASK, "already-shipped-back"),
    "received": ("商家已收货", NO, "merchant-received"),
    "exchange_shipping": ("换货或维修品已发出", NO, "exchange-repair"),
    "mediation": ("平台介入中", NO, "mediation-open"),
    "refunding": ("退款中", NO, "refund-in-progress"),
    "withdrawing": ("撤销处理中", OVER, "withdraw-pending"),
    "refund_failed": ("退款失败", NO, "refund-failed"),
    "withdrawn": ("已撤销", OVER, "withdrawn-by-mistake"),
    "closed_timeout": ("超时关闭", OVER, "closed-timeout"),
    "closed_rejected": ("平台判定关闭", OVER, "platform-closed"),
    "completed": ("已完成", NO, "refund-completed"),
}
"""State of a request: its name for readers, whether it can be withdrawn, and the question that answers it."""
VERDICTS = {YES: r"能", ASK: r"先问商家", NO: r"不能", OVER: r"不用再点|已结束|已关闭"}
ALLOWED = re.compile(r"(?<![不没])(?:可以|一般能)撤销(?!吗)")
EARLIER = re.compile(r"还没处理|没寄|待商家处理|等你寄回")
"""A sentence about an earlier state may say that withdrawing was possible then."""
CONSEQUENCES = {"attempts": "次数", "window": "时限|售后期", "re-apply": "重新申请", "order": "订单"}


def sentences(entry: AnyEntry) -> list[str]:
    return [part for text in texts_of(entry) if text not in entry.aliases for part in re.split(r"[。！？\n]", text)]


def rows(prepared: Prepared) -> dict[str, str]:
    """Return the verdict on each state in the table of states."""
    article = prepared.loaded.center.articles["after-sales-states"]
    text = next(section.text for section in article.sections if section.id == "overview")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    states = [row[0] for row in cells[2:]]
    assert len(states) == len(set(states))
    return {row[0]: row[1] for row in cells[2:]}


def test_the_table_of_states_has_one_row_for_each(shipped: Prepared) -> None:
    assert set(rows(shipped)) == {label for label, _, _ in STATES.values()}


@pytest.mark.parametrize("state", STATES)
def test_the_table_of_states_gives_the_right_verdict(state: str, shipped: Prepared) -> None:
    label, verdict, _ = STATES[state]
    assert re.match(VERDICTS[verdict], rows(shipped)[label])


@pytest.mark.parametrize("state", [state for state, (_, verdict, _) in STATES.items() if verdict in (NO, OVER)])
def test_no_answer_allows_what_the_state_forbids(state: str, shipped: Prepared) -> None:
    entry = entry_at(shipped, STATES[state][2])
    wrong = [part for part in sentences(entry) if ALLOWED.search(part) and not EARLIER.search(part)]
    assert wrong == []


@pytest.mark.parametrize("state", [state for state, (_, verdict, _) in STATES.items() if verdict == YES])
@pytest.mark.parametrize("effect", CONSEQUENCES)
def test_an_answer_that_allows_tells_the_consequences(state: str, effect: str, shipped: Prepared) -> None:
    entry = entry_at(shipped, STATES[state][2])
    assert ALLOWED.search("".join(texts_of(entry))) or "一般可以" in "".join(texts_of(entry))
    texts = [text for _, text in markdown_fields(entry)]
    linked = any("(cancel-after-sales#consequences)" in text for text in texts)
    assert linked or any(re.search(CONSEQUENCES[effect], text) for text in texts)


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_published_question(state: str, shipped_pages: Built) -> None:
    assert STATES[state][2] in {entry.id for entry in shipped_pages.book.order.listed}


def test_every_fix_leads_to_where_it_is_done(shipped: Prepared) -> None:
    causes = [(entry.id, cause) for entry in shipped.loaded.center.faq.values() for cause in entry.causes]
    assert len(causes) > 50
    assert [(name, cause.id) for name, cause in causes if cause.where is None] == []


def test_nobody_types_a_day_beside_a_fact(shipped: Prepared) -> None:
    typed = re.compile(r"20\d\d ?年 ?\d+ ?月(?! ?\d+ ?日)")
    assert [(name, text) for name, text in shipped_texts(shipped) if typed.search(text)] == []

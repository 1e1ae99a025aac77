"""The review sheet: every journey in plain words, and what changed since an earlier version."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from markdown_it import MarkdownIt

from helpcenter.drawing.cells import FORMULA
from helpcenter.drawing.review import Row, all_rows, as_csv, as_markdown, changed_rows, is_whole
from helpcenter.flow.compiled import Compiled, compiled
from helpcenter.flow.journeys import MOST_JOURNEYS, WALKS
from helpcenter.model.flows import Flow
from helpcenter.words.catalogue import interface
from tests.drawing.diagrams import HOSTILE, flow_of
from tests.flow.flows import flow
from tests.making import FLOW

ZH, EN = interface("zh"), interface("en")
ROW = Row((("问？", "答"),), "结果", "类型", "说明。", "以前")


def sample() -> Compiled:
    return compiled(flow_of(FLOW))


def binary(questions: int) -> Compiled:
    """Return a flow of yes and no with 2 to the power of ``questions`` journeys."""
    names = [f"q{number:02}" for number in range(questions)]
    asked = {
        name: {"yes": after, "no": after} for name, after in zip(names, [*names[1:], "end"], strict=True)
    }
    return compiled(flow(asked))


def table(rows: list[Row], *, compared: bool = False) -> list[list[str]]:
    """Return the cells of the Markdown table, as a reader of Markdown finds them."""
    tokens = MarkdownIt().enable("table").parse(as_markdown("标题", rows, ZH, compared=compared))
    cells = [
        (tokens[place - 1].type == "th_open", _shown(token.children or []))
        for place, token in enumerate(tokens)
        if token.type == "inline" and tokens[place - 1].type in ("th_open", "td_open")
    ]
    width = sum(head for head, _ in cells)
    return [[text for _, text in cells[at : at + width]] for at in range(0, len(cells), width)]


def _shown(children: Sequence[object]) -> str:
    return "".join(str(getattr(child, "content", "")) for child in children)


def told(rows: list[Row]) -> dict[str, str]:
    """Return the outcome by the answers."""
    return {" → ".join(answer for _, answer in row.answers): row.outcome for row in rows}


def test_every_journey_of_the_sample_with_its_outcome() -> None:
    assert told(all_rows(sample(), ZH)) == {
        "售后申请 → 待商家处理 → 寄出了": "问客服",
        "售后申请 → 待商家处理 → 没有": "现在就可以撤销",
        "售后申请 → 待商家处理 → 没有 → 没解决": "截图找客服",
        "售后申请 → 待商家处理 → 选错了，再看一次 → 待商家处理 → 寄出了": "问客服",
        "售后申请 → 待商家处理 → 选错了，再看一次 → 待商家处理 → 没有": "现在就可以撤销",
        "售后申请 → 待商家处理 → 选错了，再看一次 → 待商家处理 → 没有 → 没解决": "截图找客服",
        "售后申请 → 待商家处理 → 选错了，再看一次 → 待商家处理 → 不知道": "问客服",
        "售后申请 → 待商家处理 → 选错了，再看一次 → 退款中": "现在不能撤销",
        "售后申请 → 待商家处理 → 选错了，再看一次 → 看不懂": "再看一次详情页",
        "售后申请 → 待商家处理 → 不知道": "问客服",
        "售后申请 → 退款中": "现在不能撤销",
        "售后申请 → 看不懂": "再看一次详情页",
        "订单": "去订单页取消",
        "我不确定 → 待商家处理 → 寄出了": "现在不能撤销",
        "我不确定 → 待商家处理 → 没有": "现在就可以撤销",
        "我不确定 → 待商家处理 → 没有 → 没解决": "截图找客服",
        "我不确定 → 待商家处理 → 选错了，再看一次 → 待商家处理 → 寄出了": "现在不能撤销",
        "我不确定 → 待商家处理 → 选错了，再看一次 → 待商家处理 → 没有": "现在就可以撤销",
        "我不确定 → 待商家处理 → 选错了，再看一次 → 待商家处理 → 没有 → 没解决": "截图找客服",
        "我不确定 → 待商家处理 → 选错了，再看一次 → 待商家处理 → 不知道": "问客服",
        "我不确定 → 待商家处理 → 选错了，再看一次 → 退款中": "现在不能撤销",
        "我不确定 → 待商家处理 → 选错了，再看一次 → 看不懂": "问客服",
        "我不确定 → 待商家处理 → 不知道": "问客服",
        "我不确定 → 退款中": "现在不能撤销",
        "我不确定 → 看不懂": "问客服",
    }


def test_a_row_has_questions_answers_kind_and_text() -> None:
    row = all_rows(sample(), ZH)[2]
    assert row.answers == (
        ("你想取消什么？", "售后申请"),
        ("页面显示什么？", "待商家处理"),
        ("商品寄出了吗？", "没有"),
        ("现在就可以撤销", "没解决"),
    )
    assert (row.outcome, row.kind, row.text, row.before) == ("截图找客服", "需要找人处理", "把截图发给客服。", "")
    assert all_rows(sample(), EN)[2].answers[-1] == ("现在就可以撤销", "Not solved")


def test_a_journey_out_of_the_flow() -> None:
    (first, _) = all_rows(compiled(flow({"qa": {"aa": "other#qq", "bb": "end"}})), ZH)
    assert (first.outcome, first.kind, first.text) == ("另一个流程：other#qq", "", "")


def test_too_many_journeys_are_sampled_the_same_way_each_time() -> None:
    assert is_whole(sample())
    assert is_whole(binary(14))
    large = binary(15)
    assert not is_whole(large)
    rows = all_rows(large, ZH)
    assert rows == all_rows(binary(15), ZH)
    assert WALKS * 0.9 < len(rows) <= WALKS + 30 < MOST_JOURNEYS
    assert len({row.answers for row in rows}) == len(rows)
    assert {(question, answer) for row in rows for question, answer in row.answers} == {
        (f"q{number:02}", answer) for number in range(15) for answer in ("yes", "no")
    }


def test_the_markdown_table() -> None:
    rows = all_rows(sample(), ZH)
    found = table(rows)
    assert found[0] == ["编号", "回答", "结果", "类型"]
    assert found[1] == ["1", "你想取消什么？ 售后申请 → 页面显示什么？ 待商家处理 → 商品寄出了吗？ 寄出了", "问客服", "需要找人处理"]
    assert [row[0] for row in found[1:]] == [str(number) for number in range(1, 26)]
    text = as_markdown("标题", rows, ZH, compared=False)
    assert text.startswith("# 标题\n\n共 25 种走法。\n\n| 编号 | 回答 | 结果 | 类型 |\n| --- | --- | --- | --- |\n| 1 | ")
    assert "你想取消什么？ **订单**" in text
    assert text.endswith("### 再看一次详情页\n\n回到详情页看清楚再来。\n") is False
    assert text.count("\n### ") == 6
    assert "## 各个结果的说明\n\n### 问客服\n\n让客服看一眼。\n\n### 现在就可以撤销\n\n打开售后单详情，点撤销。\n" in text


def test_outcomes_that_are_called_alike_have_their_own_texts() -> None:
    rows = [Row((), "一样", "类型", "说明一。"), Row((), "一样", "类型", "说明二。"), Row((), "一样", "类型", "说明一。")]
    text = as_markdown("标题", rows, ZH, compared=False)
    assert text.endswith("### 一样\n\n说明一。\n\n### 一样\n\n说明二。\n")


@pytest.mark.parametrize("hostile", ["a|b", "a\\|b", "\\", "*a* **b** `c`", "[a](b) <b>", "~~a~~ _b_", "&amp; #", "| a |"])
def test_labels_stand_in_the_markdown_as_typed(hostile: str) -> None:
    rows = [Row(((hostile, hostile), (hostile, hostile)), hostile, hostile, "说明。", hostile)]
    assert table(rows, compared=True)[1:] == [["1", f"{hostile} {hostile} → {hostile} {hostile}", *[hostile] * 3]]
    titles = MarkdownIt().parse(as_markdown(hostile, rows, ZH, compared=False))
    heads = [_shown(titles[place + 1].children or []) for place, one in enumerate(titles) if one.type == "heading_open"]
    assert heads == [hostile, "各个结果的说明", hostile]


def test_hostile_labels_make_a_row_for_each_journey() -> None:
    options = {f"o{number}": {"label": label, "to": "end"} for number, label in enumerate(HOSTILE)}
    rows = all_rows(compiled(flow({"qa": options})), ZH)
    found = table(rows)
    assert [" ".join(row[1].split()) for row in found[1:]] == [" ".join(f"qa {label}".split()) for label in HOSTILE]
    assert {len(row) for row in found} == {4}
    read = list(csv.reader(io.StringIO(as_csv(rows, ZH, compared=False))))
    assert [row[1] for row in read[1:]] == [f"qa {label}" for label in HOSTILE]


def test_the_csv() -> None:
    text = as_csv(all_rows(sample(), ZH), ZH, compared=False)
    assert text.startswith("\ufeff编号,回答,结果,类型,说明\r\n")
    found = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(found) == 26
    assert found[3] == [
        "3",
        "你想取消什么？ 售后申请 → 页面显示什么？ 待商家处理 → 商品寄出了吗？ 没有 → 现在就可以撤销 没解决",
        "截图找客服",
        "需要找人处理",
        "把截图发给客服。",
    ]


def test_a_compared_csv_has_one_column_more() -> None:
    found = list(csv.reader(io.StringIO(as_csv([ROW], EN, compared=True).removeprefix("\ufeff"))))
    assert found == [["No.", "Answers", "Outcome", "Kind", "Text", "Before"], ["1", "问？ 答", "结果", "类型", "说明。", "以前"]]
    assert table([ROW], compared=True) == [["编号", "回答", "结果", "类型", "之前的结果"], ["1", "问？ 答", "结果", "类型", "以前"]]


@pytest.mark.parametrize("sign", [*FORMULA, "\t=", " +", "\n@"])
def test_no_cell_is_a_formula(sign: str) -> None:
    hostile = f"{sign}1+1"
    text = as_csv([Row(((hostile, hostile),), hostile, hostile, hostile, hostile)], ZH, compared=True)
    (_, row) = csv.reader(io.StringIO(text))
    assert row[0] == "1"
    assert all(cell.startswith("'") for cell in row[1:])
    assert [cell.strip("'").lstrip()[0] for cell in row[1:]] == [sign.lstrip()] * 5


def test_texts_of_several_lines_and_quotes_stay_one_cell() -> None:
    text = as_csv([Row((("问？", '他说"好", 对'),), "结果", "类型", "一，\n二\n")], ZH, compared=False)
    (_, row) = csv.reader(io.StringIO(text))
    assert row == ["1", '问？ 他说"好", 对', "结果", "类型", "一，\n二"]


def changes(now: str, before: str | None = FLOW) -> list[tuple[str, str, str]]:
    """Return answers, outcome and earlier outcome of each changed journey."""
    earlier = compiled(flow_of(before)) if before is not None else None
    rows = changed_rows(compiled(flow_of(now)), earlier, ZH)
    return [(" → ".join(answer for _, answer in row.answers), row.outcome, row.before) for row in rows]


def edited(old: str, new: str) -> str:
    assert FLOW.count(old) == 1, FLOW.count(old)
    return FLOW.replace(old, new)


def test_nothing_changed() -> None:
    assert changes(FLOW) == []
    assert changes(edited("help: 打开售后单详情看。", "help: 看详情。")) == []


def test_an_outcome_that_was_redirected() -> None:
    assert changes(edited("order: {label: 订单, to: cancel-order}", "order: {label: 订单, to: look-again}")) == [
        ("订单", "再看一次详情页", "去订单页取消")
    ]


def test_an_outcome_that_says_something_else() -> None:
    reworded = [("订单", "去订单页取消", "（结果没变，说明改了）")]
    assert changes(edited("text: 订单没发货时去订单页。", "text: 去订单页。")) == reworded
    assert changes(edited("cancel-order: {title: 去订单页取消, kind: solved", "cancel-order: {title: 去订单页取消, kind: wait")) == reworded
    assert changes(edited("title: 去订单页取消", "title: 去订单页")) == [("订单", "去订单页", "去订单页取消")]


def test_a_new_answer() -> None:
    more = "      order: {label: 订单, to: cancel-order}\n      other: {label: 别的, to: ask-person}\n"
    assert changes(edited("      order: {label: 订单, to: cancel-order}\n", more)) == [("别的", "问客服", "（新的走法）")]


def test_an_answer_that_is_gone() -> None:
    assert changes(edited("      order: {label: 订单, to: cancel-order}\n", "")) == [
        ("订单", "（已经没有这种走法）", "去订单页取消")
    ]


def test_a_new_question_in_the_middle_makes_journeys_new_and_old_ones_go() -> None:
    asked = "  sure:\n    ask: 确定吗？\n    options:\n      yes: {label: 确定, to: cancel-order}\n      no: {label: 再想想, to: what, again: 1}\n"
    now = FLOW.replace("to: cancel-order}", "to: sure}").replace("  status:\n    ask", f"{asked}  status:\n    ask")
    found = changes(now)
    assert ("订单 → 确定", "去订单页取消", "（新的走法）") in found
    assert found[-1] == ("订单", "（已经没有这种走法）", "去订单页取消")
    assert {before for _, _, before in found} == {"（新的走法）", "去订单页取消"}


def test_a_rule_that_changed_shows_only_the_journeys_that_it_turns() -> None:
    found = changes(edited("          - {when: {what: request}, go: ask-person}\n", ""))
    assert {(way.split(" → ")[0], way.split(" → ")[-1], now, before) for way, now, before in found} == {
        ("售后申请", "寄出了", "现在不能撤销", "问客服")
    }
    assert len(found) == 2


def test_a_flow_that_is_new() -> None:
    found = changes(FLOW, None)
    assert len(found) == 25
    assert {before for _, _, before in found} == {"（新的走法）"}


def test_an_earlier_version_in_circles_is_compared_as_far_as_it_goes() -> None:
    cycle = FLOW.replace("to: status, again: 1}", "to: status}")
    found = changes(FLOW, cycle)
    assert found == []
    assert compiled(flow_of(cycle)).order is None


def test_ids_count_and_labels_do_not() -> None:
    assert changes(edited("label: 订单, to", "label: 一个订单, to")) == []
    renamed = edited("order: {label: 订单, to", "an-order: {label: 订单, to")
    renamed = renamed.replace("answers: {what: order}", "answers: {what: an-order}")
    assert changes(renamed) == [
        ("订单", "去订单页取消", "（新的走法）"),
        ("订单", "（已经没有这种走法）", "去订单页取消"),
    ]


def test_a_flow_is_reviewed_whatever_its_language() -> None:
    assert isinstance(sample().flow, Flow)
    assert as_markdown("Title", all_rows(sample(), EN)[:1], EN, compared=False).startswith("# Title\n\nJourneys: 1\n")

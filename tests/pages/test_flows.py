"""Pages of guided flows, read as a browser without style reads them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from helpcenter.build import Built
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.graph import NOT_SOLVED
from helpcenter.pages.search import make_search
from helpcenter.rendering.bundles import assets
from tests.making import ARTICLE, FLOW, FLOW_FILES, VALUES, Files, body, built, page
from tests.reading import Node, tree

NAME = "content/flows/why-not.yaml"
WARNING = "{id: no-way-back, level: danger, title: 不能反悔, text: '撤销后**不能**恢复。'}"
WITH_WARNING = {"content/articles/reapply.yaml": f"{ARTICLE}precautions:\n  - {WARNING}\n"}


def changed(old: str, new: str) -> Files:
    """Return the files of the flow with ``new`` for ``old``."""
    assert old in FLOW
    return {**FLOW_FILES, NAME: FLOW.replace(old, new)}


def flow_body(folder: Path, files: Files = FLOW_FILES) -> Node:
    return tree(body(folder, "why-not/", files)).one("div", "hc-flow")


def step(flow: Node, anchor: str) -> Node:
    return flow.one("section", "hc-step", id=anchor)


def choices(section: Node) -> list[tuple[str, str, str]]:
    """Return option, target and label of each choice."""
    links = section.one("ul", "hc-options").all("a")
    return [(link.attributes["data-option"], link.attributes["href"], link.text()) for link in links]


def unsolved(section: Node) -> Node:
    return section.one("p", "hc-unsolved").one("a")


def test_a_question_has_a_link_for_each_option_in_order(tmp_path: Path) -> None:
    flow = flow_body(tmp_path)
    first = step(flow, "what")
    assert first.one("h2").text() == "你想取消什么？"
    assert choices(first) == [
        ("request", "#status", "售后申请"),
        ("order", "#cancel-order", "订单"),
        ("unsure", "#status~unsure", "我不确定"),
    ]
    assert step(flow, "status").all("p")[1].text() == "打开售后单详情看。"


def test_the_first_question_stands_first_and_the_person_last(tmp_path: Path) -> None:
    anchors = [node.attributes["id"] for node in flow_body(tmp_path).all("section", "hc-step")]
    assert anchors[0] == "what"
    assert anchors[-1] == "contact"
    assert len(anchors) == len(set(anchors)) == 16


def test_copies_of_a_question_lead_to_where_its_rules_say(tmp_path: Path) -> None:
    flow = flow_body(tmp_path)
    assert choices(step(flow, "status"))[2] == ("unsure", "#look-again", "看不懂")
    assert choices(step(flow, "status~unsure"))[2] == ("unsure", "#ask-person", "看不懂")
    assert "again" in {option for option, _, _ in choices(step(flow, "parcel"))}
    assert "again" not in {option for option, _, _ in choices(step(flow, "parcel~request~1"))}


def test_what_is_alike_stands_together(tmp_path: Path) -> None:
    """The start, questions, outcomes by kind; copies of a question beside each other."""
    steps = flow_body(tmp_path).all("section", "hc-step")
    for names in ([node.attributes["id"].split("~")[0] for node in steps], [node.attributes["class"] for node in steps[:-1]]):
        assert len(names) > len(set(names)) == sum(before != after for before, after in pairwise(["", *names]))


def test_every_choice_names_the_number_of_its_section_for_paper(tmp_path: Path) -> None:
    flow = flow_body(tmp_path)
    numbers = {f"#{node.attributes['id']}": place for place, node in enumerate(flow.all("section", "hc-step"), start=1)}
    links = [link for node in flow.all("section", "hc-step") for link in node.all("a") if "data-see" in link.attributes]
    assert len(links) == 33
    for link in links:
        assert link.attributes["data-see"] == str(numbers[link.attributes["href"]])


@pytest.mark.parametrize(
    ("anchor", "left"),
    [
        ("what", "还要回答 1–5 个问题"),
        ("status", "还要回答 1–4 个问题"),
        ("parcel", "还要回答 1–3 个问题"),
        ("parcel~request~1", "还要回答 1 个问题"),
    ],
)
def test_a_question_says_how_many_are_left(anchor: str, left: str, tmp_path: Path) -> None:
    assert step(flow_body(tmp_path), anchor).one("p", "hc-left").text() == left


def test_the_head_says_how_many_questions_there_are(tmp_path: Path) -> None:
    found = tree(body(tmp_path, "why-not/", FLOW_FILES))
    assert found.one("p", "hc-meta").text() == "回答 1–5 个问题"
    assert found.one("p", "hc-summary").text() == "回答几个问题，找到办法。"


def test_an_outcome_says_its_kind_and_what_to_do(tmp_path: Path) -> None:
    flow = flow_body(tmp_path)
    kinds = {
        anchor: (step(flow, anchor).classes[1], step(flow, anchor).one("p", "hc-kind").text())
        for anchor in ("withdraw-now", "look-again", "ask-person", "too-late")
    }
    assert kinds == {
        "withdraw-now": ("hc-step--solved", "可以这样做"),
        "look-again": ("hc-step--wait", "先等一等"),
        "ask-person": ("hc-step--contact", "需要找人处理"),
        "too-late": ("hc-step--not-possible", "现在做不到"),
    }
    outcome = step(flow, "withdraw-now")
    assert outcome.one("h2").text() == "现在就可以撤销"
    assert "打开售后单详情，点撤销。" in outcome.text()
    assert outcome.all("p", "hc-left") == outcome.all("ul", "hc-options") == []


def test_an_outcome_links_to_parts_and_questions_by_their_titles(tmp_path: Path) -> None:
    flow = flow_body(tmp_path)
    link = step(flow, "withdraw-now").one("ul", "hc-list").one("a")
    assert link.attributes["href"] == "../reapply/#open-order"
    assert (link.text(), link.one("small").text()) == ("怎么重新申请 打开订单", "打开订单")
    question = step(flow, "too-late").one("ul", "hc-list").one("a")
    assert (question.attributes["href"], question.text()) == ("../can-withdraw/", "还能撤销吗？")


def test_an_outcome_shows_its_contact(tmp_path: Path) -> None:
    contact = step(flow_body(tmp_path), "ask-person").one("div", "hc-step__contact")
    assert contact.text() == "平台客服 在订单页点联系客服。"
    assert step(flow_body(tmp_path / "again"), "too-late").all("div", "hc-step__contact") == []


def test_who_was_not_helped_follows_the_edge_else_finds_a_person(tmp_path: Path) -> None:
    flow = flow_body(tmp_path)
    assert unsolved(step(flow, "withdraw-now")).attributes["href"] == "#still-stuck"
    assert unsolved(step(flow, "too-late")).attributes["href"] == "#contact"
    assert step(flow, "contact").all("p", "hc-unsolved") == []
    assert step(flow, "contact").one("h2").text() == "还没解决？找人帮忙"


def test_a_contact_that_stands_there_is_not_offered_once_more(tmp_path: Path) -> None:
    assert step(flow_body(tmp_path), "ask-person").all("p", "hc-unsolved") == []
    other = {**FLOW_FILES, NAME: FLOW.replace("start: what", "start: what\ncontact: merchant"), "content/values.yaml": TWO_CONTACTS}
    assert unsolved(step(flow_body(tmp_path / "other", other), "ask-person")).attributes["href"] == "#contact"


def test_the_flow_says_where_its_outcomes_lead_and_rules_choose(tmp_path: Path) -> None:
    led = "not_solved:\n  - {when: {what: unsure}, go: ask-person}\n  - {go: still-stuck}\n"
    flow = flow_body(tmp_path, changed("start: what\n", f"start: what\n{led}"))
    assert unsolved(step(flow, "too-late")).attributes["href"] == "#still-stuck"
    assert unsolved(step(flow, "too-late~unsure")).attributes["href"] == "#ask-person"
    assert step(flow, "still-stuck").all("p", "hc-unsolved") == step(flow, "ask-person").all("p", "hc-unsolved") == []


HOME = "title: 先查这里\nlead: 先看状态。\ncontact: merchant\n"
TWO_CONTACTS = VALUES + "  merchant: {label: 商家客服, how: 在聊天里问。}\n"


@pytest.mark.parametrize(
    ("files", "label"),
    [
        ({}, "平台客服"),
        ({"content/home.yaml": HOME}, "商家客服"),
        ({**changed("start: what\n", "start: what\ncontact: platform\n"), "content/home.yaml": HOME}, "平台客服"),
    ],
)  # fmt: skip
def test_the_person_is_that_of_the_flow_of_the_home_page_or_the_first(files: Files, label: str, tmp_path: Path) -> None:
    flow = flow_body(tmp_path, {**FLOW_FILES, "content/values.yaml": TWO_CONTACTS, **files})
    assert step(flow, "contact").one("p", "hc-contact__label").text() == label


def test_without_anybody_to_ask_nobody_is_promised(tmp_path: Path) -> None:
    text = FLOW.replace(", contact: platform}", ", links: [reapply]}")
    flow = flow_body(tmp_path, {**FLOW_FILES, NAME: text, "content/values.yaml": None})
    assert flow.all("section", "hc-step", id="contact") == []
    assert [node.attributes["id"] for node in flow.all("section") if node.all("p", "hc-unsolved")] == ["withdraw-now"]


OTHER = FLOW.replace("id: why-not", "id: other").replace("title: 撤销不了？一步步找原因", "title: 另一个")


@pytest.mark.parametrize(("target", "href"), [("other", "../other/"), ("other#parcel", "../other/#parcel")])
def test_an_answer_may_lead_to_another_flow(target: str, href: str, tmp_path: Path) -> None:
    files = changed("order: {label: 订单, to: cancel-order}", f"order: {{label: 订单, to: '{target}'}}")
    text = str(files[NAME]).replace("  cancel-order: {title: 去订单页取消, kind: solved, text: 订单没发货时去订单页。, links: [reapply]}\n", "")
    text = text.replace("answers: {what: order}, outcome: cancel-order", f"answers: {{what: order}}, outcome: '{target}'")
    flow = flow_body(tmp_path, {**files, NAME: text, "content/flows/other.yaml": OTHER})
    leaving = step(flow, "what").one("ul", "hc-options").all("a")[1]
    assert leaving.attributes == {"href": href, "data-option": "order"}


@pytest.mark.parametrize("place", ["    ask: 页面显示什么？\n", "    title: 现在就可以撤销\n"])
def test_precautions_stand_where_the_flow_asks_for_them(place: str, tmp_path: Path) -> None:
    files = {**changed(place, f"{place}    precautions: [reapply#no-way-back]\n"), **WITH_WARNING}
    flow = flow_body(tmp_path, files)
    boxes = [node.attributes["id"] for node in flow.all("section", "hc-step") if node.all("div", "hc-precaution")]
    assert boxes
    assert {anchor.partition("~")[0] for anchor in boxes} == {"status" if "ask" in place else "withdraw-now"}
    box = step(flow, boxes[0]).one("div", "hc-precaution--danger")
    assert box.one("h3").text() == "危险 不能反悔"
    assert box.one("p").text() == "撤销后不能恢复。"
    assert box.all(id="no-way-back") == []


def test_notes_for_staff_are_nowhere(tmp_path: Path) -> None:
    files = changed("    kind: solved\n", "    kind: solved\n    staff: 不要承诺时间。\n")
    made = built(tmp_path, files)
    assert [found.path for found in made.pages if "不要承诺" in found.body + found.head] == []
    assert b"".join(file.content for file in make_search(made.book).pieces()).decode().count("不要承诺") == 0


def test_what_writers_type_stays_text(tmp_path: Path) -> None:
    typed = '<b onclick="x">"&'
    text = FLOW
    for old in ("你想取消什么？", "售后申请", "现在就可以撤销", "撤销不了？一步步找原因", "打开售后单详情，点撤销。"):
        text = text.replace(old, f"{old}{typed}")
    text = text.replace("label: 售后申请" + typed, f"label: '售后申请{typed}'")
    flow = flow_body(tmp_path, {**FLOW_FILES, NAME: text})
    assert flow.attributes["data-title"] == f"撤销不了？一步步找原因{typed}"
    assert step(flow, "what").one("h2").text() == f"你想取消什么？{typed}"
    assert choices(step(flow, "what"))[0][2] == f"售后申请{typed}"
    assert [node for node in flow.walk() if "onclick" in node.attributes] == []


def test_only_pages_of_flows_load_the_script(tmp_path: Path) -> None:
    made = built(tmp_path, FLOW_FILES)
    script = f'<script src="../{assets().flow.path}" defer></script>'
    assert [found.path for found in made.pages if script in found.head] == ["why-not/"]


def test_what_the_script_needs_is_hidden_and_holds_no_words_of_its_own(tmp_path: Path) -> None:
    flow = flow_body(tmp_path)
    assert "hidden" in flow.one("p", "hc-flow__tools").attributes
    assert "hidden" in flow.one("nav", "hc-trail").attributes
    assert [node.attributes["data-part"] for node in flow.all("template")] == ["answer", "end", "notice"]
    assert sorted(flow.one("template", **{"data-part": "notice"}).one("p").attributes) == [
        "data-comma", "data-dropped", "data-lost", "data-moved", "data-skipped", "data-unused",
    ]  # fmt: skip


def test_a_flow_that_is_a_draft_has_pages_in_the_preview_only(tmp_path: Path) -> None:
    files = changed("start: what\n", "start: what\nstatus: draft\n")
    assert [found.path for found in built(tmp_path, files).pages if found.path.startswith("why-not/")] == []
    preview = built(tmp_path / "preview", files, drafts=True)
    assert "草稿" in tree(page(preview, "why-not/").body).one("p", "hc-banner").text()


def links_of(compiled: Compiled) -> int:
    return sum(len(section.links) for section in compiled.sections.by_anchor.values())


def test_every_flow_has_all_its_sections_and_links(example_pages: Built) -> None:
    flows = example_pages.book.typeset.flows
    assert len(flows) >= 2
    for flow_id, compiled in flows.items():
        sections = tree(page(example_pages, f"{flow_id}/").body).all("section", "hc-step")
        assert sorted(node.attributes["id"] for node in sections) == sorted([*compiled.sections.by_anchor, "contact"])
        assert (sections[0].attributes["id"], sections[-1].attributes["id"]) == (compiled.sections.start, "contact")
        options = [link for node in sections for link in node.all("a") if "data-option" in link.attributes]
        going_on = [one for one in compiled.sections.by_anchor.values() if NOT_SOLVED in one.links]
        assert len(options) + len(going_on) == links_of(compiled)


STEP = """\
steps:
  look:
    do: 再看一次状态
    text:
      - 刷新一下。
      - {when: {what: request}, text: 看**售后单**。, else: 看订单。}
    links: [reapply]
    next: {label: 看到了, to: look-again}
    else: {label: 没看到, to: ask-person}
"""
TO_STEP = "{label: 看不懂, hint: 各平台叫法不同, to: look}"
RULES = """
        label: 看不懂
        to:
          - {when: {what: unsure}, go: ask-person}
          - {go: look-again}"""
LED_OVER = FLOW.replace(RULES, f" {TO_STEP}").replace("outcomes:\n", f"{STEP}outcomes:\n", 1).partition("tests:\n")[0]
WITH_STEP = {**FLOW_FILES, NAME: LED_OVER}


def test_a_step_has_its_ways_on_and_says_what_fits_the_answers(tmp_path: Path) -> None:
    flow = flow_body(tmp_path, WITH_STEP)
    first, other = step(flow, "look"), step(flow, "look~0")
    assert (first.one("p", "hc-kind").text(), first.one("h2").text()) == ("先做这一步", "再看一次状态")
    assert choices(first) == [("next", "#look-again", "看到了"), ("else", "#ask-person", "没看到")]
    assert [node.text() for node in first.all("p")[1:3]] == ["刷新一下。", "看售后单。"]
    assert [node.text() for node in other.all("p")[1:3]] == ["刷新一下。", "看订单。"]
    assert first.one("ul", "hc-list").one("a").attributes["href"] == "../reapply/"


def test_a_hint_stands_under_the_label_of_an_option(tmp_path: Path) -> None:
    link = step(flow_body(tmp_path, WITH_STEP), "status").one("ul", "hc-options").all("a")[2]
    assert (link.one("b").text(), link.one("small").text()) == ("看不懂", "各平台叫法不同")

"""Flows as the desk has them: the sections of their pages, with what staff are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpcenter.desk.flows import flows_for_desk
from helpcenter.desk.nodes import every_answer, other_copies
from helpcenter.project import Site
from tests.making import FLOW_FILES, SITE, VALUES, Files, built

SECOND = """\
id: second
title: 先分清{{ merchant_hours }}
summary: 不同的人做不同的事。
topic: after-sales
start: where
questions:
  where:
    ask: 在哪里 <买> 的？
    options:
      jd: {label: 京东, platform: jd, to: who}
      other:
        label: 别处，等{{ merchant_hours }}
        to: who
      unsure: {label: 不清楚, to: call}
  who:
    ask: 你是谁？
    options:
      buyer: {label: 买家, hint: 下单的人, to: why-not}
      half: {label: 买家，要看包裹, to: why-not#parcel}
      fast: {label: 京东自营, platforms: jd, to: call}
      unsure: {label: 说不清, to: call}
outcomes:
  call:
    title: 先打电话
    kind: contact
    text: 等{{ merchant_hours }}再说。
    contact: platform
    staff: 先查 <订单>。
"""
FILES: Files = {
    **FLOW_FILES,
    "content/flows/second.yaml": SECOND,
    "content/platforms.yaml": "- {id: jd, label: 京东}\n- {id: wechat, label: 微信小店}\n",
    "content/values.yaml": VALUES.replace("checked: 2026-11}", "checked: 2026-11, platforms: {jd: {text: 24 小时, "
                                          "source: 京东规则, checked: 2026-11}}}"),
}


def flows(folder: Path, files: Files = FILES, site: Site = SITE, **options: bool) -> dict[str, dict[str, Any]]:
    made = built(folder, files, site, **options)
    return {flow["id"]: flow for flow in flows_for_desk(made.book, made.layout.renderer)}


def test_a_flow_has_its_sections_with_their_ways_and_each_text_once(tmp_path: Path) -> None:
    flow = flows(tmp_path)["why-not"]
    assert (flow["start"], flow["link"]) == ("what", "https://help.example.com/why-not/")
    ways = {anchor: dict(section[1]) for anchor, section in flow["sections"].items()}
    assert ways["what"] == {"request": "status", "order": "cancel-order", "unsure": "status~unsure"}
    assert ways["status~unsure"]["unsure"] == "ask-person"
    assert ways["status"]["unsure"] == "look-again"
    assert ways["withdraw-now"] == {"not-solved": "still-stuck"}
    assert len(flow["texts"]) == len(set(flow["texts"]))
    assert flow["sections"]["status"][0] == flow["sections"]["status~unsure"][0]
    assert "打开售后单详情看。" in flow["texts"][flow["sections"]["status"][0]]


def test_who_was_not_helped_is_led_to_a_person_as_on_the_page(tmp_path: Path) -> None:
    flow = flows(tmp_path)["why-not"]
    assert flow["sections"]["too-late"][1] == [["not-solved", "contact"]]
    assert flow["sections"]["ask-person"][1] == []
    assert flow["nodes"]["contact"]["kind"] == "contact"
    assert "平台客服" in flow["texts"][flow["sections"]["contact"][0]]


def test_options_say_whom_they_are_for_and_what_they_tell(tmp_path: Path) -> None:
    flow = flows(tmp_path)["second"]
    where, who = flow["nodes"]["where"], flow["nodes"]["who"]
    assert where["title"] == "在哪里 &lt;买&gt; 的？"
    assert where["options"]["jd"] == ["京东", "", ["jd"]]
    assert where["options"]["unsure"] == ["不清楚"]
    assert who["options"]["buyer"] == ["买家", "下单的人"]
    assert who["options"]["fast"] == ["京东自营", "", [], ["jd"]]
    assert dict(flow["sections"]["who"][1])["half"] == ">why-not#parcel"
    assert dict(flow["sections"]["who"][1])["buyer"] == ">why-not"


def test_words_of_platforms_stand_beside_each_other_and_the_title_is_plain(tmp_path: Path) -> None:
    flow = flows(tmp_path)["second"]
    label = flow["nodes"]["where"]["options"]["other"][0]
    assert '<span data-not="jd">48 小时</span><span data-for="jd">24 小时</span>' in label
    assert flow["title"] == "先分清48 小时"
    text = flow["texts"][flow["sections"]["call"][0]]
    assert '<span data-for="jd">24 小时</span>' in text
    assert "hc-fact" not in text


def test_a_draft_and_a_site_without_an_address_have_no_public_link(tmp_path: Path) -> None:
    files = {**FILES, "content/flows/second.yaml": f"{SECOND}status: draft\n"}
    assert flows(tmp_path / "draft", files, drafts=True)["second"]["link"] == ""
    assert flows(tmp_path / "bare", FILES, Site("小小", ""))["second"]["link"] == ""


def test_questions_and_steps_are_answers_of_the_desk_behind_all_others(tmp_path: Path) -> None:
    book = built(tmp_path, FILES).book
    answers = every_answer(book)
    ids = [answer.id for answer in answers]
    last = [answer.kind for answer in answers].index("question")
    assert ids[last:] == ["second#where", "second#who", *(f"why-not#{node}" for node in ("what", "status", "parcel"))]
    status = answers[ids.index("why-not#status")]
    assert (status.kind, status.title, status.reply) == ("question", "页面显示什么？", "页面显示什么？")
    assert status.link == "https://help.example.com/why-not/#status"
    assert status.text == "页面显示什么？\n\n打开售后单详情看。"


def test_a_copy_that_says_something_else_has_a_body_of_its_own(tmp_path: Path) -> None:
    text = "text:\n    - 让客服看一眼。\n    - {when: {what: unsure}, text: 先说清楚要取消什么。}\n    contact"
    flow = FLOW_FILES["content/flows/why-not.yaml"].replace("text: 让客服看一眼。, contact", "text: 看。, contact")
    files = {**FILES, "content/flows/why-not.yaml": flow.replace(
        "ask-person: {title: 问客服, kind: contact, text: 看。, contact: platform}",
        f"ask-person:\n    title: 问客服\n    kind: contact\n    {text}: platform")}
    copies = other_copies(built(tmp_path, files).book)
    assert {copy.id: copy.text.split("\n")[-1] for copy in copies} == {"why-not#ask-person~request": "让客服看一眼。"}

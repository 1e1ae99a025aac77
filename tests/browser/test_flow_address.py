"""The address of a flow says where one is: Back and Forward, reload, links to the middle, links that are out of date."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from helpcenter.words.catalogue import interface

from .flow_project import FLOW
from .visitor import Visitor
from .walking import CHANGED, STATE, choose, fragment, must_be_at, must_show, state, trail

pytestmark = pytest.mark.browser
WORDS = interface("zh")
ALL = "withdraw-now?what=request&status=applied&parcel=kept"


ODD = ["%", "%E4%BD", "<img src=x onerror=alert(1)>", "__proto__?constructor=x", "what?what=__proto__", "?" * 99]


class Link(NamedTuple):
    """An address, the section it leads to, the answers that are in the trail, the notice, and what was not used."""

    address: str
    section: str
    answers: str = ""
    notice: str = ""
    unused: str = ""


GOOD = [
    Link("", "what"),
    Link("what", "what"),
    Link("status?what=request", "status", "售后申请"),
    Link(ALL, "withdraw-now", "售后申请 待商家处理 没有"),
    Link("?what=request&status=applied", "parcel", "售后申请 待商家处理"),
    Link("?status=applied&what=request", "parcel", "售后申请 待商家处理"),
    Link("status?what=request&status=applied&parcel=kept", "status", "售后申请"),
    Link("status~unsure?what=unsure", "status~unsure", "我不确定"),
    Link("status?what=unsure", "status~unsure", "我不确定"),
    Link("status~unsure?what=request", "status", "售后申请"),
    Link("parcel?what=unsure&status=applied&parcel=kept", "parcel~unsure", "我不确定 待商家处理"),
    Link("status~request?what=request", "status", "售后申请"),
    Link("status~request~1?what=request&status=applied&parcel=again", "status~request~1", "售后申请 待商家处理 选错了，再看一次"),
    Link("status?what=request&status=applied&parcel=again&status=refunding", "status", "售后申请"),
    Link("status~request~1?what=request&status=applied&parcel=again&status=refunding", "status~request~1",
         "售后申请 待商家处理 选错了，再看一次"),
    Link("contact?what=order&cancel-order=not-solved", "contact", "订单 没解决，还有别的办法吗"),
]  # fmt: skip
MIDDLE = [
    Link("status", "status", "", "skipped"),
    Link("withdraw-now", "withdraw-now", "", "skipped"),
    Link("contact", "contact", "", "skipped"),
    Link("parcel~unsure", "parcel~unsure", "", "skipped"),
    Link("parcel~request", "parcel", "", "skipped"),
    Link("withdraw-now?what=request", "withdraw-now", "售后申请", "skipped"),
    Link("withdraw-now?parcel=kept", "withdraw-now", "没有", "skipped"),
    Link("withdraw-now?what=unsure&parcel=kept", "withdraw-now", "我不确定 没有", "skipped"),
    Link("too-late?what=unsure&parcel=shipped", "too-late", "我不确定 寄出了", "skipped"),
    Link("ask-person?parcel=shipped", "ask-person", "寄出了", "skipped"),
    Link("still-stuck?withdraw-now=not-solved", "still-stuck", "没解决，还有别的办法吗", "skipped"),
]
STALE = [
    Link("gone", "what", "", "moved"),
    Link("gone?what=request", "status", "售后申请", "moved"),
    Link("gone?what=request&status=applied", "parcel", "售后申请 待商家处理", "moved"),
    Link("parcel~gone?what=request&status=applied", "parcel", "售后申请 待商家处理"),
    Link("status~gone?what=request&status=applied&parcel=kept", "status", "售后申请"),
    Link("status~gone?what=request&status=applied&parcel=again&status=refunding", "status~request~1",
         "售后申请 待商家处理 选错了，再看一次"),
    Link("parcel~gone", "parcel", "", "skipped"),
    Link("withdraw-now?what=gone&status=applied&parcel=kept", "what", "", "dropped", "你想取消什么？ gone"),
    Link("withdraw-now?what=request&status=gone&parcel=kept", "status", "售后申请", "dropped", "页面显示什么？ gone"),
    Link("withdraw-now?what=request&gone=yes&status=applied&parcel=kept", "withdraw-now", "售后申请 待商家处理 没有", "dropped",
         "gone yes"),
    Link("parcel?what=request&status", "status", "售后申请", "dropped", "页面显示什么？"),
    Link("?=&&==&x", "what", "", "dropped", "x"),
    Link("what?gone=yes&more=no", "what", "", "dropped", "gone yes、more no"),
    Link(f"what?{'x' * 50}={'y' * 50}", "what", "", "dropped", f"{'x' * 40} {'y' * 40}"),
]  # fmt: skip
CONTRADICTORY = [
    Link("cancel-order?what=request", "status", "售后申请", "moved"),
    Link("withdraw-now?what=order&status=applied&parcel=kept", "cancel-order", "订单", "moved",
         "页面显示什么？ 待商家处理、商品寄出了吗？ 没有"),
    Link("parcel?what=request&status=refunding", "too-late", "售后申请 退款中", "moved"),
    Link("parcel?what=request&status=refunding&status=applied", "too-late", "售后申请 退款中", "moved", "页面显示什么？ 待商家处理"),
    Link("status?what=request&what=order", "status", "售后申请", "", "你想取消什么？ 订单"),
    Link("cancel-order?what=order&parcel=kept", "cancel-order", "订单", "", "商品寄出了吗？ 没有"),
]  # fmt: skip
CHATS = [
    Link("wechat_redirect", "what"),
    Link("rd", "what"),
    Link("/", "what"),
    Link("!/status?what=request", "status", "售后申请"),
    Link("wechat_redirect#rd", "what"),
    Link(f"{ALL}#wechat_redirect", "withdraw-now", "售后申请 待商家处理 没有"),
    Link(f"{ALL}#rd", "withdraw-now", "售后申请 待商家处理 没有"),
    Link(f"{ALL}。", "withdraw-now", "售后申请 待商家处理 没有"),
    Link(f"{ALL}），谢谢！", "withdraw-now", "售后申请 待商家处理 没有"),
    Link(f"{ALL}%E3%80%82", "withdraw-now", "售后申请 待商家处理 没有"),
    Link(f"{ALL}%E3%80", "withdraw-now", "售后申请 待商家处理 没有"),
    Link(f"{ALL}%EF%BC%89", "withdraw-now", "售后申请 待商家处理 没有"),
    Link(f"{ALL})", "withdraw-now", "售后申请 待商家处理 没有"),
    Link(ALL.replace("&", "&amp;"), "withdraw-now", "售后申请 待商家处理 没有"),
    Link(ALL.replace("&", "&amp;amp;"), "withdraw-now", "售后申请 待商家处理 没有"),
    Link(quote(quote(ALL, safe=""), safe=""), "withdraw-now", "售后申请 待商家处理 没有"),
    Link("status?what=request&from=singlemessage&isappinstalled=0", "status", "售后申请"),
    Link("status?utm_source=%E5%8F%8C11&what=request&utm_medium=wx", "status", "售后申请"),
    Link("?from=timeline", "what"),
    Link("what。", "what"),
    Link("what&from=timeline", "what"),
    Link("?what=request。&status=applied", "parcel", "售后申请 待商家处理"),
]


LINKS = {"good": GOOD, "middle": MIDDLE, "stale": STALE, "contradictory": CONTRADICTORY, "chats": CHATS}
FOLLOW = f"""async (hashes) => {{
  {CHANGED}
  const found = [];
  for (const hash of hashes) {{
    location.hash = hash;
    await changed();
    found.push(({STATE})(document.querySelector("[data-flow]")));
  }}
  return found;
}}"""


def as_link(address: str, found: dict[str, Any]) -> Link:
    """Return what ``address`` leads to as it is typed above."""
    kinds = {"": "", **{WORDS(f"flow.{kind}"): kind for kind in ("dropped", "skipped", "moved")}}
    answers = " ".join(answer for _, answer in found["trail"])
    notice, _, unused = found["notice"].partition(WORDS("flow.unused"))
    return Link(address, " ".join(found["sections"]), answers, kinds[notice], unused)


def must_lead(page: Page, link: Link) -> None:
    assert as_link(link.address, state(page)) == link


@pytest.mark.parametrize("kind", LINKS)
def test_an_address_leads_to_the_nearest_valid_place(kind: str, walker: Visitor) -> None:
    page = walker.blank()
    found = []
    for number, link in enumerate(LINKS[kind]):
        page.goto(f"{walker.origin}{FLOW}?{number}#{link.address}")
        found.append(as_link(link.address, state(page)))
    assert found == LINKS[kind]
    assert walker.watch.problems == []


def test_an_address_typed_over_another_leads_there_too(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#order")
    links = [link for kind in LINKS.values() for link in kind]
    shown = page.evaluate(FOLLOW, [link.address for link in links])
    found = [as_link(link.address, one) for link, one in zip(links, shown, strict=True)]
    # Who is told once that a link leads to the middle is not told again.
    told = ["skipped" if last.notice == link.notice == "skipped" else "" for last, link in pairwise([Link("", ""), *links])]
    assert found == [link._replace(notice="" if again else link.notice) for link, again in zip(links, told, strict=True)]


@pytest.mark.parametrize("encoded", [quote(ALL), quote(ALL, safe=""), quote(ALL, safe="=&")])
def test_an_encoded_address_is_understood(encoded: str, walker: Visitor) -> None:
    assert "%3F" in encoded
    must_lead(walker.open(f"{FLOW}#{encoded}"), GOOD[3])


def test_an_odd_address_breaks_nothing(walker: Visitor) -> None:
    page = walker.blank()
    for number, odd in enumerate(ODD):
        page.goto(f"{walker.origin}{FLOW}?{number}#{odd}")
        assert state(page)["sections"] == ["what"]
        choose(page, "订单")
    assert walker.watch.problems == []


@pytest.mark.parametrize("anchor", ["content", "related", "topic-nav"])
def test_an_address_elsewhere_on_the_page_shows_the_first_question(anchor: str, walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#{anchor}")
    must_lead(page, Link(anchor, "what"))
    page.keyboard.press("1")
    assert walker.watch.problems == []


def test_a_link_elsewhere_on_the_page_keeps_the_place(walker: Visitor) -> None:
    page = walker.open(FLOW)
    choose(page, "售后申请")
    page.locator(".hc-skip").focus()
    page.keyboard.press("Enter")
    must_be_at(page, "content")
    expect(page.locator("main")).to_be_focused()
    assert state(page)["sections"] == ["status"]
    choose(page, "待商家处理")
    assert fragment(page) == "parcel?what=request&status=applied"
    for title in ("页面显示什么？", "页面显示什么？", "你想取消什么？"):
        page.go_back()
        must_show(page, title)
    page.go_forward()
    page.go_forward()
    must_be_at(page, "content")
    must_show(page, "页面显示什么？")
    page.reload()
    must_lead(page, GOOD[2])


def test_who_goes_on_from_the_middle_is_told_once(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#status")
    assert state(page)["notice"]
    choose(page, "待商家处理")
    assert state(page)["notice"] == ""
    assert fragment(page) == "parcel?status=applied"
    assert trail(page) == [["页面显示什么？", "待商家处理"]]


def test_who_answers_after_a_change_of_the_flow_gets_a_good_address(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#withdraw-now?what=request&status=gone&parcel=kept")
    choose(page, "待商家处理")
    must_show(page, "现在就可以撤销")
    assert fragment(page) == ALL
    assert state(page)["notice"] == ""


def test_what_was_named_as_unused_is_gone_from_the_next_address(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#status?what=request&what=order&gone=yes")
    assert "gone yes" in state(page)["notice"]
    choose(page, "待商家处理")
    assert fragment(page) == "parcel?what=request&status=applied"
    page.get_by_role("link", name="修改 你想取消什么？").click()
    must_show(page, "你想取消什么？")
    assert fragment(page) == "what?what=request&status=applied"
    assert state(page)["notice"] == ""


def test_nobody_else_speaks_in_a_notice(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#what?请拨打=13800138000&gone=%3Cb%3E加微信%3C/b%3E")
    assert state(page)["notice"].endswith("gone")

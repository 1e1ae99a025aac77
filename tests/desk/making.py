"""A small help center with a desk: blanks, platforms, notes, a draft, a flow."""

from __future__ import annotations

from pathlib import Path

from helpcenter.build import Built
from tests.making import AUDIENCES, FLOW, FLOW_FILES, article, built, faq_entry

NOTE = "退款单号在后台查。"
DESK = """\
greeting: 亲，
closing: 随时找我。
channels:
  - {id: sms, label: 短信, limit: 70}
  - {id: wechat, label: 微信, limit: 2048, counts: bytes}
blanks:
  order_no: {label: 订单号, example: "12345"}
  shop: {label: 店名, required: no}
"""
_FLOW = FLOW.replace("kind: not-possible, ", "kind: not-possible, staff: 查物流。, ").replace(
    "      order: {", "      own: {label: 京东自营, to: jd-only, platforms: [jd]}\n      order: {"
).replace("outcomes:\n", "outcomes:\n  jd-only: {title: 京东自己取, kind: solved, text: 等人上门。, platforms: [jd]}\n")
FILES = {
    **FLOW_FILES,
    "content/flows/why-not.yaml": _FLOW,
    "content/desk.yaml": DESK,
    "content/audiences.yaml": AUDIENCES,
    "content/platforms.yaml": "- {id: jd, label: 京东, aliases: [jd]}\n- {id: tb, label: 淘宝}\n",
    "content/values.yaml": "values:\n  button: {text: 撤销, source: 页, checked: 2026-11,"
    " platforms: {jd: {text: 取消售后, source: 页, checked: 2026-11}}}\n"
    "contacts:\n  platform: {label: 平台客服, how: 在订单页点联系客服。}\n",
    "content/articles/secret.yaml": article("secret", title="还没写完", status="draft"),
    "faq.yaml": faq_entry(
        "can-withdraw", question="申请被拒了怎么办？", aliases="[退款失败 OK]", reply="订单 {{ order_no }} 点{{ button }}就行。",
        answer="点{{ button }}，{{ shop }}会处理。", staff=NOTE,
    )
    + faq_entry("for-agents", question="客服怎么查？", audience="[agent]"),
}  # fmt: skip


def desk_of(folder: Path, **files: str) -> Built:
    """Make the pages of the help center, drafts too, with other ``files`` over it."""
    return built(folder, {**FILES, **files}, drafts=True)

"""A small site with guided flows: one is offered on an article and, from its second question, on an FAQ page."""

from __future__ import annotations

import json
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from helpcenter.flow.compiled import Compiled
from tests.making import ARTICLE, BASE, FAQ, FLOW_FILES, Files, prepared, write

FLOW: Final = "/why-not/"
OTHER: Final = "/second/"
ARTICLE_CARD: Final = "/reapply/"
FAQ_CARD: Final = "/can-withdraw/"
TWO_CARDS: Final = "/two-cards/"
"""The article again with four cards: two for its flow, and between them and after them one for each other flow."""

SECOND = """\
id: second
title: 先分清你是谁
summary: 不同的人做不同的事。
topic: after-sales
start: who
questions:
  who:
    ask: 你是谁？
    options:
      buyer: {label: 买家, to: why-not}
      half: {label: 买家，已经知道要看包裹, to: why-not#parcel}
      seller: {label: 商家, to: wanted}
      unsure: {label: 说不清, to: call}
  wanted:
    ask: 客户想要什么？
    options:
      withdraw: {label: 撤销, to: tell}
      unsure: {label: 说不清, to: call}
outcomes:
  tell: {title: 请客户自己撤销, kind: solved, text: 只有客户能撤销。, links: [reapply]}
  call: {title: 先打电话, kind: contact, text: 问清楚再说。, contact: platform}
"""
TYPED: Final = """<img src=x onerror=window.pwned=1> "' <script>window.pwned=1</script> {% if 7*7 %} #a?b=c&d"""
"""What a writer may type anywhere, and what must stay text."""
NASTY: Final[dict[str, Any]] = {
    "id": "nasty",
    "title": f"标题 {TYPED}",
    "summary": f"摘要 {TYPED}",
    "topic": "after-sales",
    "start": "first",
    "questions": {
        "first": {
            "ask": f"问题 {TYPED}",
            "options": {
                "yes": {"label": f"回答 {TYPED}", "to": "done"},
                "unsure": {"label": "不知道", "to": "done"},
            },
        }
    },
    "outcomes": {"done": {"title": f"结果 {TYPED}", "kind": "solved", "text": "好。", "contact": "platform"}},
}
LOCK = """\
how-to-reapply article moved reapply
how-to-reapply#way part moved reapply#open-order
reapply#still part moved can-withdraw
why-not#old-status node moved why-not#status
"""
FILES: Final[Files] = {
    **FLOW_FILES,
    "content/links.lock": LOCK,
    "content/flows/nasty.yaml": json.dumps(NASTY, ensure_ascii=False),
    "content/flows/second.yaml": SECOND,
    "content/articles/reapply.yaml": f"{ARTICLE}flow: why-not\nclosing: |\n  完。\n",
    "faq.yaml": f"{FAQ}  flow: why-not#status\n",
}


def write_project(folder: Path) -> None:
    """Write the sources of the site."""
    write(folder, {**BASE, **FILES})


def add_two_cards(site: Path) -> None:
    """Put cards on a copy of the article: no entry may have more than one, but nothing may clash if one had."""
    page = (site / "reapply" / "index.html").read_text(encoding="utf-8")
    start = page.index('<section class="hc-flow-card"')
    end = page.index("</section>", start) + len("</section>")
    card = page[start:end]
    assert 'href="../why-not/"' in card
    cards = card + card.replace("why-not", "second") + card + card.replace("why-not", "nasty")
    copy = site / TWO_CARDS.strip("/") / "index.html"
    copy.parent.mkdir()
    copy.write_text(page[:start] + cards + page[end:], encoding="utf-8")


@lru_cache(maxsize=1)
def sample() -> dict[str, Compiled]:
    """Return the flows of the site as the generator sees them."""
    with tempfile.TemporaryDirectory() as folder:
        found = prepared(Path(folder), FILES)
    assert not found.refused, found.problems
    return found.flows

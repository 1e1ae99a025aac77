"""Values in lines reach everything that readers see, and never as braces."""

from __future__ import annotations

from pathlib import Path

from helpcenter.pages.search import make_search
from tests.making import FLOW, STATES, article, body, built, faq_entry, page, prepared, search_text

HOURS = "{{ merchant_hours }}"
FLOWED = FLOW.replace("title: 撤销不了？一步步找原因", f"title: 撤销不了？等{HOURS}").replace("label: 售后申请", f"label: '申请{HOURS}'")
FILES = {
    "faq.yaml": faq_entry(question=f"要等{HOURS}吗？", reply=f"你好，{HOURS}内处理。"),
    "content/articles/reapply.yaml": article(
        title=f"{HOURS}怎么办".join("''"), summary=f"等{HOURS}。", steps=f"[{{id: open-order, title: '等{HOURS}', substeps: [{{title: '再等{HOURS}'}}]}}]",
        changes=f"[{{date: 2026-11-20, note: '改成{HOURS}。'}}]", questions="[can-withdraw]",
    ),
    "content/topics.yaml": f"- {{id: after-sales, title: '售后{HOURS}', summary: '共{HOURS}。'}}\n",
    "content/home.yaml": f"title: 首页{HOURS}\nlead: 等{HOURS}。\n",
    "content/flows/why-not.yaml": FLOWED,
    "content/states.yaml": STATES.replace("effect: 订单继续。", f"effect: '{HOURS}内继续。'"),
    "content/values.yaml": (
        "values:\n  merchant_hours: {text: 48 小时, source: 平台规则页, checked: 2026-11}\n"
        f"contacts:\n  platform: {{label: 平台客服, how: '{HOURS}内答复。'}}\n"
    ),
}  # fmt: skip


def test_no_braces_go_out_anywhere(tmp_path: Path) -> None:
    made = built(tmp_path, FILES)
    documents = make_search(made.book).documents
    out = [made.feed, *(html for made_page in made.pages for html in (made_page.title, made_page.head, made_page.body))]
    texts = [text.replace("fact.merchant_hours", "") for text in (*out, *map(search_text, documents))]
    assert [text for text in texts if "{{" in text or "merchant_hours" in text] == []
    for path in ("can-withdraw/", "reapply/", "after-sales/", "", "why-not/", "why-not/map/"):
        assert "48 小时" in page(made, path).body


def test_the_page_names_the_facts_of_its_lines(tmp_path: Path) -> None:
    assert "平台规则页" in body(tmp_path, "can-withdraw/", FILES)


def test_limits_hold_with_the_values_put_in(tmp_path: Path) -> None:
    long = prepared(tmp_path, {"faq.yaml": faq_entry(reply=f"{'好' * 115}{HOURS}{HOURS}")})
    assert [(found.code, found.location.line) for found in long.problems] == [("text-too-long", 4)]


def test_a_value_takes_no_values(tmp_path: Path) -> None:
    end = "source: 规则, checked: 2026-11}\n"
    files = {"content/values.yaml": f"values:\n  a: {{text: 甲, {end}  b: {{text: '{{{{ a }}}}', {end}"}
    found = [(problem.code, problem.location.line, problem.location.column) for problem in prepared(tmp_path, files).problems]
    assert found == [("odd-braces", 3, 17)]

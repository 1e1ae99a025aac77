"""A flow is light: its script, its page with 150 sections, and the pages that offer it."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from rjsmin import jsmin

from bench.promises import limit
from helpcenter.rendering.bundles import FOLDER, assets
from tests.conftest import EXAMPLE

from .conftest import build
from .flow_project import ARTICLE_CARD, FAQ_CARD, FLOW, sample, write_project
from .test_weight import KB, REQUESTS
from .visitor import Visitor
from .walking import heading

pytestmark = pytest.mark.browser
SCRIPT, CARD, PAGE = limit("flow-script"), limit("card-script"), limit("flow-page")
QUESTIONS, OUTCOMES, OPTIONS = 60, 89, 5
"""With the section of a person 150 sections, in the proportions of the flow that ships."""


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def test_the_script_of_flows_is_small() -> None:
    assert KB < packed(assets().flow.content) <= SCRIPT


def test_what_every_page_loads_for_cards_is_tiny() -> None:
    assert packed(jsmin((FOLDER / "card.js").read_text("utf-8")).encode()) <= CARD


@lru_cache(maxsize=1)
def clauses() -> list[str]:
    """Return all distinct clauses of the example, in an order of chance."""
    files = [EXAMPLE / "faq.yaml", *sorted((EXAMPLE / "content").rglob("*.yaml"))]
    text = " ".join(path.read_text(encoding="utf-8") for path in files)
    found = sorted({clause for clause in re.findall(r"[\u4e00-\u9fff]+", text) if 4 <= len(clause) <= 12})
    random.Random(1).shuffle(found)
    return found


def sentence(words: Iterator[str], length: int) -> str:
    """Return a text of at least ``length`` characters that no other text shares."""
    text = ""
    while len(text) < length:
        text += next(words) + "，"
    return text[:-1] + "。"


def targets(question: int, chance: random.Random) -> list[str]:
    """Return where the options of a question lead: first to what nothing has led to yet, then anywhere further on."""
    nodes = [f"q{number}" for number in range(QUESTIONS)] + [f"o{number}" for number in range(OUTCOMES)]
    fresh = nodes[1:][3 * question : 3 * question + 3]
    later = nodes[max(question + 1, QUESTIONS - 10) :]
    return fresh + chance.sample(later, OPTIONS - len(fresh))


def large_flow() -> str:
    """Return the YAML of a flow with distinct texts of the usual length."""
    chance, words = random.Random(1), iter(clauses())
    lines = ["id: large", f"title: {next(words)}", f"summary: {sentence(words, 20)}", "topic: after-sales", "start: q0"]
    lines.append("questions:")
    for number in range(QUESTIONS):
        lines += [f"  q{number}:", f"    ask: {next(words)}吗？", "    options:"]
        for place, target in enumerate(targets(number, chance)):
            lines.append(f"      {'abcde'[place]}{number % 7}: {{label: {next(words)}, to: {target}}}")
    lines.append("outcomes:")
    for number in range(OUTCOMES):
        kind = ("solved", "wait", "contact", "not-possible")[number % 4]
        text = json.dumps(sentence(words, chance.randint(76, 112)), ensure_ascii=False)
        lines.append(f"  o{number}: {{title: {next(words)}, kind: {kind}, text: {text}, links: [reapply]}}")
    return "\n".join(lines) + "\n"


def test_a_page_with_150_sections_is_small(tmp_path: Path) -> None:
    write_project(tmp_path)
    (tmp_path / "content" / "flows" / "large.yaml").write_text(large_flow(), encoding="utf-8")
    html = (build(tmp_path, tmp_path / "site") / "large" / "index.html").read_bytes()
    assert html.count(b'<section class="hc-step') == 150
    texts = [text for text in re.findall(r"<p>(.*?)</p>", html.decode()) if len(text) > 60]
    assert 80 <= sum(map(len, texts)) / len(texts) <= 120
    assert len(set(texts)) == len(texts) >= OUTCOMES
    assert PAGE / 2 < packed(html) <= PAGE


@pytest.mark.parametrize("flow_id", ["why-cannot-cancel", "customer-wants-cancel"])
def test_a_flow_of_the_example_is_small(flow_id: str, site: Path) -> None:
    assert packed((site / flow_id / "index.html").read_bytes()) <= PAGE


@pytest.mark.parametrize("path", [ARTICLE_CARD, FAQ_CARD])
def test_a_page_with_a_card_loads_nothing_of_the_flow_before_it_is_used(path: str, walker: Visitor) -> None:
    page = walker.open(path)
    page.wait_for_load_state("networkidle")
    before = [address for address in walker.watch.requests if not address.startswith("data:")]
    assert 2 <= len(before) <= REQUESTS
    page.get_by_role("link", name="开始").click()
    heading(page).wait_for()
    after = [address.removeprefix(walker.origin) for address in walker.watch.requests[len(walker.watch.requests) - 3 :]]
    assert after == [f"/{assets().walk.path}", f"/{assets().flow.path}", FLOW]
    assert not {*after} & {address.removeprefix(walker.origin) for address in before}


def test_only_a_page_of_a_flow_loads_the_script_of_flows(flow_site: Path) -> None:
    script = assets().flow.path
    found = {path.parent.name for path in flow_site.rglob("*.html") if f'src="../{script}"' in path.read_text("utf-8")}
    assert found == set(sample())

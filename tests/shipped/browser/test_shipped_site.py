"""Pages of the content that ships: light, without a fault that axe finds, and no flow that leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from helpcenter.build import Prepared
from tests.browser.first_screen import PHONE as LOW
from tests.browser.first_screen import faults_of
from tests.browser.kinds import KINDS
from tests.browser.test_accessibility import check
from tests.browser.test_flow_weight import PAGE as FLOW_PAGE
from tests.browser.test_flow_weight import packed
from tests.browser.test_flow_without_script import must_reach_all
from tests.browser.test_weight import PAGE, weight
from tests.browser.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
FLOWS = "why-cannot-cancel", "customer-wants-cancel"
TYPICAL = "parcel-on-the-way", "modify-request", "platform-mediation", "request-rejected"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, visitor: Visitor, axe: str) -> None:
    check(visitor.open(KINDS[kind], PHONE), axe)


@pytest.mark.parametrize("entry", TYPICAL)
def test_a_typical_page_is_small(site: Path, entry: str) -> None:
    assert weight(site, entry) <= PAGE


@pytest.mark.parametrize("flow_id", FLOWS)
def test_a_flow_is_small(flow_id: str, site: Path) -> None:
    assert packed((site / flow_id / "index.html").read_bytes()) <= FLOW_PAGE


@pytest.mark.parametrize("flow_id", FLOWS)
def test_a_text_browser_reaches_every_outcome(flow_id: str, site: Path, shipped: Prepared) -> None:
    must_reach_all(site, flow_id, shipped.flows[flow_id])


def test_the_main_article_is_read_to_the_end(visitor: Visitor) -> None:
    """Eight screens of a phone with its folds closed, eight pages of A4 with all of them open."""
    page = visitor.open("/cancel-after-sales/", LOW)
    assert page.evaluate("document.documentElement.scrollHeight") <= 8 * LOW["height"]
    assert page.locator("#search-record").is_hidden()
    page.evaluate("location.hash = 'search-record'")
    expect(page.locator("#search-record")).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 8
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".hc-body details:not([open])")).to_have_count(0)


def test_a_printed_question_is_one_page_and_the_booklet_is_many(visitor: Visitor) -> None:
    page = visitor.open("/why-cannot-cancel/#symptom?what-to-cancel=after-sales")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(page.locator(".hc-sources")).not_to_be_visible()
    page.locator("[data-flow]").evaluate("(flow) => { flow.dataset.whole = ''; }")
    assert page.pdf(format="A4").count(b"/Type /Page\n") > 10


def test_every_page_answers_on_its_first_screen(site: Path, visitor: Visitor) -> None:
    found = list(faults_of(visitor, site))
    assert len(found) > 50
    assert [one for one in found if one.faults] == []

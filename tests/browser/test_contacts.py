"""Ways to a person: a tap calls, writes or opens, on a narrow phone, in the dark and on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.making import BASE, article, write

from .conftest import build, visiting
from .server import serving
from .test_accessibility import check
from .visitor import Visitor

pytestmark = pytest.mark.browser
NARROW = {"width": 360, "height": 740}
FILES = {
    "content/audiences.yaml": "- {id: guest, label: 住客, contact: [desk, chat]}\n- {id: agency, label: 旅行社, contact: desk}\n",
    "content/values.yaml": """\
contacts:
  desk:
    label: 前台
    phone: [400-123-4567 转 801, "+86 10 1234 5678"]
    email: a-rather-long-name.of-somebody@reservations.example.com
    url: https://hotel.example.com/chat
    hours: 全天
  chat: {label: 微信, picture: {src: images/code.svg, alt: 旅店微信“小山”的二维码}}
""",
    "content/images/code.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 900"><path d="M0 0h400v400H0z"/></svg>',
    "content/articles/reapply.yaml": article(audience="[guest, agency]"),
}
SHORT = "all => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44)"


@pytest.fixture(scope="module")
def hotel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("contacts")
    write(folder, {**BASE, **FILES})
    with serving(build(folder, folder / "site")) as address:
        yield address


@pytest.fixture
def page(browser: Browser, hotel: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    for reader in visiting(browser, hotel, request):
        yield open_narrow(reader)


def open_narrow(reader: Visitor) -> Page:
    return reader.open("/reapply/", NARROW)


def test_every_way_can_be_tapped_and_fits_a_narrow_phone(page: Page, axe: str) -> None:
    ways = page.locator(".hc-contact :is(dd a, .hc-button)")
    assert [way.get_attribute("href") for way in ways.all()] == [
        "tel:4001234567,801",
        "tel:+861012345678",
        "mailto:a-rather-long-name.of-somebody@reservations.example.com",
        "https://hotel.example.com/chat",
    ]
    assert ways.evaluate_all(SHORT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    box = page.locator(".hc-contact img").bounding_box()
    assert box is not None and abs(box["width"] - box["height"]) < 1 and 100 < box["width"] <= 200
    assert page.locator(".hc-contact .hc-badge").all_inner_texts() == ["住客"]
    check(page, axe)


def test_paper_says_where_a_tap_would_lead(page: Page) -> None:
    page.emulate_media(media="print")
    shown = page.locator(".hc-contact").inner_text()
    assert "400-123-4567 转 801" in shown and "@reservations.example.com" in shown
    told = page.locator(".hc-contact .hc-button").evaluate("one => getComputedStyle(one, '::after').content + getComputedStyle(one).color")
    assert "hotel.example.com/chat" in told or "attr(href)" in told
    assert told.endswith("rgb(0, 0, 0)")

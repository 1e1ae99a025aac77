"""The feed is Atom as RFC 4287 wants it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from helpcenter.build import Built
from helpcenter.pages.feed import FEED_ENTRIES
from helpcenter.project import Site
from tests.making import FAQ, built, codes, faq_entry, prepared

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
URI = re.compile(r"https://[^\s<>\"]+")


def root(made: Built) -> ElementTree.Element:
    return ElementTree.fromstring(made.feed)


def texts(node: ElementTree.Element, name: str) -> list[str]:
    return [found.text or "" for found in node.findall(f"{ATOM}{name}")]


@pytest.mark.parametrize("name", ["id", "title", "updated"])
def test_feed_and_entries_have_what_they_need_exactly_once(name: str, example_pages: Built) -> None:
    feed = root(example_pages)
    for node in (feed, *feed.findall(f"{ATOM}entry")):
        assert len(texts(node, name)) == 1
        assert texts(node, name)[0].strip()


def test_ids_are_unique_addresses_and_dates_are_rfc_3339(example_pages: Built) -> None:
    feed = root(example_pages)
    entries = feed.findall(f"{ATOM}entry")
    ids = [texts(node, "id")[0] for node in (feed, *entries)]
    assert len(set(ids)) == len(ids)
    assert all(URI.fullmatch(name) for name in ids)
    dates = [texts(node, "updated")[0] for node in (feed, *entries)]
    assert all(RFC3339.fullmatch(day) for day in dates)
    assert dates[0] == max(dates[1:])


def test_the_feed_names_an_author_and_itself(example_pages: Built) -> None:
    feed = root(example_pages)
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://help.example.com/feed.xml",
        "alternate": "https://help.example.com/updates/",
    }


def test_every_entry_links_to_its_page(example_pages: Built) -> None:
    paths = {made.path for made in example_pages.pages}
    for entry in root(example_pages).findall(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert str(link.get("href")).removeprefix("https://help.example.com/") in paths
        assert texts(entry, "summary")[0].strip()


def test_the_feed_stops_after_the_newest(tmp_path: Path) -> None:
    many = "".join(faq_entry(f"more-{number:03}", reviewed="2026-11-01") for number in range(FEED_ENTRIES + 5))
    made = built(tmp_path, {"faq.yaml": FAQ + many})
    entries = root(made).findall(f"{ATOM}entry")
    assert len(entries) == FEED_ENTRIES <= 50
    assert {texts(node, "id")[0].split("/")[3] for node in entries[:2]} == {"reapply", "can-withdraw"}


def test_an_entry_changed_again_gets_a_new_id(tmp_path: Path) -> None:
    before = root(built(tmp_path / "a", {"faq.yaml": faq_entry(reviewed="2026-11-20")}))
    after = root(built(tmp_path / "b", {"faq.yaml": faq_entry(reviewed="2026-11-21")}))
    assert texts(before.findall(f"{ATOM}entry")[1], "id") != texts(after.findall(f"{ATOM}entry")[0], "id")


def test_hostile_titles_stay_text(tmp_path: Path) -> None:
    made = built(tmp_path, {"faq.yaml": faq_entry(question="'</title><script>&amp;'", reply="']]> & <b>'")})
    titles = [texts(node, "title")[0] for node in root(made).findall(f"{ATOM}entry")]
    assert "</title><script>&amp;" in titles


def test_a_help_center_without_entries_or_address_has_a_feed(tmp_path: Path) -> None:
    files = {"faq.yaml": "[]\n", "content/articles/reapply.yaml": None}
    feed = root(built(tmp_path, files, Site("名字")))
    assert feed.findall(f"{ATOM}entry") == []
    assert RFC3339.fullmatch(texts(feed, "updated")[0])


def test_texts_hold_no_control_characters_that_xml_forbids(tmp_path: Path) -> None:
    # YAML allows U+FFFE's neighbours and tabs in quoted text; XML 1.0 must still be able to hold them.
    made = built(tmp_path, {"faq.yaml": faq_entry(question='"一\\t二\\u00a0三😀"')})
    assert "一\t二\u00a0三😀" in [texts(node, "title")[0] for node in root(made).findall(f"{ATOM}entry")]


def test_characters_that_xml_cannot_hold_do_not_reach_the_feed(tmp_path: Path) -> None:
    found = prepared(tmp_path, {"faq.yaml": faq_entry(question='"一\\b二"')})
    assert "control-character" in codes(found)

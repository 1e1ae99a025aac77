"""Every link of every page of the example leads somewhere, as a reader would find out."""

from __future__ import annotations

import re
from posixpath import join, normpath

import pytest

from helpcenter.build import Built
from helpcenter.pages.links import NamedLink, named_link
from tests.reading import Node, tree

OUTSIDE = re.compile(r"(?:https?|mailto|tel):")
FILES = {"feed.xml"}


def targets(made: Built) -> dict[str, Node]:
    return {page.path: tree(page.body) for page in made.pages}


def resolved(path: str, href: str) -> tuple[str, str]:
    """Return the page and the anchor that ``href`` on the page at ``path`` leads to."""
    place, _, anchor = href.partition("#")
    if not place:
        return path, anchor
    target = normpath(join("/", path, place)).removeprefix("/")
    return (f"{target}/" if target and place.endswith("/") else target), anchor


@pytest.mark.parametrize(
    ("path", "href", "found"),
    [
        ("a/", "../b/#c", ("b/", "c")),
        ("a/", "#c", ("a/", "c")),
        ("", "b/", ("b/", "")),
        ("a/", "../", ("", "")),
        ("a/", "../feed.xml", ("feed.xml", "")),
    ],
)
def test_links_are_resolved_as_browsers_do(path: str, href: str, found: tuple[str, str]) -> None:
    assert resolved(path, href) == found


def test_every_link_leads_to_a_page_and_an_anchor(example_pages: Built) -> None:
    bodies = targets(example_pages)
    anchors = {path: {node.attributes.get("id") for node in body.walk()} for path, body in bodies.items()}
    broken = []
    for path, body in bodies.items():
        for href in (link.attributes["href"] for link in body.all("a")):
            page, anchor = resolved(path, href)
            if OUTSIDE.match(href) or page in FILES or page == "about/":
                continue
            if page not in bodies or (anchor and anchor not in anchors[page]):
                broken.append((path, href))
    assert broken == []


def test_links_to_elsewhere_tell_nothing_about_the_reader(example_pages: Built) -> None:
    for path, body in targets(example_pages).items():
        for link in body.all("a"):
            if OUTSIDE.match(link.attributes["href"]):
                assert link.attributes.get("rel") == "noopener", (path, link.attributes)
                assert "target" not in link.attributes


def test_every_page_can_be_reached_from_home(example_pages: Built) -> None:
    bodies = targets(example_pages)
    reached, waiting = set(), [""]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in bodies:
            continue
        reached.add(path)
        waiting += [resolved(path, link.attributes["href"])[0] for link in bodies[path].all("a")]
    frame = {"search/", "topics/", "questions/", "about/"}
    maps = {path for path in bodies if path.endswith("/map/")}  # for writers and staff
    assert bodies.keys() - reached - frame == maps


def test_every_link_says_where_it_leads(example_pages: Built) -> None:
    for path, body in targets(example_pages).items():
        for link in body.all("a"):
            assert link.text().strip("# ") or link.attributes.get("aria-label"), (path, link.attributes)


def test_labels_name_things_that_exist(example_pages: Built) -> None:
    for path, body in targets(example_pages).items():
        ids = {node.attributes.get("id") for node in body.walk()}
        for node in body.walk():
            for attribute in ("aria-labelledby", "for"):
                assert node.attributes.get(attribute) in {None, *ids}, (path, node.attributes)


def test_a_flow_is_named_by_its_title_where_an_area_of_its_page_is_meant(example_pages: Built) -> None:
    book = example_pages.book
    flow = next(iter(book.center.flows.values()))
    node = next(iter(flow.questions))
    assert named_link(f"{flow.id}#sources", book) == NamedLink(f"../{flow.id}/#sources", flow.heading)
    assert named_link(f"{flow.id}#{node}", book).part == flow.questions[node].title

"""Names of errors, addresses and the like may be longer than a line: no page gets wider than a phone for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from .conftest import build, visiting
from .kinds import RESULT
from .seeing import too_wide
from .server import serving
from .visitor import Visitor

pytestmark = pytest.mark.browser
WORD = "ERR_" + "CONNECTION_TIMED_OUT_BY_GATEWAY_" * 2 + "AT_HOST"
CODE = f"`{WORD}` {WORD}"
KEPT = {"topic": "one", "owner": "team", "reviewed": "2026-11-20", "contact": "person"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small help center all of whose texts are one long word."""
    folder = tmp_path_factory.mktemp("long-words")
    for name, data in _files().items():
        path = folder / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    (folder / "project/content/about.md").write_text(f"# {WORD}\n\n{CODE}\n\n- {WORD}\n", encoding="utf-8")
    return build(folder / "project", folder / "site")


@pytest.fixture
def reader(site: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of that help center."""
    with serving(site) as origin:
        yield from visiting(browser, origin, request)


def _files() -> dict[str, Any]:
    part: dict[str, Any] = {"id": "part", "title": WORD, "text": f"{CODE}\n\n| {WORD} | {WORD} |\n| - | - |\n| {WORD} | {CODE} |"}
    question: dict[str, Any] = {"id": "one-question", "question": WORD, "reply": WORD, "answer": CODE, **KEPT}
    article: dict[str, Any] = {"title": WORD, "summary": WORD, "intro": CODE, **KEPT}
    article |= {"questions": ["one-question", "two-question"]}
    article |= {"reasons": [part], "sections": [part | {"id": "other"}], "closing": CODE, "sources": [WORD]}
    article |= {"precautions": [part | {"id": "danger", "level": "danger"}], "changes": [_change()], "flow": "one-flow"}
    article |= {"steps": [{"id": "step", "title": WORD, "substeps": [WORD, {"id": "sub", "title": WORD}]}]}
    return {
        "mkdocs.yml": {
            "site_name": WORD,
            "copyright": WORD,
            "docs_dir": "content",
            "theme": {"name": "material", "language": "zh"},
            "plugins": ["helpcenter"],
        },
        "faq.yaml": [
            question | {"causes": [{"id": "why", "cause": WORD, "fix": CODE}]},
            question | {"id": "two-question", "audience": ["merchant"], "aliases": [WORD]},
        ],
        "content/topics.yaml": [{"id": name, "title": WORD, "summary": WORD} for name in ("one", "two")],
        "content/audiences.yaml": [{"id": who, "label": WORD} for who in ("consumer", "merchant")],
        "content/values.yaml": {"contacts": {"person": _person()}},
        "content/articles/main.yaml": {"id": "main", **article},
        "content/articles/next.yaml": {"id": "next", **article, "flow": "one-flow#second"},
        "content/articles/gone.yaml": {"id": "gone", **article, "status": "retired", "see": "main"},
        "content/flows/one-flow.yaml": _flow(),
    }


def _person() -> dict[str, Any]:
    lines = dict.fromkeys(("label", "how", "hours", "prepare"), WORD)
    return {**lines, "phone": ["+861012345678901", "400 123 4567"], "email": f"{'long.' * 20}name@{'long-' * 8}name.example.com"}


def _change() -> dict[str, str]:
    return {"date": "2026-11-20", "note": WORD}


def _flow() -> dict[str, Any]:
    options = {"yes": {"label": WORD, "to": "second"}, "unsure": {"label": f"{WORD}?", "to": "end"}}
    after = {"yes": {"label": WORD, "to": "end"}, "unsure": {"label": f"{WORD}?", "to": "end"}}
    outcome = {"title": WORD, "kind": "solved", "text": CODE, "links": ["main#step"], "contact": "person"}
    return {
        "id": "one-flow",
        "title": WORD,
        "summary": WORD,
        "topic": "one",
        "contact": "person",
        "start": "first",
        "questions": {"first": {"ask": WORD, "options": options}, "second": {"ask": WORD, "options": after}},
        "outcomes": {"end": outcome},
        "tests": [
            {"name": "long", "answers": {"first": "yes", "second": "yes"}, "outcome": "end"},
            {"name": "long", "answers": {"first": "yes", "second": "unsure"}, "outcome": "end"},
            {"name": "short", "answers": {"first": "unsure"}, "outcome": "end"},
        ],
    }


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_no_page_is_wider_than_a_phone(script: bool, site: Path, reader: Visitor) -> None:
    assert len(WORD) == 75
    page = reader.blank(java_script_enabled=script)
    paths = [path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("*.html"))]
    assert len(paths) > 14
    found = {}
    for path in paths:
        page.goto(f"{reader.origin}/{path}")
        page.locator("details").evaluate_all("all => all.forEach((details) => { details.open = true; })")
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 740})
            found[path, width] = too_wide(page, width)
    assert {place: wide for place, wide in found.items() if wide} == {}


@pytest.mark.parametrize("hash", ["first", "second", "end", "contact"])
def test_no_step_of_a_flow_is_wider_than_a_phone(hash: str, reader: Visitor) -> None:
    page = reader.open(f"/one-flow/#{hash}", {"width": 360, "height": 740})
    assert too_wide(page, 360) == []


def test_no_result_of_the_search_is_wider_than_a_phone(reader: Visitor) -> None:
    page = reader.open(f"/search/?q={WORD}", {"width": 360, "height": 740})
    expect(page.locator(RESULT).first).to_be_visible()
    assert too_wide(page, 360) == []
    page.goto(f"{reader.origin}/")
    page.locator("main .hc-search__input").fill(WORD)
    expect(page.locator(".hc-search__list a").first).to_be_visible()
    assert too_wide(page, 360) == []

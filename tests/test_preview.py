"""While sources are broken the browser says what is wrong; the server lives on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.preview import Preview
from generator.problems import Location, problem
from generator.words import messages

FAULT = problem("unknown-field", Location("faq.yaml", 3, 5), field="<titel>", guess="title")


class Server:
    """What the preview may use of MkDocs' server."""

    def __init__(self, builder: Callable[[], None] = lambda: None) -> None:
        self.builder = builder
        self.watched: list[tuple[str, bool]] = []
        self.app: Any = lambda environ, start: [b"the site"]

    def watch(self, path: str, *, recursive: bool = True) -> None:
        self.watched.append((path, recursive))

    def get_app(self) -> Any:
        return self.app

    def set_app(self, app: Any) -> None:
        self.app = app

    def get(self, path: str) -> str:
        answer: Iterable[bytes] = self.app({"PATH_INFO": path}, lambda status, headers: None)
        return b"".join(answer).decode("utf-8")


def preview() -> Preview:
    return Preview(messages("zh"))


def test_without_problems_the_site_is_served() -> None:
    server = preview().attach(Server(), Path("project"))
    assert server.get("/reapply/") == "the site"


def test_problems_stand_in_the_place_of_every_page() -> None:
    shown = preview()
    server = shown.attach(Server(), Path("project"))
    shown.problems = [FAULT]
    for path in ("/", "/reapply/", "/nothing"):
        answer = server.get(path)
        assert "faq.yaml:3:5" in answer
        assert "你是不是想写“title”" in answer
        assert 'http-equiv="refresh"' in answer


def test_what_writers_typed_is_escaped() -> None:
    shown = preview()
    shown.problems = [FAULT]
    page = shown.page()
    assert page is not None
    assert "&lt;titel&gt;" in page
    assert "<titel>" not in page


@pytest.mark.parametrize("path", ["/assets/style.css", "/livereload/1/2"])
def test_files_and_the_reload_poll_still_reach_the_server(path: str) -> None:
    shown = preview()
    server = shown.attach(Server(), Path("project"))
    shown.problems = [FAULT]
    assert server.get(path) == "the site"


@pytest.mark.parametrize("failure", [RuntimeError("wrong <setting>"), SystemExit(1)])
def test_a_build_that_fails_is_told_and_survived(failure: BaseException) -> None:
    failures = [failure]

    def build() -> None:
        if failures:
            raise failures.pop()

    server = preview().attach(Server(build), Path("project"))
    server.builder()
    assert str(failure).replace("<", "&lt;").replace(">", "&gt;") in server.get("/")
    server.builder()
    assert server.get("/") == "the site"


def test_sources_outside_the_content_folder_are_watched(tmp_path: Path) -> None:
    assert preview().attach(Server(), tmp_path).watched == [(str(tmp_path), False)]
    (tmp_path / "faq").mkdir()
    assert preview().attach(Server(), tmp_path).watched == [(str(tmp_path), False), (str(tmp_path / "faq"), True)]

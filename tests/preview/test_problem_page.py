"""While sources are broken the browser says what is wrong; the server lives on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from helpcenter.preview.problem_page import Preview
from helpcenter.preview.watching import Watcher
from helpcenter.problems import Location, problem
from helpcenter.words.catalogue import messages

FAULT = problem("unknown-field", Location("faq.yaml", 3, 5), field="<titel>", guess="title")


class Server:
    """What the preview may use of MkDocs' server."""

    def __init__(self, builder: Callable[[], None] = lambda: None) -> None:
        self.builder = builder
        self.watched: list[tuple[str, bool]] = []
        self.observer: Any = None
        self.app: Any = lambda environ, start: [b"the site"]

    def watch(self, path: str, *, recursive: bool = True) -> None:
        self.watched.append((path, recursive))

    def unwatch(self, path: str) -> None:
        if (path, True) not in self.watched:
            raise KeyError(path)
        self.watched.remove((path, True))

    def get_app(self) -> Any:
        return self.app

    def set_app(self, app: Any) -> None:
        self.app = app

    def get(self, path: str, host: str | None = "127.0.0.1:8000") -> str:
        self.status = ""
        environ = {"PATH_INFO": path} | ({} if host is None else {"HTTP_HOST": host})
        answer: Iterable[bytes] = self.app(environ, self.start)
        return b"".join(answer).decode("utf-8")


    def start(self, status: str, headers: object) -> None:
        self.status = status


def preview() -> Preview:
    return Preview(messages("zh"))


def test_without_problems_the_site_is_served() -> None:
    server = preview().attach(Server(), Path("project"), ())
    assert server.get("/reapply/") == "the site"


def test_problems_stand_in_the_place_of_every_page() -> None:
    shown = preview()
    server = shown.attach(Server(), Path("project"), ())
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
    server = shown.attach(Server(), Path("project"), ())
    shown.problems = [FAULT]
    assert server.get(path) == "the site"


@pytest.mark.parametrize("failure", [RuntimeError("wrong <setting>"), SystemExit(1)])
def test_a_build_that_fails_is_told_and_survived(failure: BaseException) -> None:
    failures = [failure]

    def build() -> None:
        if failures:
            raise failures.pop()

    server = preview().attach(Server(build), Path("project"), ())
    server.builder()
    assert str(failure).replace("<", "&lt;").replace(">", "&gt;") in server.get("/")
    server.builder()
    assert server.get("/") == "the site"


def test_all_sources_are_watched_in_our_way_whether_they_exist_or_not(tmp_path: Path) -> None:
    server = Server()
    server.watch("content")
    server.watch("theme")
    preview().attach(server, tmp_path, (Path("content"), tmp_path / "faq"), ("content", "theme", "other"))
    assert server.watched == [
        (str(tmp_path), False), ("content", True), ("theme", True), (str(tmp_path / "faq"), True)
    ]  # fmt: skip
    assert isinstance(server.observer, Watcher)


def test_wrong_settings_are_shown_and_nothing_is_built_from_them() -> None:
    found, built = [FAULT], []
    shown = Preview(messages("zh"), lambda: found)
    server = shown.attach(Server(lambda: built.append("site")), Path("project"), ())
    server.builder()
    assert built == []
    assert "faq.yaml:3:5" in server.get("/")
    found.clear()
    shown.problems = ()  # the build that follows finds none
    server.builder()
    assert built == ["site"]
    assert server.get("/") == "the site"


@pytest.mark.parametrize("path", ["/", "/assets/style.css", "/livereload/1/2"])
@pytest.mark.parametrize("host", [None, "evil.example:8000"])
def test_who_names_another_host_is_told_nothing(host: str | None, path: str) -> None:
    shown = preview()
    server = shown.attach(Server(), Path("project"), ())
    for problems in ((), (FAULT,)):
        shown.problems = problems
        answer = server.get(path, host)
        assert server.status.startswith("421 ")
        assert "faq.yaml" not in answer and "the site" not in answer


def test_names_that_are_not_utf_8_can_be_shown() -> None:
    shown = preview()
    shown.problems = [problem("name-not-text", Location("content/\udcb3.png"))]
    assert "content/\\udcb3.png" in shown.attach(Server(), Path("project"), ()).get("/")

"""A preview serves what the site has, to whom it may, tells of every save, and outlives whatever it is sent."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from helpcenter.preview import connections
from helpcenter.preview.state import LiveState, Served

from .asking import ask, events, send
from .live import FolderSite, serving


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "content"
    made.mkdir()
    (made / "home.txt").write_text("首页")
    (made / "about.txt").write_text("关于")
    return made


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    with serving(FolderSite(folder)) as found:
        yield found


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The same site, for tests that change nothing."""
    folder = tmp_path_factory.mktemp("steady") / "content"
    folder.mkdir()
    (folder / "home.txt").write_text("首页")
    (folder / "about.txt").write_text("关于")
    (folder.parent / "secret").write_text("geheim")
    with serving(FolderSite(folder)) as found:
        yield found


def save(path: Path, text: str) -> None:
    """Save as most editors do: beside, then over it."""
    beside = path.with_suffix(".new")
    beside.write_text(text)
    beside.replace(path)


def test_pages_are_those_of_the_site_with_one_script_more(port: int, folder: Path) -> None:
    served = FolderSite(folder)
    served.refresh()
    answer = ask(port, "/about/")
    begin, script, end = answer.text.partition('<script src="/__preview/live.js"')
    assert answer.status == 200 and answer.headers["content-type"] == "text/html; charset=utf-8"
    assert script and begin + end.partition("</script>")[2] == served.get("about/").content.decode()  # type: ignore[union-attr]
    assert ask(port, "/style.css").text == "body{}"
    for path in ("/__preview/live.js", "/__preview/live.css"):
        assert ask(port, path).status == 200


def test_a_folder_without_its_slash_leads_to_the_one_with_it(steady: int) -> None:
    answer = ask(steady, "/about?x=1")
    assert (answer.status, answer.headers["location"]) == (307, "/about/?x=1")


def test_what_the_browser_has_is_not_sent_again(port: int, folder: Path) -> None:
    tag = ask(port, "/about/").headers["etag"]
    assert ask(port, "/about/", "HEAD").headers["etag"] == tag
    answer = ask(port, "/about/", If_None_Match=tag)
    assert (answer.status, answer.text) == (304, "")
    with events(port) as told:
        next(told)
        save(folder / "about.txt", "改过")
        next(told)
    answer = ask(port, "/about/", If_None_Match=tag)
    assert answer.status == 200 and "改过" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/../secret", "/..%2fsecret/", "/%2e%2e/secret/", "/about/..%5c..%5csecret/", "/about%00/", "//secret/", "/./about/",
     "/about//", "/" + "a" * 5000, "/" + "%41" * 3000, "/%ff%fe/", "/nothing/", "/about%0d%0aSet-Cookie:x/"],
)  # fmt: skip
def test_what_is_no_page_is_the_page_for_what_does_not_exist(path: str, steady: int) -> None:
    answer = ask(steady, path)
    assert answer.status == 404 and "没有这一页" in answer.text
    assert "set-cookie" not in answer.headers


def test_no_address_of_a_request_leads_elsewhere(steady: int) -> None:
    for line in (b"GET http://evil.example/ HTTP/1.1", b"GET * HTTP/1.1", b"OPTIONS * HTTP/1.1", b"GET //evil.example HTTP/1.1"):
        with send(steady, line + b"\r\nHost: localhost\r\nConnection: close\r\n\r\n") as made:
            answer = made.recv(100_000)
        assert answer.split(b" ")[1] in (b"404", b"405") and b"evil" not in answer


@pytest.mark.parametrize("path", ["/", "/style.css", "/__preview/events", "/__preview/live.js"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", ""])
def test_who_names_another_host_is_told_nothing(path: str, host: str, steady: int) -> None:
    answer = ask(steady, path, Host=host)
    assert answer.status == 421 and "首页" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_pages_are_read_only(method: str, steady: int) -> None:
    assert ask(steady, "/", method).status == 405


def test_every_save_is_told_with_what_is_wrong_and_the_last_good_page_stays(port: int, folder: Path) -> None:
    with events(port) as told:
        assert next(told)["panel"] == ""
        save(folder / "about.txt", "不行！!")
        broken = next(told)
        assert broken["stale"] and broken["errors"] == 1
        assert "about.txt:1:4" in broken["panel"] and "去掉它" in broken["panel"]
        assert "关于" in ask(port, "/about/").text
        save(folder / "about.txt", "好")
        mended = next(told)
        assert (mended["panel"], mended["errors"], mended["stale"]) == ("", 0, False)
        save(folder / "about.txt", "可以吗?")
        assert "panel warnings" in next(told)["panel"]


def test_what_writers_typed_stays_text(folder: Path) -> None:
    save(folder / "about.txt", "<script>alert(1)</script>!")
    with serving(FolderSite(folder)) as port:
        page = ask(port, "/")
        assert page.status == 503 and "<script>alert" not in page.text and "&lt;script&gt;" in page.text
        with events(port) as told:
            assert "<script>" not in next(told)["panel"]


def test_broken_from_the_start_it_says_so_until_there_is_a_page(folder: Path) -> None:
    save(folder / "home.txt", "坏!")
    with serving(FolderSite(folder)) as port, events(port) as told:
        next(told)
        for path in ("/", "/about/", "/nothing/"):
            answer = ask(port, path)
            assert answer.status == 503 and "home.txt:1:2" in answer.text and "内容有错" in answer.text
        save(folder / "home.txt", "好了")
        next(told)
        assert "好了" in ask(port, "/").text


def shows(port: int, text: str) -> bool:
    return text in ask(port, "/about/").text


def told_until(told: Iterator[dict[str, Any]], is_so: Callable[[], bool]) -> None:
    """Wait for the news after which ``is_so``: a busy system tells of one change in two pieces."""
    for _ in range(4):
        next(told)
        if is_so():
            return
    pytest.fail("the news are of something else")


def test_a_folder_that_goes_and_comes_back_is_heard_of_for_good(port: int, folder: Path) -> None:
    aside = folder.parent / "aside"
    with events(port) as told:
        next(told)
        for number in range(3):
            folder.rename(aside)
            told_until(told, lambda: ask(port, "/about/").status == 404)
            aside.rename(folder)
            told_until(told, lambda: ask(port, "/about/").status == 200)
            text = f"第{number}次"
            save(folder / "about.txt", text)
            told_until(told, partial(shows, port, text))
        shutil.rmtree(folder)
        next(told)


def test_a_fault_of_the_program_is_told_and_survived(folder: Path) -> None:
    class Faulty(FolderSite):
        def refresh(self) -> LiveState:
            state = super().refresh()
            if "fault" in self.pages:
                raise RuntimeError("<oops>")
            return state

        def get(self, path: str) -> Served | None:
            if path == "about/":
                raise ValueError("oops")
            return super().get(path)

    with serving(Faulty(folder), language="en") as port, events(port) as told:
        next(told)
        assert ask(port, "/about/").status == 500 and "ValueError: oops" in ask(port, "/about/").text
        save(folder / "fault.txt", "1")
        assert "RuntimeError: &lt;oops&gt;" in next(told)["panel"]
        (folder / "fault.txt").unlink()
        assert next(told)["panel"] == ""
        assert ask(port, "/").status == 200


def test_a_site_below_a_path_is_served_there(folder: Path) -> None:
    with serving(FolderSite(folder), base="/help/") as port:
        assert "关于" in ask(port, "/help/about/").text
        assert ask(port, "/help/about").headers["location"] == "/help/about/"
        assert ask(port, "/").headers["location"] == "/help/"
        assert ask(port, "/about/?a=b").headers["location"] == "/help/about/?a=b"
        assert ask(port, "/__preview/live.js").status == 200
        assert ask(port, "//evil.example/").status == 404


def test_half_requests_and_open_streams_keep_nobody_waiting(steady: int) -> None:
    stream = b"GET /__preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
    made = [send(steady, text) for text in [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: ", stream] * connections.MOST]
    assert "首页" in ask(steady, "/").text
    for one in made:
        one.close()
    assert "首页" in ask(steady, "/").text


def test_half_a_request_is_waited_for_only_so_long(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.2)
    whole = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with serving(FolderSite(folder)) as port:
        for begun in (b"", b"GET / HT", whole + b"GET /", whole):
            with send(port, begun) as made:
                while made.recv(100_000):  # until it is ended
                    pass
        with events(port) as told:
            next(told)
            time.sleep(1)
            save(folder / "about.txt", "新的")
            assert next(told)["version"] == 2  # who waits for news is not half a request


def test_it_ends_at_once_with_streams_open(folder: Path) -> None:
    with serving(FolderSite(folder)) as port:
        made = [send(port, b"GET /__preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n") for _ in range(20)]
        assert ask(port, "/").status == 200
    for one in made:
        while one.recv(100_000):
            pass
        one.close()


def test_files_that_are_named_by_their_content_are_not_asked_for_again(folder: Path) -> None:
    class WithAssets(FolderSite):
        def get(self, path: str) -> Served | None:
            return Served(b"1", "text/css") if path.startswith("assets/") else super().get(path)

    with serving(WithAssets(folder)) as port:
        assert "immutable" in ask(port, "/assets/helpcenter.0123abcd.css").headers["cache-control"]
        for path in ("/assets/own.css", "/assets/own.0123abcd.html", "/"):
            assert ask(port, path).headers["cache-control"] == "no-cache"

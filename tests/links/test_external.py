"""Links to other sites are found where they stand, and asked for at a server that behaves like many."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from helpcenter.build import prepare
from helpcenter.links import asking, external
from helpcenter.links.asking import Heard, ask, sent
from helpcenter.links.external import OfflineError, look, read_sound, write_sound
from helpcenter.links.external_links import external_links
from helpcenter.problems import Location
from tests.commands.running import run
from tests.making import faq_entry, project, write

TODAY = date(2026, 11, 28)
HERE = (Location("content/a.yaml", 3, 7),)
ANSWERS = {
    "/fine": (200, ""),
    "/gone": (404, ""),
    "/taken-away": (410, ""),
    "/moved": (301, "/fine"),
    "/moved-on": (308, "/moved"),
    "/for-now": (302, "/fine"),
    "/for-now-gone": (302, "/gone"),
    "/moved-away": (301, "/gone"),
    "/for-people": (403, ""),
    "/broken": (500, ""),
    "/busy": (503, ""),
    "/circle": (302, "/circle"),
    "/app": (302, "app://open"),
}


class Host(BaseHTTPRequestHandler):
    """Answers as ``ANSWERS`` say; ``/no-head`` only to GET, ``/shy`` breaks off where HEAD is asked."""

    asked: ClassVar[Counter[tuple[str, str]]] = Counter()

    def do_GET(self) -> None:
        self.answer()

    def do_HEAD(self) -> None:
        if self.path == "/shy":
            self.close_connection = True
            return
        self.answer()

    def answer(self) -> None:
        self.asked[self.command, self.path] += 1
        status, leads = ANSWERS.get(self.path, (200, ""))
        if self.path == "/no-head":
            status = 404 if self.command == "HEAD" else 200
        if self.path == "/cookie":
            status, leads = (200, "") if "seen=1" in self.headers.get("Cookie", "") else (302, "/cookie")
        self.send_response(status)
        if leads:
            self.send_header("Location", leads)
        self.send_header("Set-Cookie", "seen=1")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(external, "PAUSE", 0)


def test_what_hosts_say(host: str) -> None:
    found = {path: ask(host + path) for path in (*ANSWERS, "/no-head", "/shy", "/cookie", "/中文 页?a=退款#part")}
    fine, gone = Heard(200), Heard(404)
    assert found == {
        "/fine": fine,
        "/gone": gone,
        "/taken-away": Heard(410),
        "/moved": Heard(200, f"{host}/fine"),
        "/moved-on": Heard(200, f"{host}/fine"),
        "/for-now": fine,
        "/for-now-gone": gone,
        "/moved-away": Heard(404, f"{host}/gone"),
        "/for-people": Heard(403),
        "/broken": Heard(500),
        "/busy": Heard(503),
        "/circle": Heard(reason="8 × →"),
        "/app": Heard(reason="app://open"),
        "/no-head": fine,
        "/shy": fine,
        "/cookie": fine,
        "/中文 页?a=退款#part": fine,
    }
    assert Host.asked["GET", "/fine"] == 0, "nobody loads a page that HEAD shows"


def test_nobody_answers() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        port = server.server_port
    found = ask(f"http://127.0.0.1:{port}/")
    assert (found.status, found.is_silent, found.reason) == (0, True, "Connection refused")


def test_who_takes_too_long_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.05)
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as silent:  # it takes the call and says nothing
        assert ask(f"http://127.0.0.1:{silent.server_port}/") == Heard(reason="timed out", is_silent=True)


def test_addresses_are_sent_in_ascii() -> None:
    assert sent("https://例子.example/退款 页?问=a&b#部分") == (
        "https://xn--fsqu00a.example/%E9%80%80%E6%AC%BE%20%E9%A1%B5?%E9%97%AE=a&b"
    )
    assert sent("https://a.example:8443/%E9%80%80?x=%20") == "https://a.example:8443/%E9%80%80?x=%20"
    assert sent("https://a.example") == "https://a.example/"


def test_what_is_found(host: str) -> None:
    links = dict.fromkeys((host + path for path in ANSWERS), HERE)
    report, sound = look(links, {}, TODAY, 7)
    told = {(problem.code, problem.severity.value, problem.details["url"].removeprefix(host)) for problem in report.problems}
    assert told == {
        ("external-gone", "error", "/gone"),
        ("external-gone", "error", "/taken-away"),
        ("external-gone", "error", "/for-now-gone"),
        ("external-gone", "error", "/moved-away"),
        ("external-moved", "warning", "/moved"),
        ("external-moved", "warning", "/moved-on"),
        ("external-unreachable", "warning", "/broken"),
        ("external-unreachable", "warning", "/circle"),
        ("external-unreachable", "warning", "/app"),
    }
    assert report.unsure == (f"{host}/busy", f"{host}/for-people")
    assert sound == {f"{host}/fine": TODAY, f"{host}/for-now": TODAY}


def test_what_was_sound_lately_is_not_asked_again() -> None:
    asked: list[str] = []

    def fine(url: str) -> Heard:
        asked.append(url)
        return Heard(200)

    links = dict.fromkeys(("https://a.example/new", "https://a.example/late", "https://a.example/old"), HERE)
    known = {"https://a.example/late": TODAY - timedelta(6), "https://a.example/old": TODAY - timedelta(7)}
    known |= {"https://a.example/no-more": TODAY}
    report, sound = look(links, known, TODAY, 7, fine)
    assert sorted(asked) == ["https://a.example/new", "https://a.example/old"]
    assert (report.asked, report.kept) == (2, 1)
    assert sound == {**dict.fromkeys(links, TODAY), "https://a.example/late": TODAY - timedelta(6)}
    asked.clear()
    look(links, known, TODAY, 0, fine)
    assert sorted(asked) == sorted(links)


def test_one_host_is_asked_for_one_page_at_a_time_and_left_when_it_keeps_silent() -> None:
    at_once, most, asked = Counter[str](), Counter[str](), Counter[str]()
    lock, together = threading.Lock(), threading.Barrier(2, timeout=10)

    def slow(url: str) -> Heard:
        name = url.split("/")[2]
        with lock:
            at_once[name] += 1
            asked[name] += 1
            most[name] = max(most[name], at_once[name])
        if asked[name] == 1:
            together.wait()  # both hosts are asked at once, else this breaks
        with lock:
            at_once[name] -= 1
        return Heard(reason="timed out", is_silent=True) if name == "silent.example" else Heard(200)

    urls = [f"https://{name}/{number}" for name in ("silent.example", "fine.example") for number in range(5)]
    report, _ = look(dict.fromkeys(urls, HERE), {}, TODAY, 7, slow)
    assert dict(most) == {"silent.example": 1, "fine.example": 1}
    assert dict(asked) == {"silent.example": 2, "fine.example": 5}
    assert [problem.code for problem in report.problems] == ["external-unreachable"] * 5


def test_without_a_network_nothing_is_found() -> None:
    silent = Heard(reason="no name", is_silent=True)
    with pytest.raises(OfflineError):
        look({"https://a.example/": HERE, "https://b.example/": HERE}, {}, TODAY, 7, lambda url: silent)
    assert look({}, {}, TODAY, 7, lambda url: silent)[0].problems == ()


@pytest.mark.parametrize("held", ["", "[]", '{"a": 1}', '{"a": "yesterday"}', "\x00"])
def test_a_broken_memory_is_none(held: str, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text(held)
    assert read_sound(tmp_path / "kept") == {}
    write_sound(tmp_path / "kept", {"https://a.example/": TODAY})
    assert read_sound(tmp_path / "kept") == {"https://a.example/": TODAY}


CONTENT = {
    "content/articles/reapply.yaml": """\
id: reapply
title: 怎么重新申请
summary: 撤销后再申请。
topic: after-sales
owner: after-sales-team
reviewed: 2026-11-20
intro: |
  看[规则](https://rules.example/a)，
  还有 https://rules.example/b。再看[规则](https://rules.example/a "名字")。
steps:
  - {id: open, title: 打开订单, text: '见 <https://rules.example/c?x=1&y=2>。{{ fee }}'}
sources:
  - https://source.example/
  - {name: 规则, url: 'https://rules.example/b'}
""",
    "content/values.yaml": """\
values:
  fee:
    text: 不收
    source: 规则
    url: https://value.example/
    checked: 2026-11
    platforms:
      harbour: {text: 收, source: 港口规则, url: 'https://harbour.example/', checked: 2026-11}
contacts:
  platform: {label: 平台客服, how: 在订单页点联系客服。, url: 'https://contact.example/'}
""",
    "content/platforms.yaml": "- {id: harbour, label: 港口}\n",
    "content/about.md": "# 关于\n\n[外面](https://外面.example/页)，[自己](https://help.example.com/a/)，www.bare.example。\n",
    "faq.yaml": faq_entry("can-withdraw").replace("reply: ", "reply: 打开 https://reply.example/go 看看。"),
}


def test_every_place_is_found(tmp_path: Path) -> None:
    found = prepare(project(tmp_path, CONTENT))
    assert not found.refused, found.problems
    links = external_links(found.loaded, found.texts, found.ordinary, "https://help.example.com/")
    lines = {path.name: path.read_text().splitlines() for path in tmp_path.rglob("*.*") if path.is_file()}
    told = {url: [lines[Path(at.file).name][at.line - 1][at.column - 1 :].lstrip("'")[:24] for at in places] for url, places in links.items()}
    assert told == {
        "https://rules.example/a": ["https://rules.example/a)"],
        "https://rules.example/b": ["https://rules.example/b。", "https://rules.example/b'"],
        "https://rules.example/c?x=1&y=2": ["https://rules.example/c?"],
        "https://source.example/": ["https://source.example/"],
        "https://value.example/": ["https://value.example/"],
        "https://harbour.example/": ["https://harbour.example/"],
        "https://contact.example/": ["https://contact.example/"],
        "https://xn--7rss36l.example/%E9%A1%B5": ["https://外面.example/页)，[自"],
        "http://www.bare.example": ["www.bare.example。"],
        "https://reply.example/go": ["https://reply.example/go"],
    }


def test_the_command_tells_places_and_remembers(host: str, tmp_path: Path) -> None:
    project(tmp_path, {"content/about.md": f"# 关于\n\n[好的]({host}/fine)，[没了]({host}/gone)。\n"})
    write(tmp_path, {"mkdocs.yml": "site_name: 帮助\nplugins: [helpcenter]\n"})
    done = run(tmp_path, "links", "external")
    assert done.returncode == 1, done
    assert done.stdout.splitlines()[0] == f"content/about.md:3:{len(f'[好的]({host}/fine)，[没了](') + 1}: 错误 [external-gone] 站外链接“{host}/gone”已经没有了（HTTP 404）。"
    assert "查了 2 个站外地址，另有 0 个最近查过" in done.stdout
    again = run(tmp_path, "links", "external", "--format", "json")
    assert [row["code"] for row in json.loads(again.stdout)] == ["external-gone"]
    assert run(tmp_path, "links", "external", "--days", "x").returncode == 2


def test_the_command_is_kind_where_there_is_no_network(tmp_path: Path) -> None:
    project(tmp_path, {"content/about.md": "# 关于\n\n[外面](http://127.0.0.1:1/)\n"})
    write(tmp_path, {"mkdocs.yml": "site_name: 帮助\nplugins: [helpcenter]\n"})
    done = run(tmp_path, "links", "external")
    assert (done.returncode, done.stdout) == (2, "")
    assert "多半是没有网络" in done.stderr

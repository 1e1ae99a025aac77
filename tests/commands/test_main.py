"""The commands: what they print, where, and how they end.

``process`` starts the program as a writer does, ``run`` calls it in the process of the tests. What only a process
shows has a ``process``: how it starts and ends, warnings that MkDocs logs, the preview.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.commands.signals import heed
from tests.making import BASE, article, faq_entry, write

ROOT = Path(__file__).parents[2]
BROKEN = {"content/articles/reapply.yaml": article(titel="多了一个字段")}


def process(folder: Path, *arguments: str, language: str = "zh_CN.UTF-8") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": language, "PYTHONPATH": str(ROOT / "generator"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "helpcenter", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=60)


@pytest.fixture
def center(tmp_path: Path) -> Path:
    write(tmp_path, BASE)
    return tmp_path


def test_build_writes_the_site_and_is_quiet_when_not_at_a_terminal(center: Path) -> None:
    done = process(center, "build")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "怎么重新申请" in (center / "site" / "reapply" / "index.html").read_text(encoding="utf-8")


def test_build_writes_to_the_folder_that_is_named(center: Path) -> None:
    assert run(center, "build", "--site", "elsewhere/out").returncode == 0
    assert (center / "elsewhere" / "out" / "index.html").is_file()
    assert not (center / "site").exists()


def test_every_command_works_from_a_folder_inside_the_project(center: Path) -> None:
    assert run(center / "content" / "articles", "build").returncode == 0
    assert (center / "site" / "index.html").is_file()
    assert run(center / "content", "check").returncode == 0


def test_a_broken_source_leaves_the_old_site_alone(center: Path) -> None:
    assert process(center, "build").returncode == 0
    before = {path: path.read_bytes() for path in (center / "site").rglob("*") if path.is_file()}
    write(center, BROKEN)
    done = process(center, "build")
    assert done.returncode == 1
    assert "reapply.yaml:7:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in (center / "site").rglob("*") if path.is_file()} == before
    assert not list(center.glob(".site-*"))


def test_check_is_quiet_and_clean_on_right_sources(center: Path) -> None:
    done = process(center, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_tells_every_problem_in_the_language_of_the_site(center: Path) -> None:
    write(center, {**BROKEN, "faq.yaml": "- id: A\n"})
    done = run(center, "check", language="C")
    assert done.returncode == 1
    assert "content/articles/reapply.yaml:7:1: 错误 [unknown-field] 没有“titel”这个字段。" in done.stdout
    assert "faq.yaml:1:7: 错误 [bad-id]" in done.stdout


def test_check_as_json_gives_records(center: Path) -> None:
    write(center, BROKEN)
    done = process(center, "check", "--format", "json")
    assert done.returncode == 1
    (record,) = json.loads(done.stdout)
    assert set(record) == {"code", "severity", "file", "line", "column", "message", "hint"}
    assert (record["code"], record["severity"]) == ("unknown-field", "error")
    assert (record["file"], record["line"], record["column"]) == ("content/articles/reapply.yaml", 7, 1)


def test_check_as_json_is_an_empty_list_when_all_is_well(center: Path) -> None:
    done = run(center, "check", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_a_warning_is_told_and_does_not_fail(center: Path) -> None:
    write(center, {"content/articles/reapply.yaml": article(reviewed="2020-01-01")})
    done = run(center, "check")
    assert done.returncode == 0
    assert "[review-overdue]" in done.stdout


def test_an_overdue_review_fails_when_the_option_says_so(center: Path) -> None:
    settings = BASE["mkdocs.yml"]
    assert isinstance(settings, str)
    settings = settings.replace("[helpcenter]", "[{helpcenter: {overdue: error}}]")
    write(center, {"mkdocs.yml": settings, "content/articles/reapply.yaml": article(reviewed="2020-01-01")})
    assert run(center, "check").returncode == 1


def test_in_a_folder_that_was_deleted_there_is_no_project(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f"cd {gone} && rmdir {gone} && {sys.executable} -m helpcenter check"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert "There is no mkdocs.yml here" in done.stderr


def test_outside_a_project_every_command_ends_with_two(center: Path) -> None:
    (center / "mkdocs.yml").unlink()
    assert process(center, "check").returncode == 2
    for command in ("build", "check", "serve"):
        done = run(center, command)
        assert done.returncode == 2
        assert "mkdocs.yml" in done.stderr


COMMANDS = (
    *(["check"], ["build"], ["search", "test"], ["search", "explain", "x"]),
    *(["flow", "test"], ["flow", "map", "x"], ["flow", "sheet", "x"], ["flow", "import", "x"]),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_wrong_settings_are_problems_for_every_command_that_needs_them(command: list[str], center: Path) -> None:
    write(center, {"mkdocs.yml": "site_name: 站\ndocs_dir: nowhere\ntheme: {name: material, language: zh}\n"})
    done = run(center, *command, language="en_GB.UTF-8")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "mkdocs.yml:2:11: 错误 [bad-docs-dir] " in said
    assert "mkdocs.yml:1:1: 错误 [missing-plugin] " in said
    assert "Traceback" not in said


def test_settings_that_cannot_be_read_are_told_with_the_problems_of_the_content(center: Path) -> None:
    write(center, {**BROKEN, "content/style.css": "", "mkdocs.yml": "docs_dir: content\ntheme:\n  language: zh\n  name: [\n"})
    done = run(center, "check", "--format", "json", language="en_GB.UTF-8")
    assert done.returncode == 1
    found = [(one["file"], one["line"], one["code"]) for one in json.loads(done.stdout)]
    assert found == [("content/articles/reapply.yaml", 7, "unknown-field"), ("mkdocs.yml", 4, "not-closed")]
    assert "没有配对" in json.loads(done.stdout)[1]["message"]


def test_the_language_of_the_machine_steps_in_where_the_settings_tell_none(center: Path) -> None:
    write(center, {"mkdocs.yml": "- a\n"})
    assert "错误 [not-a-mapping]" in process(center, "check").stdout
    assert "error [not-a-mapping]" in process(center, "check", language="en_GB.UTF-8").stdout


def test_mkdocs_itself_is_told_what_is_wrong_with_the_settings(center: Path) -> None:
    write(center.parent, {"outside/topics.yaml": BASE["content/topics.yaml"]})
    settings = str(BASE["mkdocs.yml"]).replace("docs_dir: content", "docs_dir: ../outside")
    write(center, {"mkdocs.yml": settings})
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=center, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert "mkdocs.yml:3:11: 错误 [bad-docs-dir] " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop"])
def test_settings_that_are_no_file_are_told_and_never_waited_for(kind: str, center: Path) -> None:
    path = center / "mkdocs.yml"
    path.unlink()
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("mkdocs.yml")
    done = process(center, "check")
    assert done.returncode == 1
    assert f"mkdocs.yml:1:1: 错误 [{'bad-symlink' if kind == 'loop' else 'not-a-file'}]" in done.stdout


def test_a_folder_with_other_files_is_not_replaced(center: Path) -> None:
    write(center, {"photos/holiday.jpg": "x"})
    done = run(center, "build", "--site", "photos")
    assert done.returncode == 2
    assert (center / "photos" / "holiday.jpg").read_text(encoding="utf-8") == "x"


def test_what_is_no_folder_is_not_replaced_by_a_site(center: Path) -> None:
    os.mkfifo(center / "pipe")
    done = process(center, "build", "--site", "pipe")
    assert done.returncode == 2
    assert (center / "pipe").is_fifo()
    assert not list(center.glob(".site-*"))


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["serve", "--help"], ["check", "--help"]])
def test_help_gives_examples_in_both_languages(center: Path, arguments: list[str]) -> None:
    assert "例子：\n" in run(center, *arguments).stdout
    assert "examples:\n" in run(center, *arguments, language="C").stdout


@pytest.mark.parametrize("port", ["0", "65536", "many"])
def test_a_port_that_cannot_be_is_refused(center: Path, port: str) -> None:
    assert run(center, "serve", "--port", port).returncode == 2


def test_a_port_in_use_ends_with_two(center: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = process(center, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "已经被别的程序占用" in done.stderr
    if sys.platform.startswith("linux"):  # which tells who it is
        assert f"进程号 {os.getpid()}" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_next_free_port_is_taken_where_any_will_do(center: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        write(center, {"mkdocs.yml": f"{BASE['mkdocs.yml']!s}dev_addr: 127.0.0.1:{port}\n"})
        with serving(center, "--port", "auto") as server:
            assert server.stdout is not None
            assert f"127.0.0.1:{port} 已经被别的程序占用" in server.stdout.readline()
            address = re.search(r"http://\S+/", server.stdout.readline())
            assert address is not None and f":{port}/" not in address[0]
            assert "怎么重新申请" in _page_with("怎么重新申请", f"{address[0]}reapply/")


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "helpcenter", "serve", *arguments]
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        preexec_fn=heed,
    )  # fmt: skip
    try:
        yield server
    finally:
        server.terminate()
        server.communicate(timeout=10)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def test_serve_shows_a_save_and_keeps_the_last_good_page_over_a_broken_file(center: Path) -> None:
    write(center, BROKEN)
    port = free_port()
    with serving(center, "--port", str(port)):
        address, panel = f"http://127.0.0.1:{port}/reapply/", f"http://127.0.0.1:{port}/__preview/events"
        assert "titel" in _page_with("titel", address)
        write(center, {"content/articles/reapply.yaml": article(title="保存之后的标题")})
        assert "保存之后的标题</h1>" in _page_with("保存之后的标题</h1>", address)
        write(center, {"faq.yaml": "- id: [\n"})
        assert "faq.yaml:" in _event_with("faq.yaml:", panel)
        assert "保存之后的标题</h1>" in _page_with("保存之后的标题</h1>", address)
        write(center, {"faq.yaml": BASE["faq.yaml"]})
        assert '"panel": ""' in _event_with('"panel": ""', panel)


def test_serve_watches_for_good_what_goes_and_comes_back(center: Path) -> None:
    port, aside = free_port(), center.parent / "aside"
    home = f"http://127.0.0.1:{port}/"
    panel = f"{home}__preview/events"
    with serving(center, "--port", str(port)):
        assert "怎么重新申请" in _page_with("怎么重新申请", f"{home}reapply/")
        for number in (1, 2):
            write(center, {"faq/more.yaml": faq_entry("more", question=f"第{number}版？")})
            assert f"第{number}版？" in _page_with(f"第{number}版？", f"{home}more/")
            write(center, {"faq/more.yaml": faq_entry("more", question=f"改过的第{number}版？")})
            assert f"改过的第{number}版？" in _page_with(f"改过的第{number}版？", f"{home}more/")
            shutil.rmtree(center / "faq")
            (center / "content").rename(aside)
            assert "docs_dir" in _event_with("docs_dir", panel)
            assert "怎么重新申请</h1>" in _page_with("怎么重新申请</h1>", f"{home}reapply/")
            aside.rename(center / "content")
            assert '"panel": ""' in _event_with('"panel": ""', panel)
        write(center, {"mkdocs.yml": "theme: [\n"})
        assert "mkdocs.yml:" in _event_with("mkdocs.yml:", panel)
        write(center, {"mkdocs.yml": str(BASE["mkdocs.yml"]).replace("小小", "大大")})
        assert "大大帮助中心" in _page_with("大大帮助中心", home)


def test_serve_begins_also_while_the_settings_are_broken(center: Path) -> None:
    write(center, {"mkdocs.yml": "theme: [\n"})
    port = free_port()
    with serving(center, "--port", str(port)):
        assert "mkdocs.yml:" in _page_with("mkdocs.yml:", f"http://127.0.0.1:{port}/")
        write(center, {"mkdocs.yml": BASE["mkdocs.yml"]})
        assert "小小帮助中心" in _page_with("小小帮助中心", f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_serve_ends_at_a_signal_with_streams_open(number: int, code: int, center: Path) -> None:
    port = free_port()
    with serving(center, "--port", str(port)) as server:
        _page_with("怎么重新申请", f"http://127.0.0.1:{port}/reapply/")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/__preview/events", timeout=5):
            server.send_signal(number)
            assert server.wait(timeout=10) == code


def test_serve_listens_where_the_settings_say_and_the_command_decides(center: Path) -> None:
    port, other = free_port(), free_port()
    write(center, {"mkdocs.yml": f"{BASE['mkdocs.yml']!s}dev_addr: 0.0.0.0:{port}\n"})
    with serving(center) as server:
        assert "怎么重新申请" in _page_with("怎么重新申请", f"http://127.0.0.1:{port}/reapply/")
        assert server.stdout is not None
        assert f"http://0.0.0.0:{port}/" in server.stdout.readline()
    with serving(center, "--host", "127.0.0.1", "--port", str(other)) as server:
        assert "怎么重新申请" in _page_with("怎么重新申请", f"http://127.0.0.1:{other}/reapply/")
        assert server.stdout is not None
        assert f"http://127.0.0.1:{other}/" in server.stdout.readline()


def test_serve_answers_nobody_who_was_told_another_name(center: Path) -> None:
    port = free_port()
    with serving(center, "--port", str(port)):
        assert "怎么重新申请" in _page_with("怎么重新申请", f"http://127.0.0.1:{port}/reapply/")
        for path in ("reapply/", "__preview/events"):
            asked = urllib.request.Request(f"http://127.0.0.1:{port}/{path}", headers={"Host": f"evil.example:{port}"})
            with pytest.raises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(asked, timeout=5)
            assert caught.value.code == 421


@pytest.mark.parametrize("host", ["here", "example.com", "[localhost]", "1.2.3"])
def test_a_host_that_cannot_be_is_refused(host: str, center: Path) -> None:
    done = run(center, "serve", "--host", host)
    assert done.returncode == 2
    assert "不能作为预览的地址" in done.stderr


def test_an_address_of_another_machine_ends_with_two(center: Path) -> None:
    done = process(center, "serve", "--host", "192.0.2.1", "--port", str(free_port()))
    assert done.returncode == 2
    assert "不是这台电脑的地址" in done.stderr


def _page_with(text: str, address: str) -> str:
    """Ask until the page holds ``text``, whatever its status; the last answer otherwise."""
    page = ""
    for _ in range(240):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                page = answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            page = error.read().decode("utf-8")
        except OSError:
            page = ""
        if text in page:
            break
        time.sleep(0.1)
    return page


def _event_with(text: str, address: str) -> str:
    """Listen until an event holds ``text``; nothing when none does."""
    end = time.monotonic() + 20
    with urllib.request.urlopen(address, timeout=20) as stream:
        for data in stream:
            if text in (line := data.decode("utf-8")):
                return str(line)
            if time.monotonic() > end:
                break
    return ""

"""The commands: what they print, where, and how they end."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.making import BASE, article, write

ROOT = Path(__file__).parents[1]
BROKEN = {"content/articles/reapply.yaml": article(titel="多了一个字段")}


def run(folder: Path, *arguments: str, language: str = "zh_CN.UTF-8") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": language, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=60)


@pytest.fixture
def center(tmp_path: Path) -> Path:
    write(tmp_path, BASE)
    return tmp_path


def test_build_writes_the_site_and_is_quiet_when_not_at_a_terminal(center: Path) -> None:
    done = run(center, "build")
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
    assert run(center, "build").returncode == 0
    before = {path: path.read_bytes() for path in (center / "site").rglob("*") if path.is_file()}
    write(center, BROKEN)
    done = run(center, "build")
    assert done.returncode == 1
    assert "reapply.yaml:7:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in (center / "site").rglob("*") if path.is_file()} == before
    assert not list(center.glob(".site-*"))


def test_check_is_quiet_and_clean_on_right_sources(center: Path) -> None:
    done = run(center, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_tells_every_problem_in_the_language_of_the_site(center: Path) -> None:
    write(center, {**BROKEN, "faq.yaml": "- id: A\n"})
    done = run(center, "check", language="C")
    assert done.returncode == 1
    assert "content/articles/reapply.yaml:7:1: 错误 [unknown-field] 没有“titel”这个字段。" in done.stdout
    assert "faq.yaml:1:7: 错误 [bad-id]" in done.stdout


def test_check_as_json_gives_records(center: Path) -> None:
    write(center, BROKEN)
    done = run(center, "check", "--format", "json")
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


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (None, "mkdocs.yml"),
        ("site_name: [\n", "mkdocs.yml"),
        ("site_name: 站\ndocs_dir: content\ntheme: material\n", "helpcenter"),
        ("site_name: 站\ndocs_dir: nowhere\nplugins: [helpcenter]\n", "nowhere"),
    ],
)
def test_wrong_settings_end_with_two_and_a_reason(center: Path, settings: str | None, said: str) -> None:
    (center / "mkdocs.yml").unlink()
    write(center, {"mkdocs.yml": settings})
    for command in ("build", "check", "serve"):
        done = run(center, command)
        assert done.returncode == 2
        assert said in done.stderr
        assert "Traceback" not in done.stderr


def test_a_folder_with_other_files_is_not_replaced(center: Path) -> None:
    write(center, {"photos/holiday.jpg": "x"})
    done = run(center, "build", "--site", "photos")
    assert done.returncode == 2
    assert (center / "photos" / "holiday.jpg").read_text(encoding="utf-8") == "x"


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
        done = run(center, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_serve_rebuilds_on_save_and_survives_a_broken_file(center: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    write(center, BROKEN)
    nowhere = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=center, env=environment, stdout=nowhere, stderr=nowhere)
    try:
        address = f"http://127.0.0.1:{port}/reapply/"
        assert "titel" in _page_with("titel", address)
        write(center, {"content/articles/reapply.yaml": article(title="保存之后的标题")})
        assert "<h1>保存之后的标题" in _page_with("保存之后的标题", address)
        write(center, {"faq.yaml": "- id: [\n"})
        assert "yaml-syntax" not in _page_with("faq.yaml:", address)
        write(center, {"faq.yaml": BASE["faq.yaml"]})
        assert "保存之后的标题" in _page_with("保存之后的标题", address)
    finally:
        server.terminate()
        server.wait(timeout=10)


def _page_with(text: str, address: str) -> str:
    """Ask until the page holds ``text``; the last answer otherwise."""
    page = ""
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                page = answer.read().decode("utf-8")
        except OSError:
            page = ""
        if text in page:
            break
        time.sleep(0.25)
    return page

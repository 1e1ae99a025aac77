"""The tools that take part: how each gets its pages, how it is started, what it leaves behind."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage
from typing import Final

from bench import as_markdown, as_yaml
from bench.center import Center

ROOT: Final = Path(__file__).resolve().parents[1]
WORK: Final = ROOT / "bench" / "work"
PEERS: Final = WORK / "peers"

ROOM: Final = 4 * 1024**3
"""Bytes that the sites of all tools at 5,000 pages may need."""

PEER_PACKAGES: Final = frozenset(
    {"mkdocs", "mkdocs-material", "jieba", "zensical", "hugo", "markdown", "pagefind-bin-extended"}
)


def _scratch() -> Path:
    """The folder of projects and sites: in memory where there is room, because disks differ and tire.

    Some file systems look at every file deleted in the last minutes when they make a new one, so a build on a disk
    would pay for the sites that were removed before it. BENCH_FOLDER names another folder.
    """
    given = os.environ.get("BENCH_FOLDER")
    if given:
        return Path(given).resolve()
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and disk_usage(memory).free >= ROOM
    return (memory if roomy else WORK) / "helpcenter-bench"


SCRATCH: Final = _scratch()
CACHE: Final = SCRATCH / "cache"
"""Where tools keep what they keep between builds; emptied before each."""

TEMPORARY: Final = SCRATCH / "tmp"
"""Temporary files; jieba's dictionary, unpacked once per installation, stays here."""

COMPILED: Final = SCRATCH / "compiled"
"""What Python compiled, of every tool alike; the build that is not counted fills it."""


@dataclass(frozen=True, slots=True)
class SearchField:
    """CSS selectors of where readers type and of the results that then appear."""

    field: str
    result: str


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool of the sitting; folders are relative to the project's."""

    name: str
    prepare: Callable[[Center, Path], None]
    command: Callable[[], list[str]]
    site: str = "site"
    caches: tuple[str, ...] = (".cache",)
    search: SearchField | None = None
    serve: Callable[[int], list[str]] | None = None
    """The command of its preview at a port."""


def _script(name: str) -> str:
    return str(PEERS / "bin" / name)


def _installed(name: str) -> str:
    """A peer's own binary, without the Python script that starts it."""
    return str(next(PEERS.glob(f"lib/python*/site-packages/{name}")))


def _hugo() -> list[str]:
    return [_installed("hugo/binaries/hugo"), "build", "--quiet", "--destination", "site"]


def _hugo_server(port: int) -> list[str]:
    """Its preview, with the pages in memory, which it calls the faster way."""
    return [_installed("hugo/binaries/hugo"), "server", "--renderToMemory", "--port", str(port)]


def _hugo_with_pagefind() -> list[str]:
    """Hugo, then Pagefind over what it built; one shell, so that both count as one run."""
    pagefind = [_installed("pagefind_bin_extended/pagefind_extended"), "--site", "site", "--quiet"]
    return ["sh", "-c", f"{shlex.join(_hugo())} && {shlex.join(pagefind)}"]


HUGO_CACHES: Final = ("resources", ".hugo_build.lock")
PLAIN_FIELD: Final = SearchField("input[type=search]", "#results li")
TOOLS: Final = {
    tool.name: tool
    for tool in (
        Tool(
            "helpcenter",
            as_yaml.prepare,
            lambda: [sys.executable, "-m", "helpcenter", "build", "--site", "site"],
            search=SearchField(".hc-header .hc-search__input", ".hc-search__panel [role=option]"),
            serve=lambda port: [sys.executable, "-m", "helpcenter", "serve", "--port", str(port)],
        ),
        Tool(
            "material",
            as_markdown.prepare_mkdocs,
            lambda: [_script("mkdocs"), "build", "--quiet"],
            search=SearchField(".md-search__input", ".md-search-result__item"),
            serve=lambda port: [_script("mkdocs"), "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"],
        ),
        Tool("material-plain", as_markdown.prepare_mkdocs_plain, lambda: [_script("mkdocs"), "build", "--quiet"]),
        Tool(
            "zensical",
            as_markdown.prepare_mkdocs,
            lambda: [_script("zensical"), "build"],
            serve=lambda port: [_script("zensical"), "serve", "--dev-addr", f"127.0.0.1:{port}"],
        ),
        Tool(
            "hugo", as_markdown.prepare_hugo, _hugo, caches=HUGO_CACHES, search=PLAIN_FIELD, serve=_hugo_server
        ),
        Tool(
            "hugo+pagefind",
            as_markdown.prepare_hugo_pagefind,
            _hugo_with_pagefind,
            caches=HUGO_CACHES,
            search=PLAIN_FIELD,
        ),
    )
}
THIS: Final = "helpcenter"


def environment() -> dict[str, str]:
    """The environment of every run: caches and temporary files in the bench's own folders.

    What the user set for Python is left out; whether compiled files may be written changes a start by a lot.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    compiled = {"PYTHONPATH": str(ROOT / "generator"), "PYTHONPYCACHEPREFIX": str(COMPILED)}
    return kept | compiled | {"XDG_CACHE_HOME": str(CACHE), "TMPDIR": str(TEMPORARY), "NO_COLOR": "1"}


def install(tools: Sequence[Tool]) -> None:
    """Put the peers in a virtual environment of their own, unless they are there or no peer takes part."""
    if all(tool.name == THIS for tool in tools):
        return
    requirements = Path(__file__).with_name("peers.txt")
    done = PEERS / "installed.txt"
    if done.exists() and done.read_bytes() == requirements.read_bytes():
        return
    print("installing the peers into bench/work/peers", file=sys.stderr)
    venv.create(PEERS, with_pip=True)
    subprocess.run([_script("python"), "-m", "pip", "install", "--quiet", "-r", requirements], check=True)
    done.write_bytes(requirements.read_bytes())


def versions() -> dict[str, str]:
    """The peers' versions by package name; none while they are not installed."""
    if not PEERS.exists():
        return {}
    command = [_script("python"), "-m", "pip", "list", "--format=json", "--disable-pip-version-check"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = {package["name"].lower(): package["version"] for package in json.loads(listed)}
    return {name: found[name] for name in sorted(PEER_PACKAGES & found.keys())}

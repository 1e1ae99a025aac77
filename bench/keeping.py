"""Measures what is promised, and says of each promise whether it is kept."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench import fitting, flows, saving, search, sitting
from bench.center import page_id
from bench.files import page_files
from bench.measure import Sample, middle, run
from bench.promises import PROMISES, Promise
from bench.tools import ROOT, SCRATCH, THIS, environment, install
from bench.weight import weigh
from helpcenter.rendering.bundles import assets

MEGABYTE: Final = 1_000_000
PEERS: Final = {"hugo": "hugo", "pagefind": "hugo+pagefind", "material": "material"}
"""The peers that this program is held against, by what the promises call them."""
ENTRIES: Final = (617, 5883)
NODES: Final = (5000, 10_000)
LONGEST: Final = "cancel-after-sales"
"""The longest article of the shipped content."""


class NotMeasuredError(Exception):
    """A figure could not be measured; says why."""


def measured(rounds: int, seed: int, *, quick: bool) -> dict[str, float]:
    """Return every figure by the name of its promise; without those of 5,000 pages when it must be quick."""
    found = _builds((1000,) if quick else (1000, 5000), rounds, seed)
    found |= _shipped(rounds) | _scripts() | _search(rounds, seed) | _own_sets() | _flows(rounds, seed)
    found |= _saves(seed, quick=quick)
    forgotten = missing(found, quick=quick)
    if forgotten:
        message = f"nothing measures {', '.join(sorted(forgotten))}"
        raise NotMeasuredError(message)
    return found


def missing(found: Mapping[str, float], *, quick: bool) -> set[str]:
    """Return the names of promises that should have been measured."""
    return {name for name, promise in PROMISES.items() if not (quick and promise.is_large)} - found.keys()


def bound(promise: Promise) -> str:
    """Return a limit as people read it: ≤ 8,000 bytes."""
    return f"{'≥' if promise.at_least else '≤'} {_number(promise.limit, promise.unit)} {promise.unit}"


def table(found: Mapping[str, float]) -> str:
    """Return a line a promise: figure, limit, what was measured, whether that is kept."""
    rows = [("promised", "limit", "now", ""), *(_row(promise, found.get(name)) for name, promise in PROMISES.items())]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        f"{figure:<{widths[0]}}  {limit:>{widths[1]}}  {now:>{widths[2]}}  {verdict}".rstrip()
        for figure, limit, now, verdict in rows
    )


def broken(found: Mapping[str, float]) -> list[Promise]:
    """Return the promises that are not kept."""
    return [PROMISES[name] for name, value in found.items() if not PROMISES[name].keeps(value)]


def _row(promise: Promise, value: float | None) -> tuple[str, str, str, str]:
    if value is None:
        return promise.figure, bound(promise), "—", "left out"
    return promise.figure, bound(promise), _number(value, promise.unit), "ok" if promise.keeps(value) else "NOT"


def _number(value: float, unit: str) -> str:
    if unit in {"bytes", "requests", "tests", "MB", "ms", "saves"}:
        return f"{value:,.0f}"
    return f"{value:.3f}" if unit in {"share", "CPU ms"} else f"{value:.2f}"


def _builds(sizes: tuple[int, ...], rounds: int, seed: int) -> dict[str, float]:
    """Build with this program and its peers in turn, and weigh an article."""
    tools = sitting.named([THIS, *PEERS.values()])
    install(tools)
    found: dict[str, float] = {}
    each, html = {}, {}
    for pages in sizes:
        taken = {result.tool: middle(result.samples) for result in sitting.sit(tools, pages, rounds, seed)}
        ending = "" if pages == min(sizes) else f"-{pages}"
        found |= {f"cpu-{peer}{ending}": taken[THIS].cpu / taken[name].cpu for peer, name in PEERS.items()}
        if not ending:
            found["wall-pagefind"] = taken[THIS].wall / taken[PEERS["pagefind"]].wall
        found[f"memory-{pages}"] = taken[THIS].memory / MEGABYTE
        each[pages] = taken[THIS].cpu / pages
        site = sitting.folder_of(sitting.named([THIS])[0], pages) / "site"
        html[pages] = weigh(site, page_files(site)[page_id(0)]).html
    first, last = min(sizes), max(sizes)
    found["page"] = html[last]
    grown = {"growth": each[last] / each[first], "page-growth": html[last] / html[first]}
    return found if first == last else found | grown


def _shipped(rounds: int) -> dict[str, float]:
    """Build the shipped site and weigh its pages."""
    with TemporaryDirectory(prefix="helpcenter-") as name:
        folder = Path(name)
        command = [sys.executable, "-m", "helpcenter", "build", "--site", str(folder / "site")]
        cpu = median(_run(command, folder / "log").cpu for _ in range(rounds))
        pages = page_files(folder / "site")
        article = weigh(folder / "site", pages[LONGEST])
        maps = {path.parent.parent.name for path in (folder / "site").glob("*/map/index.html")}
        return {
            "cpu-shipped": cpu,
            "longest-page": article.html,
            "page-loaded": article.html + sum(article.files.values()),
            "page-requests": 1 + len(article.files),
            "page-foreign": len(article.foreign),
            "home-page": _packed((folder / "site" / "index.html").read_bytes()),
            "flow-page": max(_packed(pages[flow].read_bytes()) for flow in maps),
        }


def _run(command: list[str], log: Path) -> Sample:
    return run(command, ROOT, environment(), log)


def _scripts() -> dict[str, float]:
    from rjsmin import jsmin

    from helpcenter.rendering.bundles import FOLDER, desk_script, desk_style

    files = assets()
    sent = {"flow": files.flow, "search": files.search, "results": files.results, "fuzzy": files.fuzzy}
    card = jsmin((FOLDER / "card.js").read_text(encoding="utf-8")).encode()
    sizes: dict[str, float] = {f"{name}-script": _packed(file.content) for name, file in sent.items()}
    desk = _packed(desk_style().content) + _packed(desk_script().content)
    return sizes | {"card-script": _packed(card), "desk-script": desk}


def _search(rounds: int, seed: int) -> dict[str, float]:
    few, many = search.measure(ENTRIES, rounds, seed, in_browser=False)
    return {
        "entry-cpu": many.build,
        "index-5883": many.index,
        "first-617": few.sentence,
        "first-5883": many.sentence,
        "pinyin-5883": many.pinyin,
        "sentence-mrr": many.sentence_mrr,
        "keyword-mrr": many.keyword_mrr,
    }


def _own_sets() -> dict[str, float]:
    """Ask what writers promised, and the small help centers of which others' questions are told."""
    told = [fitting.shares(center) for center in fitting.centers().values()]
    return {
        "search-tests": _failed_search_tests(),
        "others-told": min(share.others for share in told),
        "answers-told": max(share.answered for share in told),
    }


def _failed_search_tests() -> int:
    command = [sys.executable, "-m", "helpcenter", "search", "test"]
    kept = os.environ | environment() | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, encoding="utf-8", check=False)
    lines = done.stdout.splitlines()
    failed = sum(line.startswith("✗") for line in lines)
    if (
        done.returncode not in {0, 1}
        or not any(line.startswith("✓") for line in lines)
        or bool(failed) != bool(done.returncode)
    ):
        message = f"helpcenter search test ended with {done.returncode}:\n{done.stdout[-500:]}{done.stderr[-500:]}"
        raise NotMeasuredError(message)
    return failed


def _flows(rounds: int, seed: int) -> dict[str, float]:
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=SCRATCH) as folder:
        few, many = flows.measure(Path(folder), NODES, rounds, seed)
    return {"flow-check": few.checking, "flow-growth": many.checking / few.checking}


def _saves(seed: int, *, quick: bool) -> dict[str, float]:
    """Save in front of this program's preview only; `save` holds it against its peers."""
    found: dict[str, float] = {"save-missed": 0}
    for pages in (60, 1000, 2000) if quick else (60, 1000, 2000, 5000):
        (taken,) = saving.measure(sitting.named([THIS]), pages, saving.EDITS, saving.BUDGET, seed, in_browser=True)
        found["save-missed"] += sum(one.seconds is None for one in (*taken.served, *taken.opened))
        if pages == 1000:
            found |= {"save-cpu": median(taken.cpu), "save-memory": taken.memory / MEGABYTE}
        else:
            found[f"save-{pages}"] = 1000 * saving.middle(taken.opened)
    return found


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))

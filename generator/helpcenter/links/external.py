"""Whether the links to other sites still lead somewhere: asks their hosts, gently, and remembers what was sound."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from helpcenter.links.asking import Heard, ask
from helpcenter.links.external_links import External
from helpcenter.problems import Location, Problem, in_order, problem, warning
from helpcenter.whole_file import write_whole

HOSTS_AT_ONCE = 8
PAUSE = 0.5
"""Seconds between two questions to one host, which is never asked two at a time."""
GONE = frozenset({404, 410})
BUSY = 503
"""What hosts also say to programs that they do not want."""


class OfflineError(Exception):
    """No host at all could be reached."""


@dataclass(frozen=True, slots=True)
class ExternalReport:
    """What was found; how many were asked now, and not again; those whose hosts let no program see them."""

    problems: tuple[Problem, ...]
    asked: int
    kept: int
    unsure: tuple[str, ...]


def look(
    links: External, known: Mapping[str, date], today: date, days: int, asking: Callable[[str], Heard] = ask
) -> tuple[ExternalReport, dict[str, date]]:
    """Ask for every address of ``links`` but those ``known`` to be sound for less than ``days``.

    Returns what was found, and what is known to be sound now. Raises OfflineError.
    """
    sound = {url: day for url, day in known.items() if url in links and 0 <= (today - day).days < days}
    heard = _heard([url for url in links if url not in sound], asking)
    if heard and all(one.is_silent for one in heard.values()):
        raise OfflineError
    problems, unsure = list[Problem](), list[str]()
    for url, one in heard.items():
        found = [made for place in links[url] if (made := _finding(url, one, place)) is not None]
        problems += found
        if not found and one.status >= 400:
            unsure.append(url)
        elif not found:
            sound[url] = today
    report = ExternalReport(tuple(in_order(problems)), len(heard), len(links) - len(heard), tuple(sorted(unsure)))
    return report, sound


def _heard(urls: Iterable[str], asking: Callable[[str], Heard]) -> dict[str, Heard]:
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[url.split("/")[2]].append(url)
    pool = ThreadPoolExecutor(HOSTS_AT_ONCE)
    try:
        rows = list(pool.map(lambda urls: _of_host(urls, asking), hosts.values()))
    finally:
        pool.shutdown(cancel_futures=True)
    return {url: one for row in rows for url, one in row}


def _of_host(urls: list[str], asking: Callable[[str], Heard]) -> list[tuple[str, Heard]]:
    """Ask one host for one page after another; of one that keeps silent twice the rest is not asked."""
    found: list[tuple[str, Heard]] = []
    for url in urls:
        last = [one for _, one in found[-2:]]
        if len(last) == 2 and all(one.is_silent for one in last):
            found.append((url, last[-1]))
            continue
        if found:
            time.sleep(PAUSE)
        found.append((url, asking(url)))
    return found


def _finding(url: str, heard: Heard, place: Location) -> Problem | None:
    """Return what is wrong with a link. Nothing is said of a page that a host may only show to people."""
    if heard.status in GONE:
        return problem("external-gone", place, url=url, status=heard.status)
    if heard.reason or (heard.status >= 500 and heard.status != BUSY):
        return warning("external-unreachable", place, url=url, reason=heard.reason or f"HTTP {heard.status}")
    if heard.moved and heard.status < 400:
        return warning("external-moved", place, url=url, target=heard.moved)
    return None


def read_sound(path: Path) -> dict[str, date]:
    """Return when addresses were last found sound, as ``write_sound`` left it; nothing of anything else."""
    try:
        return {str(url): date.fromisoformat(day) for url, day in json.loads(path.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_sound(path: Path, sound: Mapping[str, date]) -> None:
    """Write down which addresses are sound, and since when. Raises OSError."""
    rows = {url: day.isoformat() for url, day in sorted(sound.items())}
    write_whole(path, json.dumps(rows, indent=0, ensure_ascii=False).encode())

"""The lock: what it reads it writes, and two branches merge by keeping the lines of both."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from helpcenter.links.lock import HEADER, MOVED, RETIRED, AddressRecord, is_address, read_lock, written
from helpcenter.links.lock_edit import MERGE_RULE

IS_HUNT = settings().max_examples >= 1000
PAIRS = 1000 if IS_HUNT else 25


def test_what_is_written_is_read() -> None:
    lock = {
        "b": AddressRecord("article"),
        "a#part": AddressRecord("part", MOVED, "b#other"),
        "a": AddressRecord("article", RETIRED, "b"),
    }
    text = written(lock)
    assert text.splitlines() == [HEADER, "a article retired b", "a#part part moved b#other", "b article"]
    assert read_lock(text, "links.lock").records == lock


def test_a_line_that_says_more_holds_whatever_the_order() -> None:
    for lines in (["a faq", "a faq moved b"], ["a faq moved b", "a faq"]):
        found = read_lock("\n".join(lines), "links.lock")
        assert (found.records["a"], found.problems) == (AddressRecord("faq", MOVED, "b"), ())


@pytest.mark.parametrize(
    "text",
    ["", "..", "../a", "/a", "a/", "a//b", "a/../b", ".git", "a/.b", "assets", "Search", "a b", "a\\b", "a#", "#a", "a?b",
     "a#b#c", "a\x00", "a<b", 'a"b', "https://x.example", "a|b", "index.html", "a/Index.html", "feed.xml", "_redirects", "x" * 201],
)
def test_what_leaves_the_folder_is_no_address(text: str) -> None:
    assert not is_address(text)


def test_addresses() -> None:
    assert all(map(is_address, ["a", "guide/a", "a#b", "a#b~c", "a#b?c", "关于", "why-not#status~a~1"]))


def edited(lines: list[str], name: str, chance: random.Random) -> list[str]:
    """Return the lock after one writer's day: new entries with parts, and entries that moved."""
    lock = dict(read_lock("\n".join(lines), "links.lock").records)
    for number in range(chance.randint(1, 4)):
        page = f"{chance.choice('abcdefghij')}-{name}{number}"
        lock[page] = AddressRecord("article")
        lock |= {f"{page}#p{part}": AddressRecord("part") for part in range(chance.randint(0, 5))}
    for old in chance.sample([one for one in lock if "#" not in one and name not in one], 2):
        target = f"{old}-{name}"
        lock |= {target: AddressRecord("article"), old: AddressRecord("article", MOVED, target)}
    return written(lock).splitlines()


def merged(folder: Path, *versions: list[str]) -> tuple[int, str]:
    names = []
    for name, lines in zip(("ours", "base", "theirs"), versions, strict=True):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        names.append(str(folder / name))
    done = subprocess.run(["git", "merge-file", "-p", "--union", *names], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def merged_by_branches(folder: Path, *versions: list[str]) -> tuple[int, str]:
    """Merge as writers do, with what ``helpcenter links publish`` told git."""
    lock = folder / "links.lock"

    def git(*words: str) -> int:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "-c", "gc.auto=0"]
        return subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, check=False).returncode

    def commit(lines: list[str]) -> None:
        lock.write_text("\n".join(lines) + "\n", encoding="utf-8")
        git("add", ".")
        git("commit", "-q", "-m", "one")

    ours, base, theirs = versions
    git("init", "-q")
    (folder / ".gitattributes").write_text(MERGE_RULE)
    commit(base)
    git("branch", "theirs")
    commit(ours)
    git("checkout", "-q", "theirs")
    commit(theirs)
    git("checkout", "-q", "-")
    return git("merge", "-q", "--no-edit", "theirs"), lock.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("seed", "merge"), [*((seed, merged) for seed in range(PAIRS)), *((seed, merged_by_branches) for seed in range(PAIRS if IS_HUNT else 1))]
)
def test_two_branches_merge_to_all_that_both_say(seed: int, merge: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    chance = random.Random(seed)
    pages = [f"{letter}{number}" for letter in "abcdefghij" for number in range(chance.choice((1, 4, 10)))]
    base = written({page: AddressRecord("article") for page in pages}).splitlines()
    ours, theirs = edited(base, "x", chance), edited(base, "y", chance)
    code, text = merge(tmp_path, ours, base, theirs)
    assert code == 0
    found = read_lock(text, "links.lock")
    mine, yours = (read_lock("\n".join(lines), "").records for lines in (ours, theirs))
    told = {problem.details["address"] for problem in found.problems}
    for address in mine.keys() | yours.keys():
        claims = {one[address] for one in (mine, yours) if address in one and one[address].verb}
        assert (len(claims) > 1) == (address in told), "two claims are found, and nothing else"
        assert found.records[address] in (claims or {AddressRecord("article"), AddressRecord("part")})

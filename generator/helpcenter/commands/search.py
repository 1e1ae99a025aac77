"""The commands for the search: ``helpcenter search test``, ``explain`` and ``eval``."""

from __future__ import annotations

import argparse
import gzip
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.findings import print_findings
from helpcenter.commands.options import add_command
from helpcenter.problems import CannotRunError
from helpcenter.words.catalogue import Words

if TYPE_CHECKING:
    from helpcenter.model.search import SearchTest
    from helpcenter.search.collection import Collection

SHOWN, REASONS = 3, 5
"""How many results a failed test shows, and how many reasons for each."""


@dataclass(frozen=True, slots=True)
class _Built:
    """A search on disk: its script, the folder of its index, and the tests of its writers."""

    script: Path
    folder: Path
    tests: tuple[SearchTest, ...] = ()
    tests_file: str = ""


def add(commands: object, words: Words) -> None:
    """Add ``helpcenter search`` with its own commands."""
    inner = add_command(commands, "search", None, words).add_subparsers(required=True, metavar=words("cli.command"))
    add_command(inner, "test", search_test, words, "search.")
    explain = add_command(inner, "explain", search_explain, words, "search.")
    explain.add_argument("query", metavar="QUERY", help=words("cli.search.query"))
    evaluate = add_command(inner, "eval", search_eval, words, "search.")
    for name in ("docs", "queries", "qrels"):
        evaluate.add_argument(name, metavar=name.upper(), help=words(f"cli.search.{name}"))


def search_test(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Ask the built search what writers promised. Exit 1 when a promise is broken or the sources have errors.

    Raises CannotRunError when there is nothing to ask, or nothing here that can run the search.
    """
    with _built(root) as built:
        if built is None:
            return PROBLEMS
        if not built.tests:
            raise CannotRunError(words("cli.search.no_tests", file=built.tests_file))
        found = _asked(built, [test.query for test in built.tests], words, explain=True)
    kinds: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for test, answer in zip(built.tests, found["answers"], strict=True):
        rank = _rank(answer, test.expect)
        is_good = _fits_nothing(answer) if test.expects_nothing else 0 < rank <= test.top
        kinds[test.kind or "—"] += 1
        passed[test.kind or "—"] += is_good
        _print_test(test, rank, answer, words, is_good=is_good)
    for kind, count in kinds.items():
        print(words("cli.search.kind", kind=kind, passed=passed[kind], count=count))
    print(words("cli.search.tests", passed=passed.total(), count=kinds.total()))
    return CLEAN if passed.total() == kinds.total() else PROBLEMS


def search_explain(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Show how the built search ranks a query, and why."""
    with _built(root) as built:
        if built is None:
            return PROBLEMS
        found = _asked(built, [options.query], words, explain=True)
    (answer,) = found["answers"]
    _print_hits(answer["hits"], words)
    print(words("cli.search.fit", fit=f"{answer['fit']:.2f}"))
    if _fits_nothing(answer):
        print(words("cli.search.weak"))
    return CLEAN


def search_eval(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Measure the search on a judged collection."""
    from helpcenter.rendering.bundles import assets
    from helpcenter.search import index_files, make_index

    collection = _collection(options, words)
    before = time.process_time()
    files = index_files(collection.documents, make_index(collection.documents))
    seconds = time.process_time() - before
    with TemporaryDirectory(prefix="helpcenter-") as name:
        folder = Path(name)
        for file in files:
            (folder / file.name).write_bytes(file.content)
        script = folder / "search.mjs"  # not among the pieces
        script.write_bytes(assets().search.content)
        (folder / "fuzzy.js").write_bytes(assets().fuzzy.content)
        found = _asked(_Built(script, folder), list(collection.queries.values()), words)
    sizes = {file.name.removesuffix(".js"): _packed(file.content) for file in files}
    sizes |= {"": _packed(assets().search.content), "fuzzy": _packed(assets().fuzzy.content)}
    _print_figures(collection, found, sizes, seconds, words)
    return CLEAN


def _collection(options: argparse.Namespace, words: Words) -> Collection:
    """Read the files that ``options`` name. Raises CannotRunError with the place of what is wrong."""
    from helpcenter.search.collection import CollectionError, UnreadableError, read_collection
    from helpcenter.words.report import as_text

    try:
        return read_collection(*map(Path, (options.docs, options.queries, options.qrels)))
    except CollectionError as error:
        raise CannotRunError(words(f"cli.search.{error.code}", **error.facts)) from None
    except UnreadableError as error:
        raise CannotRunError(as_text(error.problems, words)) from None


@contextmanager
def _built(root: Path) -> Iterator[_Built | None]:
    """Build the site into a folder that is removed afterwards; None, with the problems printed, when it has errors."""
    from helpcenter.host.running import checked, sound, write_site

    settings, config = sound(root)
    prepared = checked(settings)
    if prepared.refused:
        print_findings(prepared.problems, prepared.project.language, "text", sys.stderr)
        yield None
        return
    with TemporaryDirectory(prefix="helpcenter-") as name:
        write_site(config, prepared, Path(name))
        (script,) = Path(name).glob("assets/search.*.js")
        (index,) = Path(name).glob("search-*/index.js")
        tests_file = prepared.project.name(prepared.project.content / "search_tests.yaml")
        yield _Built(script, index.parent, prepared.loaded.center.search_tests, tests_file)


def _asked(built: _Built, queries: list[str], words: Words, *, explain: bool = False) -> dict[str, Any]:
    """Return the answers of the built search. Raises CannotRunError when nothing here can run it."""
    from helpcenter.search.runner import Job, ScriptError, answers

    try:
        found = answers(Job(str(built.script), str(built.folder), tuple(queries), explain=explain))
    except ScriptError as error:
        raise CannotRunError(str(error)) from None
    if found is None:
        raise CannotRunError(words("cli.search.no_runner"))
    return found


def _rank(answer: dict[str, Any], expect: str) -> int:
    """Return the place of what was expected, from 1; 0 when it is not among the results."""
    entry, _, part = expect.partition("#")
    path = f"{entry}/#{part}" if part else f"{entry}/"
    return next((place for place, hit in enumerate(answer["hits"], start=1) if hit["row"][0] == path), 0)


def _fits_nothing(answer: dict[str, Any]) -> bool:
    """Return whether readers are told that nothing fits."""
    return bool(answer["weak"]) or not answer["hits"]


def _print_test(test: SearchTest, rank: int, answer: dict[str, Any], words: Words, *, is_good: bool) -> None:
    if test.expects_nothing:
        place = words("cli.search.fit", fit=f"{answer['fit']:.2f}")
    else:
        place = words("cli.search.rank", rank=rank) if rank else words("cli.search.no_rank")
    print(f"{'✓' if is_good else '✗'} {place}  {test.query} → {test.expect}")
    if is_good and rank:
        print(f"    {_why(answer['hits'][rank - 1])}")
    elif not is_good:
        hits = answer["hits"]
        _print_hits(hits[:SHOWN] + ([hits[rank - 1]] if rank > SHOWN else []), words)


def _print_hits(hits: list[dict[str, Any]], words: Words) -> None:
    for place, hit in enumerate(hits, start=1):
        path, title = hit["row"][:2]
        print(f"  {place:2}. {hit['score']:.3f}  {title}  {path}")
        print(f"      {_why(hit)}")
    if not hits:
        print(f"  {words('cli.search.nothing')}")


def _why(hit: dict[str, Any]) -> str:
    """Return what gave a hit its score: each term with how it was found, and weight × rarity × (title + text); then
    what their sum is multiplied by for the share of the title that was typed.
    """
    shown = [
        f"{why['term']}[{why['how']}] {why['weight']:.2f}×{why['rarity']:.2f}×({why['title']:.2f}+{why['text']:.2f})"
        for why in hit["why"][:REASONS]
    ]
    return "  ".join([*shown, f"×{hit['whole']:.2f}"])


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def _print_figures(
    collection: Collection, found: dict[str, Any], sizes: dict[str, int], seconds: float, words: Words
) -> None:
    from helpcenter.search.evaluation import figures, quantile

    ids = [document.path for document in collection.documents]
    answers = dict(zip(collection.queries, found["answers"], strict=True))
    ranked = {query: [ids[hit["entry"]] for hit in answer["hits"]] for query, answer in answers.items()}
    judged = figures(ranked, collection.relevant)
    times = [answer["time"] for answer in answers.values()]
    loaded = [sum(sizes[name] for name in ("", "index", *answer["pieces"])) for answer in answers.values()]
    entries = len(ids)
    rows = {
        "entries": entries,
        "queries": judged.queries,
        "MRR@10": f"{judged.mrr:.4f}",
        **{f"recall@{cut}": f"{share:.4f}" for cut, share in judged.recall.items()},
        **{f"success@{cut}": f"{share:.4f}" for cut, share in judged.success.items()},
        "zero": f"{judged.nothing:.4f}",
        "bytes": f"{quantile(loaded, 0.5)} / {quantile(loaded, 0.95)}",
        "code": sizes[""],
        "index": sum(size for name, size in sizes.items() if not name.startswith(("details", "fuzzy")) and name),
        "snippets": sum(size for name, size in sizes.items() if name.startswith("details")),
        "build": f"{1000 * seconds / max(1, entries):.3f}",
        "ready": f"{found['ready']:.1f}",
        "time": f"{quantile(times, 0.5):.2f} / {quantile(times, 0.95):.2f}",
    }
    names = {name: words.texts.get(f"cli.search.figures.{name}", name) for name in rows}
    for name, value in rows.items():
        print(f"{value!s:>16}  {names[name]}")

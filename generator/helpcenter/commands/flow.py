"""The commands for flows: ``helpcenter flow test``, ``sheet``, ``map`` and ``import``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from helpcenter.commands.console import CLEAN, PROBLEMS, put_document
from helpcenter.commands.findings import print_findings
from helpcenter.commands.options import add_command, percent
from helpcenter.problems import CannotRunError
from helpcenter.words.catalogue import Words, interface, nearest_language

if TYPE_CHECKING:
    from helpcenter.build import Prepared
    from helpcenter.flow.compiled import Compiled
    from helpcenter.importing import Draft
    from helpcenter.problems import Problem

UNREADABLE = ("flow-unknown-start", "flow-unknown-target", "flow-unknown-answer")
"""Errors with which nobody can say where a flow leads. With any others it can be walked, drawn and read."""


def add(commands: object, words: Words) -> None:
    """Add ``helpcenter flow`` with its own commands."""
    inner = add_command(commands, "flow", None, words).add_subparsers(required=True, metavar=words("cli.command"))
    test = add_command(inner, "test", flow_test, words, "flow.")
    test.add_argument("id", nargs="?", metavar="ID", help=words("cli.flow.id_or_all"))
    least = test.add_argument("--min-edge-coverage", type=partial(percent, words), default=0)
    least.metavar, least.help = words("cli.number"), words("cli.flow.least")
    sheet = add_command(inner, "sheet", flow_sheet, words, "flow.")
    sheet.add_argument("id", metavar="ID", help=words("cli.flow.id"))
    sheet.add_argument("--format", choices=("md", "csv"), default="md", help=words("cli.flow.sheet_format"))
    sheet.add_argument("--since", metavar="REV", help=words("cli.flow.since"))
    picture = add_command(inner, "map", flow_map, words, "flow.")
    picture.add_argument("id", metavar="ID", help=words("cli.flow.id"))
    forms = ("svg", "mermaid", "dot")
    picture.add_argument("--format", choices=forms, default="svg", help=words("cli.flow.map_format"))
    reading = add_command(inner, "import", flow_import, words, "flow.")
    reading.add_argument("file", metavar="FILE", help=words("cli.flow.file"))
    reading.add_argument("--write", action="store_true", help=words("cli.flow.write"))


def flow_test(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Walk the journeys of flows and say what their tests take. Exit 1 for errors and for too little coverage."""
    from helpcenter.problems import has_errors

    prepared, _ = _prepared(root)
    readable, code = _readable(prepared, options.id, words, walked=True)
    for compiled in readable:
        if has_errors(_problems_of(compiled.flow.id, prepared)):
            code = PROBLEMS
        if not _tested(compiled, prepared, options.min_edge_coverage, words):
            code = PROBLEMS
    return code


def flow_sheet(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print the review sheet of a flow."""
    from helpcenter.drawing.review import all_rows, as_csv, as_markdown, changed_rows, is_whole

    prepared, _ = _prepared(root)
    readable, code = _readable(prepared, options.id, words, walked=True)
    texts = _texts(prepared)
    compared = options.since is not None
    for compiled in readable:
        if not is_whole(compiled):
            print(words("cli.flow.too_many"), file=sys.stderr)
        rows = list(
            changed_rows(compiled, _earlier(prepared, compiled, options.since, words), texts)
            if compared
            else all_rows(compiled, texts)
        )
        write = as_csv if options.format == "csv" else partial(as_markdown, compiled.flow.title)
        put_document(write(rows, texts, compared=compared))
    return code


def flow_map(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print a flow as SVG, Mermaid or DOT."""
    from helpcenter.drawing import diagram_of, dot, mermaid, standalone
    from helpcenter.pages.maps import box_address, map_path

    prepared, address = _prepared(root)
    readable, code = _readable(prepared, options.id, words, walked=False)
    titles = {flow.id: flow.title for flow in prepared.loaded.center.flows.values()}
    for compiled in readable:
        flow = compiled.flow
        diagram = diagram_of(compiled.graph, _texts(prepared), titles)
        if options.format == "svg":
            page = urljoin(address, map_path(flow.id))
            links = {box.id: urljoin(page, box_address(flow, box.id)) for box in diagram.boxes}
            put_document(standalone(diagram, links.__getitem__))
        else:
            put_document((mermaid if options.format == "mermaid" else dot)(diagram))
    return code


def flow_import(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print the YAML of a flow from elsewhere, or write it below ``content/flows/``."""
    from helpcenter.importing import as_yaml
    from helpcenter.problems import has_errors, in_order

    prepared, _ = _prepared(root)
    draft = _draft(Path(options.file), words)
    topics = prepared.loaded.center.topics
    imported = as_yaml(draft, topics[0].id if topics else "topic", _texts(prepared))
    _print_problems(in_order(imported.problems), prepared)
    if not imported.text or has_errors(imported.problems):
        return PROBLEMS
    if not options.write:
        put_document(imported.text)
        return CLEAN
    target = prepared.project.content / "flows" / f"{imported.id}.yaml"
    name = prepared.project.name(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8") as file:
            file.write(imported.text)
    except FileExistsError:
        raise CannotRunError(words("cli.flow.exists", file=name)) from None
    except OSError as error:
        raise CannotRunError(f"{name}: {error.strerror}") from None
    print(words("cli.flow.written", file=name))
    return CLEAN


def _prepared(root: Path) -> tuple[Prepared, str]:
    """Return the checked sources and the address of the site."""
    from helpcenter.host.running import checked, sound

    settings, config = sound(root)
    return checked(settings), config.site_url or ""


def _texts(prepared: Prepared) -> Words:
    """Return the words that readers see, in the project's language."""
    return interface(nearest_language(prepared.project.language)).with_own(prepared.loaded.center.words)


def _readable(
    prepared: Prepared, flow_id: str | None, words: Words, *, walked: bool
) -> tuple[list[Compiled], int]:
    """Return the flow called ``flow_id``, or all, as far as it is known where they lead, and an exit code.

    Those to be ``walked`` must also have an end. Prints what is wrong with the files of the flows. Raises
    CannotRunError when there is no flow of that name.
    """
    from helpcenter.suggestions import nearest

    files = _files(prepared)
    named = {name: file for name, file in files.items() if flow_id in (None, name)}
    if flow_id is not None and not named:
        raise CannotRunError(words("cli.flow.unknown", id=flow_id, known=nearest(flow_id, files) or "—"))
    _print_problems([one for name in named for one in _problems_of(name, prepared)], prepared)
    readable = [
        prepared.flows[name]
        for name in named
        if name in prepared.flows
        and not any(one.code in UNREADABLE for one in _problems_of(name, prepared))
        and (prepared.flows[name].order is not None or not walked)
    ]
    return readable, CLEAN if len(readable) == len(named) else PROBLEMS


def _problems_of(flow_id: str, prepared: Prepared) -> list[Problem]:
    file = _files(prepared)[flow_id]
    return [one for one in prepared.problems if one.location.file == file]


def _files(prepared: Prepared) -> dict[str, str]:
    """Return the file of each flow by its id; a file that cannot be read is called by its own name."""
    files = {name: prepared.loaded.origins[name].source.name for name in prepared.flows}
    folder = prepared.project.name(prepared.project.content / "flows") + "/"
    faulty = dict.fromkeys(one.location.file for one in prepared.problems)
    unread = [file for file in faulty if file.startswith(folder) and file not in files.values()]
    return files | {Path(file).stem: file for file in unread}


def _print_problems(problems: Sequence[Problem], prepared: Prepared) -> None:
    if problems:
        print_findings(problems, prepared.project.language, "text", sys.stderr)


def _tested(compiled: Compiled, prepared: Prepared, least: int, words: Words) -> bool:
    from helpcenter.flow.coverage import coverage, explore
    from helpcenter.flow.paths import path_over, section_paths, story

    flow, walked, covered = compiled.flow, explore(compiled), coverage(compiled)
    failed = sum(one.code in ("flow-test-failed", "flow-test-unused") for one in _problems_of(flow.id, prepared))
    shares = {"nodes": covered.nodes, "edges": covered.edges, "journeys": covered.journeys}
    print(f"{flow.id}  {flow.title}")
    name = "cli.flow.walked_all" if walked.walked == walked.total else "cli.flow.walked_some"
    print("  " + words(name, walked=walked.walked, total=walked.total, lost=len(walked.lost)))
    print("  " + words("cli.flow.tests_failed" if failed else "cli.flow.tests", count=len(flow.tests), failed=failed))
    print("  " + words("cli.flow.coverage", **{k: f"{v.part}/{v.whole} ({v.percent}%)" for k, v in shares.items()}))
    routes = section_paths(compiled.sections)
    for edge in covered.untested:
        place = prepared.loaded.origins[flow.id].at(*edge.steps)
        told = story(compiled.graph, path_over(edge, compiled.sections, routes))
        print(f"    {place.file}:{place.line}:{place.column}: {words('cli.flow.untested', story=told)}")
    if covered.edges.percent < least:
        print("  " + words("cli.flow.too_little", percent=covered.edges.percent, least=least))
    return not walked.lost and covered.edges.percent >= least


def _earlier(prepared: Prepared, compiled: Compiled, revision: str, words: Words) -> Compiled | None:
    """Return the flow as it was at ``revision``; None when it did not exist or could not be read then."""
    from helpcenter.flow.compiled import compiled as compile_flow
    from helpcenter.model.flows import Flow
    from helpcenter.sources.revisions import RevisionError, text_at
    from helpcenter.sources.validation import validated
    from helpcenter.sources.yaml.reader import parse

    now = prepared.loaded.origins[compiled.flow.id].source
    try:
        text = text_at(prepared.project.root, revision, now.name)
    except RevisionError:
        raise CannotRunError(words("cli.flow.no_revision", revision=revision)) from None
    source = parse(text, now.path, now.name)[0] if text is not None else None
    flow = validated(Flow, source.data, source)[0] if source is not None else None
    if flow is None and text is not None:
        raise CannotRunError(words("cli.flow.broken_then", revision=revision, file=now.name))
    return compile_flow(flow) if flow is not None else None


def _draft(path: Path, words: Words) -> Draft:
    """Read ``path`` by its ending: JSON is a smart answer, anything else a Mermaid chart."""
    from helpcenter.importing import read_mermaid, read_smart_answer
    from helpcenter.sources.source_text import read_text
    from helpcenter.words.report import as_text

    text, problems = read_text(path, path.name)
    if text is None:
        raise CannotRunError(as_text(problems, words))
    return (read_smart_answer if path.suffix.lower() == ".json" else read_mermaid)(text, path.name)

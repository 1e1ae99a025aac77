"""The commands for flows: ``helpcenter flow test``, ``sheet``, ``map`` and ``import``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.words import Words, interface, messages, nearest_language

if TYPE_CHECKING:
    from generator.build import Prepared
    from generator.flow.compiled import Compiled
    from generator.importing import Draft, Imported
    from generator.problems import Problem

CLEAN, PROBLEMS = 0, 1


def flow_test(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Walk the journeys of flows and say what their tests take. Exit 1 for errors and for too little coverage."""
    prepared = _prepared(root)
    code = CLEAN
    for compiled in _chosen(prepared, options.id, words):
        if _refused(prepared, compiled):
            code = PROBLEMS
            continue
        if not _tested(compiled, prepared, options.min_edge_coverage, words):
            code = PROBLEMS
    return code


def flow_sheet(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print the review sheet of a flow."""
    from generator.review import all_rows, as_csv, as_markdown, changed_rows, is_whole

    prepared = _prepared(root)
    compiled = _chosen(prepared, options.id, words)[0]
    if _refused(prepared, compiled):
        return PROBLEMS
    texts = _texts(prepared)
    compared = options.since is not None
    if not is_whole(compiled):
        print(words("cli.flow.too_many"), file=sys.stderr)
    rows = list(
        changed_rows(compiled, _earlier(prepared, compiled, options.since, words), texts)
        if compared
        else all_rows(compiled, texts)
    )
    write = as_csv if options.format == "csv" else partial(as_markdown, compiled.flow.title)
    sys.stdout.write(write(rows, texts, compared=compared))
    return CLEAN


def flow_map(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print a flow as SVG, Mermaid or DOT."""
    from generator.drawing import diagram_of, dot, mermaid, standalone

    prepared = _prepared(root)
    compiled = _chosen(prepared, options.id, words)[0]
    if _refused(prepared, compiled):
        return PROBLEMS
    diagram = diagram_of(compiled.graph, _texts(prepared))
    if options.format == "svg":
        sys.stdout.write(standalone(diagram, lambda box: f"#{box}"))
    else:
        sys.stdout.write((mermaid if options.format == "mermaid" else dot)(diagram))
    return CLEAN


def flow_import(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print the YAML of a flow from elsewhere, or write it below ``content/flows/``."""
    from generator.driving import CannotRunError
    from generator.importing import as_yaml

    prepared = _prepared(root)
    draft = _draft(Path(options.file), words)
    topics = prepared.loaded.center.topics
    imported = as_yaml(draft, topics[0].id if topics else "topic", _texts(prepared))
    _print_problems(imported.problems, prepared)
    if not imported.text or _has_errors(imported):
        return PROBLEMS
    if not options.write:
        sys.stdout.write(imported.text)
        return CLEAN
    target = prepared.project.content / "flows" / f"{imported.id}.yaml"
    if target.exists():
        raise CannotRunError(words("cli.flow.exists", file=prepared.project.name(target)))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(imported.text, encoding="utf-8")
    print(words("cli.flow.written", file=prepared.project.name(target)))
    return CLEAN


def _prepared(root: Path) -> Prepared:
    from generator.driving import checked, configured

    return checked(configured(root))


def _texts(prepared: Prepared) -> Words:
    """Return the words that readers see, in the project's language."""
    return interface(nearest_language(prepared.project.language))


def _chosen(prepared: Prepared, flow_id: str | None, words: Words) -> list[Compiled]:
    """Return the flow called ``flow_id``, or all. Raises CannotRunError when there is none."""
    from generator.driving import CannotRunError
    from generator.guesses import nearest

    if flow_id is None:
        return list(prepared.flows.values())
    if flow_id in prepared.flows:
        return [prepared.flows[flow_id]]
    _print_problems([found for found in prepared.problems if flow_id in found.location.file], prepared)
    raise CannotRunError(words("cli.flow.unknown", id=flow_id, known=nearest(flow_id, prepared.flows) or "—"))


def _refused(prepared: Prepared, compiled: Compiled) -> bool:
    """Print what is wrong with a flow's file; return whether it is too wrong to go on."""
    from generator.problems import has_errors

    file = prepared.loaded.origins[compiled.flow.id].source.name
    found = [problem for problem in prepared.problems if problem.location.file == file]
    _print_problems(found, prepared)
    return has_errors(found) or compiled.order is None


def _print_problems(problems: Sequence[Problem], prepared: Prepared) -> None:
    from generator.report import as_text

    if problems:
        print(as_text(problems, messages(nearest_language(prepared.project.language))), file=sys.stderr)


def _has_errors(imported: Imported) -> bool:
    from generator.problems import has_errors

    return has_errors(imported.problems)


def _tested(compiled: Compiled, prepared: Prepared, least: int, words: Words) -> bool:
    from generator.flow.coverage import coverage, explore
    from generator.flow.routes import graph_routes, route_to, story

    flow, walked, covered = compiled.flow, explore(compiled), coverage(compiled)
    shares = {"nodes": covered.nodes, "edges": covered.edges, "journeys": covered.journeys}
    print(f"{flow.id}  {flow.title}")
    name = "cli.flow.walked_all" if walked.walked == walked.total else "cli.flow.walked_some"
    print("  " + words(name, walked=walked.walked, total=walked.total, lost=len(walked.lost)))
    print("  " + words("cli.flow.tests", count=len(flow.tests)))
    print("  " + words("cli.flow.coverage", **{k: f"{v.part}/{v.whole} ({v.percent}%)" for k, v in shares.items()}))
    found = graph_routes(compiled.graph)
    for edge in covered.untested:
        place = prepared.loaded.origins[flow.id].at(*edge.steps)
        told = story(compiled.graph, [*route_to(edge.node, found), edge])
        print(f"    {place.file}:{place.line}:{place.column}: {words('cli.flow.untested', story=told)}")
    if covered.edges.percent < least:
        print("  " + words("cli.flow.too_little", percent=covered.edges.percent, least=least))
    return not walked.lost and covered.edges.percent >= least


def _earlier(prepared: Prepared, compiled: Compiled, revision: str, words: Words) -> Compiled | None:
    """Return the flow as it was at ``revision``; None when it did not exist or could not be read then."""
    from generator.driving import CannotRunError
    from generator.flow.compiled import compiled as compile_flow
    from generator.flow_model import Flow
    from generator.revisions import RevisionError, text_at
    from generator.shape import shaped
    from generator.yaml_source import parse

    now = prepared.loaded.origins[compiled.flow.id].source
    try:
        text = text_at(prepared.project.root, revision, now.name)
    except RevisionError:
        raise CannotRunError(words("cli.flow.no_revision", revision=revision)) from None
    source = parse(text, now.path, now.name)[0] if text is not None else None
    flow = shaped(Flow, source.data, source)[0] if source is not None else None
    if flow is None and text is not None:
        raise CannotRunError(words("cli.flow.broken_then", revision=revision, file=now.name))
    return compile_flow(flow) if flow is not None else None


def _draft(path: Path, words: Words) -> Draft:
    """Read ``path`` by its ending: JSON is a smart answer, anything else a Mermaid chart."""
    from generator.driving import CannotRunError
    from generator.importing import read_mermaid, read_smart_answer
    from generator.report import as_text
    from generator.source_text import read_text
    from generator.yaml_source import read

    if path.suffix == ".json":
        source, problems = read(path, path.name)
        if source is not None:
            return read_smart_answer(source)
    else:
        text, problems = read_text(path, path.name)
        if text is not None:
            return read_mermaid(text, path.name)
    raise CannotRunError(as_text(problems, words))

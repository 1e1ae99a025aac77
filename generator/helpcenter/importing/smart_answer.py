"""Reads GOV.UK's simple smart answers: JSON with ``details.nodes`` (kind, slug, title, body, options)."""

from __future__ import annotations

from typing import Any

from helpcenter.importing.draft import ChartArrow, ChartNode, Draft
from helpcenter.importing.ids import is_id
from helpcenter.importing.json_places import JsonPlaces
from helpcenter.importing.plain import one_line, paragraphs
from helpcenter.model.flows import OutcomeKind
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location, problem
from helpcenter.sources.strict_json import JsonError, read_json
from helpcenter.suggestions import nearest


def read_smart_answer(text: str, file: str) -> Draft:
    """Return what the content item in ``text`` says; ``file`` names it in findings."""
    draft = Draft(file)
    try:
        data = read_json(text)
    except JsonError as error:
        place = Location(file, error.line, error.column)
        draft.problems.append(problem("import-bad-json", place, reason=error.reason))
        return draft
    places = JsonPlaces(text, file)
    item = _mapping(data)
    details = _mapping(item.get("details"))
    nodes = details.get("nodes")
    if not isinstance(nodes, list) or not nodes or not all(isinstance(node, dict) for node in nodes):
        draft.problems.append(problem("import-no-nodes", places.at("details", "nodes")))
        return draft
    path = one_line(_text(item.get("base_path"))).strip("/")
    draft.id, draft.title = path.rpartition("/")[2], one_line(_text(item.get("title")))
    draft.summary = one_line(_text(item.get("description")))
    _AnswerReader(draft, nodes, places).read(paragraphs(_text(details.get("body"))))
    return draft


class _AnswerReader:
    def __init__(self, draft: Draft, nodes: list[dict[str, Any]], places: JsonPlaces) -> None:
        self.draft = draft
        self.nodes = nodes
        self.places = places
        self.kept: dict[str, int] = {}

    def read(self, introduction: str) -> None:
        """Take all nodes; what is said before the first question stands as its help."""
        for index, node in enumerate(self.nodes):
            self.node(node, index)
        for index in self.kept.values():
            self.options(self.nodes[index], index)
        draft = self.draft
        draft.start = next((name for name, node in draft.nodes.items() if node.kind is None), "")
        if introduction and draft.start:
            first = draft.nodes[draft.start]
            first.body = "\n\n".join(filter(None, (introduction, first.body)))

    def node(self, node: dict[str, Any], index: int) -> None:
        slug, title = one_line(_text(node.get("slug"))), one_line(_text(node.get("title")))
        missing = "slug" if not slug else "title" if not title else ""
        place = self.places.at("details", "nodes", index, "title" if missing == "title" else "slug")
        if missing:
            self.draft.problems.append(problem("import-incomplete", place, field=missing, text=title or slug))
        elif slug in self.kept:
            self.draft.problems.append(problem("import-same-slug", place, id=slug))
        if slug and slug not in self.kept:
            kind = OutcomeKind.SOLVED if node.get("kind") == "outcome" else None
            self.kept[slug] = index
            self.draft.nodes[slug] = ChartNode(slug, title or slug, place, kind, paragraphs(_text(node.get("body"))))

    def options(self, node: dict[str, Any], index: int) -> None:
        slug, found = one_line(_text(node["slug"])), node.get("options")
        options = found if isinstance(found, list) and node.get("kind") != "outcome" else []
        if not options and node.get("kind") != "outcome":
            place = self.places.at("details", "nodes", index, "options")
            self.draft.problems.append(problem("import-incomplete", place, field="options", text=slug))
            self.draft.nodes[slug].body = slug  # no outcome either, so nobody misses its text
        seen: set[str] = set()
        for number, option in enumerate(options):
            self.option(_mapping(option), (index, "options", number), slug, seen)

    def option(self, option: dict[str, Any], steps: KeyPath, source: str, seen: set[str]) -> None:
        target, slug = one_line(_text(option.get("next_node"))), one_line(_text(option.get("slug")))
        place = self.places.at("details", "nodes", *steps, "next_node")
        if target not in self.draft.nodes:
            guess = nearest(target, self.draft.nodes)
            self.draft.problems.append(problem("import-unknown-node", place, id=target, guess=guess))
            return
        if slug in seen:
            twice = self.places.at("details", "nodes", *steps, "slug")
            self.draft.problems.append(problem("import-same-slug", twice, id=slug))
        seen |= {slug} if slug else set()
        label = one_line(_text(option.get("label")))
        self.draft.lines.append(ChartArrow(source, target, label, place, slug if is_id(slug) else ""))


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""

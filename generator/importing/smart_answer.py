"""Reads GOV.UK's simple smart answers: JSON with ``details.nodes`` (kind, slug, title, body, options)."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from generator.flow_model import Kind
from generator.guesses import nearest
from generator.importing.draft import Draft, Line, Node
from generator.problems import problem
from generator.yaml_source import Source, Steps

_BLOCK = re.compile(r"</(?:p|h\d|ul|ol|div|table|tr)>|<br\s*/?>")


def read_smart_answer(source: Source) -> Draft:
    """Return what the content item in ``source`` says. JSON is read as YAML, so that findings have places."""
    draft = Draft(source.name)
    data = source.data if isinstance(source.data, dict) else {}
    details = data.get("details")
    nodes = details.get("nodes") if isinstance(details, dict) else None
    if not isinstance(nodes, list) or not all(isinstance(node, dict) for node in nodes):
        draft.problems.append(problem("import-no-nodes", source.locate(("details",))))
        return draft
    draft.id = str(data.get("base_path", "")).strip("/").rpartition("/")[2]
    draft.title, draft.summary = _line(data.get("title")), _line(data.get("description"))
    for index, node in enumerate(nodes):
        _read_node(draft, node, source, ("details", "nodes", index))
    for index, node in enumerate(nodes):
        _read_options(draft, node, source, ("details", "nodes", index))
    draft.start = next((name for name, node in draft.nodes.items() if node.kind is None), "")
    return draft


def _read_node(draft: Draft, node: dict[str, Any], source: Source, steps: Steps) -> None:
    slug, title = _line(node.get("slug")), _line(node.get("title"))
    place = source.locate((*steps, "slug"))
    if not slug or not title:
        draft.problems.append(problem("import-incomplete", place, text=title or slug))
    elif slug in draft.nodes:
        draft.problems.append(problem("import-same-slug", place, id=slug))
    else:
        kind = Kind.SOLVED if node.get("kind") == "outcome" else None
        draft.nodes[slug] = Node(slug, title, place, kind, _text(node.get("body")))


def _read_options(draft: Draft, node: dict[str, Any], source: Source, steps: Steps) -> None:
    options = node.get("options")
    for index, option in enumerate(options if isinstance(options, list) else ()):
        if not isinstance(option, dict):
            continue
        target, place = _line(option.get("next_node")), source.locate((*steps, "options", index, "next_node"))
        if target not in draft.nodes:
            guess = nearest(target, draft.nodes)
            draft.problems.append(problem("import-unknown-node", place, id=target, guess=guess))
            continue
        slug = _line(option.get("slug"))
        usable = re.fullmatch(r"[a-z0-9-]{2,40}", slug) is not None
        line = Line(_line(node.get("slug")), target, _line(option.get("label")), place, slug if usable else "")
        draft.lines.append(line)


def _line(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) and value != "null" else ""


def _text(value: Any) -> str:
    """Return a body without its tags, paragraphs apart; govspeak, which is Markdown, stays as it is."""
    text = value if isinstance(value, str) and value != "null" else ""
    if re.search(r"</\w+>", text):
        text = unescape(re.sub(r"<[^>]+>", "", _BLOCK.sub("\n\n", re.sub(r"<li>\s*", "- ", text))))
    return re.sub(r"\n\s*\n\s*", "\n\n", text.strip())

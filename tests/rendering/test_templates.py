"""Templates can be read: indented as they nest, one element a line, and no line too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from helpcenter.rendering.indentation import TEMPLATES, Unindented

FILES = sorted(path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".jinja"})
LONGEST = 120
TAG = re.compile(
    r"""\{\#.*?\#\} | \{\{.*?\}\}
    | \{%[-+]?\s*(?P<word>\w+)(?P<rest>.*?)[-+]?%\}
    | <(?P<close>/?)(?P<name>[a-z]\w*)(?P<attributes>(?:\{\{.*?\}\}|\{%.*?%\}|[^>])*?)(?P<empty>/?)>""",
    re.VERBOSE | re.DOTALL,
)
VOID = {"br", "hr", "img", "input", "link", "meta"}
BLOCKS = {"block", "call", "for", "if", "macro"}


def steps(line: str) -> Iterator[tuple[str, int]]:
    """Yield what begins (1), ends (-1) or turns (0) in a line, with its name."""
    for found in TAG.finditer(line):
        word, name = found["word"], found["name"]
        if word in BLOCKS or (word == "set" and "=" not in found["rest"]):
            yield word, 1
        elif word in {"else", "elif"}:
            yield word, 0
        elif word and word.startswith("end"):
            yield word, -1
        elif name and not found["empty"] and name not in VOID:
            yield name, -1 if found["close"] else 1
        elif name:
            yield name, 1
            yield name, -1


def nested(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with how deep it should stand, in levels; a tag over several lines ends with the last of them."""
    depth = 0
    kept = TAG.sub(lambda found: found[0].replace("\n", "\0"), text)
    for joined in kept.splitlines():
        moves = [move for _, move in steps(joined.replace("\0", "\n"))]
        first = next(iter(moves), None)
        leading = depth - (first in {0, -1} and joined.lstrip().startswith(("</", "{%")))
        for at, line in enumerate(joined.split("\0")):
            yield leading + (at > 0), line
        depth += sum(moves)


def siblings(line: str) -> list[str]:
    """Return the elements of a line that follow another one of the same depth."""
    found, depth, ended = [], 0, set()
    for name, move in steps(line):
        if name in BLOCKS or name.startswith(("end", "els")):
            continue
        depth += move
        if move == 1 and depth in ended:
            found.append(name)
        if move == -1:
            ended.add(depth + 1)
    return found


def faults(text: str) -> list[str]:
    """Return what makes a template hard to read, with the lines where it stands."""
    found = []
    for depth, line in nested(text):
        found += [f"too long: {line}"] if len(line) > LONGEST else []
        found += [f"not in its column: {line}"] if line != "  " * depth + line.strip() else []
        found += [f"several elements: {line}"] if siblings(line) else []
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_a_template_can_be_read(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<ul>\n<li></li>\n</ul>\n", "not in its column: <li></li>"),
        ("{% if a %}\n<hr>\n{% endif %}\n", "not in its column: <hr>"),
        ("<p>\n  </p>\n", "not in its column:   </p>"),
        ('<p\nid="a"></p>\n', 'not in its column: id="a"></p>'),
        ("<dl><dt>1</dt><dd>2</dd></dl>\n", "several elements: <dl><dt>1</dt><dd>2</dd></dl>"),
        ("{% if a %}<b>1</b>{% else %}<i>2</i>{% endif %}\n", "several elements"),
        (f"<p>{'长' * 114}</p>\n", "too long"),
    ],
)
def test_what_cannot_be_read_is_found(text: str, fault: str) -> None:
    found = faults(text)
    assert len(found) == 1
    assert found[0].startswith(fault)


def test_only_our_templates_lose_their_indentation(tmp_path: Path) -> None:
    env = Environment(autoescape=True)
    (tmp_path / "theirs.html").write_text(text := "<pre>\n  kept\n</pre>", encoding="utf-8")
    unindented = Unindented(env)
    assert unindented.preprocess(text, "theirs.html", str(tmp_path / "theirs.html")) == text
    assert unindented.preprocess(text, None) == text
    ours = (TEMPLATES / "theme" / "base.html").read_text(encoding="utf-8")
    sent = unindented.preprocess(ours, "base.html", str(TEMPLATES / "theme" / "base.html"))
    assert sent.splitlines() == [line.lstrip() for line in ours.splitlines()]

"""A small help center whose every text tries to break out, and its twin with harmless texts of the same shape."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

PAYLOADS: Final = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "[x](javascript:window.pwned=1)",
    "[x](java&#115;cript:window.pwned=1)",
    "{% if 7*7 %}",
    "\"' onmouseover=window.pwned=1 x=",
    "</title><script>window.pwned=1</script>",
    "-->",
    "]]>",
    "a\u2028b",
    "c\u202ed",
)
REPLY: Final = 120
IN_URL: Final = '"onmouseover="window.pwned=1"><script>window.pwned=1</script>'
PRIVATE: Final = "staff-only"
TABLE: Final = "\n\n| left | middle | right |\n| :-- | :-: | --: |\n| 1 | 2 | 3 |"
"""Aligned columns, which Markdown tools like to write as inline styles."""


class Texts:
    """Makes a text for each field and remembers it by the field's name."""

    def __init__(self, *, harmless: bool) -> None:
        self.typed: dict[str, str] = {}
        self._harmless = harmless
        self._fields = self._urls = 0

    def line(self, field: str) -> str:
        """Return one line with every payload."""
        return self._keep(field, " ".join(PAYLOADS))

    def reply(self, field: str, number: int) -> str:
        """Return a short line: the payloads that fit, a different part for each number."""
        line = ""
        for payload in PAYLOADS[number * 3 : number * 3 + 3]:
            line = f"{line} {payload}".strip()
        text = self._keep(field, line)
        assert len(text) <= REPLY
        return text

    def markdown(self, field: str) -> str:
        """Return a paragraph with every payload, and a paragraph for each that starts with it."""
        single = [self._keep(f"{field}{number}", payload, first=True) for number, payload in enumerate(PAYLOADS)]
        return "\n\n".join([self.line(field), *single])

    def url(self) -> str:
        """Return an address of its own."""
        self._urls += 1
        return f"https://example.com/{self._urls}{'' if self._harmless else IN_URL}"

    def _keep(self, field: str, payload: str, *, first: bool = False) -> str:
        self._fields += 1
        name = f"field {self._fields}"
        text = f"{payload} {name}." if first else f"{name} {payload}"
        if self._harmless:
            text = name.ljust(len(text), "h")
        else:
            self.typed[f"{field} ({name})"] = text
        return text


def write_project(folder: Path, *, harmless: bool = False) -> dict[str, str]:
    """Write the project; returns what was typed, by field."""
    texts = Texts(harmless=harmless)
    files = {
        "mkdocs.yml": _settings(texts),
        "faq.yaml": [_question(texts, number) for number in range(4)],
        "content/topics.yaml": [_topic(texts, name) for name in ("alpha", "beta")],
        "content/home.yaml": {
            "title": texts.line("Home.title"),
            "lead": texts.line("Home.lead"),
            "popular": ["main", "question-0", "beta"],
            "contact": "person",
        },
        "content/values.yaml": {"values": _values(texts), "contacts": {"person": _contact(texts)}},
        "content/audiences.yaml": [{"id": "consumer", "label": "plain"}, {"id": "agent", "label": texts.line("Audience.label")}],
        "content/articles/main.yaml": _article(texts, "main"),
        "content/articles/next.yaml": _article(texts, "next"),
        "content/articles/gone.yaml": _article(texts, "gone") | {"status": "retired", "see": "main"},
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # JSON is YAML; escapes carry every character.
        path.write_text(json.dumps(data), encoding="utf-8")
    (folder / "content" / "about.md").write_text("# About\n\nAn ordinary page.\n", encoding="utf-8")
    (folder / "content" / "images").mkdir()
    (folder / "content" / "images" / "dot.png").write_bytes(_dot())
    return texts.typed


def _settings(texts: Texts) -> Mapping[str, Any]:
    return {
        "site_name": texts.line("site_name"),
        "site_url": "https://help.example.com/",
        "site_description": texts.line("site_description"),
        "copyright": texts.line("copyright"),
        "docs_dir": "content",
        "theme": {"name": "material", "language": "zh"},
        "plugins": ["search", "helpcenter"],
        "nav": [{texts.line("nav"): "about.md"}],
    }


def _topic(texts: Texts, topic: str) -> Mapping[str, Any]:
    return {"id": topic, "title": texts.line("Topic.title"), "summary": texts.line("Topic.summary")}


def _values(texts: Texts) -> Mapping[str, Any]:
    def value(**more: str) -> Mapping[str, str]:
        return {"text": texts.line("Value.text"), "source": texts.line("Value.source"), "checked": "2026-11", **more}

    return {"linked": value(url=texts.url(), note=texts.line("Value.note")), "plain": value()}


def _contact(texts: Texts) -> Mapping[str, Any]:
    names = ("label", "how", "hours", "prepare")
    return {**{name: texts.line(f"Contact.{name}") for name in names}, "url": texts.url()}


def _entry(texts: Texts, entry_id: str) -> dict[str, Any]:
    return {
        "id": entry_id,
        "topic": "alpha",
        "audience": ["agent"],
        "aliases": [texts.line("Entry.aliases")],
        "owner": texts.line("Entry.owner"),
        "reviewed": "2026-11-20",
        "review_every": "3650 days",
        "changes": [{"date": "2026-11-20", "note": texts.line("Change.note")}],
        "sources": [texts.line("Entry.sources"), texts.url()],
        "contact": "person",
    }


def _article(texts: Texts, entry_id: str) -> dict[str, Any]:
    def part(part_id: str, kind: str, **more: str) -> dict[str, Any]:
        said = {"title": texts.line(f"{kind}.title"), "text": texts.markdown(f"{kind}.text"), "staff": _note(texts, kind)}
        return {"id": part_id, **said, **more}

    step = part("step", "Step")
    step["substeps"] = [part("substep", "Substep"), texts.line("Substep.text")]
    step["image"] = {"src": "images/dot.png", "alt": texts.line("Image.alt")}
    return {
        **_entry(texts, entry_id),
        "title": texts.line("Article.title"),
        "summary": texts.line("Article.summary"),
        "reply": texts.reply("Article.reply", 0),
        "staff": _note(texts, "Article"),
        "intro": texts.markdown("Article.intro") + "\n\n{{ linked }} {{ plain }}" + TABLE,
        "headings": {
            name: texts.line(f"Headings.{name}")
            for name in ("reasons", "steps", "precautions", "questions", "follow_up", "closing")
        },
        "leads": {
            name: texts.markdown(f"Leads.{name}") for name in ("reasons", "steps", "precautions", "questions")
        },
        "reasons": [part("reason", "Part", short=texts.line("Part.short"))],
        "steps": [step],
        "precautions": [part("precaution", "Precaution", level="danger", short=texts.line("Precaution.short"))],
        "sections": [part("section", "FreePart", short=texts.line("FreePart.short"))],
        "questions": ["question-0", "question-1", "question-2", "question-3"],
        "follow_up": texts.markdown("Article.follow_up"),
        "closing": texts.markdown("Article.closing"),
        "related": ["next", "question-0"] if entry_id == "main" else ["main"],
    }


def _question(texts: Texts, number: int) -> Mapping[str, Any]:
    return {
        **_entry(texts, f"question-{number}"),
        "question": texts.line("FaqEntry.question"),
        "reply": texts.reply("FaqEntry.reply", number),
        "answer": texts.markdown("FaqEntry.answer") + "\n\n{{ linked }}",
        "causes": [
            {
                "id": "cause",
                "cause": texts.line("Cause.cause"),
                "fix": texts.markdown("Cause.fix"),
                "staff": _note(texts, "Cause"),
            }
        ],
        "staff": _note(texts, "FaqEntry"),
        "related": ["main"],
    }


def _note(texts: Texts, kind: str) -> str:
    return f"{PRIVATE} {texts.line(f'{kind}.staff')}"


def _dot() -> bytes:
    """Return a PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    data = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")

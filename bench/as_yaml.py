"""The help center as this program's YAML, as a writer would type it: plain titles, block text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import indent
from typing import Final

from bench.center import Article, Center, Entry, Part, Topic
from bench.files import write

OWNER: Final = "after-sales-team"
REVIEW_EVERY: Final = "180 days"

MKDOCS_YML: Final = """\
site_name: {title}
site_url: https://help.example/
docs_dir: content
theme:
  name: material
  language: zh
plugins:
  - helpcenter:
      print_codes: false # no other generator makes codes for paper
"""


def prepare(center: Center, folder: Path) -> None:
    """Write the project into the folder."""
    content = folder / "content"
    write(folder / "mkdocs.yml", MKDOCS_YML.format(title=center.title))
    write(content / "topics.yaml", "".join(map(_topic, center.topics)))
    write(content / "home.yaml", _home(center))
    write(content / "values.yaml", _values(center))
    for topic in center.topics:
        write(folder / "faq" / f"{topic.id}.yaml", "\n".join(_entry(entry, center) for entry in topic.entries))
        for article in topic.articles:
            write(content / "articles" / f"{article.id}.yaml", _article(article, center))


def _topic(topic: Topic) -> str:
    return _item([f"id: {topic.id}", f"title: {topic.title}", f"summary: {topic.summary}"])


def _home(center: Center) -> str:
    popular = [topic.articles[0].id for topic in center.topics[:6]]
    return _lines([f"title: {center.title}", f"lead: {center.lead}", f"popular: {_flow(popular)}", "contact: platform"])


def _values(center: Center) -> str:
    contact = center.contact
    return f"""\
values:
  merchant_hours: {{text: {center.merchant_hours}, source: "https://help.example/rules", checked: {center.checked}}}
contacts:
  platform:
    label: {contact.label}
    how: {contact.how}
    hours: {contact.hours}
    prepare: {contact.prepare}
    url: {contact.url}
"""


def _article(article: Article, center: Center) -> str:
    lines = [f"id: {article.id}", f"title: {article.title}", f"summary: {article.summary}", f"topic: {article.topic}"]
    lines += [f"aliases: {_flow(article.aliases)}", "status: published", *_upkeep(center)]
    lines += [_block("intro", article.intro)]
    for name in ("reasons", "steps", "precautions"):
        lines += [f"{name}:", indent("".join(_item(_part(part)) for part in getattr(article, name)), "  ").rstrip("\n")]
    lines += [_block("follow_up", article.follow_up), _block("closing", article.closing), "contact: platform"]
    if article.questions:
        lines.append(f"questions: {_flow(article.questions)}")
    return _lines(lines)


def _part(part: Part) -> Iterator[str]:
    yield f"id: {part.id}"
    if part.level:
        yield f"level: {part.level}"
    yield f"title: {part.title}"
    yield _block("text", part.text)
    if part.parts:
        yield "substeps:\n" + indent("".join(_item(_part(substep)) for substep in part.parts), "  ").rstrip("\n")


def _entry(entry: Entry, center: Center) -> str:
    lines = [f"id: {entry.id}", f"question: {entry.question}", f"topic: {entry.topic}"]
    lines += [f"aliases: {_flow(entry.aliases)}", f"reply: {entry.reply}", _block("answer", entry.answer), "causes:"]
    for cause in entry.causes:
        fields = [f"id: {cause.id}", f"cause: {cause.title}", _block("fix", cause.text)]
        lines.append(indent(_item(fields), "  ").rstrip("\n"))
    return _item([*lines, "contact: platform", *_upkeep(center)])


def _upkeep(center: Center) -> list[str]:
    return [f"owner: {OWNER}", f"reviewed: {center.checked}", f"review_every: {REVIEW_EVERY}"]


def _flow(values: Iterable[str]) -> str:
    return f"[{', '.join(values)}]"


def _block(name: str, text: str) -> str:
    return f"{name}: |\n" + indent(text, "  ")


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _item(fields: Iterable[str]) -> str:
    """One item of a YAML list."""
    return "- " + indent(_lines(fields), "  ")[2:]

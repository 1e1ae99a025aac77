"""What a public site tells programs: every entry as Markdown and JSON, flows as data, and what there is at all.

``llms.txt`` is after https://llmstxt.org: the name of the site, what it is, and links with a line each, by topic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpcenter.addresses import page_path
from helpcenter.exports.answer import Answer
from helpcenter.exports.answers import answers_of
from helpcenter.exports.flow_data import flow_record
from helpcenter.exports.json_form import record
from helpcenter.exports.markdown import escaped_line, markdown
from helpcenter.exports.requests import json_bytes
from helpcenter.pages.book import Book

OUTCOME = "outcome"


def machine_files(book: Book) -> dict[str, bytes]:
    """Return the files by their addresses below the site's root; nothing in them is not on a page."""
    return dict(_files(book, answers_of(book)))


def _files(book: Book, answers: Sequence[Answer]) -> Iterator[tuple[str, bytes]]:
    entries = [answer for answer in answers if answer.kind != OUTCOME]
    for answer in entries:
        path = page_path(answer.id)
        ends = [one for one in answers if one.kind == OUTCOME and one.id.startswith(f"{answer.id}#")]
        yield f"{path}index.md", _as_markdown(answer, ends if answer.kind == "flow" else ()).encode()
        yield f"{path}index.json", json_bytes(record(answer))
        if answer.kind == "flow":
            yield f"{path}flow.json", json_bytes(flow_record(book.typeset.flows[answer.id], book))
    site = book.edition.site
    told = {"name": site.name, "url": site.url, "language": book.words.language}
    yield "answers.json", json_bytes({"site": told, "answers": [_in_short(answer) for answer in answers]})
    yield "llms.txt", _overview(book, entries).encode()


def _as_markdown(answer: Answer, ends: Sequence[Answer]) -> str:
    parts = [f"# {escaped_line(answer.title)}", markdown(answer.html)]
    for end in ends:
        parts += [f"## {escaped_line(end.title)}", markdown(end.html)]
    return "\n\n".join([*parts, *([f"<{answer.link}>"] if answer.link else [])]) + "\n"


def _in_short(answer: Answer) -> dict[str, object]:
    names = ("id", "kind", "title", "reply", "link", "updated", "version", "v")
    whole = record(answer)
    return {name: whole[name] for name in names}


def _overview(book: Book, entries: Sequence[Answer]) -> str:
    lines = [f"# {escaped_line(book.edition.site.name)}", ""]
    lines += [f"> {escaped_line(book.edition.site.description)}", ""] if book.edition.site.description else []
    for topic, title in {answer.topic: answer.folder for answer in entries}.items():
        lines += [f"## {escaped_line(title)}", ""]
        for answer in entries:
            if answer.topic == topic:
                address = book.edition.site.absolute(f"{page_path(answer.id)}index.md")
                lines.append(f"- [{escaped_line(answer.title)}]({address}): {escaped_line(answer.reply)}")
        lines.append("")
    return "\n".join(lines)

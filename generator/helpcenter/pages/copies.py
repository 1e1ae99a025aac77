"""What copying from a page takes, and what is told to who opens a link that was copied long ago."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from helpcenter.addresses import page_path
from helpcenter.links.versions import Changed
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.book import Book
from helpcenter.rendering.environment import day_in
from helpcenter.words.catalogue import Words

CHANGED, REPLIES = "changed.json", "replies.json"
"""Names of files below the address of a page."""
MOST_BYTES = 2048
"""The most that a page keeps of what changed in it."""


class CopyRow(NamedTuple):
    """What a page tells its script of copying: the ``version`` of what it says, whether it keeps what changed since
    earlier ones, and the short replies of outcomes.
    """

    script: str
    version: int | None
    changed: bool
    replies: bool


def copy_row(entry: AnyEntry, book: Book) -> CopyRow:
    """Return what the page of ``entry`` tells."""
    changed = bool(book.edition.versions.since(entry.id))
    has_replies = isinstance(entry, Flow) and _has_replies(entry)
    return CopyRow(book.copying[0].path, book.version_of(entry), changed, has_replies)


def page_files(book: Book) -> dict[str, str]:
    """Return the files by their addresses: the scripts of copying, what changed in an answer since its links were
    copied, and the short replies of a flow's outcomes, which no page shows.
    """
    ours = {asset.path: asset.content.decode() for asset in book.copying}
    return {**ours, **dict(_files(book))}


def changes_as_json(changed: Mapping[int, Changed], words: Words) -> str:
    """Return what changed since each version, the newest first, with the words to tell it in at most ``MOST_BYTES``.

    What there is no room for is left out: of versions below ``before`` it is only known that they are older.
    """
    told: dict[str, Any] = {name: words(f"copy.{word}") for name, word in _WORDS.items()} | {"versions": {}}
    for number, change in changed.items():
        longer = {**told, "versions": {**told["versions"], number: _told(number, change, words)}}
        if len(_as_json({**longer, "before": number}).encode()) > MOST_BYTES:
            return _as_json({**told, "before": number + 1})
        told = longer
    return _as_json(told)


_WORDS = {"title": "changed", "older": "changed_older", "parts": "changed_parts"}


def _files(book: Book) -> Iterator[tuple[str, str]]:
    for entry in book.order.listed:
        if changed := book.edition.versions.since(entry.id):
            yield f"{page_path(entry.id)}{CHANGED}", changes_as_json(changed, book.words)
        if isinstance(entry, Flow) and _has_replies(entry):
            yield f"{page_path(entry.id)}{REPLIES}", _as_json(_replies(entry, book))


def _told(number: int, change: Changed, words: Words) -> dict[str, object]:
    day = Markup(day_in(words)(date.fromisoformat(change.day))).striptags()
    said = [words("copy.changed_then", number=number, day=day)]
    said += [words("copy.changed_gone", count=len(change.gone))] if change.gone else []
    said += [words("copy.changed_reply", reply=change.reply)] if change.reply else []
    return {"said": said, "parts": list(change.parts), **({"gone": list(change.gone)} if change.gone else {})}


def _has_replies(flow: Flow) -> bool:
    return any(outcome.reply for outcome in flow.outcomes.values())


def _replies(flow: Flow, book: Book) -> dict[str, str]:
    """Return the HTML of the short replies of outcomes, by their ids."""
    said = book.typeset.said
    replies = {node: outcome.reply for node, outcome in flow.outcomes.items() if outcome.reply}
    return {node: str(said.get(reply) or escape(reply)) for node, reply in replies.items()}


def _as_json(told: Mapping[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

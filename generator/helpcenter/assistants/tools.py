"""What an assistant may ask: search, an answer, a way through a flow. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from helpcenter.assistants.library import SIGN, Library
from helpcenter.flow.replay import Dropped, Given, replay
from helpcenter.words.catalogue import Words, messages, nearest_language

MOST, READ = 20, 300
"""How many results a search gives at most, and how many characters of a query it reads."""


class OpenSearch(Protocol):
    """A search that waits for queries."""

    def found(self, query: str, limit: int) -> dict[str, Any]:
        """Return ``hits``, ``weak`` and ``site``, as ``search/driver.js`` tells them."""


class Tools:
    """The tools over the site in ``folder``. Every question is about the site that is there when it is asked."""

    def __init__(self, folder: Path, opened: type[Any]) -> None:
        """``opened`` makes a search of its script and the folder of its index."""
        self._folder = folder
        self._open = opened
        self._search: tuple[tuple[Path, Path], OpenSearch] | None = None

    def search(self, query: str, limit: int) -> dict[str, Any]:
        """Return what the search of the site finds, and whether it answers at all."""
        library = Library(self._folder)
        words = words_for(library)
        found = self._opened().found(query[:READ], max(1, min(limit, MOST)))
        fits = bool(found["hits"]) and not found["weak"]
        note = "fits" if fits else "nearest" if found["hits"] else "nothing"
        people = [] if fits else [" ".join(row[:1]) for row in found["site"]["contacts"]]
        results = [_hit(hit, found["site"], library) for hit in found["hits"]]
        return {"fits": fits, "note": words(f"mcp.search.{note}"), "results": results, "contacts": people}

    def answer(self, name: str) -> dict[str, Any]:
        """Return an answer with its whole text. Raises UnknownIdError."""
        return Library(self._folder).answer(name)

    def walk(self, name: str, given: Given) -> dict[str, Any]:
        """Return where ``given`` answers lead in a flow, and what can be answered there. Raises UnknownIdError."""
        library = Library(self._folder)
        flow, words = library.flow(name), words_for(library)
        walked = replay(flow, given)
        told = {
            "flow": flow.id,
            "answers": _listed(walked.answers),
            "unused": [_unused(one, words) for one in walked.dropped],
        }
        if walked.place not in flow.sections:
            place = _elsewhere(walked.place, library)
            return {**told, "place": place, "options": [], "note": words("mcp.walk.elsewhere")}
        place, options = library.place(flow, walked.place), flow.sections[walked.place]["options"]
        shown = [{key: value for key, value in option.items() if key != "to"} for option in options]
        note = "outcome" if place["kind"] == "outcome" else "go_on"
        people = {"people": flow.people} if place["kind"] == "outcome" and flow.people else {}
        return {**told, "place": place, "options": shown, **people, "note": words(f"mcp.walk.{note}")}

    def _opened(self) -> OpenSearch:
        """Return the search, opened anew when the site has another."""
        (script,) = self._folder.glob("assets/search.*.js")
        pointer = (self._folder / SIGN).read_text(encoding="utf-8")
        files = script, self._folder / pointer.split('"')[1]
        if self._search is None or self._search[0] != files:
            self._search = files, self._open(*files)
        return self._search[1]


def words_for(library: Library) -> Words:
    """Return what the server says, in the language of the site."""
    return messages(nearest_language(library.language))


def _hit(hit: Mapping[str, Any], site: Mapping[str, Any], library: Library) -> dict[str, Any]:
    """Return a result; topics and ordinary pages have no ``id`` to read them by, the latter their text at once. What is
    not for common readers says whom it is ``for``.
    """
    path, title, kind, _, audience = hit["row"][:5]
    teaser, parts = hit["details"]
    others = [] if site["readers"] in audience else [site["words"][name] for name in audience]
    name = path.replace("/", "", 1) if "#" in path else path.rstrip("/")
    known = {"id": name} if library.has(name) else {}
    text = {"text": " ".join(part[2] for part in parts)} if kind == "page" else {}
    reply = library.reply(name) or teaser
    link = library.link(name) if known else library.address(path)
    told = {**known, "kind": kind, "title": title, "reply": reply, **text, "link": link}
    return {**told, "for": others} if others else told


def _elsewhere(place: str, library: Library) -> dict[str, Any]:
    """Return the answer outside the flow to which it leads."""
    entry, _, part = place.partition("#")
    told = library.answer(place if part and entry in library.flows else entry)
    return {**told, "link": library.link(place)}


def _listed(answers: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = {}
    for question, option in answers:
        listed.setdefault(question, []).append(option)
    return listed


def _unused(one: Dropped, words: Words) -> dict[str, str]:
    return {"question": one.question, "option": one.option, "why": words(f"mcp.walk.unused.{one.reason}")}

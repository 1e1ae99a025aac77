"""What a built site tells programs, read anew for each question: a site that was built again is told at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from helpcenter.addresses import DESK, LONGEST
from helpcenter.assistants.told_flow import ToldFlow
from helpcenter.suggestions import nearest_word

LIST = "answers.json"
SIGN = "search-folder.js"
"""The script of a site that tells where its index is."""


class NotReadableError(Exception):
    """The folder holds no site, or one that tells programs nothing. ``code`` says what is missing."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownIdError(Exception):
    """Nothing that is published has this id; ``guess`` is what may have been meant."""

    def __init__(self, name: str, guess: str) -> None:
        super().__init__(name)
        self.name, self.guess = name, guess


class Library:
    """The answers of the site in ``folder`` at one moment. Raises NotReadableError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if not (folder / SIGN).is_file():
            raise NotReadableError("no_site")
        if (folder / DESK).is_dir():
            raise NotReadableError("for_staff")
        if not (folder / LIST).is_file():
            raise NotReadableError("not_machine_readable")
        told = self._read(LIST)
        if "site" not in told:
            raise NotReadableError("too_old")
        self.name, self.url, self.language = (str(told["site"][name]) for name in ("name", "url", "language"))
        self._short = {one["id"]: one for one in told["answers"]}

    @cached_property
    def flows(self) -> list[str]:
        """The ids of all flows."""
        return [name for name, one in self._short.items() if one["kind"] == "flow"]

    def address(self, path: str) -> str:
        """Return the full address of a ``path`` below the site's root; nothing where that of the site is not known."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""

    def link(self, name: str) -> str:
        """Return the address of an entry or a part of one. It carries the version, as links that are copied do, so that
        the page can say what changed since.
        """
        entry, mark, part = name.partition("#")
        version = self._short[entry].get("v")
        plain, marked = (self.address(f"{entry}/{query}{mark}{part}") for query in ("", f"?v={version}"))
        return marked if version and len(urlsplit(marked)._replace(scheme="", netloc="").geturl()) <= LONGEST else plain

    def has(self, name: str) -> bool:
        """Return whether ``name`` is that of an entry, or of a part of one."""
        return name.partition("#")[0] in self._short

    def reply(self, name: str) -> str:
        """Return the short reply of an answer; nothing for what is none."""
        return str(self._short[name]["reply"]) if name in self._short else ""

    def answer(self, name: str) -> dict[str, Any]:
        """Return an entry, an outcome or a step of a flow with its whole text. Raises UnknownIdError."""
        entry, _, part = name.partition("#")
        if entry not in self._short:
            raise UnknownIdError(name, nearest_word(name, self._short))
        if not part:
            whole = self._read(f"{entry}/index.json")
            return {**_told(self._short[entry]), "link": self.link(entry), "text": whole["text"]}
        if self._short[entry]["kind"] != "flow":
            raise UnknownIdError(name, entry)
        return self.place(self.flow(entry), part)

    def flow(self, name: str) -> ToldFlow:
        """Return the flow called ``name``. Raises UnknownIdError."""
        if name not in self.flows:
            raise UnknownIdError(name, nearest_word(name.partition("#")[0], self.flows))
        return ToldFlow(self._read(f"{name}/flow.json"))

    def place(self, flow: ToldFlow, anchor: str) -> dict[str, Any]:
        """Return a place of a flow as an answer, with all that its section shows. Raises UnknownIdError."""
        section = flow.sections.get(anchor)
        if section is None:
            known = [f"{flow.id}#{name}" for name in flow.sections]
            raise UnknownIdError(f"{flow.id}#{anchor}", nearest_word(f"{flow.id}#{anchor}", known) or flow.id)
        name = f"{flow.id}#{section['node']}"
        told = {"id": name, "kind": section["kind"].removesuffix("s"), "title": section["title"]}
        seen = {key: section[key] for key in ("text", "outcome", "precautions", "links", "contacts") if key in section}
        listed = _told(self._short.get(name, self._short[flow.id]))
        kept = {key: listed[key] for key in ("reply", "version") if name in self._short}
        link = self.link(f"{flow.id}#{anchor}")
        return {**told, **kept, "link": link, **seen, "updated": self._short[flow.id]["updated"]}

    def _read(self, path: str) -> Any:
        return json.loads((self._folder / path).read_text(encoding="utf-8"))


def _told(short: Mapping[str, Any]) -> dict[str, Any]:
    """Return an answer as it is listed, with one version: its number, or what stands for it where it has none yet."""
    number = short.get("v")
    told = {name: value for name, value in short.items() if name != "v"}
    return {**told, "version": f"v{number}" if number else short["version"]}

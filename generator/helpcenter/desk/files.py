"""The files of the desk: its page, what the page loads, and its data as scripts, which load from a disk too."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any

from helpcenter.addresses import DESK
from helpcenter.desk.data import FORMS, DeskAnswer, desk_bodies, desk_data, greeting, told_by
from helpcenter.desk.flows import flows_for_desk
from helpcenter.desk.help import key_help
from helpcenter.desk.offline import WORKER, worker
from helpcenter.desk.search import desk_search
from helpcenter.pages.book import Book
from helpcenter.rendering.bundles import Asset, assets, desk_script, desk_style
from helpcenter.rendering.environment import Renderer
from helpcenter.rendering.palette import Rgb
from helpcenter.rendering.policy import POLICY

BEHIND = ("search.js", "flows.js", "bodies.js")
"""What comes behind the page, and is not waited for."""
Colors = tuple[Rgb | None, Rgb | None]
"""The primary colours for light and dark, where a site has its own."""


class DeskFiles(Mapping[str, bytes]):
    """The files by their addresses below the site's root, each made when it is first asked for."""

    def __init__(self, book: Book, renderer: Renderer, colors: Colors = (None, None), favicon: str = "") -> None:
        """Take the site's own ``favicon`` by its address, if it has any."""
        self._book, self._renderer, self._colors, self._favicon = book, renderer, colors, favicon
        self._loaded: tuple[Asset, ...] = (desk_style(*colors, tuple(book.platforms)), desk_script())
        self._make: dict[str, Callable[[], bytes]] = {
            f"{DESK}index.html": self._page,
            f"{DESK}data.js": lambda: script("globalThis.HelpcenterDesk =", desk_data(book, self._answers)),
            f"{DESK}search.js": lambda: desk_search(book, self._answers),
            f"{DESK}bodies.js": lambda: script("HelpcenterDesk.bodies =", desk_bodies(book, self._answers)),
            f"{DESK}flows.js": lambda: script("HelpcenterDesk.flows =", flows_for_desk(book, renderer)),
            WORKER: lambda: worker({}),
        }
        self._made = {asset.path: asset.content for asset in self._loaded}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._made:
            self._made[path] = self._make[path]()
        return self._made[path]

    def __contains__(self, path: object) -> bool:
        return path in self._make or path in self._made

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._make, *(asset.path for asset in self._loaded))))

    def __len__(self) -> int:
        return len(self._make) + len(self._loaded)

    @cached_property
    def _answers(self) -> list[DeskAnswer]:
        return told_by(self._book)

    def _page(self) -> bytes:
        book, (style, desk), ours = self._book, self._loaded, assets(*self._colors)
        page = self._renderer.render(
            "desk/page",
            policy=POLICY,
            desk=book.center.desk,
            forms={form: book.words(f"desk.form.{form}") for form in FORMS},
            help=key_help(book.words),
            greeting=greeting(book),
            favicon=self._favicon or ours.favicon.path,
            scheme=ours.scheme.path,
            style=style.path,
            scripts=[self._named("data.js"), f"../{desk.path}", *map(self._named, BEHIND)],
        )
        return page.encode()

    def _named(self, name: str) -> str:
        """Return the address of a script from the page, another one for other contents."""
        return f"{name}?{sha256(self[f'{DESK}{name}']).hexdigest()[:8]}"


def script(before: str, data: Any) -> bytes:
    """Return a script that hands over ``data``, of which nothing can end it, wherever it stands."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"{before}{text};\n".encode("utf-8", "backslashreplace")

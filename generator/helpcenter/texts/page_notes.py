"""What links and pictures of an ordinary page mean: ids as in other texts, and files beside the page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from urllib.parse import quote, unquote

from helpcenter.addresses import LIST_PAGES
from helpcenter.sources.headings import Heading
from helpcenter.suggestions import nearest
from helpcenter.texts.images import IMAGE_PATH
from helpcenter.texts.notes import SCHEMES, Notes
from helpcenter.texts.reference import Reference

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|\\|[\x00-\x20]")
_ID = re.compile(r"[a-z0-9-]{2,40}\Z")


class PageNotes(Notes):
    """The notes of the page called ``name`` below ``content/``, whose address is ``path``.

    ``pages`` has the addresses of all ordinary pages by name, ``files`` the other files that are published.
    """

    has_sources = False

    def __init__(
        self,
        reference: Reference,
        name: str,
        path: str,
        found: list[Heading],
        pages: Mapping[str, str],
        files: Collection[str],
    ) -> None:
        super().__init__(reference)
        self._folder = posixpath.dirname(name)
        self._name = name
        self._path = unquote(path)
        self._up = "../" * path.count("/")
        self._pages = pages
        self._ids = {unquote(other).rstrip("/") for other in pages.values()} | reference.pages()
        self._files = files
        first = {heading.anchor: heading.line for heading in reversed(found)}
        self.anchors = {line: anchor for anchor, line in first.items()}
        """The anchors by the lines of their headings; the first of two headings keeps it."""

    def allows(self, url: str) -> bool:
        """Allow listed schemes, ids and paths beside the page."""
        typed = unquote(url)
        if url.lower().startswith(SCHEMES) or not _SCHEME.match(typed):
            return True
        self._once("link-refused", typed)
        return False

    def href(self, url: str) -> str | None:
        """Return where a link leads, or None for a link to nothing."""
        typed = unquote(url)
        if _SCHEME.match(typed):
            return url
        path, _, part = typed.partition("#")
        if path.endswith("/"):  # an address as the page's own, which MkDocs knew
            path = posixpath.normpath(posixpath.join(self._path, path))
            if path in self._ids:
                return self._part(f"{path}/", part, typed)
        target = posixpath.normpath(posixpath.join(self._folder, path)) if path else self._name
        if target in self._pages:
            return self._part(self._pages[target], part, typed)
        if _ID.match(path) or (path.endswith(".md") and "/" not in target):
            return self._entry(path.removesuffix(".md"), target.removesuffix(".md"), part, typed)
        if target in self._files and not part:
            return self._up + quote(target)
        self._missing(typed, path)
        return None

    def _entry(self, typed_id: str, target: str, part: str, typed: str) -> str | None:
        entry_id = typed_id if _ID.match(typed_id) else target
        if entry_id in LIST_PAGES and not part:
            return f"{self._up}{entry_id}/"
        if not self.reference.has_page(entry_id):
            self._missing(typed, entry_id)
            return None
        return self._part(f"{entry_id}/", part, typed)

    def _part(self, path: str, part: str, typed: str) -> str | None:
        entry_id = unquote(path.rstrip("/"))
        known = self.reference.anchors(entry_id)
        if part and part not in known:
            guess = nearest(part, known)
            guess = f"{typed.partition('#')[0]}#{guess}" if guess else ""
            self._fault("unknown-part", f"]({typed}", 2, target=typed, entry=entry_id, guess=guess)
            return None
        self._links[entry_id] = None
        return f"{self._up}{path}#{quote(part)}" if part else f"{self._up}{path}"

    def _missing(self, typed: str, target: str) -> None:
        guess = nearest(target, [*self.reference.pages(), *self._pages])
        self._fault("unknown-link", f"]({typed}", 2, target=target, guess=guess)

    def image(self, url: str, alternative: str) -> dict[str, str]:
        """Return the attributes of a picture below ``content/images/``, named from the page's folder."""
        typed = unquote(url)
        path = posixpath.normpath(posixpath.join(self._folder, typed))
        if _SCHEME.match(typed) or not IMAGE_PATH.match(path):
            self._fault("bad-image-path", f"]({typed}", 2, target=typed)
            return {"src": "", "alt": ""}
        return super().image(quote(path), alternative) | {"src": self._up + quote(path)}

    def _once(self, code: str, typed: str) -> None:
        if all(fault.at != f"]({typed}" for fault in self.faults):
            self._fault(code, f"]({typed}", 2, target=typed)

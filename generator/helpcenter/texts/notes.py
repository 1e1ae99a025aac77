"""What links, pictures and values of a text mean, and what it refers to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote, unquote

from markupsafe import Markup

from helpcenter.addresses import LIST_PAGES, from_entry
from helpcenter.suggestions import nearest
from helpcenter.texts.as_typed import AsTyped
from helpcenter.texts.facts import fact
from helpcenter.texts.images import IMAGE_PATH, attributes_of, cut_images, says_nothing
from helpcenter.texts.plain_markdown import LABEL, TARGET, escaped
from helpcenter.texts.plain_markdown import VALUE as VALUE_NAME
from helpcenter.texts.reference import Reference
from helpcenter.texts.rendered import Fault, Rendered
from helpcenter.texts.variants import with_variants

SCHEMES = ("https:", "http:", "mailto:", "tel:")
_INTERNAL = re.compile(r"([a-z0-9-]{2,40})(?:#([\w-]+))?\Z")


class Notes:
    """What one text refers to, gathered while it is parsed."""

    has_sources = True
    """Whether the page of the text lists the sources of its values."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self._links: dict[str, None] = {}
        self._values: dict[str, None] = {}
        self._images: dict[str, None] = {}
        self.faults: list[Fault] = []
        self._mentions: Counter[str] = Counter()
        self.anchors: Mapping[int, str] = {}

    def rendered(self, html: str) -> Rendered:
        """Return ``html`` with what was noted for it."""
        return Rendered(Markup(html), tuple(self._links), tuple(self._values), tuple(self._images), tuple(self.faults))

    def span(self, found: re.Match[str]) -> str:
        """Return the HTML of a link or a value that the fast path found."""
        if found[TARGET]:
            href, label = self.href(found[TARGET]), escaped(found[LABEL])
            return label if href is None else f'<a href="{href}">{label}</a>'
        text = self.value(found[VALUE_NAME], found[0])
        return escaped(found[0]) if text is None else self.said(found[VALUE_NAME], text)

    def allows(self, url: str) -> bool:
        """Allow ids, pictures below ``images/`` and listed schemes; ``url`` is decoded already."""
        typed = unquote(url)
        if _INTERNAL.match(typed) or IMAGE_PATH.match(typed) or url.lower().startswith(SCHEMES):
            return True
        at = f"]({typed}"
        if not any(fault.at == at or fault.at.startswith(f"{at} ") for fault in self.faults):
            self._fault("link-refused", at, 2, target=typed)
        return False

    def href(self, url: str) -> str | None:
        """Return where a link leads, or None for a link to nothing."""
        match = _INTERNAL.match(unquote(url))
        if match is None:
            return None if IMAGE_PATH.match(unquote(url)) else url
        entry_id, part = match.group(1), match.group(2) or ""
        if entry_id in LIST_PAGES and not part:
            return from_entry(entry_id)
        if not self.reference.has_page(entry_id):
            guess = nearest(entry_id, self.reference.pages())
            self._fault("unknown-link", f"]({url}", 2, target=entry_id, guess=guess)
            return None
        if part and part not in self.reference.anchors(entry_id):
            guess = nearest(part, self.reference.anchors(entry_id))
            guess = f"{entry_id}#{guess}" if guess else ""
            self._fault("unknown-part", f"]({url}", 2, target=url, entry=entry_id, guess=guess)
            return None
        self._links[entry_id] = None
        return from_entry(entry_id, quote(part))

    def image(self, url: str, alternative: str) -> dict[str, str]:
        """Return the attributes of a picture below ``content/images/``; note an ``alternative`` that says nothing."""
        path = unquote(url)
        if not IMAGE_PATH.match(path):
            self._fault("bad-image-path", f"]({path}", 2, target=path)
            return {"src": "", "alt": ""}
        if says_nothing(alternative, path):
            self._fault("idle-alternative", f"![{alternative}]", 0, value=alternative)
        self._images[path] = None
        return attributes_of(path, self.reference.size(path))

    def value(self, name: str, typed: str) -> str | None:
        """Return the text of a value, which was ``typed`` in braces."""
        text = self.reference.value(name)
        if text is None:
            guess = nearest(name, self.reference.said())
            self._fault("unknown-value", typed, typed.index(name), name=name, guess=guess)
            return None
        if not self.reference.is_blank(name):
            self._values[name] = None
        return text

    def said(self, name: str, text: str, *, linked: bool = True) -> str:
        """Return the HTML of the value ``name``, which is ``text`` for everybody; ``linked`` to its source or not."""
        variants = self.reference.variants(name)
        has_source = self.has_sources and not self.reference.is_blank(name)
        return fact(name, text, variants) if linked and has_source else with_variants(text, variants)

    def note_as_typed(self, found: AsTyped) -> None:
        """Note markup that has no meaning here."""
        details = (("kind", found.kind), ("typed", found.typed.strip()))
        self.faults.append(Fault("markup-as-typed", found.typed, 0, found.nth, details))

    def note_cut_images(self, source: str) -> None:
        """Note pictures that are shown as text because of a blank in their name."""
        for path in cut_images(source):
            self._fault("blank-in-image-path", f"]({path}", 2, target=path)

    def _fault(self, code: str, at: str, skip: int, **details: str) -> None:
        self.faults.append(Fault(code, at, skip, self._mentions[at], tuple(details.items())))
        self._mentions[at] += 1

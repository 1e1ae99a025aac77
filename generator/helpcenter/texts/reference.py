"""What texts refer to: values, pages with their parts, pictures; and what a text asked of it.

A text that is typeset again gives the same as long as everything that it asked has the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from helpcenter.addresses import Addresses
from helpcenter.model.values import Fact, Value
from helpcenter.sources.pictures import Size
from helpcenter.texts.images import SizeOf
from helpcenter.texts.variants import Variants, variants_of

Asked = tuple[str, ...]
"""The name of a method of ``Reference`` and what it was asked about."""
Told = dict[Asked, Any]
Noted = TypeVar("Noted")


class Reference:
    """Told what a text can ask. ``answers`` are those that were given, where they are noted."""

    def __init__(
        self,
        values: Mapping[str, Value],
        addresses: Addresses,
        size_of: SizeOf,
        blanks: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Take what stands for each of the ``blanks`` where nobody fills it in, too."""
        self._values = values
        self._blanks = blanks
        self._said = {name: _about(value) for name, value in values.items()}
        for name, value in values.items():
            self._said |= {f"{name}.{platform}": _about(fact) for platform, fact in value.platforms.items()}
        self._said |= blanks
        self._addresses = addresses
        self._size_of = size_of
        self._sizes: dict[str, Size | None] = {}
        self.answers: Told | None = None

    def noting(self) -> Reference:
        """Return the same for one text, with its answers noted."""
        noting = object.__new__(type(self))
        vars(noting).update(vars(self), answers={})  # a tenth of the time that copy takes, for every text
        return noting

    def again(self, question: Asked) -> Any:
        """Return the answer to a question that was noted before."""
        name, *about = question
        return getattr(self, name)(*about)

    def value(self, name: str) -> str | None:
        """Return the text of a value for everybody, or of one platform, as in ``name.jd``, or what stands for a blank.

        None when there is neither.
        """
        value, _, platform = name.partition(".")
        found = self._values[value].fact(platform) if value in self._values else None
        return self._noted(found.text if found else self._blanks.get(name), "value", name)

    def is_blank(self, name: str) -> bool:
        """Return whether ``name`` is no fact, with a source, but something to fill in."""
        return self._noted(name in self._blanks, "is_blank", name)

    def variants(self, name: str) -> Variants:
        """Return how platforms put a value."""
        value = self._values.get(name)
        own = {platform: fact.text for platform, fact in value.platforms.items()} if value else {}
        return self._noted(variants_of(value.text, own) if value else (), "variants", name)

    def said(self) -> Mapping[str, str]:
        """Return what is said of each value, by name."""
        return self._noted(self._said, "said")

    def has_page(self, page_id: str) -> bool:
        """Return whether there is a page ``page_id``."""
        return self._noted(page_id in self._addresses, "has_page", page_id)

    def pages(self) -> frozenset[str]:
        """Return the id of every page."""
        return self._noted(self._addresses.known(), "pages")

    def anchors(self, page_id: str) -> frozenset[str]:
        """Return the anchors of the page ``page_id``."""
        return self._noted(self._addresses.anchors(page_id), "anchors", page_id)

    def size(self, src: str) -> Size | None:
        """Return width and height of a picture below ``content/``, if they are known: always what was said first."""
        if src not in self._sizes:
            self._sizes[src] = self._size_of(src)
        return self._noted(self._sizes[src], "size", src)

    def _noted(self, answer: Noted, *question: str) -> Noted:
        if self.answers is not None:
            self.answers[question] = answer
        return answer


def _about(fact: Fact) -> str:
    return f"{fact.text}{fact.source}{fact.note or ''}"

"""Reads HTML as a small tree, strictly: an element that is not closed where it should be is an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "span", "strong", "sup", "time"})
UNSEEN = frozenset({"script", "style", "template", "noscript", "title", "head", "svg"})


@dataclass(eq=False)
class Node:
    """An element: its name, attributes and what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, tag: str = "", class_: str = "", **attributes: str) -> list[Node]:
        """Return every element below this one that fits."""
        return [node for node in self.walk() if node.fits(tag, class_, attributes)]

    def one(self, tag: str = "", class_: str = "", **attributes: str) -> Node:
        """Return the only element below this one that fits."""
        found = self.all(tag, class_, **attributes)
        assert len(found) == 1, f"{len(found)} elements are {tag} {class_} {attributes}"
        return found[0]

    def fits(self, tag: str, class_: str, attributes: dict[str, str]) -> bool:
        return (
            (not tag or self.tag == tag)
            and (not class_ or class_ in self.classes)
            and all(self.attributes.get(name) == value for name, value in attributes.items())
        )

    def walk(self) -> Iterator[Node]:
        """Yield every element below this one, in document order."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def raw_text(self) -> str:
        """Return all text below this element as it stands."""
        return "".join(child if isinstance(child, str) else child.raw_text() for child in self.children)

    def text(self, without: tuple[Node, ...] = ()) -> str:
        """Return what a reader sees, blanks folded; ``without`` some elements."""
        return folded("".join(self._seen(without)))

    def _seen(self, without: tuple[Node, ...]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in UNSEEN and not any(child is left_out for left_out in without):
                yield "" if child.tag in INLINE else " "
                yield from child._seen(without)
                yield "" if child.tag in INLINE else " "


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute: {names}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID, f"</{tag}>"
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def tree(html: str) -> Node:
    """Return the root over the elements of ``html``."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is not closed"
    return builder.root


def text_of(html: str) -> str:
    """Return what a reader sees of ``html``."""
    return tree(html).text()


def folded(text: str) -> str:
    """Return ``text`` with every run of blanks as one space."""
    return " ".join(text.split())

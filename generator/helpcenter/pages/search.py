"""What the search knows: a document for each topic, article, FAQ entry, flow, outcome of a flow and ordinary page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpcenter.addresses import page_path
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.paths import path_to, section_paths, story
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.model.entries import Article, FaqEntry, Topic
from helpcenter.model.fields import Status
from helpcenter.model.flows import Doing, Flow, Outcome, all_said
from helpcenter.model.help_center import AnyEntry, kind_of
from helpcenter.model.key_path import KeyPath
from helpcenter.model.text_fields import text_fields
from helpcenter.pages.book import Book
from helpcenter.pages.contacts import calls, mails, said_of
from helpcenter.pages.headings import heading
from helpcenter.pages.platforms import Labels, names_of_platforms, words_of_platforms
from helpcenter.rendering.bundles import assets
from helpcenter.search import Document, DocumentPart, File, data_file, folder_of, index_files, make_index
from helpcenter.texts.all_texts import TextsOfOne
from helpcenter.texts.rendered import plain
from helpcenter.texts.typesetting import Typesetter
from helpcenter.words.catalogue import Words

POINTER = "search-folder.js"
"""Address of the script that tells where the index is: pages do not, and stay as they are when it is another."""
WORDS = ("search.",)
"""Which words of the catalogue the interface of the search uses."""
_APART = ("reasons", "steps", "precautions", "sections", "causes")
_UNSEEN = ("changes",)


@dataclass(frozen=True, slots=True)
class Search:
    """What the files of the search are made from, which takes long."""

    documents: tuple[Document, ...]
    synonyms: tuple[tuple[str, ...], ...]
    extra: tuple[File, ...]
    """What the interface needs beside the index."""

    def pieces(self, memory: Memory = FORGETFUL) -> list[File]:
        """Make the files that belong together, the one to load first at the front."""
        index = make_index(self.documents, memory)
        return [*index_files(self.documents, index, self.synonyms, memory), *self.extra]

    def files(self, memory: Memory = FORGETFUL) -> dict[str, bytes]:
        """Make all files by their address: the pieces in a folder named by what they hold, and what points to it."""
        pieces = self.pieces(memory)
        folder = folder_of(pieces)
        pointer = f'document.body.dataset.searchIndex = "{folder}/";\n'.encode()
        return {**{f"{folder}/{piece.name}": piece.content for piece in pieces}, POINTER: pointer}


def make_search(book: Book, ordinary: Iterable[tuple[str, str, str]] = (), memory: Memory = FORGETFUL) -> Search:
    """Return the search of a help center; ``ordinary`` pages are given as path, title and HTML."""
    documents = tuple(_documents(book, ordinary, memory))
    platforms = names_of_platforms(book.center)
    called = (names for _, names in platforms if len(names) > 1)
    extra = data_file("site", _site(book, platforms)), File("fuzzy.js", assets().fuzzy.content)
    return Search(documents, (*book.center.synonyms, *called), extra)


def _documents(book: Book, ordinary: Iterable[tuple[str, str, str]], memory: Memory) -> Iterator[Document]:
    """Yield everything; of what fits alike the first comes first, so a topic stands behind its entries."""
    everybody = tuple(book.edition.audiences)
    for contents in book.order.topics:
        for entry in contents.entries:
            found = documents_of(entry, book, memory)
            marked = book.edition.staff and entry.status is Status.DRAFT
            yield from (memory(_drafted, document, book.words) for document in found) if marked else found
        yield memory(_topic, contents.topic, everybody)
    for path, title, html in ordinary:
        yield memory(_page, path, title, html, everybody[:1])


def _page(path: str, title: str, html: str, audience: tuple[str, ...]) -> Document:
    text = plain(html)
    return Document(path, (title,), text, "page", audience=audience, parts=(DocumentPart("", "", text),))


def documents_of(entry: AnyEntry, book: Book, memory: Memory = FORGETFUL) -> tuple[Document, ...]:
    """Return what the search knows of ``entry``: itself, and the outcomes of a flow."""
    audience, labels = book.center.audience_of(entry), tuple(book.platforms.items())
    if isinstance(entry, Flow):
        compiled, typesetter = book.typeset.flows[entry.id], book.typeset.typesetter
        return tuple(memory(_of_flow, entry, compiled, typesetter, audience, book.words, labels))
    return (memory(_of_entry, entry, book.typeset.texts[entry.id], book.words, audience, labels),)


def _drafted(document: Document, words: Words) -> Document:
    title, *others = document.titles
    return document._replace(titles=(words("staff.draft_title", title=title), *others))


def _topic(topic: Topic, audience: tuple[str, ...]) -> Document:
    return Document(page_path(topic.id), (topic.title,), topic.summary, "topic", topic.id, audience, topic.summary)


def _of_entry(
    entry: Article | FaqEntry, typeset: TextsOfOne, words: Words, audience: tuple[str, ...], platforms: Labels
) -> Document:
    parts = tuple(_parts(entry, {text.steps: text.rendered.plain for text in typeset}, words))
    if own := words_of_platforms((text.rendered.html for text in typeset.telling), platforms, words):
        parts = (*parts, DocumentPart("sources", words("platform.table"), own))
    return _document(entry, " ".join(f"{part.title} {part.text}" for part in parts), audience, parts)


def _document(entry: AnyEntry, text: str, audience: tuple[str, ...], parts: tuple[DocumentPart, ...]) -> Document:
    titles = (entry.heading, *entry.aliases)
    return Document(page_path(entry.id), titles, text, kind_of(entry), entry.topic, audience, entry.teaser, parts)


def _parts(entry: Article | FaqEntry, typeset: Mapping[KeyPath, str], words: Words) -> Iterator[DocumentPart]:
    """Yield the parts of an entry; what stands above the first named part has no anchor."""
    titles: dict[str, str] = {"": ""}
    texts: dict[str, list[str]] = {"": []}
    for steps, typed in text_fields(entry):
        if (len(steps) == 1 and typed == entry.heading) or steps[0] in _UNSEEN or _names_nothing(entry, steps):
            continue
        anchor, title = _place(entry, steps, words)
        titles.setdefault(anchor, title)
        own = texts.setdefault(anchor, [])
        if (text := typeset.get(steps, typed)) != title:
            own.append(text)
    yield from (DocumentPart(anchor, titles[anchor], " ".join(found)) for anchor, found in texts.items())


def _names_nothing(entry: Article | FaqEntry, steps: KeyPath) -> bool:
    """Return whether the text at ``steps`` is the heading of an area that ``entry`` does not have."""
    return steps[0] == "headings" and not getattr(entry, str(steps[1]))


def _place(entry: Article | FaqEntry, steps: KeyPath, words: Words) -> tuple[str, str]:
    """Return the anchor and the title of the part that the text at ``steps`` belongs to."""
    area = str(steps[0])
    if area in _APART and isinstance(steps[1], int):
        part = getattr(entry, area)[steps[1]]
        return part.id, part.cause if area == "causes" else part.title
    if isinstance(entry, Article) and (area in ("follow_up", "closing") or area == "headings"):
        named = str(steps[-1]) if area == "headings" else area
        return named.replace("_", "-"), heading(entry, named, words)
    return "", ""


def _of_flow(
    flow: Flow, compiled: Compiled, typesetter: Typesetter, audience: tuple[str, ...], words: Words, platforms: Labels
) -> tuple[Document, ...]:
    """Return the document of a flow, and those of its outcomes."""
    itself = _document(flow, flow.summary, audience, (DocumentPart("", "", flow.summary),))

    def said(html: str) -> str:
        return f"{plain(html)} {words_of_platforms((html,), platforms, words)}".strip()

    return itself, *_outcomes(flow, compiled, lambda text: said(typesetter.block(text).html), audience)


def _outcomes(
    flow: Flow, compiled: Compiled, said: Callable[[str], str], audience: tuple[str, ...]
) -> Iterator[Document]:
    """Yield each step and each outcome of a flow that can be reached, with the answers of a shortest way to it."""
    found = section_paths(compiled.sections)
    ends: dict[str, Doing | Outcome] = {**flow.steps, **flow.outcomes}
    for node, outcome in ends.items():
        if node in found:
            way = story(compiled.graph, path_to(node, found))
            text = said(all_said(outcome.text))
            path = f"{page_path(flow.id)}#{node}"
            parts = (DocumentPart("", "", text),)
            yield Document(path, (outcome.title,), f"{way} {text}", "outcome", flow.topic, audience, way, parts)


def _site(book: Book, platforms: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, Any]:
    """Return what the interface shows beside results: its words, the topics, a flow, people and audiences."""
    texts = book.words.texts
    contacts = [book.center.contacts[name] for name in book.center.last_resort()]
    flow = next(iter(book.flows_for_readers()), None)
    words = {name: text for name, text in texts.items() if name.startswith(WORDS)}
    return {
        "words": {**words, **book.edition.audiences},  # no id of an audience has a dot
        "topics": {contents.topic.id: contents.topic.title for contents in book.order.topics},
        "flow": [page_path(flow.id), flow.title] if flow else None,
        "contacts": [row for found in contacts for row in ([said_of(found, book)], *calls(found), *mails(found))],
        "readers": book.edition.readers,
        "platforms": platforms,
    }

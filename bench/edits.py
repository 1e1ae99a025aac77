"""What a writer saves, as this program's YAML and as the peers' Markdown: one edit a number, in turn of every kind.

Every edit has a mark of its own, a word that nothing else has, and says at which page it shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.center import PAGES_PER_TOPIC, page_id
from bench.files import write
from bench.flows import flow
from helpcenter.pages.search import POINTER
from helpcenter.sources.yaml.writer import yaml_text

USES: Final = 30
"""Pages that use the value that is edited."""
FLOW_NODES: Final = 40
STRIDE: Final = 7
"""Between the articles that are edited one after the other, so that they are not neighbours."""
LETTERS: Final = "abcdefghijklmnopqrstuvw"
INDEX: Final = r'searchIndex = "([^"]+)"'
"""Where the script at ``POINTER`` says which folder has the index."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A file as it is saved, and where that shows."""

    kind: str
    path: Path
    content: str | None
    """None removes the file."""

    page: str
    """Address of the page, without the slash at its start."""

    shown: str | None
    """A pattern of the new page; None: the page is to be gone."""

    follow: str = ""
    """A pattern of a folder that the page tells, in whose ``index.js`` the edit shows; empty: in the page itself."""

    at: str = ""
    """Address of an open page in which it shows, too, and below what then is on it; empty: on ``page``."""

    open_shown: str = ""


def mark(number: int) -> str:
    """Return a word for the edit with that number, which no text has."""
    letters = ""
    for _ in range(4):
        number, place = divmod(number, len(LETTERS))
        letters = LETTERS[place] + letters
    return f"qz{letters}x"  # no ending that the search takes off words


class YamlEdits:
    """The edits of this program's project, in which it makes a value, a flow, synonyms and words when it begins."""

    kinds: Final = ("text", "title", "new", "removed", "value", "flow", "synonym", "order", "word")
    on_open_pages: Final = ("text", "title", "new", "removed", "value", "flow", "order", "word")

    def __init__(self, folder: Path, pages: int) -> None:
        self._content, self._faq, self._pages = folder / "content", folder / "faq", pages
        self._kinds: dict[str, Callable[[int, str], Edit]] = {
            "text": self._text, "title": self._title, "new": self._new, "removed": self._removed,
            "value": self._value, "flow": self._flow, "synonym": self._synonym, "order": self._order,
            "word": self._word,
        }  # fmt: skip
        self._extend()

    def edit(self, number: int, kind: str) -> Edit:
        """Return what is to be saved as the edit with that number."""
        return self._kinds[kind](number, mark(number))

    def _article(self, name: str) -> Path:
        return self._content / "articles" / f"{name}.yaml"

    def _extend(self) -> None:
        articles = range(0, self._pages, 2)
        for number in articles[:: max(1, len(articles) // USES)][:USES]:
            path = self._article(page_id(number))
            write(path, _behind(path.read_text(encoding="utf-8"), r"^closing: \|\n  ", "检测费是 {{ save_fee }}。"))
        path = self._content / "values.yaml"
        self._values = path.read_text(encoding="utf-8")
        write(path, self._with_value("5 元"))
        made = {**flow(FLOW_NODES, 1), "id": "save-flow", "topic": "topic-001"}
        self._flow_text = yaml_text(made)
        write(self._content / "flows" / "save-flow.yaml", self._flow_text)
        write(self._content / "synonyms.yaml", "groups:\n  - [退款, 退钱]\n")
        write(self._content / "words.yaml", "article.steps: 怎么做\n")

    def _with_value(self, text: str) -> str:
        checked = re.findall(r"checked: ([\d-]+)", self._values)[0]
        line = f'  save_fee: {{text: {text}, source: "https://help.example/fees", checked: {checked}}}\n'
        return self._values.replace("values:\n", f"values:\n{line}", 1)

    def _text(self, number: int, word: str) -> Edit:
        """An article's introduction or a question's answer, in turn."""
        name = _name(number, self._pages, "-faq" if number // len(self.kinds) % 2 else "")
        if not name.endswith("-faq"):
            path = self._article(name)
            return Edit("text", path, _behind(_read(path), r"^intro: \|\n  ", f"新增{word}。"), f"{name}/", word)
        path = self._faq / f"{_topic(name)}.yaml"
        content = _behind(_read(path), rf"^- id: {name}\n(?:  .*\n)*?  answer: \|\n    ", f"新增{word}。")
        return Edit("text", path, content, f"{name}/", word)

    def _title(self, number: int, word: str) -> Edit:
        name = _name(number, self._pages)
        content = re.sub(r"^title: .*$", f"title: 怎么办理{word}", _read(self._article(name)), count=1, flags=re.M)
        return Edit("title", self._article(name), content, f"{name}/", word)

    def _new(self, number: int, word: str) -> Edit:
        text = _read(self._article(page_id(0)))
        text = re.sub(r"^id: .*$", f"id: save-{mark(number)}", text, count=1, flags=re.M)
        text = re.sub(r"^title: .*$", f"title: 怎么办理{word}", text, count=1, flags=re.M)
        text = re.sub(r"^aliases: .*\n", "", text, count=1, flags=re.M)
        path, name = self._article(f"save-{mark(number)}"), f"save-{mark(number)}/"
        return Edit("new", path, text, name, word, at="topic-001/", open_shown=word)

    def _removed(self, number: int, word: str) -> Edit:
        """Remove what the edit before made."""
        made = mark(number - 1)
        gone = rf"^(?![\s\S]*{made})"
        return Edit("removed", self._article(f"save-{made}"), None, f"save-{made}/", None, "", "topic-001/", gone)

    def _value(self, number: int, word: str) -> Edit:
        return Edit("value", self._content / "values.yaml", self._with_value(f"5 元{word}"), f"{page_id(0)}/", word)

    def _flow(self, number: int, word: str) -> Edit:
        text = self._flow_text.replace("第0个问题", f"第0个{word}问题", 1)
        return Edit("flow", self._content / "flows" / "save-flow.yaml", text, "save-flow/", word)

    def _synonym(self, number: int, word: str) -> Edit:
        text = f"groups:\n  - [退款, 退钱, {word}]\n"
        return Edit("synonym", self._content / "synonyms.yaml", text, POINTER, word, INDEX)

    def _order(self, number: int, word: str) -> Edit:
        """Let the first two topics change places."""
        path = self._content / "topics.yaml"
        first, second, *rest = re.split(r"^(?=- )", _read(path), flags=re.M)[1:]
        before, after = (re.findall(r"title: (.+)", topic)[0] for topic in (first, second))
        shown = rf"^(?:(?!{re.escape(before)})[\s\S])*{re.escape(after)}"
        return Edit("order", path, "".join((second, first, *rest)), "topics/", shown)

    def _word(self, number: int, word: str) -> Edit:
        path = self._content / "words.yaml"
        return Edit("word", path, f"article.steps: 怎么做{word}\n", f"{page_id(0)}/", word)


class MarkdownEdits:
    """The edits that the peers know."""

    kinds: Final = ("text", "title", "new", "removed")
    on_open_pages: Final = ("text", "title")

    def __init__(self, folder: Path, pages: int) -> None:
        self._folder = folder / ("docs" if (folder / "docs").is_dir() else "content")
        self._pages = pages

    def edit(self, number: int, kind: str) -> Edit:
        """Return what is to be saved as the edit with that number."""
        word = mark(number)
        made = {"new": f"save-{word}", "removed": f"save-{mark(number - 1)}"}
        name = made.get(kind) or _name(number, self._pages)
        folder = "topic-001" if kind in made else _topic(name)
        path, page = self._folder / folder / f"{name}.md", f"{folder}/{name}/"
        if kind == "removed":
            return Edit(kind, path, None, page, None)
        text = _read(self._folder / "topic-001" / f"{page_id(0)}.md" if kind == "new" else path)
        if kind == "text":
            return Edit(kind, path, re.sub(r"\n---\n\n", f"\n---\n\n新增{word}。\n\n", text, count=1), page, word)
        return Edit(kind, path, re.sub(r"^title: .*$", f"title: 怎么办理{word}", text, count=1, flags=re.M), page, word)


def _name(number: int, pages: int, ending: str = "") -> str:
    """Return the id of the page that is edited: an article, or with an ending the question beside it."""
    return page_id(2 * (number * STRIDE % (pages // 2)) + bool(ending))


def _topic(name: str) -> str:
    pair = int(re.findall(r"\d+", name)[0]) - 1
    return f"topic-{2 * pair // PAGES_PER_TOPIC + 1:03d}"


def _behind(text: str, pattern: str, added: str) -> str:
    """Return the text with something behind the first place that matches."""
    return re.sub(pattern, lambda match: match[0] + added, text, count=1, flags=re.M)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")

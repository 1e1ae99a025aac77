"""The help center as Markdown: the same pages with the same text, for MkDocs, Zensical and Hugo.

One file a page, one folder a topic. Links are paths of Markdown files, which all three resolve.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import indent
from typing import Final

from bench.center import Article, Center, Entry, Part, Topic
from bench.files import write

LINK: Final = re.compile(r"\]\(([a-z0-9-]+)\)")

MKDOCS_YML: Final = """\
site_name: {title}
site_url: https://help.example/
docs_dir: docs
theme:
  name: material
  language: zh
  font: false
  features: [navigation.prune, navigation.indexes, navigation.path, navigation.footer]
markdown_extensions:
  - attr_list
  - toc:
      permalink: true
plugins:{plugins}
"""

HUGO: Final = Path(__file__).with_name("hugo")
PAGEFIND: Final = Path(__file__).with_name("hugo_pagefind")
"""What differs where Pagefind searches: no list of texts, another script."""


def prepare_mkdocs(center: Center, folder: Path) -> None:
    """Write the project for MkDocs with Material, or for Zensical, which reads the same."""
    _prepare_mkdocs(center, folder, "\n  - search")


def prepare_mkdocs_plain(center: Center, folder: Path) -> None:
    """Write the project for MkDocs with Material and no search at all."""
    _prepare_mkdocs(center, folder, " []")


def _prepare_mkdocs(center: Center, folder: Path, plugins: str) -> None:
    write(folder / "mkdocs.yml", MKDOCS_YML.format(title=center.title, plugins=plugins))
    _write_pages(center, folder / "docs", "index.md")


def prepare_hugo(center: Center, folder: Path) -> None:
    """Write the project for Hugo, with a plain list of all texts to search."""
    _prepare_hugo(center, folder, (HUGO,))


def prepare_hugo_pagefind(center: Center, folder: Path) -> None:
    """Write the project for Hugo whose built pages Pagefind indexes."""
    _prepare_hugo(center, folder, (HUGO, PAGEFIND))


def _prepare_hugo(center: Center, folder: Path, themes: Iterable[Path]) -> None:
    for theme in themes:
        for source in theme.rglob("*"):
            if source.is_file():
                write(folder / source.relative_to(theme), source.read_text(encoding="utf-8"))
    _write_pages(center, folder / "content", "_index.md")


def _write_pages(center: Center, folder: Path, index: str) -> None:
    """Write every page; `index` is what the tool calls the page of a folder."""
    writer = Writer(center)
    write(folder / index, writer.page({"title": center.title, "description": center.lead}, [center.lead]))
    for topic in center.topics:
        front = {"title": topic.title, "description": topic.summary}
        write(folder / topic.id / index, writer.page(front, [topic.summary]))
        for article in topic.articles:
            write(folder / topic.id / f"{article.id}.md", writer.article(article))
        for entry in topic.entries:
            write(folder / topic.id / f"{entry.id}.md", writer.entry(entry))


class Writer:
    """Writes pages as Markdown; it knows every page's topic, title and the values of the help center."""

    def __init__(self, center: Center) -> None:
        self._hours = center.merchant_hours
        contact = center.contact
        self._contact = (
            f"## 联系客服 {{#contact}}\n\n"
            f"[{contact.label}]({contact.url})：{contact.how}。\n\n"
            f"服务时间：{contact.hours}。请准备：{contact.prepare}。"
        )
        self._topics = {page.id: topic.id for topic in center.topics for page in _pages(topic)}
        self._questions = {entry.id: entry.question for topic in center.topics for entry in topic.entries}

    def article(self, article: Article) -> str:
        """The whole file of an article."""
        front = {"title": article.title, "description": article.summary, "topic": article.topic}
        return self.page(front, [*self._article_body(article), self._contact], article.aliases)

    def entry(self, entry: Entry) -> str:
        """The whole file of a question."""
        body = [entry.reply, entry.answer, "## 可能的原因 {#causes}", *_sections(entry.causes), self._contact]
        front = {"title": entry.question, "description": entry.reply, "topic": entry.topic}
        return self.page(front, body, entry.aliases)

    def page(self, front: dict[str, str], body: Iterable[str], keywords: Iterable[str] = ()) -> str:
        """Front matter and body, with links and values written out."""
        head = "".join(f"{name}: {value}\n" for name, value in front.items())
        text = "\n\n".join(body).replace("{{ merchant_hours }}", self._hours)
        here = front.get("topic", "")
        text = LINK.sub(lambda match: f"]({self._path(match[1], here)})", text)
        return f"---\n{head}keywords: [{', '.join(keywords)}]\n---\n\n{text}\n"

    def _article_body(self, article: Article) -> Iterator[str]:
        yield article.summary
        yield article.intro
        yield "## 常见原因 {#reasons}"
        yield from _sections(article.reasons)
        yield "## 操作步骤 {#steps}"
        yield from _sections(article.steps)
        yield "## 注意事项 {#precautions}"
        yield from _sections(article.precautions)
        if article.questions:
            yield "## 常见问题 {#questions}"
            yield "\n".join(f"- [{self._questions[name]}]({name})" for name in article.questions)
        yield "## 后续跟进 {#follow-up}"
        yield article.follow_up
        yield article.closing

    def _path(self, name: str, here: str) -> str:
        topic = self._topics[name]
        return f"{name}.md" if topic == here else f"../{topic}/{name}.md"


def _pages(topic: Topic) -> tuple[Article | Entry, ...]:
    return (*topic.articles, *topic.entries)


def _sections(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield f"### {part.title} {{#{part.id}}}"
        yield part.text
        if part.parts:
            yield "\n\n".join(f"1. **{substep.title}**\n\n{indent(substep.text, '    ')}" for substep in part.parts)

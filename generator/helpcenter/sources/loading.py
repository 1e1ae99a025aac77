"""Source files to the model: everything readable, and every problem of shape, in one run."""

from __future__ import annotations

from collections.abc import Iterable

from helpcenter.model.contacts import Audience
from helpcenter.model.entries import Article, Entry, Home, Topic
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import HelpCenter
from helpcenter.model.inbound import Inbound
from helpcenter.model.platforms import Platform
from helpcenter.model.search import SearchTest, Synonyms
from helpcenter.problems import Problem
from helpcenter.project import Project
from helpcenter.sources.loaded import Loaded as Loaded
from helpcenter.sources.loaded import Origin as Origin
from helpcenter.sources.loader import Loader
from helpcenter.sources.ordinary_pages import Ordinary, is_page, page_id, read_pages
from helpcenter.sources.survey import SINGLE, Survey, surveyed


def load(project: Project) -> tuple[Loaded, list[Problem]]:
    """Read all sources of ``project``. Returns what could be read and every problem found on the way."""
    loader = Loader(project)
    topics = tuple(loader.listed(Topic, loader.content("topics.yaml")))
    values = loader.values()
    home = loader.single(Home, "home.yaml")
    states = loader.states()
    audiences = tuple(loader.listed(Audience, loader.content("audiences.yaml"), names="audience "))
    articles = loader.entries(Article, "articles")
    faq = list(loader.faq())
    flows = loader.entries(Flow, "flows")
    _excuse_topics((*articles, *faq, *flows), loader)
    survey = surveyed(project)
    pages = _pages(project, survey, loader)
    center = HelpCenter(
        topics,
        {article.id: article for article in articles},
        {entry.id: entry for entry in faq},
        {flow.id: flow for flow in flows},
        home,
        values.values,
        values.contacts,
        states,
        audiences,
        (loader.single(Synonyms, "synonyms.yaml") or Synonyms()).groups,
        tuple(loader.numbered(SearchTest, loader.content("search_tests.yaml"), "search test ")),
        frozenset(page_id(name) for name in survey.files if is_page(name)),
        loader.words(),
        tuple(loader.listed(Platform, loader.content("platforms.yaml"), names="platform ")),
        tuple(loader.numbered(Inbound, loader.content("inbound.yaml"), "inbound ")),
        loader.desk(),
    )
    return Loaded(
        center,
        loader.origins,
        frozenset(loader.broken),
        survey.whole and not loader.unread - SINGLE,
        survey.files,
        loader.lost,
        pages,
        frozenset(loader.unread),
    ), loader.problems


def _excuse_topics(entries: Iterable[Entry], loader: Loader) -> None:
    """Take what ``entries`` name for topics that could not be read, where there may be such."""
    if "topics.yaml" in loader.unread:
        loader.broken |= {entry.topic for entry in entries}


def _pages(project: Project, survey: Survey, loader: Loader) -> dict[str, Ordinary]:
    """Read the ordinary pages of ``survey``; what of them cannot be read is broken."""
    loader.problems += survey.problems
    names = list(filter(is_page, survey.files))
    pages, found = read_pages(project, names)
    loader.problems += found
    loader.broken |= {page_id(name) for name in names if name not in pages}
    return pages

"""The Jinja environment of our own pages: words, icons and typeset texts at hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from jinja2 import Environment, pass_environment
from markupsafe import Markup, escape

from helpcenter.model.fields import Status
from helpcenter.model.screens import Screen
from helpcenter.project import Site
from helpcenter.rendering import macros
from helpcenter.rendering.compiling import environment, rendered
from helpcenter.rendering.drawn import drawn_in
from helpcenter.rendering.indentation import TEMPLATES
from helpcenter.texts.directions import has_right_to_left
from helpcenter.texts.facts import on_page, without_links
from helpcenter.texts.typesetting import Typesetter
from helpcenter.texts.variants import differs
from helpcenter.words.catalogue import Words


class Renderer:
    """Turns views into HTML with the templates below ``templates/``, which see the ``site`` and what is ``shared``.

    ``audiences`` are the labels of audiences by id, common readers first, ``platforms`` those of platforms. ``said``
    has the HTML of lines that platforms put differently.
    """

    def __init__(
        self,
        words: Words,
        typesetter: Typesetter,
        audiences: Mapping[str, str],
        site: Site,
        cache: Path | None = None,
        platforms: Mapping[str, str] = MappingProxyType({}),
        said: Mapping[str, Markup] = MappingProxyType({}),
        *,
        one_way: bool = True,
        **shared: Any,
    ) -> None:
        self._is_one_way = one_way and site.direction != "rtl"
        given = (words, typesetter, audiences, site, cache, platforms, said)
        self._made_again = partial(Renderer, *given, one_way=False, **shared)
        self._environment = environment(TEMPLATES, words, cache, one_way=self._is_one_way)
        self._environment.globals |= {"icon": icon, "day": day_in(words), "month": month_in(words)}
        self._environment.globals |= {"range_of": range_in(words), "audiences": audiences, **shared}
        self._environment.globals |= {"platforms": platforms, "site": site}
        self._environment.filters |= {"labels": labels_in(audiences), "badges": badges_in(words, audiences)}
        self._environment.filters["said"] = lambda text: said.get(text, text)
        self._environment.filters |= {"differs": differs, "only": only_in(words, platforms)}
        self._environment.filters |= {"drawn": drawn_in(words, said), "titles": titles_in(words, said)}
        self._environment.filters |= {
            "block": lambda text: typesetter.block(text).html,
            "pictured": pictured_by(typesetter),
            "on_page": lambda html, entry_id: Markup(on_page(html, entry_id)),
            "unlinked": lambda html: Markup(without_links(html)),
            "picture": lambda image: typesetter.picture(image.src, image.alt, leads_on=True),
        }

    def render(self, template: str, **view: Any) -> str:
        """Render ``templates/<template>.html.jinja``; what gives texts their direction is there where one needs it."""
        html = rendered(self._furnished, f"{template}.html.jinja", view)
        turns = self._is_one_way and has_right_to_left(html)
        return self._both_ways.render(template, **view) if turns else html

    @cached_property
    def _both_ways(self) -> Renderer:
        """The same for pages on which some text runs from right to left, which few sites have."""
        return self._made_again()

    @cached_property
    def _furnished(self) -> Environment:
        """The environment with its macros, which nobody needs before something is rendered."""
        macros.put_in(self._environment)
        return self._environment

    def render_plain(self, template: str, **view: Any) -> str:
        """Render ``templates/<template>``, which has no macros and nothing that gives texts their direction."""
        return rendered(self._environment, template, view)


@lru_cache(maxsize=64)
def icon(name: str) -> Markup:
    """Return the drawing ``templates/icons/<name>.svg``."""
    return Markup((TEMPLATES / "icons" / f"{name}.svg").read_text(encoding="utf-8").strip())


def escaped_words(words: Words) -> Callable[..., Markup]:
    """Return ``words`` for templates that escape nothing by themselves, such as those of the theme."""
    return lambda name, **details: escape(words(name, **details))


def pictured_by(typesetter: Typesetter) -> Callable[..., Markup]:
    """Return a function that typesets a text and puts the screens that it speaks of beside it, where there are any."""

    @pass_environment
    def pictured(env: Environment, text: str | None, screens: Sequence[Screen]) -> Markup:
        if screens:
            return cast(macros.Macro, env.globals["with_screens"])(text, screens)
        return typesetter.block(text).html if text else Markup()

    return pictured


def titles_in(words: Words, said: Mapping[str, Markup]) -> Callable[[Iterable[Any]], str]:
    """Return a function that names parts by their titles, in one line."""
    comma = words("page.comma")

    def titles(parts: Iterable[Any]) -> str:
        found = [said.get(part.title, part.title) for part in parts]
        return Markup(comma).join(found) if said else comma.join(found)

    return titles


def only_in(words: Words, platforms: Mapping[str, str]) -> Callable[[Collection[str]], str]:
    """Return a function that says for readers of which platforms alone something is; nothing for what is for all."""

    def only(named: Collection[str]) -> str:
        labels = words("page.comma").join(platforms.get(platform, platform) for platform in named)
        return words("platform.only", names=labels) if labels else ""

    return only


def labels_in(audiences: Mapping[str, str]) -> Callable[[Collection[str]], Collection[str]]:
    """Return a function that names whom something is for, by their ids; of common readers nothing is said."""
    readers = next(iter(audiences), "")

    def labels(named: Collection[str]) -> Collection[str]:
        return () if readers in named else [audiences[audience] for audience in named]

    return labels


def badges_in(words: Words, audiences: Mapping[str, str]) -> Callable[[Any], Collection[str]]:
    """Return a function that says what lists tell of an entry: that it is a draft, and whom it is for."""
    labels = labels_in(audiences)

    def badges(entry: Any) -> Collection[str]:
        drafted = (words("page.drafted"),) if getattr(entry, "status", None) == Status.DRAFT else ()
        return (*drafted, *labels(entry.audience))

    return badges


def day_in(words: Words) -> Callable[[date], Markup]:
    """Return a function that writes a day in words, inside a ``time`` element."""
    months = words("date.months").split(",")

    @lru_cache(maxsize=512)
    def day(value: date) -> Markup:
        text = words("date.day", year=value.year, month=value.month, day=value.day, name=months[value.month - 1])
        return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), text)

    return day


def month_in(words: Words) -> Callable[[str], str]:
    """Return a function that writes a day or a month as typed (2026-11-20, 2026-11) in words."""
    months = words("date.months").split(",")

    def month(typed: str) -> str:
        year, number, *day = (int(part) for part in typed.split("-"))
        facts = {"year": year, "month": number, "name": months[number - 1]}
        return words("date.day", day=day[0], **facts) if day else words("date.month", **facts)

    return month


def range_in(words: Words) -> Callable[[int, int], str]:
    """Return a function that writes a range of whole numbers, as one number where both ends are the same."""
    return lambda few, many: str(few) if few == many else words("flow.range", few=few, many=many)

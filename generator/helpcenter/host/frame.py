"""The frame of a page (head, header, footer), rendered once by the theme and then only joined with each page.

A theme's templates take milliseconds a page; joining five strings takes microseconds. The frame is the same for
all pages of one depth, because nothing in it depends on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

from helpcenter.host.material import find_style
from helpcenter.pages import Book, Page
from helpcenter.rendering.bundles import assets
from helpcenter.rendering.environment import icon
from helpcenter.rendering.policy import POLICY

MENU_TOPICS = 8
"""How many topics the menu names, so that pages do not grow with the site."""

HEAD, BODY = "\ue000helpcenter-head\ue000", "\ue000helpcenter-body\ue000"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before the head's own lines, between head and body, and after the body."""

    before: str
    between: str
    after: str

    def around(self, page: Page) -> str:
        """Return the whole HTML of ``page``."""
        return "".join((self.before, page.head, self.between, page.body, self.after))


def frame(render: Callable[[str, str], str]) -> Frame:
    """Return the frame that ``render`` (head, body to HTML) puts around a page."""
    before, rest = render(HEAD, BODY).split(HEAD)
    between, after = rest.split(BODY)
    return Frame(before, between, after)


def theme_globals(book: Book, theme_dirs: Sequence[str], index: str, *, previewing: bool = False) -> SimpleNamespace:
    """Return what the theme's templates call ``hc``: words, files, topics of the menu, ``index`` folder, policy.

    Previews carry no policy: MkDocs puts an inline script into them, which reloads them.
    """
    return SimpleNamespace(
        t=book.words,
        icon=icon,
        site=book.site,
        assets=assets(),
        material_style=find_style(theme_dirs),
        index=index,
        policy="" if previewing else POLICY,
        topics=[contents.topic for contents in book.order.topics[:MENU_TOPICS]],
        search_form=lambda up: book.renderer.render("parts/search", up=up),
    )

"""The files that pages load: our style sheets and scripts, joined in order and named by their content.

Scripts go out without comments and blanks (rjsmin), style sheets likewise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from rjsmin import jsmin

from helpcenter.rendering.older import spelled_out
from helpcenter.rendering.palette import Rgb, as_hex, pair, style
from helpcenter.rendering.platform_style import platform_style

FOLDER = Path(__file__).parent / "assets"
BRAND = "#0b6a56"
"""Our own primary colour, as the favicon has it."""
STYLES = (
    *("tokens", "base", "header", "lists"),
    *("page", "typeset", "navigation", "entry", "folds", "screens", "ending", "columns"),
    *("flow-card", "search", "search-screen", "moved", "older", "print"),
)
"""What every page loads; the styles of what few pages have are files of their own."""
LISTS_STYLES = ("cards", "home", "search-large", "results")
FLOW_STYLES = ("flow", "flow-trail", "flow-screen", "flow-print")
MAP_STYLES = ("map",)
HITS_STYLES = ("hits", "search-panel")
MATERIAL_STYLES = ("material",)
_OF_KINDS = {"article": (), "faq": (), "markdown": (), "map": (), "flow": ("walk",), "search": ("lists", "hits")}
"""What pages of a kind load of these; those of all other kinds are lists."""
SCRIPTS = (
    *("moved", "component", "elements", "loading", "copy"),
    *("questions", "contents", "menu", "card", "search-start"),
)
OF_PLATFORMS = ("platforms",)
"""Style and script of a project that has platforms."""
NAMED = ("platform-hits",)
"""What comes with the script of the search where there are platforms."""
FLOW = ("component", "flow-state", "flow")
ENGINE = ("search-latin", "search-index", "search-query", "search-engine")
FUZZY = ("search-sounds", "search-fuzzy")
SEARCH = (*ENGINE, "search-store", "search-marks", "search-results", "search-box")
RESULTS = ("search-page",)
COPIED = ("copying/copying", "copying/toast")
"""What only who copies loads: styles, and scripts."""
COPYING = ("copying/body", "copying/text", "copying/menu", "copying/told", "copying/changed", "copying/copying")
DESK_STYLES = (
    *("tokens", "base", "typeset", "entry", "screens", "copying/toast"),
    *("desk/desk", "desk/answer", "desk/basket", "desk/flow"),
)
DESK = (
    *("component", "elements", *ENGINE, "copying/text", "desk/store", "desk/forms", "desk/counter"),
    *("desk/clipboard", "desk/lookup", "desk/platform", "search-marks", "desk/list", "desk/answer", "desk/basket"),
    *("flow-state", "desk/trips", "desk/flow", "desk/offline", "desk/disk", "desk/page"),
)
"""What only the site for staff has. Components of the desk stand before its page, which starts all of them."""
LIVE = ("preview/place", "preview/panel", "preview/live")
"""What a preview adds to pages; no part of a site."""
STAFF = ("staff",)
"""What only the site for staff shows."""
BESIDE = ("preview/beside", "preview/entries")
"""The pages that show entries side by side in a preview; no part of a site."""


class Asset(NamedTuple):
    """A file of the site: path below its root, and bytes."""

    path: str
    content: bytes


class Assets(NamedTuple):
    """What pages load.

    ``scheme`` runs before the first paint, ``script`` after parsing, ``flow`` where a flow is, ``search`` when somebody
    searches, ``results`` on the page of results. ``fuzzy`` is a piece of the index:
    fuzzy matching; ``named`` comes with the search where there are platforms. Behind ``style``, which all pages load,
    come those that ``styles_of`` names, that of ``hits`` with the search, and that of ``material`` where its own style
    sheet is.
    """

    style: Asset
    lists: Asset
    walk: Asset
    map: Asset
    hits: Asset
    material: Asset
    scheme: Asset
    script: Asset
    favicon: Asset
    flow: Asset
    search: Asset
    results: Asset
    fuzzy: Asset
    named: Asset | None = None

    def files(self) -> tuple[Asset, ...]:
        """Return all files."""
        styles = (self.style, self.lists, self.walk, self.map, self.hits, self.material)
        scripts = (self.scheme, self.script, self.flow, self.search, self.results)
        return (*styles, *scripts, self.favicon, *([self.named] if self.named else []))

    def contents(self) -> dict[str, bytes]:
        """Return the content of every file by its path."""
        return {asset.path: asset.content for asset in self.files()}


@lru_cache(maxsize=4)
def assets(light: Rgb | None = None, dark: Rgb | None = None, platforms: tuple[str, ...] = ()) -> Assets:
    """Read and join the assets, in the primary colours for the light and the dark if any are given, and for the
    ``platforms`` with these ids.
    """
    colors = pair(light, dark)
    more = OF_PLATFORMS if platforms else ()
    styles, last = (*STYLES, *more), platform_style(platforms)
    named = _joined("named", NAMED, "js") if platforms else None
    told = f"globalThis.HelpcenterNamed = {json.dumps(named.path)};" if named else ""
    return Assets(
        style=_joined("helpcenter", styles, "css", lambda text: text + style(*colors) if colors else text, last),
        **_more_styles(),
        scheme=_joined("scheme", ("scheme",), "js"),
        script=_joined("helpcenter", (*SCRIPTS, *more), "js", lambda text: told + text),
        favicon=_joined("favicon", ("favicon",), "svg", lambda text: _dyed(text, colors)),
        flow=_joined("flow", FLOW, "js"),
        search=_joined("search", SEARCH, "js"),
        results=_joined("results", RESULTS, "js"),
        fuzzy=_joined("fuzzy", FUZZY, "js"),
        named=named,
    )


@lru_cache(maxsize=4)
def desk_style(light: Rgb | None = None, dark: Rgb | None = None, platforms: tuple[str, ...] = ()) -> Asset:
    """Return the style of the desk of staff, in the primary colours that are given, for these ``platforms``."""
    colors = pair(light, dark)
    last, styles = platform_style(platforms), (*DESK_STYLES, *(OF_PLATFORMS[:1] if platforms else ()))
    return _joined("desk", styles, "css", lambda text: text + style(*colors) if colors else text, last)


@cache
def desk_script() -> Asset:
    """Return the script of the desk of staff."""
    return _joined("desk", DESK, "js")


@cache
def _more_styles() -> dict[str, Asset]:
    return {
        "lists": _joined("lists", LISTS_STYLES, "css"),
        "walk": _joined("flow", FLOW_STYLES, "css"),
        "map": _joined("map", MAP_STYLES, "css"),
        "hits": _joined("hits", HITS_STYLES, "css"),
        "material": _joined("material", MATERIAL_STYLES, "css"),
    }


def styles_of(kind: str, body: str) -> tuple[str, ...]:
    """Return the style sheets that a page loads beside that of all pages; its ``kind`` is called as its template."""
    more = _more_styles()
    named = _OF_KINDS.get(kind, ("lists",))
    drawn = ("map",) if 'class="hc-map' in body else ()
    return tuple(more[name].path for name in (*named, *drawn))


@lru_cache(maxsize=4)
def copying(words: tuple[tuple[str, str], ...]) -> tuple[Asset, Asset]:
    """Return the script and the style of copying, in these ``words`` by their names."""
    style, script = _joined("copying", COPIED, "css"), _joined("copying", COPYING, "js")
    told = json.dumps({**dict(words), "style": style.path}, ensure_ascii=False)
    content = f"globalThis.HelpcenterCopyWords={told};\n".encode() + script.content
    return Asset(f"assets/copying.{sha256(content).hexdigest()[:8]}.js", content), style


def live_script() -> bytes:
    """Return the script that a preview adds to every page."""
    return _joined("live", LIVE, "js").content


def live_style() -> bytes:
    """Return the style of what a preview adds."""
    return _joined("live", ("preview/panel",), "css").content


@cache
def staff_style() -> Asset:
    """Return the style of what only the site for staff shows."""
    return _joined("staff", STAFF, "css")


@cache
def staff_script() -> Asset:
    """Return the script that every page for staff loads."""
    return _joined("staff", ("desk/disk",), "js")


@cache
def worker_script() -> bytes:
    """Return the script that keeps the site for staff in a browser, without the list of its files."""
    return _joined("worker", ("desk/worker",), "js").content


@cache
def beside_script() -> bytes:
    """Return the script of the pages that only a preview has."""
    return _joined("beside", BESIDE, "js").content


@cache
def beside_style() -> bytes:
    """Return the style of the pages that only a preview has."""
    return _joined("beside", ("preview/beside",), "css").content


def _joined(
    name: str, parts: tuple[str, ...], suffix: str, first: Callable[[str], str] = lambda text: text, last: str = ""
) -> Asset:
    """Join ``parts``; ``first`` changes the first of them, before what overrides it; ``last`` comes behind them."""
    small = {"js": jsmin, "css": small_style}.get(suffix, str.strip)
    texts = [(FOLDER / f"{part}.{suffix}").read_text(encoding="utf-8") for part in parts]
    texts = [first(texts[0]), *texts[1:], *([last] if last else ())]
    content = "".join(f"{small(text)}\n" for text in texts).encode()
    return Asset(f"assets/{name}.{sha256(content).hexdigest()[:8]}.{suffix}", content)


def _dyed(favicon: str, colors: tuple[Rgb, Rgb] | None) -> str:
    return favicon.replace(BRAND, as_hex(colors[0])) if colors else favicon


_BLANKS = re.compile(r'("[^"]*")|/\*.*?\*/\s*|\s*([{},>;])\s*|(:)\s+', re.DOTALL)


def small_style(text: str) -> str:
    """Return a style sheet that older browsers read, without comments and the blanks that mean nothing; in strings all
    stay.
    """
    small = _BLANKS.sub(lambda found: found[1] or found[2] or found[3] or "", text)
    return spelled_out(small.replace(";}", "}").strip())

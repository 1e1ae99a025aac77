"""The site of a preview: read again at every save, and made as far as somebody asks.

With no other plugin than ours MkDocs only tells what stands around our pages, and a page is made when it is opened.
Other plugins may change anything in their hooks: then every save is a whole build, whose files are served.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from helpcenter.build import Prepared
from helpcenter.host.asked import AskedSite, Surroundings, stands_alone
from helpcenter.host.running import checked, opened
from helpcenter.host.settings.file import LANGUAGE
from helpcenter.host.settings.reading import Settings
from helpcenter.host.settings.signs import files_of, signs_of
from helpcenter.host.theme import use_our_theme
from helpcenter.host.whole import WholeSite
from helpcenter.live_memory import LiveMemory
from helpcenter.preview.state import LiveState, Served, ShownProblem
from helpcenter.problems import Location, Problem, Severity, problem
from helpcenter.project import CONFIG, is_file
from helpcenter.sources.source_text import MAX_BYTES
from helpcenter.sources.survey import FAQ
from helpcenter.words.catalogue import messages, nearest_language
from helpcenter.words.report import hint, message

MOST_TYPED = 200
"""How much of a writer's line is shown beside a problem."""


class LiveSite:
    """The project at ``root`` as its preview shows it, perhaps to ``staff``. For one thread at a time."""

    def __init__(self, root: Path, *, staff: bool = False) -> None:
        self._root = root
        self._staff = staff
        self._memory, self._counted = LiveMemory(), LiveMemory()
        self._settings: Settings | None = None
        self._signs: object = None
        self._site: AskedSite | WholeSite | None = None
        self.state = LiveState(0)

    def refresh(self) -> LiveState:
        """Read what changed. With errors the last good state stays."""
        problems, language, site = self._read()
        self._site = site or self._site
        told = tuple(shown(problems, self._root, language))
        self.state = LiveState(self.state.version + 1, told, is_stale=site is None)
        return self.state

    def get(self, path: str) -> Served | None:
        """Return the page or the file at ``path`` of the last good state, None where nothing is."""
        if self._site is None:
            return None
        try:
            return self._site.get(path)
        except Exception as error:  # a template of the project's own, which may do anything
            return Served(f"{type(error).__name__}: {error}".encode(errors="replace"), "text/plain; charset=utf-8")

    def watched(self) -> tuple[Path, ...]:
        """Return the files and folders, there or not, whose change calls for a refresh."""
        content = self._settings.content if self._settings else None
        beside = files_of(self._settings) if self._settings else (self._root / CONFIG,)
        return *beside, content or self._root / "content", self._root / f"{FAQ}.yaml", self._root / FAQ

    def _read(self) -> tuple[list[Problem], str, AskedSite | WholeSite | None]:
        settings = self._current()
        self._memory.begin()
        prepared = checked(settings, drafts=True, staff=self._staff, memory=self._memory)
        if prepared.refused:
            return prepared.problems, settings.language, None
        try:
            return prepared.problems, settings.language, self._made(prepared, settings)
        except Exception as error:  # another plugin, which may do anything
            reason = " ".join(str(error).split()) or type(error).__name__
            failed = problem("bad-setting", Location(CONFIG), field=CONFIG, reason=reason)
            return [*prepared.problems, failed], settings.language, None

    def _made(self, prepared: Prepared, settings: Settings) -> AskedSite | WholeSite:
        config = settings.config
        assert config is not None, "whoever calls has looked"
        if not stands_alone(config):
            self._settings = None  # MkDocs changes the settings that it builds with
            return WholeSite(prepared, config)
        titles = {text.page.name: text.title for text in prepared.ordinary}
        public, titles = self._memory.same("public", prepared.public), self._memory.same("titles", titles)
        around = self._memory(Surroundings, config, public, titles)
        former = self._site.search_files if isinstance(self._site, AskedSite) else None
        return AskedSite(prepared, around, self._memory, former, self._counted)

    def _current(self) -> Settings:
        """Return the settings, read again where what they hang on is another."""
        if self._settings is None or self._settings.config is None or self._signs != signs_of(self._settings):
            self._settings = opened(self._root)
            if self._settings.config is not None and stands_alone(self._settings.config):
                use_our_theme(self._settings.config)
            self._signs = signs_of(self._settings)
        return self._settings


def shown(problems: Iterable[Problem], root: Path, language: str) -> Iterator[ShownProblem]:
    """Yield ``problems`` in words of ``language``, each with the line that it speaks of."""
    words = messages(nearest_language(language or LANGUAGE))
    lines: dict[str, list[str]] = {}
    for found in problems:
        place = found.location
        if place.file not in lines:
            lines[place.file] = _lines(root / place.file)
        typed = "".join(lines[place.file][place.line - 1 : place.line])[:MOST_TYPED]
        said = message(found, words), hint(found, words)
        yield ShownProblem(place.file, place.line, place.column, typed, *said, found.severity is Severity.ERROR)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_bytes()[:MAX_BYTES].decode("utf-8-sig", "replace").splitlines() if is_file(path) else []
    except OSError:
        return []

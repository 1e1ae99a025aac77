"""Source files to the model: everything readable, and every problem of shape, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path
from typing import Any

from generator.facts import Values
from generator.fields import Strict
from generator.flow_model import Flow
from generator.help_center import HelpCenter
from generator.model import Article, FaqEntry, Home, Topic
from generator.problems import Location, Problem, problem
from generator.project import Project
from generator.search_model import SearchTest, Synonyms
from generator.shape import shaped
from generator.side_files import is_side_file
from generator.states import State
from generator.survey import FAQ, surveyed
from generator.yaml_source import Source, Steps, read


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a model value was written."""

    source: Source
    steps: Steps = ()

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return the place of what stands at ``steps`` below this value."""
        return self.source.locate((*self.steps, *steps), key=key)

    def at_text(self, steps: Steps, text: str, *, skip: int = 0, nth: int = 0) -> Location:
        """Return the place ``skip`` characters into the ``nth`` mention of ``text`` in the value at ``steps``."""
        return self.source.locate_text((*self.steps, *steps), text, skip=skip, nth=nth)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The model, where each value was written, and the ids of what could not be read.

    ``broken`` holds ids that exist in files with mistakes; with ``complete`` false there may be more of them, so
    nothing can be said about ids that are not found. ``values_known`` says the same of values and contacts. ``files``
    are the names below ``content/`` of all that is no source.
    """

    center: HelpCenter
    origins: dict[str, Origin]
    broken: frozenset[str] = frozenset()
    complete: bool = True
    values_known: bool = True
    files: frozenset[str] = frozenset()


def load(project: Project) -> tuple[Loaded, list[Problem]]:
    """Read all sources of ``project``. Returns what could be read and every problem found on the way."""
    loader = _Loader(project)
    topics = tuple(loader.listed(Topic, loader.content("topics.yaml")))
    values = loader.single(Values, "values.yaml")
    home = loader.single(Home, "home.yaml")
    states = tuple(loader.listed(State, loader.content("states.yaml"), names="state "))
    synonyms = loader.single(Synonyms, "synonyms.yaml") or Synonyms()
    search_tests = tuple(loader.numbered(SearchTest, loader.content("search_tests.yaml"), "search test "))
    articles = loader.entries(Article, "articles")
    faq = list(loader.faq())
    flows = loader.entries(Flow, "flows")
    survey = surveyed(project)
    loader.problems += survey.problems
    loader.complete &= survey.whole
    values_known = values is not None or not lexists(loader.content("values.yaml"))
    values = values or Values()
    center = HelpCenter(
        topics,
        {article.id: article for article in articles},
        {entry.id: entry for entry in faq},
        {flow.id: flow for flow in flows},
        home,
        values.values,
        values.contacts,
        states,
        synonyms.groups,
        search_tests,
        frozenset(path.stem for path in project.content.glob("*.md")),
    )
    loaded = Loaded(center, loader.origins, frozenset(loader.broken), loader.complete, values_known, survey.files)
    return loaded, loader.problems


@dataclass(slots=True)
class _Loader:
    """Gathers values, origins and problems while the files are read one after the other."""

    project: Project
    problems: list[Problem] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    complete: bool = True

    def content(self, name: str) -> Path:
        return self.project.content / name

    def source(self, path: Path) -> Source | None:
        """Read ``path``; None, with the problems noted, when it cannot be read."""
        name = self.project.name(path)
        if not self.project.holds(path):
            if path.is_symlink():  # a linked folder is reported once, by the survey
                self.problems.append(problem("outside-project", Location(name)))
            return None
        source, problems = read(path, name)
        self.problems += problems
        return source

    def single(self, model: type[Any], name: str) -> Any:
        """Read a file that holds one value; None when it is missing or wrong."""
        path = self.content(name)
        if not lexists(path) or (source := self.source(path)) is None:
            return None
        value, problems = shaped(model, source.data, source)
        self.problems += problems
        self.origins[f"/{name}"] = Origin(source)
        return value

    def listed(self, model: type[Any], path: Path, *, names: str = "") -> Iterator[Any]:
        """Read a file that holds a list of values with ids; ``names`` tells apart ids that are no addresses."""
        rows = self.rows(model, path) if lexists(path) else []
        if rows is None:
            self.complete = False
        for value, data, origin in rows or ():
            if self.claims(value, data, origin, names):
                yield value

    def numbered(self, model: type[Any], path: Path, names: str) -> Iterator[Any]:
        """Read a file that holds a list of values without ids; their names are ``names`` and their number."""
        rows = self.rows(model, path) if lexists(path) else []
        for value, _, origin in rows or ():
            if value is not None:
                self.origins[f"{names}{origin.steps[0]}"] = origin
                yield value

    def rows(self, model: type[Any], path: Path) -> list[tuple[Any, Any, Origin]] | None:
        """Return the values of a list, None for a wrong one, each with what was typed and where; None if unreadable."""
        source = self.source(path)
        if source is None:
            return None
        if not isinstance(source.data, list):
            self.problems.append(problem("not-a-list", source.locate(), field=source.name, value=""))
            return None
        found = []
        for index, data in enumerate(source.data):
            value, problems = shaped(model, data, source, (index,))
            self.problems += problems
            found.append((value, data, Origin(source, (index,))))
        return found

    def entries(self, model: type[Any], folder: str) -> list[Any]:
        """Read a folder that holds one entry a file."""
        entries = []
        for path in _yaml_files(self.content(folder)):
            source = self.source(path)
            if source is None:
                self.broken.add(path.stem)
                continue
            entry, problems = shaped(model, source.data, source)
            self.problems += problems
            if not self.claims(entry, source.data, Origin(source)) or entry is None:
                self.broken.add(path.stem)
            else:
                if entry.id != path.stem:
                    self.broken.add(path.stem)
                    self.problems.append(
                        problem("id-not-file-name", source.locate(("id",)), id=entry.id, file=path.name)
                    )
                entries.append(entry)
        return entries

    def faq(self) -> Iterator[FaqEntry]:
        yield from self.listed(FaqEntry, self.project.root / f"{FAQ}.yaml")
        for path in _yaml_files(self.project.root / FAQ):
            yield from self.listed(FaqEntry, path)

    def claims(self, value: Strict | None, data: Any, origin: Origin, names: str = "") -> bool:
        """Note the id of a value. False when the value is wrong or its id is taken."""
        entry_id = data.get("id") if isinstance(data, dict) else None
        if not isinstance(entry_id, str):
            self.complete = False
            return False
        name = names + entry_id
        if name in self.origins:
            self.broken.add(name)
            first = self.origins[name].at("id")
            self.problems.append(
                problem("duplicate-id", origin.at("id"), id=entry_id, first=f"{first.file}:{first.line}")
            )
            return False
        self.origins[name] = origin
        if value is None:
            self.broken.add(name)
        return value is not None


def _yaml_files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.glob("*.yaml") if not is_side_file(path.name)) if folder.is_dir() else ()

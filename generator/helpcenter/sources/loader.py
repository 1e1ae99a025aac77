"""Reads one file after the other; what is right by itself is kept, and what certainly exists beside it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from os.path import lexists
from pathlib import Path
from typing import Any, NamedTuple

from helpcenter.memory import Memory
from helpcenter.model.desk import FILE, Desk
from helpcenter.model.entries import FaqEntry
from helpcenter.model.states import StateTable
from helpcenter.model.values import Values
from helpcenter.problems import Location, Problem, problem
from helpcenter.project import Project
from helpcenter.sources.folders import yaml_files
from helpcenter.sources.loaded import Origin
from helpcenter.sources.own_words import WORDS, own_words
from helpcenter.sources.salvage import MANY, id_like, ids_in, loose_text, names_in, salvaged
from helpcenter.sources.shaping import as_list, as_whole, entry_of
from helpcenter.sources.sound_parts import listed_channels, listed_states, sound_desk, sound_states, sound_values
from helpcenter.sources.source_text import read_bytes
from helpcenter.sources.survey import FAQ, SINGLE
from helpcenter.sources.yaml.reader import SourceFile, read


class Whole(NamedTuple):
    """What a file holds that is one entry; without an origin it could not be read, without an entry it is wrong."""

    origin: Origin | None
    entry: Any
    problems: list[Problem]


@dataclass(slots=True)
class Loader:
    """Gathers values, origins and problems while the files are read one after the other."""

    project: Project
    problems: list[Problem] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    taken: dict[str, Location] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    lost: dict[str, int] = field(default_factory=dict)

    @property
    def _memory(self) -> Memory:
        return self.project.memory

    def content(self, name: str) -> Path:
        """Return where the file ``name`` of ``content/`` is."""
        return self.project.content / name

    def source(self, path: Path) -> SourceFile | None:
        """Read ``path``; None, with the problems noted, when it cannot be read."""
        name = self.project.name(path)
        if not self.project.holds(path):
            self.problems += _led_outside(path, name)
            return None
        source, problems = self._memory.of_file(str(path), read, partial(read, path, name, self._memory))
        self.problems += problems
        return source

    def single(self, model: type[Any], name: str) -> Any:
        """Read a file that holds one value; None when it is missing or wrong."""
        path = self.content(name)
        if not lexists(path) or (source := self.source(path)) is None:
            return None
        value, problems = self._memory(as_whole, model, source)
        self.problems += problems
        self.origins[f"/{name}"] = Origin(source)
        return value

    def values(self) -> Values:
        """Read ``values.yaml``."""
        return self.table(Values, "values.yaml", sound_values, "value", "contact") or Values()

    def states(self) -> StateTable | None:
        """Read ``states.yaml``, with each state at its own place."""
        table: StateTable | None = self.table(StateTable, "states.yaml", sound_states, "state")
        origin = self.origins.get("/states.yaml")
        if origin is None:
            return table
        sound, kept = {row.id: row for row in table.states} if table else {}, []
        for index, typed in enumerate(listed_states(origin.source.data)):
            row = sound.get(str(typed.get("id"))) if isinstance(typed, dict) else None
            if self.claims(row, typed, Origin(origin.source, ("states", index)), "state "):
                kept.append(row)
        return table and table.model_copy(update={"states": tuple(kept)})

    def desk(self) -> Desk:
        """Read ``desk.yaml``, with each channel at its own place."""
        desk: Desk = self.table(Desk, "desk.yaml", sound_desk, "blank") or Desk()
        origin = self.origins.get(FILE)
        if origin is None:
            return desk
        sound, kept = {row.id: row for row in desk.channels}, []
        for index, typed in enumerate(listed_channels(origin.source.data)):
            named = isinstance(typed, dict) and isinstance(typed.get("id"), str)
            row = sound.get(typed["id"]) if named else None
            if named and self.claims(row, typed, Origin(origin.source, ("channels", index)), "channel "):
                kept.append(row)
        return desk.model_copy(update={"channels": tuple(kept)})

    def words(self) -> dict[str, str]:
        """Read ``words.yaml``."""
        path = self.content(WORDS)
        if not lexists(path) or (source := self.source(path)) is None:
            return {}
        self.origins[f"/{WORDS}"] = Origin(source)
        words, problems = self._memory(own_words, source)
        self.problems += problems
        return words

    def table(self, model: type[Any], name: str, sound: Callable[[Any], tuple[Any, set[str]]], *kinds: str) -> Any:
        """Read a file of named rows: of a wrong one what is right by itself; the names of the rest are broken."""
        path = self.content(name)
        value = self.single(model, name)
        if value is not None or not lexists(path):
            return value
        origin, text = self.origins.get(f"/{name}"), self._loose(path)
        value, names = sound(origin.source.data) if origin else (None, names_in(text) | ids_in(text))
        self.broken |= {f"{kind} {name}" for kind in kinds for name in names}
        self.unread |= set() if names or value is not None else {name}
        return value

    def listed(self, model: type[Any], path: Path, *, names: str = "") -> Iterator[Any]:
        """Read a file that holds a list of values with ids; ``names`` tells apart ids that are no addresses."""
        for value, data, origin in self.rows(model, path, names):
            if self.claims(value, data, origin, names):
                yield value

    def numbered(self, model: type[Any], path: Path, names: str) -> Iterator[Any]:
        """Read a file that holds a list of values without ids; their names are ``names`` and their number."""
        for number, (value, _, origin) in enumerate(self.rows(model, path, names)):
            if value is not None:
                self.origins[f"{names}{number}"] = origin
                yield value

    def rows(self, model: type[Any], path: Path, names: str) -> Iterator[tuple[Any, Any, Origin]]:
        """Yield the values of a list and None, for a wrong one None and what was typed, each with where."""
        for source in self.lists(path, names) if lexists(path) else ():
            rows, problems = self._memory(as_list, model, source)
            self.problems += problems
            if rows is None:
                ids = ids_in(source.spans.text)
                self.broken |= {names + name for name in ids}
                self.lose(0 if ids else MANY, path)
            for index, value in rows or ():
                yield value, None if value is not None else source.data[index], Origin(source, (index,))
            source.forget()

    def lists(self, path: Path, names: str) -> list[SourceFile]:
        """Read a list; of one that cannot be read whole, the items that are right."""
        before = len(self.problems)
        source = self.source(path)
        if source is not None:
            return [source]
        found = salvaged(path, self.project.name(path), self.problems[before:]) if self.project.holds(path) else None
        if found is None:
            self.unread.add(path.name)
            return []
        self.problems[before:] = found.problems
        self.broken |= {names + name for name in found.ids}
        self.lose(found.nameless, path)
        return found.sources

    def _loose(self, path: Path) -> str:
        return (loose_text(path) if self.project.holds(path) else None) or ""

    def lose(self, count: int, path: Path) -> None:
        """Note that ``count`` entries of the list at ``path`` have no id that can be told."""
        name = self.project.name(path)
        if count and path.name in SINGLE:
            self.unread.add(path.name)
        else:
            self.lost[name] = self.lost.get(name, 0) + count

    def entries(self, model: type[Any], folder: str) -> list[Any]:
        """Read a folder that holds one entry a file."""
        entries = []
        top = self.content(folder)
        is_held = self.project.holds(top)
        for name, path in yaml_files(top):
            whole = self._memory.of_file(path, (model, is_held), partial(self._whole, model, path))
            self.problems += whole.problems
            if whole.origin is None:
                self.broken |= {name, *ids_in(self._loose(Path(path)))}
                self.taken[name] = Location(self.project.name(Path(path)))
                continue
            entry, origin = whole.entry, whole.origin
            data = origin.source.data if entry is None else None
            if not self.claims(entry, data, origin) or entry is None:
                self.broken.add(name)
                continue
            if entry.id != name:
                self.broken.add(name)
                told = problem("id-not-file-name", origin.at("id"), id=entry.id, file=f"{name}.yaml")
                self.problems.append(told)
            entries.append(entry)
        return entries

    def _whole(self, model: type[Any], file: str) -> Whole:
        """Read a file that holds one entry, and nothing else."""
        path, name = Path(file), self.project.name(Path(file))
        if not self.project.holds(path):
            return Whole(None, None, _led_outside(path, name))
        raw, problems = read_bytes(path, name)
        if raw is None:
            return Whole(None, None, problems)
        source, entry, problems = self._memory(entry_of, raw, path, name, model)
        return Whole(None if source is None else Origin(source), entry, problems)

    def faq(self) -> Iterator[FaqEntry]:
        """Read ``faq.yaml`` and the files of ``faq/``."""
        yield from self.listed(FaqEntry, self.project.root / f"{FAQ}.yaml")
        for _, path in yaml_files(self.project.root / FAQ):
            yield from self.listed(FaqEntry, Path(path))

    def claims(self, value: Any, data: Any, origin: Origin, names: str = "") -> bool:
        """Note the id of a value, or of the ``data`` of none. False when the value is wrong or its id is taken."""
        entry_id = value.id if value is not None else data.get("id") if isinstance(data, dict) else None
        if not isinstance(entry_id, str):
            self.broken |= {names + text for text in id_like(data)}
            self.lose(int(not isinstance(data, str)), origin.source.path)
            return False
        name = names + entry_id
        if name in self.origins or name in self.taken:
            self.broken.add(name)
            first = self.taken.get(name) or self.origins[name].at("id")
            self.problems.append(
                problem("duplicate-id", origin.at("id"), id=entry_id, first=f"{first.file}:{first.line}")
            )
            return False
        self.origins[name] = origin
        if value is None:
            self.broken.add(name)
        return value is not None


def _led_outside(path: Path, name: str) -> list[Problem]:
    """Return the problem of a file that is not in the project; a folder that leads outside is reported once, by the
    survey.
    """
    return [problem("outside-project", Location(name))] if path.is_symlink() else []

"""Writers with the commands at hand: whatever they do, what was published is never another answer, nor dead."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from helpcenter.links.lock import MOVED, RETIRED, AddressRecord
from helpcenter.links.registry import Fate, Registry, Way, marked, published

NAMES = [f"{letter}{number}" for letter in "abc" for number in range(4)]
PARTS = ["pa", "pb", "pc"]
name, part = st.sampled_from(NAMES), st.sampled_from(PARTS)
Content = dict[str, tuple[int, dict[str, int]]]
"""By id of a page who it is, and by id of a part likewise: numbers that no two ever share."""


class Histories(RuleBasedStateMachine):
    """A writer with the commands at hand: an edit whose check fails is followed by the command that it names, or undone."""

    def __init__(self) -> None:
        super().__init__()
        self.content: Content = {}
        self.lock: dict[str, AddressRecord] = {}
        self.meant: dict[str, int] = {}
        self.follows: dict[int, set[int]] = {}
        self.undoable: list[tuple[Content, dict[str, AddressRecord]]] = []
        self.count = 0

    def new(self) -> int:
        self.count += 1
        return self.count

    def today(self) -> dict[str, str]:
        pages = dict.fromkeys(self.content, "article")
        return pages | {f"{page}#{one}": "part" for page, (_, parts) in self.content.items() for one in parts}

    def who(self, address: str) -> int:
        page, _, one = address.partition("#")
        return self.content[page][1][one] if one else self.content[page][0]

    def registry(self) -> Registry:
        return Registry(self.lock, self.today())

    def change(self, content: Content, lock: dict[str, AddressRecord] | None = None) -> bool:
        """Take over what the check has nothing against."""
        before = self.content, self.lock
        self.content, self.lock = content, self.lock if lock is None else lock
        found = self.registry()
        if found.lost() or found.reused() or found.loops() or found.changed():
            self.content, self.lock = before
            return False
        self.undoable.append(before)
        return True

    @rule(page=name, parts=st.sets(part))
    def write(self, page: str, parts: set[str]) -> None:
        """Write new content, under any id: the check alone keeps it from one that was used."""
        if page not in self.content and page not in self.lock:
            self.change({**self.content, page: (self.new(), {one: self.new() for one in sorted(parts)})})

    @rule(page=name)
    def write_under_a_used_id(self, page: str) -> None:
        if page in self.lock and page not in self.content:
            assert not self.change({**self.content, page: (self.new(), {})}), "the check refuses it"

    @rule(page=name, one=part)
    def add_part(self, page: str, one: str) -> None:
        if page in self.content and one not in self.content[page][1] and f"{page}#{one}" not in self.lock:
            who, parts = self.content[page]
            self.change({**self.content, page: (who, {**parts, one: self.new()})})

    @rule()
    def publish(self) -> None:
        self.lock = published(self.lock, self.today())
        self.undoable.clear()
        for address in self.today():
            assert self.meant.setdefault(address, self.who(address)) == self.who(address), "it means something else"

    @rule(old=name, new=name)
    def move(self, old: str, new: str) -> None:
        if old not in self.content or new in self.content or old == new:
            return
        known = self.lock.get(new)
        if known is not None and self.registry().way(new) != Way(Fate.MOVED, old):
            return
        content = {new if page == old else page: held for page, held in self.content.items()}
        if old in self.lock and known is None:
            assert not self.change(content), "without the command it is lost"
        self.change(content, marked({**self.lock, new: AddressRecord("article")}, old, MOVED, new, "article"))

    @rule(page=name, old=part, new=part)
    def move_part(self, page: str, old: str, new: str) -> None:
        who, parts = self.content.get(page, (0, {}))
        if old not in parts or new in parts or f"{page}#{new}" in self.lock:
            return
        kept = {new if one == old else one: held for one, held in parts.items()}
        lock = marked({**self.lock, f"{page}#{new}": AddressRecord("part")}, f"{page}#{old}", MOVED, f"{page}#{new}", "part")
        self.change({**self.content, page: (who, kept)}, lock)

    @rule(old=name, into=name)
    def merge(self, old: str, into: str) -> None:
        """Delete a page whose content another took over, with what became of each of its parts."""
        if old in self.content and into in self.content and old != into:
            content = {page: held for page, held in self.content.items() if page != old}
            lock = marked(self.lock, old, RETIRED, into, "article")
            if self.change(content, lock):
                who, parts = self.undoable[-1][0][old]
                for one in (who, *parts.values()):
                    self.follows.setdefault(one, set()).add(content[into][0])

    @rule(page=name, one=part)
    def delete_part(self, page: str, one: str) -> None:
        who, parts = self.content.get(page, (0, {}))
        if one in parts:
            content = {**self.content, page: (who, {other: held for other, held in parts.items() if other != one})}
            if not self.change(content):
                self.change(content, marked(self.lock, f"{page}#{one}", RETIRED, page, "part"))
            self.follows.setdefault(parts[one], set()).add(who)

    @precondition(lambda self: self.undoable)
    @rule()
    def undo(self) -> None:
        """Undo the last commit, its lines of the lock too: nothing that was published is among them."""
        self.content, self.lock = self.undoable.pop()

    @invariant()
    def what_was_published_is_the_same_answer_or_says_what_replaced_it(self) -> None:
        found = self.registry()
        for address, who in self.meant.items():
            way = found.way(address)
            assert way.fate in (Fate.ALIVE, Fate.MOVED, Fate.RETIRED), (address, way)
            assert self.who(way.target) in self.successors(who) or self.is_part_of(way.target, who), (address, way)

    def successors(self, who: int) -> set[int]:
        found, waiting = {who}, [who]
        while waiting:
            waiting += [one for one in self.follows.get(waiting.pop(), ()) if one not in found]
            found |= set(waiting)
        return found

    def is_part_of(self, target: str, who: int) -> bool:
        """Return whether ``target`` is the page on which the part ``who`` is said to be."""
        return "#" not in target and bool(self.successors(who) & {self.content[target][0]})


def lived(seed: int, steps: int) -> Histories:
    """Return a history of so many random steps, all of it published now and then."""
    random, history = Random(seed), Histories()
    for _ in range(steps):
        page, other = random.choice(NAMES), random.choice(NAMES)
        one, two = random.choice(PARTS), random.choice(PARTS)
        rows = {
            "write": (page, set(random.sample(PARTS, random.randrange(4)))),
            "add_part": (page, one),
            "publish": (),
            "move": (page, other),
            "move_part": (page, one, two),
            "merge": (page, other),
            "delete_part": (page, one),
        }
        name = random.choice([*rows, "write", "publish", "move"])
        getattr(history, name)(*rows[name])
        history.what_was_published_is_the_same_answer_or_says_what_replaced_it()
    history.publish()
    return history

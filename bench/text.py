"""Seeded Chinese text: sentences of 12 to 40 characters with full-width punctuation, and the small Markdown of a page.

A voice belongs to one page. Its words follow a Zipf-like distribution, as words do; four in ten of its nouns are the
page's own few subjects, because a real page keeps to its subject, and now and then it uses a name that no
dictionary has. The same seed always gives the same text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

SHORTEST, LONGEST = 12, 40
"""Length of a sentence, in characters, its full stop included."""

# How often, from 0 to 1: a noun is one of the page's own, a noun is the page's name, a sentence opens with a lead or
# with a conjunction, a long text has markup, a row of sentences has a value.
SUBJECT_SHARE: Final = 0.4
NAME_SHARE: Final = 0.03
LEAD_SHARE: Final = 0.15
CONJUNCTION_SHARE: Final = 0.15
MARKUP_SHARE: Final = 1 / 3
VALUE_SHARE: Final = 0.06


def read_words() -> dict[str, tuple[str, ...]]:
    """The words of `words.txt` by their class, most frequent first."""
    classes: dict[str, list[str]] = {}
    members: list[str] = []
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            members = classes.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            members.extend(line.split())
    return {name: tuple(members) for name, members in classes.items()}


WORDS: Final = read_words()
LETTERS: Final = {"N": "nouns", "V": "verbs", "A": "adverbs", "J": "adjectives", "T": "times", "B": "buttons"}
CLASSES: Final = {letter: WORDS[name] for letter, name in LETTERS.items()}
WEIGHTS: Final = {
    letter: tuple(accumulate(1 / (rank + 8) for rank in range(len(members)))) for letter, members in CLASSES.items()
}
CLAUSES: Final = tuple(tuple(re.findall(r"[A-Z]|[^A-Z]+", clause)) for clause in WORDS["clauses"])


class Voice:
    """The text of one page. Lengths are in characters."""

    def __init__(self, seed: str, pick_link: Callable[[random.Random], str]) -> None:
        self.random = random.Random(seed)
        self._pick_link = pick_link
        self.name = "".join(self.random.choices(WORDS["names"], k=self.random.choice((2, 2, 3))))
        self._subjects = self.random.choices(CLASSES["N"], cum_weights=WEIGHTS["N"], k=6)

    def word(self, kind: str) -> str:
        """A word of the class that the letter stands for; what stands for no class is text already."""
        if kind == "N":
            drawn = self.random.random()
            if drawn < NAME_SHARE:
                return self.name
            if drawn < SUBJECT_SHARE:
                return self.random.choice(self._subjects)
        members = CLASSES.get(kind)
        return kind if members is None else self.random.choices(members, cum_weights=WEIGHTS[kind])[0]

    def clause(self) -> str:
        """A part of a sentence, without punctuation at its end."""
        return "".join(map(self.word, self.random.choice(CLAUSES)))

    def sentence(self) -> str:
        """One sentence of 12 to 40 characters."""
        target = self.random.randint(SHORTEST, LONGEST - 8)
        text = self._opening() + self.clause()
        while len(text) < target - 1:
            text += "，" + self.clause()
        return text + "。" if len(text) < LONGEST else self.sentence()

    def sentences(self, count: int) -> str:
        """That many sentences in a row, now and then one with a `{{ value }}`."""
        parts = [self.sentence() for _ in range(count)]
        if count > 1 and self.random.random() < VALUE_SHARE:
            parts[-1] = f"商家会在 {{{{ merchant_hours }}}} 内{self.word('V')}{self.word('N')}。"
        return "".join(parts)

    def long(self, counts: Sequence[int]) -> str:
        """Paragraphs of that many sentences each; a third of these texts have Markdown markup."""
        paragraphs = [self.sentences(count) for count in counts]
        if self.random.random() < MARKUP_SHARE:
            self.random.choice((self._add_bold, self._add_list, self._add_link))(paragraphs)
        return "\n\n".join(paragraphs)

    def phrase(self) -> str:
        """A few words such as a heading has, without punctuation."""
        return self.word("V") + self.word("J") + "的" + self.word("N")

    def _opening(self) -> str:
        drawn = self.random.random()
        if drawn < LEAD_SHARE:
            return self.random.choice(WORDS["leads"]) + "，"
        return self.random.choice(WORDS["conjunctions"]) if drawn < LEAD_SHARE + CONJUNCTION_SHARE else ""

    def _add_bold(self, paragraphs: list[str]) -> None:
        paragraphs[-1] += f"请您**务必{self.word('V')}{self.word('N')}**，{self.sentence()}"

    def _add_list(self, paragraphs: list[str]) -> None:
        items = "\n".join(f"- {self.phrase()}：{self.clause()}" for _ in range(3))
        paragraphs.append(items)

    def _add_link(self, paragraphs: list[str]) -> None:
        paragraphs[-1] += f"详情请看[怎么{self.word('V')}{self.word('N')}]({self._pick_link(self.random)})。"

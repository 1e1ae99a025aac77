"""The keys of the desk, as its page lists them."""

from __future__ import annotations

from helpcenter.words.catalogue import Words

_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("↵",), "desk.key.copy"),
    (("↑", "↓"), "desk.key.choose"),
    (("Shift+↵",), "desk.key.whole"),
    (("Ctrl+↵",), "desk.key.add"),
    (("Alt+↵",), "desk.key.send"),
    (("Alt+N",), "desk.key.next"),
    (("?",), "desk.key.help"),
    (("Alt+1", "…", "6"), "desk.key.forms"),
    (("PgUp", "PgDn"), "desk.key.scroll"),
    (("1", "…", "9"), "desk.key.pins"),
    (("Alt+P",), "desk.key.pin"),
    (("Alt+B",), "desk.key.basket"),
    (("Alt+↑", "↓", "Del"), "desk.key.order"),
    (("Alt+I",), "desk.key.fill"),
    (("Alt+O",), "desk.key.open"),
    (("Alt+G",), "desk.key.greet"),
    (("Alt+T",), "desk.key.platform"),
    (("Alt+↓",), "desk.key.flow"),
    (("1", "…", "9", "⌫", "0"), "desk.key.choices"),
    (("Alt+L",), "desk.key.log"),
    (("/",), "desk.key.focus"),
    (("Esc",), "desk.key.clear"),
)


def key_help(words: Words) -> list[tuple[tuple[str, ...], str]]:
    """Return groups of keys, each with what they do, those first that whoever begins needs."""
    return [(keys, words(name)) for keys, name in _KEYS]

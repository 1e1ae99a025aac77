"""The script and the style of copying, in the words of a site."""

from __future__ import annotations

from helpcenter.rendering.bundles import Asset, copying
from helpcenter.words.catalogue import Words

FORMS = ("reply", "both", "whole", "markdown", "rich", "link")


def copying_in(words: Words) -> tuple[Asset, Asset]:
    """Return the script and the style."""
    forms = [(f"form{form.capitalize()}", words(f"copy.{form}")) for form in FORMS]
    others = ("colon", "greeting", "copy_failed")
    said = [("usual", words("copy.usual", form="*")), ("done", words("copy.done", form="*"))]
    said += [("menu", words("copy.menu")), ("part", words("copy.part"))]
    return copying((*forms, *said, *((name, words(f"page.{name}")) for name in others)))

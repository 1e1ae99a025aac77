"""``helpcenter words``: every word of the pages with its name, to begin ``content/words.yaml`` from."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from helpcenter.commands.console import CLEAN
from helpcenter.commands.options import add_command
from helpcenter.words.catalogue import FIXED, Words, interface, nearest_language


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    add_command(commands, "words", list_words, words)


def list_words(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print the words of the project's language as YAML, a line each. JSON's texts are YAML's, too."""
    from helpcenter.host.running import opened

    for name, text in interface(nearest_language(opened(root).language)).texts.items():
        if name not in FIXED:
            print(f"{name}: {json.dumps(text, ensure_ascii=False)}")
    return CLEAN

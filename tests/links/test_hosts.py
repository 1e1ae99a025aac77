"""What hosts are told of pages that moved."""

from __future__ import annotations

import json

from helpcenter.links.hosts import host_files
from helpcenter.links.registry import Fate, Way


def test_every_form_says_the_same_below_the_address_of_the_site() -> None:
    led = [("a", Way(Fate.MOVED, "b#c")), ("a#x", Way(Fate.MOVED, "b#x")), ("gone", Way(Fate.RETIRED, "b")), ("关;于", Way(Fate.MOVED, "b"))]
    found = host_files(led, "https://help.example.com/zh/")
    pairs = [("/zh/a/", "/zh/b/#c"), ("/zh/%E5%85%B3%3B%E4%BA%8E/", "/zh/b/")]
    assert found["_redirects"] == "".join(f"{old} {new} 301\n" for old, new in pairs)
    assert found["redirects.map"] == "".join(f"{old} {new};\n" for old, new in pairs)
    assert [(row["from"], row["to"]) for row in json.loads(found["redirects.json"])] == pairs


def test_without_moved_pages_there_is_no_file() -> None:
    assert host_files([("gone", Way(Fate.RETIRED, "b"))], "") == {}

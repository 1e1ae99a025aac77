"""Runs scripts of the desk that need no page, by Node, with data of a test."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import helpcenter

NODE = shutil.which("node")
ASSETS = Path(helpcenter.__file__).parent / "rendering" / "assets" / "desk"
PARTS = ("store", "forms", "counter", "platform", "lookup", "basket")
needs_node = pytest.mark.skipif(NODE is None, reason="the desk is JavaScript and Node is not installed")
_BEGIN = r"""
globalThis.document = { documentElement: { dataset: {} } };
globalThis.DOMParser = class { parseFromString(body) { return { body }; } };
globalThis.HelpcenterText = {
  chat: (html) => html.slice(3, -4).replace(/<\/p><p>/g, "\n"), markdown: (html) => html.replace(/_/g, "\\_"),
};
globalThis.HelpcenterSearch = { plain: (text) => text.toLowerCase() };
globalThis.HelpcenterDesk = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.argv.slice(1).forEach(require);
var desk = HelpcenterDeskApp;
desk.usualForm = () => desk.store.load().form;
desk.words = (name, facts) => name + JSON.stringify(facts);
"""
DATA: dict[str, Any] = {
    "root": "",
    "greeting": "你好，", "closing": "再见。", "channels": [], "platforms": [], "bodies": {}, "readers": "",
    "blanks": {
        "order_no": {"label": "订单号", "example": "", "required": True, "mark": "〔订单号〕"},
        "shop": {"label": "店名", "example": "", "required": False, "mark": "〔店名〕"},
    },
}  # fmt: skip


def answer(name: str, reply: str, **fields: Any) -> dict[str, Any]:
    """Return an answer as the desk has it."""
    base = {"id": name, "title": name, "reply": reply, "link": f"https://h.example/{name}/", "notes": [], "only": []}
    return {**base, "codes": [], "audience": [], **fields}


def run(code: str, answers: list[dict[str, Any]], **data: Any) -> Any:
    """Run ``code`` with the desk as ``desk``; returns what its last expression gives."""
    assert NODE is not None
    scripts = [str(ASSETS / f"{name}.js") for name in PARTS]
    whole = f"{_BEGIN}console.log(JSON.stringify((() => {{ {code} }})()));"
    job = json.dumps({**DATA, **data, "answers": answers})
    done = subprocess.run([NODE, "-e", whole, *scripts], input=job, capture_output=True, text=True, check=False, timeout=60)
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)

"""The site that browsers walk: the example with platforms, served with an ear for everything that goes wrong."""

from __future__ import annotations

import shutil
from http import HTTPStatus
from pathlib import Path
from typing import Final

from tests.browser.server import Handler, content
from tests.conftest import EXAMPLE
from tests.making import article, write

PLATFORM_ARTICLE: Final = "/find-the-button/"
VALUE: Final = """\
values:
  button:
    text: 撤销申请
    label: 按钮的名字
    source: 公开资料
    checked: 2026-11
    platforms:
      harbour: {text: 收回, source: 海港规则页, checked: 2026-10}
"""
STEPS: Final = """
  - id: first-tap
    title: 点“{{ button }}”
    text: 它在最下面。
    screen: {title: 售后详情, rows: [蓝色外套 ×1], buttons: [联系商家, "{{ button }}"], tap: "{{ button }}"}
  - {id: valley-only, title: 再确认一次, text: 就行。, platforms: [valley]}"""
ADDED: Final = {
    "content/platforms.yaml": "- {id: harbour, label: 海港商城, aliases: [海港]}\n- {id: valley, label: 山谷集市}\n",
    "content/articles/find-the-button.yaml": article(
        "find-the-button", title="按钮在哪里", topic="withdraw", summary="点“{{ button }}”。", steps=STEPS
    ),
}
EAR: Final = """\
(function () {
  var KEY = "ear";
  var isLeft = false;
  function note(text) { if (!isLeft) { sessionStorage.setItem(KEY, sessionStorage.getItem(KEY) + text + "\\n"); } }
  if (!sessionStorage.getItem(KEY)) { sessionStorage.setItem(KEY, "heard:\\n"); }
  addEventListener("pagehide", function () { isLeft = true; });
  addEventListener("beforeunload", function () { isLeft = true; });
  addEventListener("error", function (event) {
    var from = event.target && (event.target.src || event.target.href);
    note(from ? "not loaded: " + from : event.message + " " + event.filename + ":" + event.lineno);
  }, true);
  addEventListener("unhandledrejection", function (event) { note("rejected: " + event.reason); });
  document.addEventListener("securitypolicyviolation", function (event) { note("policy: " + event.violatedDirective); });
  var tell = console.error;
  console.error = function () { note(Array.prototype.join.call(arguments, " ")); tell.apply(console, arguments); };
})();
"""
HEARD: Final = "sessionStorage.getItem('ear')"
NOTHING: Final = "heard:\n"
"""What has been heard where nothing went wrong."""


def write_project(folder: Path) -> Path:
    """Write the sources into a new folder."""
    shutil.copytree(EXAMPLE, folder)
    values = (EXAMPLE / "content" / "values.yaml").read_text(encoding="utf-8")
    write(folder, {**ADDED, "content/values.yaml": values.replace("values:\n", VALUE, 1)})
    return folder


def add_ear(site: Path) -> Path:
    """Put the script that listens beside the pages of a built site."""
    (site / "ear.js").write_text(EAR, encoding="utf-8")
    return site


class Listening(Handler):
    """Serves the site as it is, with the script that listens at the top of every page."""

    def _send(self, status: HTTPStatus, path: Path) -> None:
        if path.suffix != ".html":
            super()._send(status, path)
            return
        page = content(path, packed=False).replace(b"<title>", b'<script src="/ear.js"></script><title>', 1)
        self._answer(status, page, {"Content-Type": "text/html; charset=utf-8"})

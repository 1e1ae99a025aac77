"""Makes the pictures of the documents from the content of this project: ``make pictures``, after ``make setup``.

Builds the site into a temporary folder, as it is, with another logo and colour, and for staff, and serves its preview;
opens all in the Chromium of the browser tests and writes ``docs/pictures/``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from helpcenter.host.live import LiveSite  # noqa: E402
from tests.browser.needs import chromium  # noqa: E402
from tests.browser.server import serving  # noqa: E402
from tests.preview import live as preview  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
DESKTOP, PHONE = ViewportSize(width=960, height=600), ViewportSize(width=360, height=720)
PICTURES = {
    "home": ("/", DESKTOP),
    "article": ("/cancel-after-sales/", PHONE),
    "search": ("/search/?q=商家一直不处理怎么办", PHONE),
    "flow": ("/why-cannot-cancel/", PHONE),
    "screens": ("/cancel-after-sales/", ViewportSize(width=1280, height=800)),
    "step": ("/cancel-after-sales/", ViewportSize(width=1280, height=800)),
}
"""What each picture shows: an address, and the size of the window."""
PARTS = {"screens": ".hc-screens:has(figure:nth-child(3))", "step": "li:has(#find-record) > * .hc-screen"}
"""Which part of its page a picture shows, where not all."""
BRANDED = {"brand": ("/", DESKTOP)}
"""The same of the site with another brand."""
PREVIEWED = {"beside": ("/__preview/why-cannot-cancel/", ViewportSize(width=1280, height=800))}
"""What only a preview has."""
FOR_STAFF = {
    "desk": ("/desk/", ViewportSize(width=1040, height=540)),
    "desk-flow": ("/desk/", ViewportSize(width=420, height=700)),
}
"""What only the site for staff has."""
PRESSED = {
    "desk": ("商家拒绝了我的退款，怎么办", "Control+Enter"),
    "desk-flow": ("why-cannot-cancel", "Alt+ArrowDown", "1"),
}
"""What is typed into the field of the desk before its picture is taken, and the keys that are pressed then."""
CHANNEL = "wechat"
UNFOLD = "part => { for (let fold = part; fold = fold.parentElement.closest('details');) { fold.open = true; } }"
"""Opens the folds that a part of a page stands in."""
BRAND = "  logo: images/logo.svg\n  palette: {primary: indigo}\n"
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><circle cx="14" cy="14" r="13" fill="#4051b5"/>
<path d="M8 18l6-9 6 9z" fill="none" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"/></svg>
"""


SETTLED, SAID = 1000, 5000
"""Milliseconds that a page has for what its scripts bring, and that the desk says what it did."""


def picture(browser: Browser, origin: str, name: str) -> int:
    """Write the picture ``name`` and return its size in bytes."""
    path, size = {**PICTURES, **BRANDED, **FOR_STAFF, **PREVIEWED}[name]
    page = browser.new_page(viewport=size, locale="zh-CN", reduced_motion="reduce")
    page.goto(origin + path, wait_until="load")  # a preview never falls silent
    page.wait_for_timeout(SETTLED)
    if name in PRESSED:
        press(page, *PRESSED[name])
    file = FOLDER / f"{name}.png"
    shown = page.locator(PARTS[name]).first if name in PARTS else page
    if name in PARTS:
        page.locator(PARTS[name]).first.evaluate(UNFOLD)
    shown.screenshot(path=file)
    page.close()
    return file.stat().st_size


def press(page: Page, typed: str, *keys: str) -> None:
    """Type into the field of the desk, then press ``keys`` and wait until what they say has gone."""
    page.locator("[data-part=channel]").select_option(CHANNEL)
    page.locator("#desk-field").fill(typed)
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(SAID)


def branded(folder: Path) -> Path:
    """Copy the content of this project to ``folder``, with a logo and a colour of its own."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "faq.yaml", folder)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  language: zh\n", f"  language: zh\n{BRAND}")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    logo = folder / "content" / "images" / "logo.svg"
    logo.parent.mkdir(exist_ok=True)
    logo.write_text(LOGO, encoding="utf-8")
    return folder


def make(project: Path, site: Path, names: Iterable[str], program: Path, *options: str) -> None:
    """Build ``project`` into ``site``, with more ``options``, and make the pictures ``names`` of it."""
    command = [sys.executable, "-m", "helpcenter", "build", "--site", str(site), *options]
    subprocess.run(command, cwd=project, check=True)
    with serving(site) as origin:
        draw(origin, names, program)


def draw(origin: str, names: Iterable[str], program: Path) -> None:
    """Make the pictures ``names`` of what is served at ``origin``."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name in names:
            print(f"docs/pictures/{name}.png  {picture(browser, origin, name):,} bytes")
        browser.close()


def main() -> int:
    """Make all pictures and say how large they are."""
    program = chromium()
    if program is None:
        print("No Chromium was found; tests/browser/needs.py tells what would do.", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        make(ROOT, Path(folder) / "site", PICTURES, program)
        project = Path(folder) / "branded"
        project.mkdir()
        make(branded(project), project / "site", BRANDED, program)
        make(ROOT, Path(folder) / "staff", FOR_STAFF, program, "--staff")
    with preview.serving(LiveSite(ROOT)) as port:
        draw(f"http://127.0.0.1:{port}", PREVIEWED, program)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Makes the pictures of the READMEs from the content of this project: ``make pictures``, after ``make setup``.

Builds the site into a temporary folder, opens it in the Chromium of the browser tests and writes ``docs/pictures/``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.needs import chromium  # noqa: E402
from tests.browser.server import serving  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
DESKTOP, PHONE = ViewportSize(width=960, height=600), ViewportSize(width=360, height=720)
PICTURES = {
    "home": ("/", DESKTOP),
    "article": ("/cancel-after-sales/", PHONE),
    "search": ("/search/?q=商家一直不处理怎么办", PHONE),
    "flow": ("/why-cannot-cancel/", PHONE),
}
"""What each picture shows: an address, and the size of the window."""


def picture(browser: Browser, origin: str, name: str) -> int:
    """Write the picture ``name`` and return its size in bytes."""
    path, size = PICTURES[name]
    page = browser.new_page(viewport=size, locale="zh-CN", reduced_motion="reduce")
    page.goto(origin + path, wait_until="networkidle")
    file = FOLDER / f"{name}.png"
    page.screenshot(path=file)
    page.close()
    return file.stat().st_size


def main() -> int:
    """Make all pictures and say how large they are."""
    program = chromium()
    if program is None:
        print("No Chromium was found; tests/browser/needs.py tells what would do.", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "helpcenter", "build", "--site", f"{folder}/site"], cwd=ROOT, check=True)
        with serving(Path(folder) / "site") as origin, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            for name in PICTURES:
                print(f"docs/pictures/{name}.png  {picture(browser, origin, name):,} bytes")
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

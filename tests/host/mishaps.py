"""What happens beside the entries: pictures, pages, settings, folders, broken files and the calendar, at random."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.host.desk import FOLDER, LOOP, SAVED, Desk, page, png
from tests.host.phrases import block, chosen, edit, line, target


@edit
def pictures(desk: Desk, random: Random) -> None:
    name = f"content/images/{chosen(random, ['step.png', 'step.png', 'map.svg', 'gone.png'])}"
    held = [png(300 + random.randrange(9), 200), b"not a picture", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 9"/>']
    if name in desk.files and random.randrange(4) == 0:
        del desk.files[name]
    else:
        desk.files[name] = held[2] if name.endswith("svg") else chosen(random, held[:1] * 4 + held[1:2])


@edit
def ordinary(desk: Desk, random: Random) -> None:
    name = "content/" + chosen(random, ["about.md", "guides/returns.md", "guides/new.md", "faq.md", "reapply.md", "index.md"])
    beside = chosen(random, ["about.md", "guides/returns.md", "../about.md#联系", "returns.md#寄回", "images/step.png", "new.md"])
    text = f"{block(desk, random)}\n\n## {line(desk, random)}\n\n[那边]({chosen(random, [target(desk, random), beside])})"
    front = [{}, {"title": line(desk, random)}, {"description": line(desk, random)}, {"draft": "true"}]
    if name in desk.files and random.randrange(4) == 0:
        del desk.files[name]
    elif name in desk.files and random.randrange(2):
        desk.files[name] += f"\n{block(desk, random)}\n"
    else:
        desk.files[name] = page(line(desk, random), text, **chosen(random, front))


@edit
def fault(desk: Desk, random: Random) -> None:
    """Half a file, an odd line, or something that is no file in its place; or all that is right again."""
    name = chosen(random, [name for name in desk.files if name.endswith((".yaml", ".yml", ".md"))])
    whole = desk.text(name)
    cut = random.randrange(len(whole))
    odd = chosen(random, [b"\xff\xfe", b"\x00", "标题：".encode(), b"[ {\n", b"\t- a\n", b"<<<<<<< HEAD\n"])
    kinds: list[SAVED] = [whole[:cut], whole[:cut] + odd + whole[cut:], b"", FOLDER, LOOP]
    if desk.faults and random.randrange(2):
        desk.faults.clear()
    else:
        desk.faults[name] = chosen(random, kinds)


@edit
def folders(desk: Desk, random: Random) -> None:
    """A folder is taken away, and comes back."""
    if desk.hidden:
        desk.hidden.clear()
    else:
        desk.hidden.add(chosen(random, ["faq/", "content/", "content/articles/", "content/guides/", "content/images/", "mkdocs"]))


@edit
def settings(desk: Desk, random: Random) -> None:
    config = desk.files["mkdocs.yml"]
    plugin: dict[str, Any] = {"publish": ["images/map.svg", "extra.css"][: 1 + random.randrange(2)], "overdue": chosen(random, ["warn", "error"])}
    plugin |= {"machine_readable": True} if random.randrange(2) else {}
    changes: dict[str, Any] = {
        "site_name": line(desk, random).replace("{", "（"),
        "site_url": chosen(random, ["https://other.example.com/help/", ""]),
        "plugins": [{"helpcenter": plugin}],
        "nav": [{"往这边": chosen(random, ["about.md", "guides/returns.md", "no.md"])}, {"外面": "https://example.com/"}],
        "extra_css": [],
        "no_such": "thing",
        "theme": {"name": "material", "language": chosen(random, ["en", "zh"]), "palette": {"primary": "teal"}},
        "docs_dir": "texts",
    }
    name = chosen(random, list(changes))
    if name in config and name not in ("plugins", "theme", "docs_dir", "site_name") and random.randrange(2):
        del config[name]
    else:
        config[name] = "content" if config.get(name) == "texts" else changes[name]
    if name == "docs_dir" and random.randrange(4):
        desk.folder = f"{config['docs_dir']}/"


@edit
def as_it_was(desk: Desk, random: Random) -> None:
    """Save what is there once more; what shrinking makes of an edit that matters not."""


@edit
def clock(desk: Desk, random: Random) -> None:
    """The day changes; reviews become due."""
    desk.day += chosen(random, [1, 30, 200])


@edit
def own_theme(desk: Desk, random: Random) -> None:
    """Templates of the project's own."""
    name = "overrides/partials/footer.html"
    desk.files["mkdocs.yml"]["theme"]["custom_dir"] = "overrides"
    desk.files[name] = f"<footer>{line(desk, random).replace('{', '（')}</footer>\n"

"""The site for staff shows what nothing public shows, whatever field it stands in."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from helpcenter.build import make, prepare
from helpcenter.commands.main import main
from helpcenter.desk.offline import worker
from helpcenter.exports import FORMATS
from helpcenter.exports.answers import answers_of
from helpcenter.host.live import LiveSite
from helpcenter.host.running import checked, opened, write_site
from helpcenter.model.fields import Internal, Strict, fields_of
from helpcenter.project import Project
from tests.docs.documents import GUIDE
from tests.docs.examples import example_project
from tests.docs.fields import FILES
from tests.host.desk import typed
from tests.host.test_kept_builds import tree
from tests.making import MKDOCS, PNG, SITE, Files, article, built, faq_entry, page, prepared, write

Way = tuple[str | int, ...]
OTHER = {"channels": lambda text: [{"id": "sms", "label": text, "limit": "70"}]}
"""What stands in internal fields that hold more than a text."""


def marks_of(info: FieldInfo) -> Iterator[Internal]:
    """Yield the marks of a field, also those of what it may hold."""
    waiting: list[Any] = [Annotated[info.annotation, *info.metadata, None]]
    while waiting:
        held = waiting.pop()
        yield from (mark for mark in getattr(held, "__metadata__", ()) if isinstance(mark, Internal))
        waiting += get_args(held)


def models_in(annotation: Any) -> Iterator[type[Strict]]:
    """Yield the models that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation  # type: ignore[misc]
    for part in get_args(annotation):
        yield from models_in(part)


def values(data: Any, annotation: Any) -> Iterator[Any]:
    """Yield what stands for the models that a field holds: the field itself, or its items."""
    is_mapping = any(get_origin(part) is dict for part in (annotation, *get_args(annotation)))
    yield from data.values() if is_mapping and isinstance(data, dict) else data if isinstance(data, list) else [data]


def places(model: type[Strict], data: Any) -> Iterator[tuple[type[Strict], dict[str, Any]]]:
    """Yield every mapping in ``data``, which is a ``model``, that was typed for a model, with that model."""
    if not isinstance(data, dict):
        return
    yield model, data
    for name, info in fields_of(model).items():
        for inner in models_in(info.annotation) if name in data else ():
            for value in values(data[name], info.annotation):
                yield from places(inner, value)


def internal_fields(model: type[Strict]) -> dict[str, str]:
    """Return the internal fields of ``model`` by name, each with whose it is."""
    return {name: mark.readers for name, info in fields_of(model).items() for mark in marks_of(info)}


def concrete(base: type[Strict] = Strict) -> Iterator[type[Strict]]:
    for below in base.__subclasses__():
        yield from concrete(below)
        if below.__module__.startswith("helpcenter.") and below.__name__ not in ("Entry", "Kept"):
            yield below


def sentinel(model: type[Strict], field: str) -> str:
    """Return a word that no text has, in letters that every file holds as they are."""
    return f"zq{model.__name__.lower()}{field}qz"


def marked(root: Path) -> dict[tuple[type[Strict], str], str]:
    """Put a sentinel into every internal field of the project at ``root``; return them, each with who may see it."""
    put = {}
    for path in root.rglob("*.yaml"):
        name = path.relative_to(root).as_posix()
        model = next((model for start, model in FILES.items() if name.startswith(start)), None)
        data = typed(path.read_text(encoding="utf-8"))
        rows = data if isinstance(data, list) else [data]
        for kind, held in (found for row in rows if model for found in places(model, row)):
            for field, readers in internal_fields(kind).items():
                text = sentinel(kind, field)
                held[field] = OTHER.get(field, str)(text)
                put[kind, field] = readers
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return put


def cleared(root: Path) -> None:
    """Take every sentinel out again; what must be there says something else."""
    for path in root.rglob("*.yaml"):
        path.write_text(_other(path.read_text(encoding="utf-8")), encoding="utf-8")


def _other(text: str) -> str:
    data = json.loads(text)
    waiting = [data]
    while waiting:
        held = waiting.pop()
        for key, value in list(held.items() if isinstance(held, dict) else enumerate(held)):
            if isinstance(value, str) and value.startswith("zq"):
                held[key] = "别的话"
            elif isinstance(value, dict | list):
                waiting.append(value)
    return json.dumps(data, ensure_ascii=False)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("staff")
    example_project(root)
    write(root, {"mkdocs.yml": MKDOCS.replace("[helpcenter]", "[{helpcenter: {machine_readable: true}}]")})
    write(root, {"faq/drafts.yaml": faq_entry("not-yet", question="草稿里的问题？", status="draft")})
    write(root, {"content/plan.md": "---\ndraft: true\n---\n# 计划\n"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795420800")
        patch.chdir(root)
        yield root


def unpacked(files: Mapping[str, bytes]) -> bytes:
    """Return all that a site says, names and what is compressed too."""
    found = (gzip.decompress(content) if name.endswith(".gz") else content for name, content in files.items())
    return b"\n".join((*(name.encode() for name in files), *found))


def test_nothing_internal_is_public_and_staff_see_all_of_it(root: Path) -> None:
    put = marked(root)
    possible = {(kind, field) for kind in concrete() for field in internal_fields(kind)}
    assert possible == set(put), f"an example of each stands in {GUIDE}"

    assert main(["build", "--publish"]) == 0
    public = tree(root / "site")
    assert main(["build", "--staff"]) == 0
    staff = unpacked(tree(root / "site-staff"))
    assert main(["build"]) == 0
    assert tree(root / "site") == public, "building the one changes nothing of the other"

    words = {sentinel(*place): readers for place, readers in put.items()}
    assert [word for word in words if word.encode() in unpacked(public)] == []
    assert {word for word in words if word.encode() in staff} == {word for word, readers in words.items() if readers == "staff"}
    assert "〔草稿〕草稿里的问题" in staff.decode(errors="ignore"), "among the results of the search"

    book = make(prepare(Project(root, root / "content")), SITE).book
    exports = b"".join(form(answers_of(book), whole=True).content for form in FORMATS.values())
    assert b"zq" not in exports

    cleared(root)
    assert main(["build"]) == 0
    assert tree(root / "site") == public, "what is internal leaves no trace, compressed ones neither"


def test_the_site_for_staff_is_for_nobody_else(root: Path) -> None:
    assert main(["build", "--staff"]) == 0
    site = tree(root / "site-staff")
    assert not site.keys() & {"sitemap.xml", "sitemap.xml.gz", "feed.xml", "llms.txt", "_redirects"}
    assert site["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    pages = {name: content.decode() for name, content in site.items() if name.endswith(".html")}
    assert all('<meta name="robots" content="noindex">' in html for html in pages.values())
    assert '<link rel="canonical" href="https://help.example.com/can-withdraw/">' in pages["can-withdraw/index.html"]
    assert not any("feed.xml" in html for html in pages.values())
    assert 'href="../desk/"' in pages["can-withdraw/index.html"]
    assert {"desk/index.html", "desk/data.js", "desk/search.js", "desk/bodies.js"} <= site.keys()
    assert '草稿里的问题？<span class="hc-badge">草稿</span>' in pages["questions/index.html"]
    assert all("先不要发给客户" in pages[f"{name}/index.html"] for name in ("not-yet", "plan"))


def test_whoever_makes_the_site_for_staff_it_is_the_same(root: Path) -> None:
    assert main(["build", "--staff"]) == 0
    write(root, {"faq/drafts.yaml": faq_entry("not-yet", question="改过的问题？", status="draft", staff="新的说明。")})
    assert main(["build", "--staff"]) == 0
    site = tree(root / "site-staff")
    assert "新的说明。" in site["not-yet/index.html"].decode()

    settings = opened(root)
    assert settings.config is not None
    write_site(settings.config, checked(settings, staff=True), root / "by-mkdocs")
    assert tree(root / "by-mkdocs") == site, "by MkDocs as by ourselves, who keep what the build before made"

    live = LiveSite(root, staff=True)
    live.refresh()
    served = {name: live.get(name) for name in site}
    preview = served.pop("worker.js")
    assert preview is not None and preview.content == worker({}) != site.pop("worker.js"), "which no browser keeps"
    assert {name: found.content for name, found in served.items() if found} == site, "and as a preview serves it"
    desk = live.get("desk/")
    assert desk is not None and (desk.content, desk.media_type) == (site["desk/index.html"], "text/html; charset=utf-8")


def test_the_site_for_staff_never_takes_the_place_of_the_public_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 0
    before = tree(root / "site")
    assert main(["build", "--staff", "--site", "site/../site"]) == 2
    assert "site-staff" in capsys.readouterr().err
    assert tree(root / "site") == before


def test_without_an_address_staff_are_told_that_copied_links_are_their_own(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("site_url:", "#"), encoding="utf-8")
    assert main(["build", "--staff"]) == 0
    assert "site_url" in capsys.readouterr().err
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")


def test_notes_stand_where_they_belong_with_links_and_values_and_pictures(tmp_path: Path) -> None:
    step = "{id: find, title: 找, text: 点开。, staff: '**先**看[那边](can-withdraw)，{{ merchant_hours }}内，![图里是按钮](images/a.png)'}"
    files: Files = {"content/articles/reapply.yaml": article(steps=f"[{step}]", staff="整篇的话。"), "content/images/a.png": PNG}
    assert "整篇的话" not in page(built(tmp_path, files), "reapply/").body
    made = built(tmp_path, files, staff=True)
    body = page(made, "reapply/").body
    note = '<div class="hc-staff" role="note">\n<p class="hc-staff__label">内部说明</p>\n'
    assert f'{note}<p><strong>先</strong>看<a href="../can-withdraw/">那边</a>，48 小时内，<a href="../images/a.png">' in body
    assert body.index("整篇的话") < body.index('id="find"') < body.index("内部说明</p>\n<p><strong>")
    assert "fact.merchant_hours" not in body, "no source of a note stands on the page"
    assert prepared(tmp_path, files, staff=True).public >= {"images/a.png"} > prepared(tmp_path, files).public

"""No text of any field can make an element, an attribute or an address, on any page, in any head."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from helpcenter.build import Built
from helpcenter.project import Site
from tests.making import PNG, built
from tests.reading import Node, tree

PAYLOADS = [
    "<script>alert(1)</script>",
    "</title></h1></p><img src=x onerror=alert(1)>",
    '"onmouseover="alert(1)',
    "'onmouseover='alert(1)",
    "{{ t('page.home') }}{% raw %}",
    "&lt;b&gt;&#60;b&#62;",
    "--></script><!--",
    "\ue000helpcenter-body\ue000",
]


def filled(token: str) -> Mapping[str, Any]:
    """Return the sources of a help center that has ``token`` in every text of the model."""
    part = {"id": "part-one", "title": token, "text": token}
    step = {"id": "step-one", "title": token, "text": token, "image": {"src": "images/a.png", "alt": token},
            "substeps": [token, {"id": "sub-one", "title": token, "text": token}]}  # fmt: skip
    common = {"topic": "after-sales", "owner": token, "reviewed": "2026-11-20", "aliases": [token], "sources": [token],
              "changes": [{"date": "2026-11-20", "note": token}], "contact": "platform"}  # fmt: skip
    leads = dict.fromkeys(["reasons", "steps", "precautions", "questions"], token)
    article = {"id": "reapply", "title": token, "summary": token, "intro": token, "leads": leads, "reasons": [part],
               "steps": [step], "precautions": [{**part, "id": "part-two", "level": "notice"}],
               "sections": [{**part, "id": "part-three"}], "questions": ["can-withdraw"], "follow_up": token,
               "closing": token, **common}  # fmt: skip
    cause = {"id": "cause-one", "cause": token, "fix": token}
    faq = {"id": "can-withdraw", "question": token, "reply": token, "answer": f"{token} {{{{ hours }}}}", "causes": [cause],
           "staff": token, **common}  # fmt: skip
    old = {"id": "old-one", "question": token, "reply": token, "answer": token, "status": "retired", "see": "reapply",
           **common}  # fmt: skip
    contact = dict.fromkeys(["label", "how", "hours", "prepare"], token) | {"url": "https://a.example/"}
    return {
        "content/topics.yaml": [{"id": "after-sales", "title": token, "summary": token}],
        "content/home.yaml": {"title": token, "lead": token, "popular": ["reapply"], "contact": "platform"},
        "content/values.yaml": {
            "values": {"hours": {"text": token, "source": token, "note": token, "checked": "2026-11"}},
            "contacts": {"platform": contact},
        },
        "content/articles/reapply.yaml": article,
        "faq.yaml": [faq, old],
    }


def site_with(token: str, folder: Path) -> Built:
    files = {name: json.dumps(data, ensure_ascii=False) for name, data in filled(token).items()}
    site = Site(token, "https://help.example.com/", token, pages=((token, "about/"),))
    return built(folder, {**files, "content/images/a.png": PNG}, site)


def shape(node: Node) -> list[tuple[str, tuple[str, ...], str, str]]:
    """Return each element with the names of its attributes and the addresses in it."""
    return [
        (
            below.tag,
            tuple(sorted(below.attributes)),
            below.attributes.get("href", ""),
            below.attributes.get("id", ""),
        )
        for below in node.walk()
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_pages_have_the_same_elements_whatever_texts_say(payload: str, tmp_path: Path) -> None:
    hostile = site_with(f"无害{payload}", tmp_path / "hostile")
    harmless = site_with(f"无害{'字' * len(payload)}", tmp_path / "harmless")
    assert [page.path for page in hostile.pages] == [page.path for page in harmless.pages]
    for page, right in zip(hostile.pages, harmless.pages, strict=True):
        assert shape(tree(page.body)) == shape(tree(right.body)), page.path
        assert shape(tree(page.head)) == shape(tree(right.head)), page.path


@pytest.mark.parametrize("payload", PAYLOADS)
def test_structured_data_holds_the_texts_and_cannot_end_its_element(payload: str, tmp_path: Path) -> None:
    for page in site_with(payload, tmp_path).pages:
        for script in tree(page.head).all("script", type="application/ld+json"):
            text = script.raw_text()
            assert "<" not in text and ">" not in text and "&" not in text
            assert json.loads(text)["@context"] == "https://schema.org"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_texts_are_shown_as_typed(payload: str, tmp_path: Path) -> None:
    hostile = site_with(payload, tmp_path)
    for page in hostile.pages:
        if page.path in ("reapply/", "can-withdraw/", "old-one/", "after-sales/"):
            assert tree(page.body).one("h1").raw_text() == payload
            assert page.title == payload

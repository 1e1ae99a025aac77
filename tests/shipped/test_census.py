"""Every text that writers publish is on the page where it belongs, once; what is internal is nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count
from typing import Any

import pytest
from pydantic import BaseModel

from helpcenter.build import Built
from helpcenter.model.entries import FaqEntry
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.search import make_search
from helpcenter.project import Site
from helpcenter.texts.variants import for_everybody
from tests.making import PNG, built, search_text, searched
from tests.reading import text_of, tree
from tests.shipped.census import areas, expected, own_text, seen, shown_questions, used_values

read = lru_cache(maxsize=128)(tree)
"""Pages are read by several tests, which change nothing in them."""
LONG = 15
"""Shorter texts may well stand inside another sentence of their page."""


class Tokens:
    """Makes texts that are found nowhere else, and remembers what each is for."""

    def __init__(self) -> None:
        self.numbers = count(1000)
        self.names: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        token = f"词{next(self.numbers)}条"
        self.names[token] = name
        return token

    def of(self, *parts: str) -> list[str]:
        """Return the tokens whose names hold one of ``parts``."""
        return [token for token, name in self.names.items() if any(part in name for part in parts)]


def common(t: Tokens, name: str) -> dict[str, Any]:
    return {
        "topic": "after-sales",
        "owner": t(f"{name} owner"),
        "reviewed": "2026-11-20",
        "aliases": [t(f"{name} alias"), t(f"{name} alias")],
        "sources": [t(f"{name} source"), {"name": t(f"{name} source"), "url": "https://a.example/source"}],
        "changes": [{"date": "2026-11-20", "note": t(f"{name} note")}, {"date": "2026-11-21", "note": t(f"{name} note")}],
        "contact": "platform",
        "audience": ["consumer"],
    }


def part(t: Tokens, part_id: str) -> dict[str, Any]:
    return {"id": part_id, "title": t(f"{part_id} title"), "text": f"**{t(f'{part_id} text')}**。"}


def folding(t: Tokens, part_id: str) -> dict[str, Any]:
    return {**part(t, part_id), "short": t(f"{part_id} short")}


def article(t: Tokens) -> dict[str, Any]:
    step = {**part(t, "step-one"), "image": {"src": "images/a.png", "alt": t("image alt")}}
    step |= {"ways": [part(t, "way-one"), part(t, "way-two")], "cases": [part(t, "case-one")]}
    step["substeps"] = [t("substep line"), part(t, "sub-one"), {"title": t("substep title")}]
    areas = ["reasons", "steps", "precautions", "questions"]
    return {
        "id": "reapply",
        "title": t("article title"),
        "summary": t("article summary"),
        "reply": t("article reply"),
        "intro": f"- {t('intro')}\n- {{{{ hours }}}}",
        "leads": {name: t(f"lead {name}") for name in areas},
        "headings": {name: t(f"heading {name}") for name in (*areas, "follow_up", "closing")},
        "reasons": [folding(t, "reason-one"), folding(t, "reason-two")],
        "steps": [step, {"id": "step-two", "title": t("step title")}],
        "precautions": [{**folding(t, "danger-one"), "level": "danger"}],
        "sections": [folding(t, "section-one"), folding(t, "section-two")],
        "questions": ["can-withdraw"],
        "follow_up": t("follow up"),
        "closing": t("closing"),
        **common(t, "article"),
    }


def question(t: Tokens, entry_id: str, **more: Any) -> dict[str, Any]:
    cause = {"id": "cause-one", "cause": t(f"{entry_id} cause"), "fix": t(f"{entry_id} fix"), "where": "reapply#way-one"}
    return {
        "id": entry_id,
        "question": t(f"{entry_id} question"),
        "reply": t(f"{entry_id} reply"),
        "answer": t(f"{entry_id} answer"),
        "causes": [cause],
        "staff": t(f"{entry_id} staff"),
        **common(t, entry_id),
        **more,
    }


def sources(t: Tokens) -> dict[str, Any]:
    value = {name: t(f"value {name}") for name in ("text", "source", "note")}
    image = {"src": "images/a.png", "alt": t("contact picture")}
    contact = {name: t(f"contact {name}") for name in ("label", "how", "hours", "prepare")}
    return {
        "content/audiences.yaml": [{"id": "consumer", "label": t("audience")}, {"id": "agent", "label": "客服"}],
        "content/topics.yaml": [{"id": "after-sales", "title": t("topic title"), "summary": t("topic summary")}],
        "content/home.yaml": {"title": t("home title"), "lead": t("home lead"), "popular": ["reapply"], "contact": "platform"},
        "content/values.yaml": {
            "values": {"hours": {**value, "url": "https://a.example/fact", "checked": "2026-11"}},
            "contacts": {
                "platform": {**contact, "url": "https://a.example/contact", "phone": "110", "email": "help@a.example", "picture": image}
            },
        },
        "content/articles/reapply.yaml": article(t),
        "faq.yaml": [
            question(t, "can-withdraw"),
            question(t, "secret-draft", status="draft"),
            question(t, "retired-one", status="retired", see="reapply"),
        ],
    }


TOKENS = Tokens()
SITE = Site("名字", "https://help.example.com/")


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {name: json.dumps(data, ensure_ascii=False) for name, data in sources(TOKENS).items()}
    return built(tmp_path_factory.mktemp("census"), {**files, "content/images/a.png": PNG}, SITE)


def unset(value: BaseModel, path: str) -> Iterator[str]:
    for name in type(value).model_fields:
        held = getattr(value, name)
        if held is None or held == ():
            yield f"{path}.{name}"
        for number, item in enumerate(held if isinstance(held, tuple) else [held]):
            if isinstance(item, BaseModel):
                yield from unset(item, f"{path}.{name}.{number}")


def test_the_synthetic_help_center_says_something_in_every_field(synthetic: Built) -> None:
    center = synthetic.book.center
    values: list[BaseModel] = [*center.entries(), *center.topics, *center.values.values(), *center.contacts.values()]
    assert center.home is not None
    empty = {name for value in [*values, center.home] for name in unset(value, type(value).__name__)}
    substeps = {"Article.steps.0.substeps.0.id", "Article.steps.0.substeps.0.title", "Article.steps.0.substeps.2.id",
                "Article.steps.0.substeps.2.text"}  # fmt: skip
    second = {f"Article.steps.1.{name}" for name in ("text", "ways", "substeps", "cases", "image")}
    not_texts = {f"{kind}.{name}" for kind in ("Article", "FaqEntry") for name in ("see", "related", "flow", "sources.0.url")} | {"Topic.first"}
    of_platforms = {name for name in empty if name.endswith((".platforms", "Value.label"))}  # pages/test_platforms.py
    of_screens = {name for name in empty if name.endswith(".screen")}  # golden/screens
    of_staff = {name for name in empty if name.endswith(".staff")}  # host/test_staff.py
    assert empty - of_platforms - of_screens - of_staff == {*not_texts, *substeps, *second}


def body_of(made: Built, path: str) -> str:
    return next(found.body for found in made.pages if found.path == path)


def published(made: Built) -> list[AnyEntry]:
    return made.book.order.listed


def lost(made: Built) -> list[tuple[str, str, str]]:
    """Return every text that is not where it belongs."""
    found = []
    for entry in published(made):
        root = read(for_everybody(body_of(made, f"{entry.id}/")))
        shown = cache(lambda area, root=root: [seen(one) for one in areas(root, area)])
        for wanted in expected(entry, made):
            if not any(wanted.text in text for text in shown(wanted.area)):
                found.append((entry.id, wanted.field, wanted.text))
    return found


def test_no_text_is_lost(synthetic: Built, shipped_pages: Built) -> None:
    assert lost(synthetic) == []
    assert lost(shipped_pages) == []


def doubled(made: Built) -> list[tuple[str, str, str]]:
    """Return every text that its own page says twice. Facts may stand in a text, and several may have one source."""
    found = []
    for entry in (entry for entry in published(made) if not isinstance(entry, Flow)):  # questions have copies
        text = own_text(for_everybody(body_of(made, f"{entry.id}/")))
        for wanted in expected(entry, made):
            once = not wanted.field.startswith(("values.", "contacts.label"))
            if once and len(wanted.text) >= LONG and text.count(wanted.text) > 1:
                found.append((entry.id, wanted.field, wanted.text))
    return found


def test_no_text_is_doubled_on_a_shipped_page(shipped_pages: Built) -> None:
    assert doubled(shipped_pages) == []


def test_every_token_stands_once_on_its_own_page(synthetic: Built) -> None:
    for entry in published(synthetic):
        text = own_text(body_of(synthetic, f"{entry.id}/"))
        used = {token for value in used_values(entry, synthetic) for token in re.findall(r"词\d+条", value.text)}
        for wanted in expected(entry, synthetic):
            for token in re.findall(r"词\d+条", wanted.text):
                times = 0 if wanted.field.endswith("image.alt") else 1
                times += token in used or wanted.field == "contacts.label"
                assert text.count(token) == times, (entry.id, wanted.field)


def test_questions_in_place_say_everything_once(synthetic: Built, shipped_pages: Built) -> None:
    for made in (synthetic, shipped_pages):
        for entry in published(made):
            details = {node.attributes["id"]: node for node in read(for_everybody(body_of(made, f"{entry.id}/"))).all("details", "hc-question")}
            for question in shown_questions(entry, made):
                body = details[question.id].one("div", "hc-question__answer")
                texts = [question.reply, text_of(for_everybody(made.book.typeset.typesetter.block(question.answer).html))]
                for cause in question.causes:
                    texts += [cause.cause, text_of(for_everybody(made.book.typeset.typesetter.block(cause.fix).html))]
                assert details[question.id].one("summary").text() == question.question
                assert [body.text().count(text) for text in texts] == [1] * len(texts), (entry.id, question.id)


def test_topics_and_home_say_what_was_written(synthetic: Built, shipped_pages: Built) -> None:
    for made in (synthetic, shipped_pages):
        home = made.book.center.home
        assert home is not None
        root = read(body_of(made, ""))
        assert root.one("h1").text() == home.title
        assert seen(root.one("section", "hc-hero")).count(home.lead) == 1
        cards = [card.text() for card in root.all("li", "hc-topic-card")]
        for topic, card in zip(made.book.center.topics, cards, strict=True):
            own = read(body_of(made, f"{topic.id}/")).one("header", "hc-head").text()
            assert (card.count(topic.title), card.count(topic.summary)) == (1, 1)
            assert own == f"{topic.title} {topic.summary}"


def test_lists_name_every_published_entry_once(synthetic: Built, shipped_pages: Built) -> None:
    for made in (synthetic, shipped_pages):
        for topic in made.book.order.topics:
            links = [link.text() for link in read(body_of(made, f"{topic.topic.id}/")).one("article").all("a")]
            for entry in topic.entries:
                assert sum(link.startswith(entry.heading) for link in links) == 1, entry.id


def everything(made: Built, *, search: bool = True) -> str:
    pages = "".join(found.head + found.body for found in made.pages)
    index = b"".join(file.content for file in make_search(made.book).pieces()).decode() if search else ""
    return pages + made.feed + index + "".join(map(search_text, searched(made).values())) * search


def test_what_is_internal_is_nowhere(synthetic: Built) -> None:
    text = everything(synthetic)
    assert [TOKENS.names[token] for token in TOKENS.of("staff", "owner") if token in text] == []


def test_aliases_are_searched_and_not_shown(synthetic: Built) -> None:
    tokens = [token for token in TOKENS.of("alias") if TOKENS.names[token].startswith(("article", "can-withdraw"))]
    assert len(tokens) == 4
    shown, text = everything(synthetic, search=False), everything(synthetic)
    assert [token for token in tokens if token in shown] == []
    assert [token for token in tokens if token not in text] == []


def test_drafts_are_nowhere_and_retired_entries_only_give_their_name(synthetic: Built) -> None:
    text = everything(synthetic)
    assert [TOKENS.names[token] for token in TOKENS.of("secret-draft") if token in text] == []
    told = {TOKENS.names[token] for token in TOKENS.of("retired-one") if token in text}
    assert told == {"retired-one question"}


def test_everything_else_is_somewhere(synthetic: Built) -> None:
    text = everything(synthetic, search=False)
    hidden = {*TOKENS.of("staff", "owner", "alias", "secret-draft", "retired-one")}
    assert [name for token, name in TOKENS.names.items() if token not in hidden and token not in text] == []


def test_search_texts_hold_all_that_is_public_and_nothing_twice(synthetic: Built) -> None:
    for entry in published(synthetic):
        text = search_text(searched(synthetic)[f"{entry.id}/"])
        for wanted in expected(entry, synthetic):
            if not wanted.field.startswith(("values.", "contacts.", "title", "question", "sources", "changes")):
                for token in re.findall(r"词\d+条", wanted.text):
                    assert text.count(token) == 1, (entry.id, wanted.field)


@pytest.mark.parametrize("name", ["secret-draft", "staff", "owner"])
def test_status_words_and_internal_names_are_not_printed(name: str, synthetic: Built) -> None:
    assert name not in everything(synthetic)


def test_no_status_of_a_published_entry_is_printed(shipped_pages: Built) -> None:
    for entry in published(shipped_pages):
        assert not re.search(r"\b(?:published|draft|retired)\b", text_of(body_of(shipped_pages, f"{entry.id}/")))


def test_no_sentence_for_staff_is_published(shipped_pages: Built) -> None:
    text = "".join(everything(shipped_pages).split())
    told = []
    center = shipped_pages.book.center
    outcomes = [outcome for flow in center.flows.values() for outcome in flow.outcomes.values()]
    notes = [note for note in (*(e.staff for e in center.faq.values()), *(o.staff for o in outcomes)) if note]
    assert len(notes) > 40
    for note in notes:
        sentences = re.split(r"[。！？\n]", note)
        told += [sentence for sentence in sentences if len(sentence) >= LONG and "".join(sentence.split()) in text]
    assert told == []


def test_shipped_owners_are_not_published(shipped_pages: Built) -> None:
    owners, text = {entry.owner for entry in shipped_pages.book.center.entries()}, everything(shipped_pages)
    assert [owner for owner in owners if owner and owner in text] == []


def test_days_of_review_are_shown(shipped_pages: Built) -> None:
    for entry in published(shipped_pages):
        meta = read(body_of(shipped_pages, f"{entry.id}/")).one("p", "hc-meta")
        assert entry.reviewed is not None
        assert meta.one("time").attributes["datetime"] == entry.reviewed.isoformat()
        assert not isinstance(entry, FaqEntry) or entry.staff is None or entry.staff not in meta.text()

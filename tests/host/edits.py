"""What writers do to entries and tables between two saves, at random."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from tests.host.desk import Desk, typed
from tests.host.phrases import (
    LONG,
    NAMES,
    SHORT,
    WORDS,
    block,
    chosen,
    edit,
    holders,
    ids,
    line,
    parts_of,
    renamed,
    target,
    value,
)
from tests.making import article, faq_entry


@edit
def text(desk: Desk, random: Random) -> None:
    places = [place for _, entry in desk.entries() for place in holders(entry, LONG)]
    holder, key = chosen(random, places)
    holder[key] = block(desk, random)


@edit
def title(desk: Desk, random: Random) -> None:
    files = [held for name, held in desk.files.items() if name.endswith(".yaml")]
    holder, key = chosen(random, list(holders(files, SHORT)))
    holder[key] = line(desk, random)


@edit
def field(desk: Desk, random: Random) -> None:
    """One of the rarer fields of an entry comes or goes."""
    _, entry = chosen(random, list(desk.entries()))
    link, day = target(desk, random), f"2026-11-{10 + random.randrange(15)}"
    fields: dict[str, Any] = {
        "status": chosen(random, ["draft", "retired", "published"]),
        "see": chosen(random, ids(desk)),
        "related": [chosen(random, ids(desk))],
        "questions": [chosen(random, ["can-withdraw", "partial", "when-money"])],
        "audience": [chosen(random, ["consumer", "merchant", "nobody"])],
        "aliases": [line(desk, random)],
        "reviewed": day,
        "review_every": str(1 + random.randrange(40)),
        "changes": [{"date": day, "note": line(desk, random)}],
        "sources": ["平台规则页"],
        "contact": [chosen(random, ["platform", "shop", "gone"])],
        "follow_up": block(desk, random),
        "headings": {"steps": line(desk, random)},
        "flow": "why-not",
        "topic": chosen(random, ["money", "after-sales", "no-topic"]),
        "precautions": [{"id": "once", "title": "小心", "text": block(desk, random), "level": "warning"}],
        "staff": block(desk, random),
        "reply": line(desk, random),
        "related_to": link,
    }
    name = chosen(random, list(fields))
    if name in entry and name not in ("topic", "reviewed") and random.randrange(2):
        del entry[name]
    elif name == "status" and fields[name] == "retired":
        entry |= {"status": "retired", "see": fields["see"]}
    elif name != "related_to":
        entry[name] = fields[name]


@edit
def new_entry(desk: Desk, random: Random) -> None:
    name = chosen(random, NAMES)
    if random.randrange(2):
        desk.files[f"content/articles/{name}.yaml"] = typed(article(name)) | {"intro": block(desk, random)}
    else:
        entry = typed(faq_entry(name))[0] | {"answer": block(desk, random)}
        held = chosen(random, [held for file, held in desk.files.items() if file.startswith("faq")])
        held.insert(random.randrange(len(held) + 1), entry)


@edit
def removed_entry(desk: Desk, random: Random) -> None:
    name, entry = chosen(random, list(desk.entries()))
    if name.startswith("faq"):
        desk.files[name].remove(entry)
    else:
        del desk.files[name]
    if random.randrange(3) == 0:
        desk.files |= renamed(desk.files, entry["id"], ids(desk)[0])


@edit
def moved_entry(desk: Desk, random: Random) -> None:
    name, entry = chosen(random, [found for found in desk.entries() if found[0].startswith("faq")])
    desk.files[name].remove(entry)
    desk.files.setdefault(chosen(random, ["faq.yaml", "faq/money.yaml", "faq/other.yaml"]), []).append(entry)


@edit
def new_id(desk: Desk, random: Random) -> None:
    """An entry, a part, a topic or a page is called otherwise, with all that refer to it or without."""
    name, entry = chosen(random, list(desk.entries()))
    found = [entry["id"], *re.findall(r"'id': '([a-z-]+)'", str(entry)), "money", "days", "platform", "consumer", "applied"]
    old, new = chosen(random, found), chosen(random, NAMES)
    if random.randrange(3):
        desk.files = {name.replace(f"/{old}.", f"/{new}."): held for name, held in renamed(desk.files, old, new).items()}
    else:
        desk.files[name] = renamed(desk.files[name], old, new)


@edit
def published(desk: Desk, random: Random) -> None:
    """Addresses are recorded, move and retire, rightly or not; or the project has no list of them any more."""
    if not random.randrange(4):
        desk.files.pop("content/links.lock", None)
        return
    entry, other = chosen(random, ids(desk)), chosen(random, ids(desk))
    said = chosen(random, [f"old faq moved {entry}", f"gone article retired {entry}", f"{entry}#was part moved {other}", f"{entry} faq"])
    desk.files["content/links.lock"] = f"{desk.files.get('content/links.lock', '')}{said}\n"


@edit
def versions(desk: Desk, random: Random) -> None:
    """Answers said something else once, as a list of their versions tells, rightly or not; or it is gone."""
    if not random.randrange(4):
        desk.files.pop("content/versions.lock", None)
        return
    said = f"{chosen(random, ids(desk))} {random.randrange(1, 4)} 2026-11-0{random.randrange(1, 9)} :abcdef gone:0 | 以前的话。"
    desk.files["content/versions.lock"] = f"{desk.files.get('content/versions.lock', '')}{chosen(random, [said, said, 'x'])}\n"


@edit
def parts(desk: Desk, random: Random) -> None:
    """Parts of entries are called otherwise by themselves: links to them lead nowhere, or somewhere again."""
    for names in (("open-order", "open-it"), ("wait", "waiting")):
        old, new = chosen(random, [names, names[::-1]])
        for part in parts_of(desk, "steps", "sections"):
            part["id"] = new if part["id"] == old else part["id"]


@edit
def step(desk: Desk, random: Random) -> None:
    """What a part comes to, ways and cases of a step, and where a cause is mended come or go, so that they fold or not."""
    titled, steps, causes = parts_of(desk, "sections", "precautions"), parts_of(desk, "steps"), parts_of(desk, "causes")
    match random.randrange(3):
        case 0 if titled:
            part = chosen(random, titled)
            if part.pop("short", None) is None:
                part["short"] = line(desk, random)
        case 1 if steps:
            part = chosen(random, steps)
            name = chosen(random, ["ways", "substeps", "cases"])
            said = {"id": f"{name}-one", "title": chosen(random, WORDS), "text": block(desk, random)}
            if part.pop(name, None) is None:
                part[name] = [said, *WORDS[: random.randrange(3)]]
        case _ if causes:
            chosen(random, causes)["where"] = target(desk, random)


@edit
def values(desk: Desk, random: Random) -> None:
    held = desk.files["content/values.yaml"]["values"]
    name = chosen(random, [*held, "fee"])
    fresh = {"text": line(desk, random).replace("{", "（"), "source": "平台规则页", "checked": "2026-11"}
    if name in held and random.randrange(4) == 0:
        del held[name]
    elif name in held and random.randrange(2):
        held[name]["text"] = f"{random.randrange(9)} 天"
    else:
        held[name] = fresh


@edit
def used_value(desk: Desk, random: Random) -> None:
    for holder, key in holders([entry for _, entry in desk.entries()], LONG | SHORT):
        if random.randrange(3) == 0:
            holder[key] += f"{{{{ {value(desk, random)} }}}}"


@edit
def blanks(desk: Desk, random: Random) -> None:
    """What is filled in at the desk comes, goes or is called otherwise; texts use it."""
    name, held = chosen(random, ["order_no", "order_no", "days"]), desk.files.setdefault("content/desk.yaml", {})
    held["greeting"] = line(desk, random)
    if held.setdefault("blanks", {}).pop(name, None) is None or random.randrange(2):
        held["blanks"][name] = {"label": line(desk, random).replace("{", "（"), "required": chosen(random, ["yes", "no"])}
    for holder, key in holders([entry for _, entry in desk.entries()], LONG | SHORT):
        if random.randrange(9) == 0:
            holder[key] += f"{{{{ {name} }}}}"


@edit
def platforms(desk: Desk, random: Random) -> None:
    """A platform comes, goes or is called otherwise; a value has its words, or a part is for its readers alone."""
    held, name = desk.files["content/platforms.yaml"], chosen(random, ["harbour", "valley", "island"])
    match random.randrange(5):
        case 0:
            held.append({"id": name, "label": line(desk, random)})
        case 1 if held:
            held.remove(chosen(random, held))
        case 2 if held:
            chosen(random, held)["label"] = chosen(random, WORDS)
        case 3:
            said = {"text": f"{random.randrange(9)} 天", "source": "平台规则页", "checked": "2026-11"}
            chosen(random, list(desk.files["content/values.yaml"]["values"].values()))["platforms"] = {name: said}
        case _:
            parts = [part for _, entry in desk.entries() for part in (*entry.get("causes", ()), *entry.get("sections", ()))]
            chosen(random, parts)["platforms"] = [name]


@edit
def screen(desk: Desk, random: Random) -> None:
    """What a step, an answer or an outcome shows comes or goes; sometimes what is to be tapped is not on it."""
    places = [place for _, entry in desk.entries() for place in holders(entry, LONG)]
    holder = chosen(random, [holder for holder, key in places if key in ("text", "answer", "fix")])
    tap = chosen(random, ["撤销", "修改", "{{ days }}"])
    shown = {"title": line(desk, random)[:8], "buttons": [chosen(random, ["撤销", "{{ days }}"]), "修改"], "tap": tap}
    if holder.pop("screen", None) is None:
        holder["screen"] = shown if random.randrange(2) else [shown, shown]


@edit
def contacts(desk: Desk, random: Random) -> None:
    held = desk.files["content/values.yaml"]["contacts"]
    name = chosen(random, [*held, "bank"])
    held[name] = {"label": line(desk, random), "how": line(desk, random)}
    if random.randrange(3) == 0:
        held[name]["picture"] = {"src": "images/step.png", "alt": "扫一扫"}
    if random.randrange(4) == 0:
        del held[name]


@edit
def flow(desk: Desk, random: Random) -> None:
    """The structure of a flow: an outcome, an option or a target."""
    flows = [held for name, held in desk.files.items() if "/flows/" in name]
    if not flows:
        desk.files["content/flows/why-not.yaml"] = Desk().files["content/flows/why-not.yaml"]
        return
    held = chosen(random, flows)
    question = held["questions"][chosen(random, list(held["questions"]))]
    outcome = held["outcomes"][chosen(random, list(held["outcomes"]))]
    option = chosen(random, list(question["options"]))
    match random.randrange(8):
        case 6:
            told = {"when": {chosen(random, list(held["questions"])): option}, "text": line(desk, random)}
            outcome["text"] = ["人人都看。", told, *([{"else": "别人看。", **told}] if random.randrange(2) else [])]
        case 7:
            led = {"label": line(desk, random), "to": chosen(random, list(held["outcomes"]))}
            held["steps"] = {"look": {"do": line(desk, random), "text": line(desk, random), "next": led}}
            question["options"][option]["to"] = "look"
            question["options"][option]["hint"] = line(desk, random)
        case 0:
            outcome["kind"] = chosen(random, ["solved", "contact", "wait"])
        case 1:
            outcome["links"] = [target(desk, random)]
        case 2:
            question["options"][option]["to"] = chosen(random, list(held["outcomes"]))
        case 3:
            question["options"].pop(option)
        case 4:
            question["options"] = dict(reversed(question["options"].items()))
        case _:
            question["options"]["never"] = {"label": line(desk, random), "to": "ask-person"}


@edit
def lists(desk: Desk, random: Random) -> None:
    """The order of a list, or a row of it twice, less or more."""
    name = chosen(random, ["topics", "audiences", "search_tests"])
    held = desk.files[f"content/{name}.yaml"]
    match random.randrange(4):
        case 0:
            held.append({"id": chosen(random, NAMES), "title": line(desk, random), "summary": "新的。"})
        case 1 if len(held) > 1:
            held.remove(chosen(random, held))
        case _:
            random.shuffle(held)


@edit
def tables(desk: Desk, random: Random) -> None:
    """Synonyms, words, states or what comes first."""
    files = desk.files
    match random.randrange(6):
        case 5:
            chosen(random, files["content/states.yaml"]["states"])["next"] = [chosen(random, ["applied", "refunding", "gone"])]
            chosen(random, files["content/articles/progress.yaml"]["sections"])["states"] = chosen(random, ["yes", "no"])
        case 0:
            files["content/synonyms.yaml"]["groups"].append([line(desk, random), chosen(random, WORDS)])
        case 1:
            name = chosen(random, ["home", "crumbs", "related", "nobody"])
            files["content/words.yaml"]["page"][name] = line(desk, random)
        case 2:
            state = chosen(random, files["content/states.yaml"]["states"])
            state |= {"allowed": chosen(random, ["yes", "no", "ask"]), "effect": line(desk, random)}
        case 3:
            files["content/home.yaml"]["popular"] = [chosen(random, ids(desk)), chosen(random, ids(desk))]
        case _:
            files["content/topics.yaml"][0]["first"] = [chosen(random, ids(desk))]

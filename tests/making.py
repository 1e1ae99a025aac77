"""Makes tiny projects: a mapping of file name to text becomes folders, and what the generator says of them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from helpcenter.build import Built, Prepared, make, prepare
from helpcenter.pages import Page
from helpcenter.pages.search import make_search
from helpcenter.problems import Problem
from helpcenter.project import Project, Site
from helpcenter.search import Document

TODAY = date(2026, 11, 23)
PLATFORM_VALUES = """\
values:
  button:
    text: 撤销
    label: 按钮
    source: 公开资料
    checked: 2026-11
    platforms:
      harbour: {text: 收回, source: 海港规则页, url: https://harbour.example.com/, checked: 2026-10, note: 在详情页。}
contacts:
  platform: {label: 平台客服, how: 在订单页点联系客服。}
"""
"""A value that one of two platforms, ``harbour`` and ``valley``, puts differently."""
SITE = Site("小小帮助中心", "https://help.example.com/")
CACHE = Path(tempfile.gettempdir()) / f"helpcenter-tests-{os.getuid() if hasattr(os, 'getuid') else ''}"
"""Compiled templates, kept for all projects of all tests."""
Files = Mapping[str, str | bytes | None]

TOPICS = """\
- id: after-sales
  title: 售后与退款
  summary: 撤销、重新申请和退款进度。
"""
VALUES = """\
values:
  merchant_hours: {text: 48 小时, source: 平台规则页, checked: 2026-11}
contacts:
  platform: {label: 平台客服, how: 在订单页点联系客服。}
"""
ARTICLE = """\
id: reapply
title: 怎么重新申请
summary: 撤销后还想退款时怎么做。
topic: after-sales
owner: after-sales-team
reviewed: 2026-11-20
steps:
  - {id: open-order, title: 打开订单, text: 进入订单详情。}
questions: [can-withdraw]
"""
FAQ = """\
- id: can-withdraw
  question: 还能撤销吗？
  topic: after-sales
  reply: 商家处理前一般可以撤销。
  answer: 打开售后单详情，点撤销。
  owner: after-sales-team
  reviewed: 2026-11-20
"""
FLOW = """\
id: why-not
title: 撤销不了？一步步找原因
summary: 回答几个问题，找到办法。
topic: after-sales
start: what
questions:
  what:
    ask: 你想取消什么？
    options:
      request: {label: 售后申请, to: status}
      order: {label: 订单, to: cancel-order}
      unsure: {label: 我不确定, to: status}
  status:
    ask: 页面显示什么？
    help: 打开售后单详情看。
    options:
      applied: {label: 待商家处理, to: parcel, state: applied}
      refunding: {label: 退款中, to: too-late, state: refunding}
      unsure:
        label: 看不懂
        to:
          - {when: {what: unsure}, go: ask-person}
          - {go: look-again}
  parcel:
    ask: 商品寄出了吗？
    options:
      shipped:
        label: 寄出了
        to:
          - {when: {what: request}, go: ask-person}
          - {go: too-late}
      kept: {label: 没有, to: withdraw-now}
      again: {label: 选错了，再看一次, to: status, again: 1}
      unsure: {label: 不知道, to: ask-person}
outcomes:
  withdraw-now:
    title: 现在就可以撤销
    kind: solved
    text: 打开售后单详情，点撤销。
    links: [reapply#open-order]
    not_solved: still-stuck
  still-stuck: {title: 截图找客服, kind: contact, text: 把截图发给客服。, contact: platform}
  cancel-order: {title: 去订单页取消, kind: solved, text: 订单没发货时去订单页。, links: [reapply]}
  too-late: {title: 现在不能撤销, kind: not-possible, text: 钱已经在路上。, questions: [can-withdraw]}
  ask-person: {title: 问客服, kind: contact, text: 让客服看一眼。, contact: platform}
  look-again: {title: 再看一次详情页, kind: wait, text: 回到详情页看清楚再来。, questions: [can-withdraw]}
tests:
  - {name: 直接撤销, answers: {what: request, status: applied, parcel: kept}, outcome: withdraw-now}
  - name: 撤销后还是不行
    answers: {what: request, status: applied, parcel: kept, withdraw-now: not-solved}
    outcome: still-stuck
  - {name: 取消订单, answers: {what: order}, outcome: cancel-order}
  - {name: 退款中, answers: {what: request, status: refunding}, outcome: too-late}
  - {name: 什么都不清楚, answers: {what: unsure, status: unsure}, outcome: ask-person}
  - {name: 看不懂状态, answers: {what: request, status: unsure}, outcome: look-again}
  - {name: 寄出了, answers: {what: request, status: applied, parcel: shipped}, outcome: ask-person}
  - {name: 不确定又寄出了, answers: {what: unsure, status: applied, parcel: shipped}, outcome: too-late}
  - {name: 不知道寄没寄, answers: {what: unsure, status: applied, parcel: unsure}, outcome: ask-person}
  - {name: 再看一次, answers: {what: request, status: [applied, refunding], parcel: again}, outcome: too-late}
"""
AUDIENCES = """\
- {id: consumer, label: 消费者, labels: {en: Customers}}
- {id: merchant, label: 商家, labels: {en: Merchants}}
- {id: agent, label: 客服, labels: {en: Agents}}
"""
STATES = """\
of: 售后申请
action: 撤销
buttons: [撤销, 取消售后, 取消服务单]
states:
  - {id: applied, label: 待商家处理, final: no, allowed: yes, effect: 订单继续。, question: can-withdraw}
  - {id: refunding, label: 退款中, final: no, allowed: no, effect: 钱在路上。}
"""
FLOW_FILES = {"content/flows/why-not.yaml": FLOW, "content/states.yaml": STATES}
"""A small flow with rules, a retry, a way on from an outcome, and tests that take every edge."""
PNG = b"\x89PNG\r\n\x1a\n"
"""As much of a picture as tells its kind."""
MKDOCS = """\
site_name: 小小帮助中心
site_url: https://help.example.com/
docs_dir: content
theme: {name: material, language: zh}
plugins: [helpcenter]
"""
BASE: Files = MappingProxyType(
    {
        "mkdocs.yml": MKDOCS,
        "content/topics.yaml": TOPICS,
        "content/values.yaml": VALUES,
        "content/articles/reapply.yaml": ARTICLE,
        "faq.yaml": FAQ,
    }
)
"""A small valid project. A test names only what it changes; None takes a file away."""


def article(entry_id: str = "reapply", **fields: str) -> str:
    """Return the YAML of an article; each field is one line of YAML, as typed."""
    base = {"title": "标题", "summary": "摘要。", "topic": "after-sales", "owner": "team", "reviewed": "2026-11-20"}
    return _mapping({"id": entry_id, **base, **fields}, "")


def faq_entry(entry_id: str = "can-withdraw", **fields: str) -> str:
    """Return the YAML of an FAQ entry as an item of a list."""
    base = {
        "question": "问题？",
        "topic": "after-sales",
        "reply": "简答。",
        "answer": "详答。",
        "owner": "team",
        "reviewed": "2026-11-20",
    }
    return "- " + _mapping({"id": entry_id, **base, **fields}, "  ")[2:]


def _mapping(fields: Mapping[str, str], indent: str) -> str:
    return "".join(f"{indent}{name}: {value}\n" for name, value in fields.items())


def write(folder: Path, files: Files) -> None:
    """Write ``files`` below ``folder``, bytes as they are and text as UTF-8 without changing line ends."""
    for name, content in files.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def project(
    folder: Path,
    files: Files = MappingProxyType({}),
    *,
    today: date = TODAY,
    overdue_is_error: bool = False,
    drafts: bool = False,
    staff: bool = False,
) -> Project:
    """Write the base project with ``files`` over it."""
    write(folder, {**BASE, **files})
    return Project(folder, folder / "content", "zh", today, overdue_is_error, drafts, staff, cache=CACHE)


def prepared(folder: Path, files: Files = MappingProxyType({}), **options: bool) -> Prepared:
    """Write a project, read and check it."""
    return prepare(project(folder, files, **options))  # type: ignore[arg-type]


def built(folder: Path, files: Files = MappingProxyType({}), site: Site = SITE, **options: bool) -> Built:
    """Write a project and make its pages; it must be right."""
    found = prepared(folder, files, **options)
    assert not found.refused, found.problems
    return make(found, site)


def page(made: Built, path: str) -> Page:
    """Return the page at ``path``."""
    return made.layout.page(made.sheets[path]())


def searched(made: Built) -> dict[str, Document]:
    """Return what the search knows of each page or part by its address."""
    return {document.path: document for document in make_search(made.book).documents}


def search_text(document: Document) -> str:
    """Return all that the search knows of a page, its title first."""
    return " ".join((*document.titles, document.text))


def body(folder: Path, path: str, files: Files = MappingProxyType({})) -> str:
    """Write a project and return the body of its page at ``path``."""
    return page(built(folder, files), path).body


def codes(found: Prepared) -> list[str]:
    """Return the codes of all problems, in order."""
    return [problem.code for problem in found.problems]


def place(problem: Problem) -> tuple[str, str, int, int]:
    """Return code, file, line and column of ``problem``."""
    where = problem.location
    return problem.code, where.file, where.line, where.column


def places(found: Prepared) -> list[tuple[str, str, int, int]]:
    """Return code, file, line and column of every problem, in order."""
    return [place(problem) for problem in found.problems]

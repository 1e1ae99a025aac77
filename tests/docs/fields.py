"""Where the guide explains the fields of each class of the model."""

from __future__ import annotations

from helpcenter.model.contacts import Audience, Contact
from helpcenter.model.desk import Blank, Channel, Desk
from helpcenter.model.entries import (
    Article,
    Cause,
    Change,
    Entry,
    FaqEntry,
    FreePart,
    Home,
    Kept,
    Part,
    Precaution,
    Step,
    Substep,
    Topic,
)
from helpcenter.model.fields import Strict
from helpcenter.model.flows import Doing, Flow, FlowTest, Option, Outcome, Question, Rule, Said
from helpcenter.model.headings import Headings, Leads
from helpcenter.model.inbound import Inbound
from helpcenter.model.pictures import Image
from helpcenter.model.platforms import Platform
from helpcenter.model.screens import Screen, ScreenCard, ScreenDialog, ScreenRow
from helpcenter.model.search import SearchTest, Synonyms
from helpcenter.model.states import State, StateTable
from helpcenter.model.values import Fact, Source, Value, Values

SECTIONS: dict[type[Strict], str] = {
    Entry: "文章、问答和流程都有的字段",
    Kept: "在文章和问答里放流程",
    Article: "文章的字段",
    Headings: "各部分的标题",
    Leads: "开头语",
    Part: "原因和自由章节",
    FreePart: "自由章节",
    Step: "步骤",
    Substep: "小步骤",
    Image: "步骤的图片",
    Screen: "画面示意",
    ScreenRow: "画面里的一行",
    ScreenCard: "画面里的卡片",
    ScreenDialog: "画面里的弹窗",
    Precaution: "注意事项",
    FaqEntry: "问答的字段",
    Cause: "原因和办法",
    Flow: "流程的字段",
    Question: "流程里的问题",
    Option: "流程的选项",
    Rule: "规则",
    Doing: "流程的步骤",
    Said: "分情况的文字",
    Outcome: "流程的结果",
    FlowTest: "流程的测试",
    StateTable: "状态表的字段",
    State: "状态的字段",
    Synonyms: "同义词",
    SearchTest: "搜索测试",
    Inbound: "别处在用的网址",
    Topic: "主题",
    Home: "首页",
    Values: "values.yaml 的两个部分",
    Value: "事实的字段",
    Fact: "一个平台的说法",
    Platform: "平台",
    Contact: "联系方式",
    Audience: "读者",
    Desk: "给客服的设置",
    Channel: "发消息的渠道",
    Blank: "待填项",
    Change: "修改记录",
    Source: "来源",
}
"""The guide's heading above the table of each class's fields."""
FILES: dict[str, type[Strict]] = {
    "content/articles/": Article,
    "content/flows/": Flow,
    "content/states.yaml": StateTable,
    "content/audiences.yaml": Audience,
    "content/synonyms.yaml": Synonyms,
    "content/search_tests.yaml": SearchTest,
    "content/inbound.yaml": Inbound,
    "content/desk.yaml": Desk,
    "content/topics.yaml": Topic,
    "content/platforms.yaml": Platform,
    "content/home.yaml": Home,
    "content/values.yaml": Values,
    "faq": FaqEntry,
}
"""What a file of the guide's examples holds, by the start of its name."""

"""A picture with its words."""

from __future__ import annotations

from enum import StrEnum

from helpcenter.model.fields import ImagePath, Line, Strict


class Image(Strict):
    """A picture: path below ``content/`` and what it shows, for who cannot see it."""

    src: ImagePath
    alt: Line


class TopicIcon(StrEnum):
    """The pictures that a topic may have, each ``icons/topics/<name>.svg`` of the templates."""

    ACCOUNT = "account"
    BELL = "bell"
    BOOK = "book"
    CALENDAR = "calendar"
    CARD = "card"
    CHAT = "chat"
    CLOCK = "clock"
    DELIVERY = "delivery"
    GIFT = "gift"
    HOME = "home"
    KEY = "key"
    LIST = "list"
    ORDER = "order"
    PARCEL = "parcel"
    PHONE = "phone"
    QUESTION = "question"
    REFUND = "refund"
    REPEAT = "repeat"
    SECURITY = "security"
    SERVICE = "service"
    SETTINGS = "settings"
    SHOP = "shop"
    WARNING = "warning"
    WITHDRAW = "withdraw"

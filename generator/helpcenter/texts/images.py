"""Pictures as texts name them and pages show them: their paths, their elements, descriptions that say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from markupsafe import Markup

from helpcenter.sources.pictures import Size, is_picture

_NAME = r"(?![. ])[^/\\?#%:*|\"<>\x00-\x1f]+(?<! )"
IMAGE_PATH = re.compile(rf"images/(?:{_NAME}/)*{_NAME}\.(?i:png|jpe?g|webp|gif|svg)\Z")
_CUT_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\((images/[^()<>\n\"']*[ \u3000][^()<>\n\"']*)\)")
SizeOf = Callable[[str], Size | None]
"""Tells width and height of a picture below ``content/``, if they are known."""
_NAMING = """
图 图片 图像 图示 附图 配图 插图 示意图 如图 如下图 见图 截图 截屏 屏幕截图 页面截图 手机截图
照片 相片 第 张图 第一张图 第二张图 一 二 三 四 五 六 微信图片 微信截图 企业微信截图 钉钉图片 未命名 无 暂无
alt alternative caption dsc dscn figure fig image images img mmexport photo pic picture png jpg jpeg pxl screenshot
screenshots screen shot screengrab text title tmp todo unnamed untitled wx xx xxx
"""
_IDLE = frozenset(_NAMING.split())
_LONG_NUMBER = 8
"""Digits that are a day or a time, and no number that somebody counts by."""
_NO_WORDS = re.compile(r"[\W\d_]+")


def unknown_size(src: str) -> Size | None:
    """Know the size of no picture."""
    return None


def attributes_of(src: str, size: Size | None, up: str = "../") -> dict[str, str]:
    """Return the attributes of a picture on pages from which ``up`` leads to the root.

    With its size a page does not jump when it comes.
    """
    attributes = {"src": f"{up}{quote(src)}", "alt": "", "loading": "lazy"}
    return attributes | ({"width": str(size[0]), "height": str(size[1])} if size else {})


def element(attributes: Mapping[str, str]) -> Markup:
    """Return the element of a picture."""
    return Markup("<img {}>").format(Markup(" ").join(Markup('{}="{}"').format(*pair) for pair in attributes.items()))


def cut_images(source: str) -> Iterator[str]:
    """Yield the path of each picture that Markdown takes for text because of a blank in its name."""
    yield from (found[1] for found in _CUT_IMAGE.finditer(source) if is_picture(found[1]))


def says_nothing(alternative: str, src: str) -> bool:
    """Return whether ``alternative`` tells no more than that there is a picture, or repeats the name of its file."""
    text = alternative.strip()
    words = _NO_WORDS.sub(" ", text).casefold().split()
    stem = PurePosixPath(src).stem
    is_name = is_picture(text) or (text.isascii() and text.casefold() == stem.casefold())
    return is_name or set(words) <= _IDLE


def is_idle_name(src: str) -> bool:
    """Return whether a file is called as a camera, a phone or a chat calls it, so that nobody knows what it shows.

    A name of letters, such as ``a.png``, may well mean something.
    """
    stem = PurePosixPath(src).stem
    words = _NO_WORDS.sub(" ", stem).casefold().split()
    return set(words) <= _IDLE if words else len(stem) >= _LONG_NUMBER

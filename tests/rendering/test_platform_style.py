"""The rules that show the words of one platform and hide those of the others."""

from __future__ import annotations

from helpcenter.rendering.bundles import assets
from helpcenter.rendering.platform_style import platform_style


def test_each_platform_has_rules_of_its_own() -> None:
    style = platform_style(("jd", "9mall"))
    assert '[data-platform="jd"] [data-not~="jd"], [data-platform="jd"] [data-for]:not([data-for~="jd"])' in style
    assert '[data-platform="9mall"] span[data-for~="9mall"]' in style
    assert platform_style(()) == ""


def test_they_come_behind_what_holds_for_all_and_name_another_file() -> None:
    plain, own = assets().style, assets(None, None, ("jd",)).style
    assert own.content.startswith(plain.content)
    assert b'[data-platform="jd"]' in own.content.removeprefix(plain.content)
    assert own.path != plain.path

"""The listing of what platforms lack."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.commands.main import main
from tests.making import BASE, write
from tests.pages.test_platforms import FILES


def test_it_says_which_values_a_platform_lacks_and_what_its_readers_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {**BASE, **FILES})
    assert main(["platforms"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "海港商城（harbour）：1 个事实里，1 个有自己的说法",
        "山谷集市（valley）：1 个事实里，0 个有自己的说法",
        "  button：看到通用的说法，撤销",
    ]
    (tmp_path / "content/platforms.yaml").write_text("- {id: valley, label: 山谷集市}\n", encoding="utf-8")
    assert main(["platforms"]) == 1
    assert "unknown-platform" in capsys.readouterr().err

"""Set-up says what it is at, hides the rest, and shows everything when it fails."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIP = """\
Collecting mkdocs<2,>=1.6
  Downloading mkdocs-1.6.1-py3-none-any.whl.metadata (6.0 kB)
Downloading mkdocs-1.6.1-py3-none-any.whl (3.9 MB)
  Downloading mkdocs_material-9.8.2-py3-none-any.whl (11 MB)
  Using cached jieba-0.42.1.tar.gz (19.2 MB)
  Using cached pypinyin-0.55.0-py2.py3-none-any.whl
  Downloading rjsmin-1.3.0-cp311-cp311-manylinux1_x86_64.whl (31 kB)
  Building wheel for jieba (pyproject.toml): started
Installing collected packages: rjsmin, jieba, mkdocs
Successfully installed everything
"""
PIP_SAID = """\
  mkdocs 1.6.1 (3 MB so far)
  mkdocs_material 9.8.2 (14 MB so far)
  jieba 0.42.1 (34 MB so far)
  pypinyin 0.55.0 (34 MB so far)
  rjsmin 1.3.0 (34 MB so far)
  building what comes as source
  unpacking 3 packages
"""
APT = """\
Get:1 http://mirror.example stable InRelease [151 kB]
Reading package lists...
Need to get 85.2 MB of archives.
Get:2 http://mirror.example stable/main amd64 fonts-noto-cjk all 1:2022 [61.2 MB]
Unpacking fonts-noto-cjk (1:2022) ...
Setting up fonts-noto-cjk (1:2022) ...
"""
APT_SAID = """\
  Need to get 85.2 MB of archives
  fonts-noto-cjk
  ready: fonts-noto-cjk
"""


def told(command: str, printed: str = "") -> subprocess.CompletedProcess[str]:
    script = f". ./telling.sh\nprinting() {{ cat <<'END'\n{printed}END\n{command}; }}\ntelling printing"
    return subprocess.run(["sh", "-euc", script], cwd=ROOT / "tools", capture_output=True, encoding="utf-8", timeout=30)


@pytest.mark.parametrize(("printed", "said"), [(PIP, PIP_SAID), (APT, APT_SAID)], ids=["pip", "apt"])
def test_packages_are_told_as_they_come(printed: str, said: str) -> None:
    done = told("true", printed)
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")


def test_what_fails_shows_all_that_it_said() -> None:
    done = told("return 7", "one\ntwo\n")
    assert (done.returncode, done.stdout, done.stderr) == (7, "", "one\ntwo\n")

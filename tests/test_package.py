"""The package: installed from its wheel beside other packages, outside the tree, it does what the tree does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

import helpcenter
from helpcenter.search import runner
from tests.making import BASE, FLOW_FILES, write

ROOT = Path(__file__).parents[1]
PACKAGE = Path(helpcenter.__file__).parent
SEARCH_TESTS = "- {query: 还能撤销吗, expect: can-withdraw, top: 1, kind: 整句}\n"
THEIRS = {"generator/__init__.py": "raise ImportError('the folder of a user')\n"}


class Made(NamedTuple):
    """The package in both forms, and an environment that its wheel is installed in."""

    wheel: Path
    source: Path
    environment: Path


def run(*command: str | Path, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command without the variables that would lead Python to the tree; it keeps what it compiles beside ``folder``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    fixed = {"SOURCE_DATE_EPOCH": "1795420800", "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    environment = {**kept, **fixed, "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled"), **variables}
    arguments = list(map(str, command))
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120)


def wanted(*command: str | Path, folder: Path, **variables: str) -> str:
    done = run(*command, folder=folder, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make the package as ``make package`` does, and install the wheel; what it needs is taken from where tests run."""
    folder = tmp_path_factory.mktemp("package")
    wanted(sys.executable, "-m", "hatchling", "build", "-d", folder / "dist", folder=ROOT)
    [wheel], [source] = (folder / "dist").glob("*.whl"), (folder / "dist").glob("*.tar.gz")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    packages = sysconfig.get_path("purelib", vars={"base": str(environment)})
    Path(packages, "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    install = ("--no-deps", "--no-index", "--no-compile", "--quiet", "--disable-pip-version-check")
    wanted(sys.executable, "-m", "pip", "--python", environment / "bin" / "python", "install", *install, wheel, folder=folder)
    return Made(wheel, source, environment)


@pytest.fixture(scope="module")
def center(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a help center that is nobody's part, with a folder of its own that is called as ours in the tree."""
    folder = tmp_path_factory.mktemp("center")
    write(folder, {**BASE, **FLOW_FILES, **THEIRS, "content/search_tests.yaml": SEARCH_TESTS})
    return folder


def test_the_wheel_has_every_file_of_the_package_and_its_terms(made: Made) -> None:
    names = ZipFile(made.wheel).namelist()
    inside = {path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*") if path.is_file()}
    assert {name for name in names if name.startswith("helpcenter/")} == {name for name in inside if "__pycache__" not in name}
    terms = {"LICENSE", "NOTICE", "licenses/Apache-2.0.txt"}
    assert {name.split("/licenses/", 1)[1] for name in names if ".dist-info/licenses/" in name} == terms
    assert "helpcenter/py.typed" in names


def test_the_source_package_makes_the_same_wheel(made: Made, tmp_path: Path) -> None:
    with tarfile.open(made.source) as packed:
        packed.extractall(tmp_path, filter="data")
    [unpacked] = tmp_path.iterdir()
    wanted(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, folder=unpacked)
    [again] = tmp_path.glob("*.whl")
    assert again.read_bytes() == made.wheel.read_bytes()


def test_the_command_tells_its_version(made: Made, tmp_path: Path) -> None:
    said = wanted(made.environment / "bin" / "helpcenter", "--version", folder=tmp_path)
    assert said == f"helpcenter {helpcenter.__version__}\n"
    assert made.wheel.name.split("-")[1] == helpcenter.__version__


def test_installed_it_checks_builds_and_searches_as_from_the_tree(made: Made, center: Path) -> None:
    command = made.environment / "bin" / "helpcenter"
    before = contents(made.environment)
    assert wanted(command, "check", folder=center) == ""
    wanted(command, "build", "--site", "installed", folder=center)
    wanted(sys.executable, "-m", "helpcenter", "build", "--site", "tree", folder=center, PYTHONPATH=str(PACKAGE.parent))
    assert contents(center / "installed") == contents(center / "tree")
    assert len(contents(center / "installed")) > 20
    if any(map(shutil.which, (*runner.NODE, *runner.BROWSERS))):
        assert wanted(command, "search", "test", folder=center).endswith("搜索测试：1 条，通过 1 条\n")
    assert contents(made.environment) == before, "it is written to where it is installed, which others may not be allowed to"


def test_it_is_the_installed_one_that_runs(made: Made, center: Path) -> None:
    python = made.environment / "bin" / "python"
    where = wanted(python, "-c", "import helpcenter; print(helpcenter.__file__)", folder=center)
    assert Path(where.strip()).is_relative_to(made.environment)


def test_mkdocs_builds_beside_a_folder_that_is_called_generator(made: Made, center: Path) -> None:
    python = made.environment / "bin" / "python"
    wanted(python, "-m", "mkdocs", "build", "--site-dir", "mkdocs", folder=center, NO_MKDOCS_2_WARNING="1")
    assert "怎么重新申请" in (center / "mkdocs" / "reapply" / "index.html").read_text(encoding="utf-8")
    assert wanted(python, "-m", "helpcenter", "check", folder=center) == ""

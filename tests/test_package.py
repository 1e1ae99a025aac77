"""The package: installed from its wheel beside other packages, outside the tree, it does what the tree does."""

from __future__ import annotations

import os
import re
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
from tests.making import write

ROOT = Path(__file__).parents[1]
PACKAGE = Path(helpcenter.__file__).parent
SAMPLE = "starters/sample"
THEIRS = {"generator/__init__.py": "raise ImportError('the folder of a user')\n"}


class Made(NamedTuple):
    """The package in both forms, and an environment that its wheel is installed in."""

    wheel: Path
    source: Path
    environment: Path

    @property
    def python(self) -> Path:
        return self.environment / "bin" / "python"

    @property
    def command(self) -> Path:
        return self.environment / "bin" / "helpcenter"


def run(*command: str | Path, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command without the variables that would lead Python to the tree; it keeps what it compiles beside ``folder``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    fixed = {"LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
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
def center(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a help center with what is installed; it has a folder of its own that is called as ours in the tree."""
    folder = tmp_path_factory.mktemp("user") / "center"
    wanted(made.command, "new", "--language", "zh", folder, folder=folder.parent)
    write(folder, THEIRS)
    return folder


def test_the_wheel_has_every_file_of_the_package_and_its_terms(made: Made) -> None:
    names = ZipFile(made.wheel).namelist()
    inside = {f"helpcenter/{name}" for name in contents(PACKAGE) if "__pycache__" not in name}
    sample = {"faq.yaml", "mkdocs.yml", *(f"content/{name}" for name in contents(ROOT / "content"))}
    assert {name for name in names if name.startswith("helpcenter/")} == inside | {f"helpcenter/{SAMPLE}/{name}" for name in sample}
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
    said = wanted(made.command, "--version", folder=tmp_path)
    assert said == f"helpcenter {helpcenter.__version__}\n"
    assert made.wheel.name.split("-")[1] == helpcenter.__version__


def test_installed_it_checks_builds_and_searches_as_from_the_tree(made: Made, center: Path) -> None:
    before = contents(made.environment)
    assert wanted(made.command, "check", folder=center) == ""
    wanted(made.command, "build", "--site", "installed", folder=center)
    wanted(sys.executable, "-m", "helpcenter", "build", "--site", "tree", folder=center, PYTHONPATH=str(PACKAGE.parent))
    assert contents(center / "installed") == contents(center / "tree")
    assert len(contents(center / "installed")) > 20
    if any(map(shutil.which, (*runner.NODE, *runner.BROWSERS))):
        assert re.search(r"搜索测试：([1-9]\d*) 条，通过 \1 条\n$", wanted(made.command, "search", "test", folder=center))
    assert contents(made.environment) == before, "it is written to where it is installed, which others may not be allowed to"


def test_the_sample_is_the_content_of_the_tree(made: Made, tmp_path: Path) -> None:
    wanted(made.command, "new", "--sample", "sample", folder=tmp_path)
    found = contents(tmp_path / "sample")
    for name in ("faq.yaml", "mkdocs.yml"):
        assert found[name] == (ROOT / name).read_bytes()
    shipped = {f"content/{name}": text for name, text in contents(ROOT / "content").items()}
    assert {name: text for name, text in found.items() if name.startswith("content/")} == shipped


def test_it_is_the_installed_one_that_runs(made: Made, center: Path) -> None:
    where = wanted(made.python, "-c", "import helpcenter; print(helpcenter.__file__)", folder=center)
    assert Path(where.strip()).is_relative_to(made.environment)


def test_mkdocs_builds_beside_a_folder_that_is_called_generator(made: Made, center: Path) -> None:
    wanted(made.python, "-m", "mkdocs", "build", "--site-dir", "mkdocs", folder=center, NO_MKDOCS_2_WARNING="1")
    home = (center / "mkdocs" / "index.html").read_text(encoding="utf-8")
    assert 'data-search-pointer="' in home
    assert wanted(made.python, "-m", "helpcenter", "check", folder=center) == ""

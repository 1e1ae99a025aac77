"""The house: rooms import what stands above them, outside libraries have one home each, modules and functions stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import helpcenter

PACKAGE = Path(helpcenter.__file__).parent
ROOMS = {
    "caching": "",
    "whole_file": "",
    "seal": "",
    "sealed": "caching seal",
    "memory": "",
    "file_status": "",
    "live_memory": "file_status memory",
    "lasting": "memory sealed",
    "processes": "",
    "suggestions": "",
    "problems": "",
    "project": "memory",
    "chinese": "",
    "model": "",
    "addresses": "model",
    "sources": "memory suggestions problems project model",
    "words": "problems sources",
    "texts": "memory suggestions problems model addresses sources",
    "publishing": "project model sources texts",
    "flow": "model",
    "drawing": "model words flow",
    "screens": "model words texts drawing",
    "importing": "suggestions problems chinese model sources words drawing",
    "links": "whole_file suggestions problems project model addresses sources texts flow",
    "checks": "memory suggestions problems project model addresses sources words texts flow screens links",
    "search": "memory problems chinese sources",
    "rendering": "caching model project words screens texts",
    "pages": "memory project model addresses words texts flow links drawing search rendering",
    "exports": "model addresses sources texts flow drawing rendering pages",
    "assistants": "suggestions addresses flow search words",
    "desk": "chinese model addresses words texts flow search rendering pages exports",
    "build": "problems project model addresses sources texts publishing flow links checks rendering pages",
    "starters": "suggestions problems project model addresses sources",
    "preview": "problems words rendering",
    "host": "memory live_memory processes suggestions problems project model addresses sources words publishing rendering pages exports "
    "desk build preview",
    "commands": "caching whole_file lasting suggestions problems project model sources words publishing flow links drawing importing search "
    "rendering pages exports assistants build starters preview host",
    "__main__": "commands",
}
"""What each room may import, besides itself: only rooms that stand above it."""
HOMES = {
    "yaml": {"sources"},
    "jinja2": {"rendering"},
    "markupsafe": {"pages", "rendering", "texts"},
    "markdown_it": {"texts"},
    "pydantic": {"importing", "model", "sources"},
    "pydantic_core": {"model"},
    "rjsmin": {"rendering"},
    "imagesize": {"sources"},
    "segno": {"drawing"},
    "mkdocs": {"host"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchfiles": {"preview"},
    "mcp": {"assistants"},
    "mcp_types": {"assistants"},
    "quickjs": {"search"},
    "material": set[str](),
}
"""Which rooms may import what from outside."""
LINES, FUNCTION_LINES = 250, 45


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@cache
def texts() -> dict[str, str]:
    return {name_of(path): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def trees() -> dict[str, ast.Module]:
    return {module: ast.parse(text) for module, text in texts().items()}


@cache
def imports(module: str) -> frozenset[str]:
    """Return the full names of what ``module`` imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def inside(module: str) -> set[str]:
    """Return the modules of ours that ``module`` imports."""
    found = set()
    for name in imports(module):
        parts = name.split(".")
        if parts[0] == "helpcenter" and name != "helpcenter.__version__":
            paths = (".".join(parts[1:end]) for end in range(len(parts), 1, -1))
            found.add(next(path for path in paths if path in trees()))
    return found


def room(module: str) -> str:
    return module.split(".")[0]


MODULES = sorted(set(trees()) - {"__init__"})


def test_every_module_stands_in_a_room() -> None:
    assert {room(module) for module in MODULES} == set(ROOMS)


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_imports_the_rooms_that_it_names_and_no_others(name: str) -> None:
    used = {room(other) for module in MODULES if room(module) == name for other in inside(module)}
    assert used - {name} == set(ROOMS[name].split())


def test_rooms_are_sorted_from_the_values_to_the_rim() -> None:
    order = list(ROOMS)
    assert {name for name, used in ROOMS.items() if any(order.index(one) >= order.index(name) for one in used.split())} == set()


def test_imports_make_no_cycles() -> None:
    order = list(TopologicalSorter({module: inside(module) for module in MODULES}).static_order())
    assert set(order) >= set(MODULES)


@pytest.mark.parametrize("library", HOMES)
def test_an_outside_library_has_its_home(library: str) -> None:
    users = {room(module) for module in MODULES if any(name.split(".")[0] == library for name in imports(module))}
    assert users == HOMES[library]


def test_nothing_else_comes_from_outside() -> None:
    roots = {name.split(".")[0] for module in MODULES for name in imports(module)}
    assert roots - set(sys.stdlib_module_names) - set(HOMES) - {"helpcenter"} == set()


def test_the_engine_of_flows_knows_nothing_but_flows() -> None:
    engine = {module for module in MODULES if room(module) == "flow"}
    assert set().union(*map(inside, engine)) <= {*engine, "model.flows", "model.key_path"}
    roots = {name.split(".")[0] for module in engine for name in imports(module)}
    assert roots <= {*sys.stdlib_module_names, "helpcenter"}


def test_only_git_and_the_search_are_asked_of_another_process_and_only_outside_links_of_the_network() -> None:
    forbidden = ("urllib.request", "http.client", "subprocess", "requests")
    users = {module for module in MODULES if any(f"{name}.".startswith(f"{one}.") for name in imports(module) for one in forbidden)}
    assert users == {"sources.revisions", "search.runner", "links.asking"}


def test_only_the_preview_listens_for_others() -> None:
    assert {room(module) for module in MODULES if imports(module) & {"socket", "socketserver", "http.server"}} == {"preview"}


def loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_the_core_does_not_load_mkdocs() -> None:
    assert loaded_by("helpcenter.build") & {"mkdocs", "material", "networkx"} == set()


def test_the_commands_start_without_what_only_some_need() -> None:
    heavy = {"mkdocs", "material", "pydantic", "markdown_it", "jinja2", "networkx"}
    heavy |= {"starlette", "uvicorn", "watchfiles", "anyio", "asyncio", "mcp", "quickjs"}
    assert loaded_by("helpcenter.commands.main") & heavy == set()


@pytest.mark.parametrize("module", [*MODULES, "__init__"])
def test_a_module_stays_small(module: str) -> None:
    assert len(texts()[module].splitlines()) <= LINES


@pytest.mark.parametrize("module", MODULES)
def test_functions_stay_short(module: str) -> None:
    functions = [node for node in ast.walk(trees()[module]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES} == {}


@pytest.mark.parametrize("module", [*MODULES, "__init__"])
def test_every_module_says_what_it_is_for(module: str) -> None:
    assert ast.get_docstring(trees()[module]) or module == "__main__"


def test_a_name_means_one_thing() -> None:
    """Classes and types of a module, public or not, are called like nothing else in the package."""
    found: dict[str, list[str]] = {}
    for module in MODULES:
        for node in trees()[module].body:
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            name = node.name if isinstance(node, ast.ClassDef) else target.id if isinstance(target, ast.Name) else ""
            if name.lstrip("_")[:1].isupper() and not name.isupper():
                found.setdefault(name, []).append(module)
    assert {name: modules for name, modules in found.items() if len(modules) > 1} == {}

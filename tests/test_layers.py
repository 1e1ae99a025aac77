"""The house: imports lead to lower layers, outside libraries have one home each, modules and functions stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__file__).parent
LAYERS = [
    "fences headings typed_lines bare_links braces "
    "strange "
    "problems fields facts model flow_model search_model states help_center project guesses characters side_files",
    "stopping policy indentation "
    "as_typed blocks inlines "
    "yaml_spans yaml_faults yaml_lines "
    "source_text strict_json quick_yaml yaml_source yaml_outline yaml_text text_fields addresses cjk markdown quick text page_notes words compiling "
    "elements rendering flow console pictures images directions",
    "salvage slips loaded "
    "shape folders survey ordinary loading texts ordinary_texts filling public checks contents related structured_data drawing review importing pages search report "
    "assets "
    "material",
    "renames follow_ups "
    "build settings mkdocs_pages public_settings frame hosts watching exchange workshop publish replacing preview lean_theme revisions javascript",
    "plugin driving flow_commands search_commands cli __main__",
]
"""From the values up to the rim: a module imports only its own layer and those above it in this list."""
HOMES = {
    "yaml": {"yaml_outline", "yaml_source", "yaml_spans"},
    "jinja2": {"compiling", "indentation"},
    "markupsafe": {"compiling", "elements", "images", "pages.maps", "pages.ordinary", "rendering", "structured_data", "text"},
    "markdown_it": {"markdown", "cjk", "blocks", "inlines"},
    "pydantic": {"facts", "fields", "flow_model", "importing.flow_yaml", "model", "search_model", "shape", "text_fields"},
    "pydantic_core": {"fields", "flow_model", "model", "search_model"},
    "pypinyin": {"importing.ids"},
    "rjsmin": {"assets"},
    "imagesize": {"pictures"},
    "mkdocs": {"plugin", "mkdocs_pages", "driving", "settings.reading"},
    "material": set[str](),
    "jieba": set[str](),
}
"""Which modules may import what from outside."""
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
        if parts[0] == "generator":
            paths = (".".join(parts[1:end]) for end in range(len(parts), 1, -1))
            found.add(next(path for path in paths if path in trees()))
    return found


def layer(module: str) -> int:
    name = module.split(".")[0]
    return next(number for number, names in enumerate(LAYERS) if name in names.split())


MODULES = sorted(set(trees()) - {"__init__"})


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_a_layer(module: str) -> None:
    assert any(module.split(".")[0] in names.split() for names in LAYERS), "say in LAYERS where it belongs"


@pytest.mark.parametrize("module", MODULES)
def test_imports_lead_to_lower_or_equal_layers(module: str) -> None:
    assert [name for name in inside(module) if layer(name) > layer(module)] == []


def test_imports_make_no_circles() -> None:
    order = list(TopologicalSorter({module: inside(module) for module in MODULES}).static_order())
    assert set(order) >= set(MODULES)


def test_the_layers_name_only_modules_that_exist() -> None:
    names = [name for names in LAYERS for name in names.split()]
    assert len(names) == len(set(names))
    assert set(names) - {module.split(".")[0] for module in MODULES} == set()


@pytest.mark.parametrize("library", HOMES)
def test_an_outside_library_has_its_home(library: str) -> None:
    users = {module for module in MODULES if any(name.split(".")[0] == library for name in imports(module))}
    assert users == HOMES[library]


def test_nothing_else_comes_from_outside() -> None:
    roots = {name.split(".")[0] for module in MODULES for name in imports(module)}
    assert roots - set(sys.stdlib_module_names) - set(HOMES) - {"generator"} == set()


def test_the_engine_of_flows_knows_nothing_but_flows() -> None:
    engine = {module for module in MODULES if module.split(".")[0] == "flow"}
    assert set().union(*map(inside, engine)) <= {*engine, "flow_model"}
    roots = {name.split(".")[0] for module in engine for name in imports(module)}
    assert roots <= {*sys.stdlib_module_names, "generator"}


def test_only_git_and_the_search_are_asked_of_another_process_and_nothing_of_the_network() -> None:
    forbidden = {"socket", "urllib.request", "http.client", "subprocess", "requests"}
    users = {module for module in MODULES if {name for name in imports(module) if name in forbidden}}
    assert users == {"revisions", "javascript"}


def loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_the_core_does_not_load_mkdocs() -> None:
    assert loaded_by("generator.build") & {"mkdocs", "material", "jieba", "pypinyin", "networkx"} == set()


def test_the_commands_start_without_what_only_some_need() -> None:
    heavy = {"mkdocs", "material", "jieba", "pydantic", "markdown_it", "jinja2", "pypinyin", "networkx"}
    assert loaded_by("generator.cli") & heavy == set()


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

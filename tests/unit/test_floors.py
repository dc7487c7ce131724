"""The plan of the house: a module imports only from floors below its own."""

import ast
import graphlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import cjsite

pytestmark = pytest.mark.no_cover  # reads modules, and runs none

PACKAGE = Path(cjsite.__file__).parent
FLOORS = {
    "cjsite": (
        ("base", "text"),
        ("drawing", "model", "reporting"),
        ("analysis", "reading"),
        ("edition", "summaries", "theming"),
        ("pages", "authoring"),
        ("templating",),
        ("tasks",),
        ("build",),
        ("audit", "preview", "publish", "exchange", "poster"),
        ("cli",),
        ("__main__",),
    ),
    "cjsite.pages": (
        ("paging", "facts", "pictures", "downloads"),
        ("page", "search_list"),
        ("document", "not_found", "opportunities", "persona", "portfolio", "redirects", "reference", "insights"),
        ("personas", "department_further", "department_touchpoints", "department_views", "journey"),
        ("department", "journey_result", "search", "sitemap_xml", "tags"),
        ("departments",),
        ("sitemap",),
    ),
}
"""The rooms of a package from the lowest floor up; rooms of one floor do not know each other."""
MOST_ROOMS = 22
MOST_FLOORS = {"cjsite.pages": 7}
_LATER = ("audit", "authoring", "base", "cli", "exchange", "preview", "reading", "reporting", "text")
ANY_LOCAL = tuple(f"cjsite.{room}" for room in _LATER)
"""Rooms whose local names are not yet held to the rule for parameters."""
LONG: dict[str, str] = {}
"""Modules over 250 lines, each with its reason."""


def _modules() -> dict[str, Path]:
    names = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


MODULES = _modules()


@cache
def _nodes(name: str) -> tuple[ast.AST, ...]:
    """Return all that a module consists of; many tests ask, and to read a module takes longer than to ask."""
    return tuple(ast.walk(ast.parse(MODULES[name].read_text("utf-8"))))


def _imports(name: str) -> Iterator[str]:
    """Yield the project's modules that a module imports anywhere, functions and type checks included."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in _nodes(name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "cjsite")
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            if base.split(".")[0] == "cjsite":
                deeper = (f"{base}.{alias.name}" for alias in node.names)
                yield from (deep if deep in MODULES else base for deep in deeper)


def _room(module: str, package: str) -> str:
    """Return the part of a package that a module lies in, '' for the package itself or what lies outside."""
    inside = f"{module}.".removeprefix(f"{package}.") if f"{module}.".startswith(f"{package}.") else ""
    return inside.split(".")[0]


def _floor(package: str) -> dict[str, int]:
    return {room: number for number, rooms in enumerate(FLOORS[package]) for room in rooms}


@pytest.mark.parametrize("package", FLOORS)
def test_every_room_has_a_floor_and_every_floor_its_rooms(package: str) -> None:
    assert {_room(module, package) for module in MODULES} - {""} == _floor(package).keys()


@pytest.mark.parametrize("package", FLOORS)
def test_imports_go_down(package: str) -> None:
    floor = _floor(package)
    wrong = [
        f"{module} imports {imported}"
        for module in MODULES
        for imported in _imports(module)
        if (room := _room(module, package)) and (other := _room(imported, package))
        if room != other and floor[other] >= floor[room]
    ]
    assert wrong == []


def test_the_house_can_be_drawn_from_memory() -> None:
    assert len(_floor("cjsite")) <= MOST_ROOMS
    assert all(len(FLOORS[package]) <= most for package, most in MOST_FLOORS.items())


def test_no_two_public_classes_have_one_name() -> None:
    places: dict[str, list[str]] = {}
    for module in MODULES:
        for node in _nodes(module):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(module)
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_a_name_says_what_it_holds() -> None:
    wrong = [
        f"{module}:{node.lineno} {name}"
        for module in MODULES
        for function in _nodes(module)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.arg | ast.Name)
        if (name := node.arg if isinstance(node, ast.arg) else node.id)
        if name in ("found", "known", "told", "one")
        if isinstance(node, ast.arg) or not module.startswith(ANY_LOCAL)
    ]
    assert wrong == []


def test_no_import_circle() -> None:
    graph = {module: set(_imports(module)) - {module} for module in MODULES}
    assert list(graphlib.TopologicalSorter(graph).static_order())


def test_no_module_is_long_without_a_reason() -> None:
    long = {name for name, path in MODULES.items() if len(path.read_text("utf-8").splitlines()) > 250}
    assert long == LONG.keys(), "split it, or say in LONG why not; drop reasons that are no longer needed"


PURE = ("base.problem", "model", "text.prose", "analysis", "drawing", "summaries", "pages")
TOUCHING = {"pathlib", "os", "tempfile", "shutil", "subprocess", "socket"}


def test_only_reading_and_the_top_floors_touch_files() -> None:
    """Model, analysis, drawing, summaries and pages are pure: they get values and return values."""
    wrong = []
    for module in MODULES:
        if f"{module}.".startswith(tuple(f"cjsite.{room}." for room in PURE)):
            nodes = _nodes(module)
            names = {a.name.split(".")[0] for n in nodes if isinstance(n, ast.Import) for a in n.names}
            names |= {n.module.split(".")[0] for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
            wrong += [f"{module} imports {name}" for name in sorted(names & TOUCHING)]
    assert wrong == []

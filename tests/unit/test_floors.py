"""The plan of the house: a module imports only from floors below its own."""

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import cjsite

PACKAGE = Path(cjsite.__file__).parent
FLOORS = {
    "problem": -1, "frozen": -1, "memory": -1,
    "model": 0, "gathering": 0, "folder": 0, "wording": 0, "sarif": 0,
    "reading": 1, "prose": 1, "palette": 1, "report": 1, "clock": 1, "starter": 2,
    "analysis": 2, "drawing": 2, "schema": 2,
    "pages": 3, "theme": 3, "closure": 3, "bytecode": 3, "codegen": 3,
    "compiling": 4, "search": 4, "fragments": 4,
    "render": 5,
    "build": 6,
    "audit": 7, "preview": 7, "publish": 7, "exchange": 7, "progress": 7,
    "cli": 8, "__main__": 9,
}  # fmt: skip
LONG: dict[str, str] = {}
"""Modules over 250 lines, each with its reason."""


def _modules() -> dict[str, Path]:
    names = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


MODULES = _modules()


def _imports(name: str) -> Iterator[str]:
    """Yield the project's modules that a module imports anywhere, functions and type checks included."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
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


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_every_room_has_a_floor() -> None:
    assert {_room(module) for module in MODULES} - {""} <= FLOORS.keys()


def test_imports_go_down() -> None:
    wrong = [
        f"{module} imports {imported}"
        for module in MODULES
        for imported in _imports(module)
        if _room(module) != _room(imported)
        and _room(imported)  # the package itself holds only its version
        and FLOORS[_room(imported)] >= FLOORS[_room(module)]
    ]
    assert wrong == []


def test_no_import_circle() -> None:
    graph = {module: set(_imports(module)) - {module} for module in MODULES}
    assert list(graphlib.TopologicalSorter(graph).static_order())


def test_no_module_is_long_without_a_reason() -> None:
    long = {name for name, path in MODULES.items() if len(path.read_text("utf-8").splitlines()) > 250}
    assert long == LONG.keys(), "split it, or say in LONG why not; drop reasons that are no longer needed"


def test_only_reading_and_the_top_floors_touch_files() -> None:
    """Model, analysis, drawing and pages are pure: they get values and return values."""
    pure = {"model", "problem", "prose", "analysis", "drawing", "pages"}
    touching = {"pathlib", "os", "tempfile", "shutil", "subprocess", "socket"}
    wrong = []
    for module in MODULES:
        if _room(module) in pure:
            tree = ast.parse(MODULES[module].read_text("utf-8"))
            names = {a.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
            names |= {n.module.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
            wrong += [f"{module} imports {name}" for name in sorted(names & touching)]
    assert wrong == []

"""The theme's templates are for their readers: lines that fit, and nothing that is worked out in between.

djLint (see `pyproject.toml`) looks at the markup. Its linter has no rule for the length of lines: this holds it.
"""

import tomllib
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from tests.support.command import ROOT

TEMPLATES = ROOT / "themes" / "default" / "templates"
WIDEST = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["djlint"]["max_line_length"]
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)

every_template = pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.relative_to(TEMPLATES).as_posix()
)


@every_template
def test_no_line_is_too_wide(path: Path) -> None:
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    assert [(number, len(line)) for number, line in lines if len(line) > WIDEST] == []


@every_template
def test_nothing_is_computed(path: Path) -> None:
    """What is worked out is a value of the page, where a test can look at it."""
    tree = jinja2.Environment().parse(path.read_text("utf-8"))
    assert [(node.lineno, node.operator) for node in tree.find_all(ARITHMETIC)] == []

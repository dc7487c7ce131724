"""The document for theme makers: its theme works, its expressions give what they say, and all values are listed."""

import datetime
import re
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from jinja2 import nodes
from jinja2.filters import FILTERS

from cjsite.base.frozen import fields, is_value
from cjsite.build import Builder, Site
from cjsite.pages.page import Page
from docs.generate.markers import headings
from docs.generate.template_reference import page_kinds, values
from tests.support import examples
from tests.support.command import ROOT
from tests.support.files import write
from tests.support.page import TODAY

TEXT = (ROOT / "docs/templates.md").read_text("utf-8")
TRIALS = [pytest.param(trial, id=f"line {trial.line}") for trial in examples.trials(TEXT)]
JOURNEY = b"title: A ticket by phone\nstages: [{title: Call, steps: [{title: Finds it, emotion: 1}]}]\n"
FUNCTIONS = {"t", "sign", "fragment", "fragments", "drawings"}


@pytest.fixture(scope="module")
def site() -> Site:
    """The example site; its pages are values, not files."""
    return Builder(ROOT, TODAY).site()


def test_the_theme_that_is_shown_is_one(tmp_path: Path) -> None:
    assert examples.unexplained(TEXT) == []
    assert examples.problems(tmp_path, {**examples.site(TEXT), "journeys/ticket.yml": JOURNEY}) == ""
    made = Builder(tmp_path, TODAY).site()
    page, home = made["journeys/ticket.html"].decode(), made["index.html"].decode()
    assert '<p class="house-note">A ticket by phone has 1 touchpoints.</p>' in page
    assert "Crossings" in page
    assert '<ul class="house-index">\n<li>A ticket by phone</li>\n</ul>' in home
    assert any(b".house-note" in data for url, data in made.files.items() if url.endswith(".css"))


@pytest.mark.parametrize("trial", TRIALS)
def test_what_is_said_of_an_example_is_what_its_maker_reads(trial: examples.Trial, tmp_path: Path) -> None:
    assert examples.problems(tmp_path, trial.files) == trial.said.rstrip("\n")


def test_expressions_give_what_they_say(tmp_path: Path) -> None:
    shown = examples.expressions(TEXT)
    lines = "\n".join(expression for expression, _ in shown)
    write(tmp_path, {"content/site.yml": b"theme: tried", "themes/tried/theme.yml": b"title: Tried"})
    write(tmp_path / "themes/tried/templates", {"document.html": lines.encode()})
    made = Builder(tmp_path, TODAY).site()
    data = SimpleNamespace(day=datetime.date(2026, 9, 14), text="Late, *again*")
    page = Page("here.html", "document.html", "Here", made.pages["404.html"].make().frame, data)
    results = made.renderer.render(page).decode().replace("\N{NO-BREAK SPACE}", " ")
    assert results.splitlines() == [result for _, result in shown]
    assert len(shown) > 12


def test_every_filter_and_function_that_templates_use_is_explained(site: Site) -> None:
    trees = [jinja2.Environment().parse(text) for text in site.renderer.theme.templates.values()]
    filters = {node.name for tree in trees for node in tree.find_all(nodes.Filter)} - FILTERS.keys()
    tried = "".join(expression for expression, _ in examples.expressions(TEXT))
    assert {name for name in filters if f"|{name} " not in tried} == set()
    calls = (call.node for tree in trees for call in tree.find_all(nodes.Call))
    functions = FUNCTIONS & {name.name for name in calls if isinstance(name, nodes.Name)}
    assert functions == set(re.findall(r"^\*\*`(\w+)\(", TEXT, re.MULTILINE))


def test_the_blocks_of_every_page_are_listed(site: Site) -> None:
    base = jinja2.Environment().parse(site.renderer.theme.templates["base.html"])
    table = TEXT.partition("| Block | Where it stands |")[2].partition("\n\n")[0]
    assert re.findall(r"`(\w+)`", table) == [block.name for block in base.find_all(nodes.Block)]


def test_every_page_has_a_template_that_is_listed(site: Site) -> None:
    templates = site.renderer.theme.templates.items()
    own = {
        name for name, text in templates if re.match(r'({#.*#}\n{%- if .*\s+)?{%-? extends "base.html" %}', text)
    }
    kinds = {template for template, _ in page_kinds()}
    assert {name for name in own if not name.startswith("default/")} == kinds
    assert kinds <= set(headings(TEXT))


def test_every_field_that_a_page_holds_is_listed(site: Site) -> None:
    """By the values that pages really hold, and not by the types that the list was made from."""
    titles = values()
    sections = dict(re.findall(r"^### ([^\n]+)\n(.*?)(?=^#|\Z)", TEXT, re.MULTILINE | re.DOTALL))
    missing: set[str] = set()
    seen: dict[int, object] = {}
    waiting: list[object] = [draft.make().data for draft in site.pages.values()]
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen[id(value)] = value
        if is_value(value):
            section = sections.get(titles.get(type(value), ""), "")
            names = [*fields(value)]
            missing.update(f"{type(value).__name__}.{name}" for name in names if f"| `{name}` |" not in section)
            waiting += [getattr(value, name) for name in names]
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, tuple | list):
            waiting += value
    assert missing == set()
    assert len(titles) > 100

"""Which templates a page is made with."""

import jinja2
import pytest
from jinja2 import meta, nodes

from cjsite.templating.dependencies import closure
from tests.support.command import ROOT

TEMPLATES = ROOT / "themes" / "default" / "templates"
OTHERS = {"a.html": "a", "b.html": "{% include 'a.html' %}", "c.html": "c", "d/e.html": "e"}


def _closure(text: str) -> set[str]:
    return set(closure("page.html", {"page.html": text, **OTHERS})) - {"page.html"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It doesn't name 'a.html', nor \"c.html\".", set()),
        ("{% extends 'c.html' %}", {"c.html"}),
        ('{%- include "b.html" ignore missing without context -%}', {"a.html", "b.html"}),
        ("{% include ['x.html', 'c.html'] %}", {"c.html"}),
        ("{% include ('c.html') %}{% include ['a.html',] ignore missing %}", {"a.html", "c.html"}),
        (
            "{% from 'a.html' import one, two as three with context %}{% import 'c.html' as c %}",
            {"a.html", "c.html"},
        ),
        ("{{ fragment('d/e.html', page, {'a': 'c.html'}, 'a') }}", {"d/e.html"}),
        ("{{ fragments( \"c.html\" , page, rows, 'id') }}", {"c.html"}),
    ],
)
def test_what_a_template_names_belongs_to_it(text: str, named: set[str]) -> None:
    assert _closure(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "{% include page.template %}",
        "{% include 'd/' ~ name %}",
        "{% extends 'a.html' if wide else 'b.html' %}",
        "{% from layout import one %}",
        "{{ fragment('d/' ~ name, page, 1, 'a') }}",
        "{{ fragments(name, page, rows, 'id') }}",
        "{% include 'a.' 'html' %}",
        "{% include 'a\\x2ehtml' %}",
        "{% include '%s.html' % 'a' %}",
        "{% set ignore = 'a.html' %}{% include ignore %}",
        "{% set part = fragment %}{{ part('a.html', page, 1, 'a') }}",
        "{{ fragment('a\\x2ehtml', page, 1, 'a') }}",
    ],
)
def test_a_name_that_is_worked_out_may_be_any(text: str) -> None:
    assert _closure(text) == OTHERS.keys()


def test_jinja_finds_the_same_in_the_default_theme() -> None:
    texts = {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")}
    environment = jinja2.Environment()
    for name, text in texts.items():
        parsed = environment.parse(text)
        direct = {found for found in meta.find_referenced_templates(parsed) if found}
        for call in parsed.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("fragment", "fragments"):
                assert isinstance(call.args[0], nodes.Const)
                direct.add(call.args[0].value)
        alone = {name: text, **{other: "" for other in texts if other != name}}
        assert set(closure(name, alone)) == {name, *direct}

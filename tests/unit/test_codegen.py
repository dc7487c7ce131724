"""Templates compiled our way say what plain Jinja would, and the names of Jinja that this leans on are there."""

import inspect
from functools import cache

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import compiler, nodes, runtime
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Template
from jinja2.runtime import Context
from markupsafe import Markup

from cjsite.templating.codegen import QuickEnvironment, ThemeEnvironment

QUICK = QuickEnvironment(autoescape=True)
EXACT = ThemeEnvironment(autoescape=True)
PLAIN = jinja2.Environment(autoescape=True)

METHODS = {
    (CodeGenerator, "_output_child_pre"): ["node", "frame", "finalize"],
    (CodeGenerator, "dump_local_context"): ["frame"],
    (CodeGenerator, "signature"): ["node", "frame", "extra_kwargs"],
    (CodeGenerator, "simple_write"): ["s", "frame", "node"],
    (CodeGenerator, "visit_Call"): ["node", "frame", "forward_caller"],
    (CodeGenerator, "visit_Getattr"): ["node", "frame"],
    (CodeGenerator, "visit_Include"): ["node", "frame"],
    (CodeGenerator, "write"): ["x"],
    (CodeGenerator, "write_commons"): [],
    (CodeGenerator, "writeline"): ["x", "node", "extra"],
    (Context, "get_all"): [],
    (Template, "new_context"): ["vars", "shared", "locals"],
    (jinja2.Environment, "handle_exception"): ["source"],
    (jinja2.Environment, "make_globals"): ["d"],
}
"""What we call, or put ours in the place of, and with which arguments."""


@pytest.mark.parametrize(("owner", "name"), METHODS, ids=lambda part: getattr(part, "__name__", part))
def test_jinja_still_has_the_methods_that_our_code_generator_leans_on(owner: type, name: str) -> None:
    method = getattr(owner, name, None)
    assert method, f"Jinja {jinja2.__version__} has no {owner.__name__}.{name} any more: see cjsite/codegen.py"
    takes = [*inspect.signature(method).parameters][1:]
    assert takes == METHODS[owner, name], f"{owner.__name__}.{name} takes other arguments: see cjsite/codegen.py"


def test_jinja_still_keeps_what_our_code_generator_reads() -> None:
    template = PLAIN.from_string("{% macro say(x, y) %}{{ x.y(1) }}{% endmacro %}")
    macro = template.module.say  # type: ignore[attr-defined]
    parsed = PLAIN.parse("{{ x.y(1) }}{% include 'a' %}")
    writes = CodeGenerator(PLAIN, "page", "page.html")
    owners = {
        compiler: ["optimizeconst"],
        CodeGenerator: ["_FinalizeInfo"],
        CodeGenerator._FinalizeInfo(None, None): ["src"],
        Frame(nodes.EvalContext(PLAIN)): ["eval_ctx"],
        nodes.EvalContext(PLAIN): ["autoescape", "volatile"],
        next(parsed.find_all(nodes.Call)): ["node"],
        next(parsed.find_all(nodes.Getattr)): ["node", "attr"],
        next(parsed.find_all(nodes.Include)): ["template", "ignore_missing", "with_context"],
        writes: ["stream", "name", "environment"],
        macro: ["_func", "_argument_count", "_default_autoescape", "catch_kwargs", "catch_varargs", "caller"],
        template: ["root_render_func"],
        PLAIN: ["concat", "code_generator_class"],
        runtime: ["missing", "Macro"],
    }
    gone = [f"{owner!r}.{name}" for owner, names in owners.items() for name in names if not hasattr(owner, name)]
    assert not gone, f"Jinja {jinja2.__version__} does not have what cjsite/codegen.py leans on: {gone}"


def test_jinja_writes_into_its_code_the_names_that_ours_take_the_place_of() -> None:
    text = "{% macro say(x) %}{{ x }}{% endmacro %}{{ say(a) }}{% include 'b' %}"
    for environment in (PLAIN, QUICK):
        code = environment.compile(text, raw=True)
        assert "concat = environment.concat" in code, "includes are joined by it: see cjsite/codegen.py"
        assert "= Macro(environment, macro, " in code, "our Macro takes its place: see cjsite/codegen.py"
    assert "escaped(" in QUICK.compile(text, raw=True)


_VALUES = st.one_of(
    st.sampled_from(["<b>", "plain & simple", "x" * 60 + "<i>", Markup("<b>"), 7, -3, 0.5, True, None]),
    st.text(max_size=60),
)


@pytest.mark.parametrize("ours", [QUICK, EXACT], ids=["quick", "exact"])
@pytest.mark.parametrize(
    "text",
    [
        "{{ a ~ b }}",
        "{{ (a ~ b) ~ '<i>' }}{% set both = a ~ '-' ~ b %}{{ both }}{{ both|length }}",
        "{% macro say(x, y='<y>', z=a) %}{{ x }}{{ y }}{{ z }}{% endmacro %}"
        "{{ say(a) }}{{ say(a, b) }}{{ say(a, y=b) }}{{ say(z=a, x=b) }}{{ say(a, b, 1) }}{{ say(a) ~ b }}",
        "{% macro each() %}{{ varargs|length }}{{ kwargs|length }}{{ caller() if caller is defined }}{% endmacro %}"
        "{{ each(a, b) }}{{ each(a, n=b) }}{% call each(b) %}{{ a }}{% endcall %}",
        "{% macro frame(x) %}<p>{{ x }}{{ caller(x) }}</p>{% endmacro %}"
        "{% call(y) frame(a) %}{{ y }}{{ b }}{% endcall %}",
        "{% macro lacks(x, y) %}{{ x }}{{ y is defined }}{% endmacro %}{{ lacks(a) }}{{ lacks(a, b) }}",
        "{% autoescape false %}{% macro raw(x) %}{{ x }}{% endmacro %}{{ raw(a) }}{{ a ~ b }}{% endautoescape %}",
        "{{ [a, b][1] }}{{ {'k': a}['k'] }}{{ [a, b][:1]|first }}{{ '%s %s'|format(a, b) }}",
        "{{ dict(class=a)['class'] }}{{ range(3)|list|length }}{{ [a, b]|map('string')|map('length')|sum }}",
        '{% set word %}{{ a }}{% endset %}<p title="{{ word }}">{{ word|safe }}</p>{{ a.__class__.__name__ }}',
        "<i>{{ a }}</i>{{ {'a': a}['a'] }}{% filter lower %}{{ a }}{% endfilter %}",
    ],
)
@given(a=_VALUES, b=_VALUES)
def test_values_of_all_kinds_are_written_as_jinja_writes_them(
    ours: jinja2.Environment, text: str, a: object, b: object
) -> None:
    assert _compiled(ours, text).render(a=a, b=b) == _compiled(PLAIN, text).render(a=a, b=b)


@cache
def _compiled(environment: jinja2.Environment, text: str) -> Template:
    """Return a template; to compile it takes longer than to render it many times."""
    return environment.from_string(text)


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.floats(), st.none(), st.booleans()))
def test_values_are_escaped_as_ever(value: object) -> None:
    text = "<i>{{ value }}</i>"
    assert _compiled(QUICK, text).render(value=value) == _compiled(PLAIN, text).render(value=value)


def test_a_text_and_the_same_text_as_html_are_told_apart() -> None:
    template = QUICK.from_string("{{ value }}")
    assert template.render(value="<b>") == "&lt;b&gt;"
    assert template.render(value=Markup("<b>")) == "<b>"


@pytest.mark.parametrize("text", ["{{ part.name }}", "{{ part.items }}{{ part['items'] }}", "{{ part.class }}"])
def test_items_are_found_where_attributes_are_asked_for(text: str) -> None:
    """Plain Jinja allows for it; the quick code says that it cannot, and the exact code stands in for it."""
    part = {"name": "<b>", "items": "mine", "class": "x"}
    assert EXACT.from_string(text).render(part=part) == PLAIN.from_string(text).render(part=part)


def test_the_quick_code_says_what_it_cannot_serve() -> None:
    with pytest.raises(AttributeError):
        QUICK.from_string("{{ part.name }}").render(part={"name": "x"})


@pytest.mark.parametrize("call", ["say(1, 2, 3)", "say(1, z=2)", "say(1, x=2)", "say()"])
def test_macros_refuse_what_they_do_not_take(call: str) -> None:
    text = "{% macro say(x, y=2) %}{{ x.real }}{{ y }}{% endmacro %}{{ " + call + " }}"
    for environment in (QUICK, PLAIN):
        strict = environment.overlay(undefined=jinja2.StrictUndefined)
        with pytest.raises((TypeError, jinja2.UndefinedError)):
            strict.from_string(text).render()


TEXTS = {
    "page": "{% extends 'base' %}{% block main %}{% for n in range(2) %}{% include 'part' %}{% endfor %}"
    "{% macro of(x) %}[{% include 'part' %}]{% endmacro %}{{ of('<x>') }}{% include ['no', 'part'] %}"
    "{% include 'no' ignore missing %}{% include 'alone' without context %}{% endblock %}",
    "base": "<main>{% block main %}{% endblock %}</main>",
    "part": "{{ n }}{{ x }}{{ a }}{% set n = 9 %}{{ n }}",
    "alone": "{{ a is defined }}",
    "importing": "{% from 'marks' import mark %}{% import 'marks' as m %}{{ mark(a) }}{{ mark(n, tail=x) }}"
    "{{ mark([a, n]) }}{{ m.mark.name }}{{ m.mark }}{{ m.turn() }}{{ m.turn() }}",
    "marks": "{% macro mark(x, tail='.') %}{{ x }}{{ tail }}{% endmacro %}"
    "{% set way = cycler('odd', 'even') %}{% macro turn() %}{{ way.next() }}{% endmacro %}",
}


@pytest.mark.parametrize("name", ["page", "importing"])
@pytest.mark.parametrize("ours", [QuickEnvironment, ThemeEnvironment])
def test_templates_extend_include_and_import_as_ever(ours: type[jinja2.Environment], name: str) -> None:
    values = {"a": "<a>", "n": 5, "x": "y"}
    said = [
        kind(autoescape=True, loader=jinja2.DictLoader(TEXTS)).get_template(name).render(values)
        for kind in (ours, jinja2.Environment)
    ]
    assert said[0] == said[1]

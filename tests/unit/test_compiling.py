"""Templates compiled our way say what plain Jinja would."""

from pathlib import Path
from unittest.mock import patch

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from cjsite.templating.environment import Environment
from cjsite.text.wording import Wording, Words

WORDS: Words = {"hi": "Fish & <chips>", "n": {"one": "{n} fish", "other": "{n} fishes"}, "to": "To {name}"}
ENGLISH = Wording("en", WORDS)
GERMAN = Wording("de", {**WORDS, "hi": "Fisch"})


def _ours(text: str, wording: Wording = ENGLISH, *, exact: bool = False) -> jinja2.Template:
    environment = Environment(lambda name: (text, f"{name}.html", None), wording, exact=exact)
    environment.globals["t"] = wording
    return environment.get_template("page")


def _plain(text: str) -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True)
    environment.globals["t"] = ENGLISH
    return environment.from_string(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ t('hi') }}",
        "{{ t( 'hi' ) ~ '!' }}",
        "{{ t('hi')|upper }} {{ t('hi').split(' ')[0] }}",
        "{{ t('n', n=2) }} {{ t('to', name='<b>') }}",
        "{{ t('h' ~ 'i') }}",
        "{% set word = t('hi') %}<p title=\"{{ word }}\">{{ word|safe }}</p>",
        "{% macro say(x) %}<b>{{ x }}</b>{% endmacro %}{{ say(t('hi')) }}",
        "{{ [t('hi'), t('n', n=1)]|join(', ') }}",
    ],
)
def test_words_stand_where_they_are_asked_for(text: str) -> None:
    assert _ours(text).render() == _plain(text).render()


@pytest.mark.parametrize("text", ["{{ part.name }}", "{{ part.items }}{{ part['items'] }}", "{{ part.class }}"])
def test_items_are_found_where_attributes_are_asked_for(text: str) -> None:
    """Plain Jinja allows for it; the quick code says that it cannot, and the exact code stands in for it."""
    part = {"name": "<b>", "items": "mine", "class": "x"}
    assert _ours(text, exact=True).render(part=part) == _plain(text).render(part=part)


def test_the_quick_code_says_what_it_cannot_serve() -> None:
    with pytest.raises(AttributeError):
        _ours("{{ part.name }}").render(part={"name": "x"})


_VALUES = st.one_of(
    st.sampled_from(["<b>", "plain & simple", "x" * 60 + "<i>", Markup("<b>"), 7, -3, 0.5, True, None]),
    st.text(max_size=60),
)


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
    ],
)
@given(a=_VALUES, b=_VALUES)
def test_values_of_all_kinds_are_written_as_jinja_writes_them(text: str, a: object, b: object) -> None:
    assert _ours(text).render(a=a, b=b) == _plain(text).render(a=a, b=b)


@pytest.mark.parametrize("call", ["say(1, 2, 3)", "say(1, z=2)", "say(1, x=2)", "say()"])
def test_macros_refuse_what_they_do_not_take(call: str) -> None:
    text = "{% macro say(x, y=2) %}{{ x.real }}{{ y }}{% endmacro %}{{ " + call + " }}"
    for template in (_ours(text), _plain(text)):
        with pytest.raises((TypeError, jinja2.UndefinedError)):
            template.render()


def test_templates_include_others_with_what_is_set_there() -> None:
    texts = {
        "page": "{% extends 'base' %}{% block main %}{% for n in range(2) %}{% include 'part' %}{% endfor %}"
        "{% macro of(x) %}[{% include 'part' %}]{% endmacro %}{{ of('<x>') }}{% include ['no', 'part'] %}"
        "{% include 'no' ignore missing %}{% include 'alone' without context %}{% endblock %}",
        "base": "<main>{% block main %}{% endblock %}</main>",
        "part": "{{ n }}{{ x }}{{ a }}{% set n = 9 %}{{ n }}",
        "alone": "{{ a is defined }}",
    }
    known = {name: (text, name, None) for name, text in texts.items()}
    ours = Environment(known.get, ENGLISH, exact=False).get_template("page")
    plain = jinja2.Environment(autoescape=True, loader=jinja2.DictLoader(texts)).get_template("page")
    values = {"a": "<a>", "n": 5, "x": "y"}
    assert ours.render(values) == plain.render(values)


def test_macros_that_others_import_tell_values_of_different_kinds_apart() -> None:
    texts = {
        "page": "{% from 'marks' import mark %}{{ mark(a) }}{{ mark(b) }}{{ mark(a, tail=b) }}{{ mark([a, b]) }}",
        "marks": "{% macro mark(x, tail='.') %}{{ x }}{{ tail }}{% endmacro %}",
    }
    ours = Environment(lambda name: (texts[name], name, None), ENGLISH, exact=False).get_template("page")
    plain = jinja2.Environment(autoescape=True, loader=jinja2.DictLoader(texts)).get_template("page")
    for a, b in [(1, True), (True, 1), ("<b>", Markup("<b>")), (Markup("<b>"), "<b>"), (0, False), (None, "None")]:
        assert ours.render(a=a, b=b) == plain.render(a=a, b=b)


def test_macros_that_count_are_asked_each_time() -> None:
    texts = {
        "page": "{% from 'marks' import mark, turn %}{{ mark('x') }}{{ mark('x') }} {{ turn() }}{{ turn() }}",
        "marks": "{% set seen = namespace(n=0) %}{% macro mark(x) %}{% set seen.n = seen.n + 1 %}{{ seen.n }}"
        "{% endmacro %}{% set way = cycler('odd', 'even') %}{% macro turn() %}{{ way.next() }}{% endmacro %}",
    }
    texts["by-way"] = "{% from 'way' import turned %}{{ turned() }}{{ turned() }}"
    texts["way"] = "{% from 'marks' import turn %}{% macro turned() %}{{ turn() }}{% endmacro %}"
    ours = Environment(lambda name: (texts[name], name, None), ENGLISH, exact=False)
    assert ours.get_template("page").render() == "12 oddeven"
    assert ours.get_template("by-way").render() == "oddeven"


def test_macros_tell_what_they_are() -> None:
    texts = {
        "page": "{% import 'm' as m %}{% macro b() %}{% endmacro %}{{ m.a.name }}{{ m.a }}{{ b }}{{ m.a('x') }}",
        "m": "{% macro a(x) %}{{ x }}{% endmacro %}",
    }
    ours = Environment(lambda name: (texts[name], name, None), ENGLISH, exact=False).get_template("page")
    plain = jinja2.Environment(autoescape=True, loader=jinja2.DictLoader(texts)).get_template("page")
    assert ours.render() == plain.render() == "a&lt;Macro &#39;a&#39;&gt;&lt;Macro &#39;b&#39;&gt;x"


def test_kept_code_is_of_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for wording in (ENGLISH, Wording("de", WORDS), ENGLISH):
        environment = Environment(lambda name: ("{{ 1.5|number }}", name, None), wording, exact=False)
        environment.filters["number"] = wording.number
        assert environment.get_template("page").render() == wording.number(1.5)


def test_a_key_without_words_fails_where_it_is_shown() -> None:
    with pytest.raises(KeyError):
        _ours("{{ t('nothing') }}").render()


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.floats(), st.none(), st.booleans()))
def test_values_are_escaped_as_ever(value: object) -> None:
    text = "<i>{{ value }}</i>{{ {'a': value}['a'] }}{% filter lower %}{{ value }}{% endfilter %}"
    assert _ours(text).render(value=value) == _plain(text).render(value=value)


def test_a_text_and_the_same_text_as_html_are_told_apart() -> None:
    template = _ours("{{ value }}")
    assert template.render(value="<b>") == "&lt;b&gt;"
    assert template.render(value=Markup("<b>")) == "<b>"


def test_compiled_templates_are_kept_by_their_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    other = Wording("en", {**WORDS, "hi": "Fishes"})
    said = [_ours("{{ t('hi') }}", wording).render() for wording in (ENGLISH, GERMAN, other, GERMAN)]
    assert said == ["Fish &amp; &lt;chips&gt;", "Fisch", "Fishes", "Fisch"]
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) == 2, "each language has its own, and what is out of date is replaced"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{{ t('hi') }}", "hi"),
        ("Don't (\"{{ t('hi') }}\")", "hi"),
        ('{{ t("What\'s up") }}', "What's up"),
        ("{{ t (\n'h\\x69' ) }}", "hi"),
        ("{{ 60|duration }}", "hours"),
    ],
)
def test_only_words_that_a_template_shows_make_its_code_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, key: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    words: Words = {**WORDS, "hours": "{n} h", "What's up": "Up"}
    with patch.object(jinja2.Environment, "compile", autospec=True, side_effect=jinja2.Environment.compile) as made:
        said, compiled = [], []
        for changed in ({}, {"to": "Towards"}, {key: "Another"}):
            wording = Wording("en", {**words, **changed})
            environment = Environment(lambda name: (text, f"{name}.html", None), wording, exact=False)
            environment.filters["duration"] = wording.duration
            said.append(environment.get_template("page").render())
            compiled.append(made.call_count)
    assert said[0] == said[1] != said[2]
    assert "Another" in said[2]
    assert compiled[0] < compiled[2]
    if "\\" not in text:
        assert compiled[0] == compiled[1] < compiled[2]


def test_a_folder_that_cannot_be_kept_safe_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there"))
    assert _ours("{{ t('hi') }}", GERMAN).render() == "Fisch"


def test_indentation_is_for_those_who_read_a_template() -> None:
    text = "<ul>\n  {% for x in xs %}\n    <li>{{ x }}</li>{# #}\n\t<li>-</li>\n  {% endfor %}\n</ul>"
    assert _ours(text).render(xs=["  a\n  b"]) == "<ul>\n<li>  a\n  b</li><li>-</li>\n</ul>"

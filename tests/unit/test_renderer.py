"""Templates get a page's values, whether quick code serves them or only Jinja's own."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.base.problem import Broken
from cjsite.build import Builder
from cjsite.pages.page import Page, SiteFrame
from cjsite.summaries.links import Link
from cjsite.templating.renderer import Renderer
from cjsite.text.wording import Wording
from cjsite.theming.bundles import Assets, PageAssets
from cjsite.theming.layers import Theme
from tests.support.command import ROOT
from tests.support.page import TODAY

FRAME = SiteFrame("Site", "", "en", "ltr", (), "", "")


def _renderer(**templates: str) -> Renderer:
    texts = {f"{name}.html": text for name, text in templates.items()}
    origins = {name: f"themes/house/{name}" for name in texts}
    nothing = Assets("", "", "", "")
    return Renderer(Theme(texts, origins, {}, PageAssets(nothing, nothing), {}), Wording("en", {}))


def _page(data: object) -> Page:
    return Page("here.html", "page.html", "Here", FRAME, data)


def test_the_default_theme_is_quick() -> None:
    site = Builder(ROOT, TODAY).site()
    assert all(site[url] for url in site)
    assert not site.renderer.inexact


def test_a_theme_may_write_items_as_attributes() -> None:
    renderer = _renderer(page="{{ page.title }}: {{ data.one }}{{ data.two is defined }}")
    assert renderer.render(_page({"one": 1})) == b"Here: 1False"
    assert renderer.inexact == {"page.html"}
    assert renderer.render(_page({"one": 2, "two": 3})) == b"Here: 2True"


def test_a_theme_may_write_attributes_as_items() -> None:
    renderer = _renderer(page="{{ page['title'] }}: {{ data['one'] }}{{ data['two'] is defined }}")
    assert renderer.render(_page({"one": 1})) == b"Here: 1False"
    assert not renderer.inexact


def test_a_fragment_sees_the_items_of_a_dict_or_else_its_value() -> None:
    renderer = _renderer(
        page="{{ fragment('part.html', page, {'word': data}, 'a') }}{{ fragment('whole.html', page, data, 'b') }}",
        part="{{ word }}{{ data is defined }}",
        whole="{{ data }}{{ root }}",
    )
    assert renderer.render(_page("<b>")) == b"&lt;b&gt;False&lt;b&gt;"


@pytest.mark.parametrize("text", ["{{ data.nothing }}", "{{ data.nothing.more }}", "{{ nothing.more }}"])
def test_what_is_not_there_is_a_problem_with_a_place(text: str) -> None:
    with pytest.raises(Broken) as found:
        _renderer(page="\n" + text).render(_page("words"))
    assert [(str(p.place.path), p.place.line) for p in found.value.problems] == [("themes/house/page.html", 2)]


NESTED = "{% if n %}{{ fragment('part.html', page, {'page': page, 'n': n - 1}, n ~ '') }}{% endif %}"


def test_fragments_stand_where_templates_ask_for_them_within_others_and_after_failures() -> None:
    renderer = _renderer(
        page="<ul>{% for n in data %}{{ fragment('part.html', page, {'page': page, 'n': n}, loop.index ~ '-') }}"
        "{% endfor %}</ul>",
        part="<li>{{ n }}" + NESTED + "</li>",
    )
    with pytest.raises(Broken):
        renderer.render(_page((1, "x")))
    assert renderer.render(_page((1, 0, 1))) == b"<ul><li>1<li>0</li></li><li>0</li><li>1<li>0</li></li></ul>"


def test_the_drawings_of_a_page_are_those_of_its_fragments_too() -> None:
    renderer = _renderer(
        page="{% macro sprite(used) %}{{ used|sort|join(' ') }}{% endmacro %}{{ drawings(sprite) }}"
        "<svg>{{ fragment('part.html', page, {'page': page, 'n': 2}, '') }}<use href=\"#i-own\"/>",
        part='<use href="#i-n{{ n }}"/>' + NESTED,
    )
    for _ in range(2):  # the second time all fragments are there already
        assert renderer.render(_page(None)).startswith(b"n0 n1 n2 own<svg>")


def test_a_macro_that_cannot_draw_is_a_problem_with_a_place() -> None:
    text = "{% macro sprite(used) %}\n{{ used.nothing.more }}{% endmacro %}\n{{ drawings(sprite) }}"
    with pytest.raises(Broken) as found:
        _renderer(page=text).render(_page("words"))
    assert [(str(p.place.path), p.place.line) for p in found.value.problems] == [("themes/house/page.html", 2)]


def test_a_macro_that_only_jinja_can_serve_draws_all_the_same() -> None:
    text = (
        "{% macro sprite(used) %}{{ {'box': 1}.box }}{% for n in used %}{{ n }}{{ loop.zz is defined }}{% endfor %}"
    )
    text += '{% endmacro %}{{ drawings(sprite) }}<use href="#i-a"/>'
    for page in (text, text + "{{ data.k }}"):  # the second asks for drawings by quick code that then fails
        renderer = _renderer(page=page)
        for _ in range(2):
            assert renderer.render(_page({"k": 1})).startswith(b'1aFalse<use href="#i-a"/>')
        assert renderer.inexact == {"page.html"}


def test_a_macro_that_draws_may_put_in_fragments() -> None:
    renderer = _renderer(
        page="{% macro sprite(used) %}<{{ fragment('part.html', page, 5, 'k') }}>{% endmacro %}"
        "{{ drawings(sprite) }}",
        part="{{ data }}",
    )
    assert renderer.render(_page(None)) == b"<5>"


@pytest.mark.parametrize(
    "text",
    [
        "{{ drawings(nothing) }}",
        "{{ drawings('words') }}",
        "{% macro m(used) %}{% endmacro %}{{ fragment('page.html', page, {'x': drawings(m)}, 'k') }}",
    ],
)
def test_drawings_that_cannot_be_are_a_problem_with_a_place(text: str) -> None:
    with pytest.raises(Broken) as found:
        _renderer(page="\n" + text).render(_page("words"))
    assert [(str(p.place.path), p.place.line) for p in found.value.problems] == [("themes/house/page.html", 2)]


@pytest.mark.parametrize(("value", "shown"), [("{'name': inner, 'root': 1}", "name"), ("inner", "data")])
def test_a_fragment_within_another_is_seen_when_it_changes(value: str, shown: str) -> None:
    renderer = _renderer(
        page="{% set inner %}{{ fragment('in.html', page, data, 'a') }}{% endset %}"
        "{{ fragment('out.html', page, " + value + ", 'b') }}",
        **{"in": "[{{ data }}]", "out": "<{{ " + shown + " }}>"},
    )
    assert renderer.render(_page("one")) == b"<[one]>"
    assert renderer.render(_page("two")) == b"<[two]>"


def test_what_a_page_does_not_show_any_more_is_forgotten() -> None:
    renderer = _renderer(page="{{ fragments('part.html', page, data, 'title') }}", part="{{ data.title }}")
    for turn in range(3):
        renderer.render(_page([Link(f"{turn}a"), Link(f"{turn}b")]))
    (made_of,) = renderer._fragments_of.values()
    assert [list(rows.by_key) for rows in made_of.lists.values()] == [["2a", "2b"]]
    renderer.keep(())
    assert not renderer._fragments_of


@given(st.lists(st.lists(st.tuples(st.integers(0, 30), st.booleans())), max_size=4))
def test_a_list_that_changes_reads_as_one_that_is_new(lists: list[list[tuple[int, bool]]]) -> None:
    """Keys may come twice: things of one title are two rows."""
    sources = {
        "page": "{{ fragments('part.html', page, data, 'title') }}",
        "part": '{{ data.title }}<use href="#i-{{ data.url }}"/>',
    }
    renderer = _renderer(**sources)
    for rows in lists:
        links = [Link(f"{name}", "on" if changed else "off") for name, changed in rows]
        expected = b"\n".join(f'{link.title}<use href="#i-{link.url}"/>'.encode() for link in links)
        assert renderer.render(_page(links)) == expected


def test_a_changed_row_of_a_list_is_the_only_one_made_anew() -> None:
    renderer = _renderer(
        page="{{ fragments('part.html', page, data, 'title') }}", part="{{ data.title }}{{ data.url }}"
    )
    rows = [Link(f"{n}", "old") for n in range(9)]
    renderer.render(_page(rows))
    rows[4] = Link("4", "new")
    with patch.object(renderer, "_served", wraps=renderer._served) as made:
        renderer.render(_page(rows))
        assert [call.args[0] for call in made.call_args_list] == ["page.html", "part.html"]
        renderer.render(_page(rows[1:]))
        assert [call.args[0] for call in made.call_args_list[2:]] == ["page.html"]

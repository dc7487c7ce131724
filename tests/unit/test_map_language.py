"""A map in another language than the site: its page says so, and nothing in it turns anything round."""

import re

import pytest

from cjsite.base.problem import Broken
from cjsite.model.content import Content
from tests.support.content import content
from tests.support.html import Document, Element
from tests.support.page import document, html

ARABIC = """
-- site.yml --
title: خطوط
organisation: الشركة
-- departments.yml --
desk: مكتب الحجز
-- personas/huda.md --
---
title: هدى
---
-- journeys/a.yml --
title: تذكرة بالهاتف
language: LANGUAGE
owner: desk
persona: huda
reviewed_on: 2026-09-14
stages:
- title: اتصال
  steps:
  - {title: تنتظر الرد, id: waits, emotion: -1.5, wait: 25m, channel: phone, department: desk,
     pain_points: {text: لا أحد, severity: 5}, handoff: {to: desk, wait: 2d, carries: الرقم}}
  - {title: تحجز, emotion: {value: 1, words: [راضية]}}
-- channels.yml --
phone: هاتف
"""


def _arabic(language: str = "ar") -> Content:
    return content(ARABIC.replace("LANGUAGE", language))


def _article(shown: Document) -> Element:
    return next(element for element in shown.elements if element.attributes.get("id") == "journey")


def _saying(shown: Document, text: str) -> list[Element]:
    return [element for element in shown.elements if element.tag == "bdi" and element.text == text]


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he", "rtl"), ("de", "ltr"), ("pt-BR", "ltr"), ("en", "ltr")]
)
@pytest.mark.parametrize("url", ["journeys/a.html", "walk/a.html"])
def test_its_pages_say_its_language_and_direction(language: str, direction: str, url: str) -> None:
    shown = document(_arabic(language), url)
    written = [e for e in shown.elements if e.attributes.get("lang") == language and "dir" in e.attributes]
    assert {e.attributes["dir"] for e in written if e.tag == "div"} == {direction}
    page = next(e for e in shown.elements if e.tag == "html")
    assert page.attributes["lang"] == "en" and page.attributes["dir"] == "ltr"


def test_a_map_that_names_no_language_has_that_of_the_site() -> None:
    shown = document(content("-- journeys/a.yml --\ntitle: A\nstages: [{title: S, steps: [One]}]\n"))
    assert not {"lang", "dir"} & _article(shown).attributes.keys()
    assert "<bdi" not in shown.source and "\u2069" not in shown.source


@pytest.mark.parametrize("language", ["german", "DE", "d", "12", "de_AT"])
def test_what_is_no_language_is_a_problem(language: str) -> None:
    with pytest.raises(Broken) as broken:
        _arabic(language)
    assert f"'{language}' is not a language; write " in str(broken.value.problems[0])


def test_words_of_ours_say_that_they_are_in_the_language_of_the_site() -> None:
    shown = document(_arabic())
    for ours in ("Touchpoint", "Pain points", "25 min waiting", "2 touchpoints"):
        assert all(element.attributes.get("lang") == "en" for element in _saying(shown, ours))
    assert _saying(shown, "Touchpoint") and _saying(shown, "25 min waiting")


@pytest.mark.parametrize("number", ["+1.0", "−1.5"])
def test_a_number_keeps_its_sign_in_front(number: str) -> None:
    source = html(_arabic())
    assert f"<bdi>{number}</bdi>" in source
    # In one run of text no letter from right to left stands before it.
    assert not re.search(rf"[\u0600-\u06ff][^<\u2066-\u2069]*{re.escape(number)}", source)


@pytest.mark.parametrize("url", ["index.html", "journeys/a.html", "insights/index.html"])
def test_the_foot_sets_the_site_and_its_owner_apart(url: str) -> None:
    foot = html(_arabic(), url).partition('<footer class="foot">')[2]
    assert "<bdi>خطوط</bdi>, <bdi>الشركة</bdi>. Built 21 Nov 2026" in foot


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("findings/a.html", "Nobody answers the very bad feeling at “<bdi>تنتظر الرد</bdi>”"),
        ("index.html", "Owner: <bdi>مكتب الحجز</bdi>"),
        ("walk/a.html", '<bdi lang="en"><bdi>تذكرة بالهاتف</bdi>: in the customer’s shoes</bdi>'),
    ],
)
def test_sentences_set_the_author_s_texts_apart_on_every_page(url: str, sentence: str) -> None:
    assert sentence in html(_arabic(), url)


def test_no_text_of_the_author_is_lost_or_changed() -> None:
    shown = document(_arabic()).text
    for text in ("تذكرة بالهاتف", "مكتب الحجز", "هدى", "اتصال", "تنتظر الرد", "لا أحد", "الرقم", "تحجز", "راضية"):
        assert text in shown


def test_titles_and_labels_hold_no_elements() -> None:
    for url in ("journeys/a.html", "index.html", "walk/a.html", "departments/desk.html"):
        shown = document(_arabic(), url)
        values = [value for element in shown.elements for value in element.attributes.values()]
        assert not [value for value in values if "<bdi" in value or "bdi>" in value]
        assert "bdi" not in shown.source.partition("<title>")[2].partition("</title>")[0]


WORDS = """
-- site.yml --
language: SITE
-- journeys/a.yml --
title: A
stages: [{title: S, steps: [{emotion: cool}]}]
"""


@pytest.mark.parametrize(
    ("site", "own", "value"),
    [("en", "", 0.5), ("en", "de", 1.0), ("de", "", 1.0), ("de", "en", 0.5), ("en", "de-AT", 1.0)],
)
def test_words_for_feelings_are_looked_up_in_the_map_s_language_first(site: str, own: str, value: float) -> None:
    one = content(WORDS.replace("SITE", site) + (f"language: {own}\n" if own else ""))
    assert one.journeys["a"].stages[0].steps[0].emotion[0].value == value


def test_findings_begin_with_a_capital_on_a_site_that_lacks_words_of_its_language() -> None:
    shown = html(_on_an_arabic_site(), "findings/a.html")
    assert '<bdi lang="en" dir="ltr">Nobody answers the very bad feeling at' in shown


def _on_an_arabic_site() -> Content:
    return content(ARABIC.replace("LANGUAGE", "ar").replace("title: خطوط", "title: خطوط\nlanguage: ar"))


def test_a_site_from_right_to_left_keeps_numbers_and_names_in_order() -> None:
    shown = html(_on_an_arabic_site())
    assert '<html lang="ar" dir="rtl">' in shown
    assert "<bdi>−1.5</bdi>" in shown and "الانتظار: <bdi>\u200f25\N{NO-BREAK SPACE}د</bdi>" in shown


def test_a_figure_and_its_unit_stay_in_order() -> None:
    metrics = '-- metrics.yml --\ntold: {title: أُبلغ, unit: "%", target: 90}\n'
    measured = ARABIC.replace("LANGUAGE", "ar").replace("wait: 25m", "wait: 25m, metrics: {told: 9.5}")
    assert "<b><bdi><bdi>9.5</bdi>\N{NO-BREAK SPACE}%</bdi>" in html(content(measured + metrics))


@pytest.mark.parametrize(
    "url", ["index.html", "insights/atlas.html", "insights/feelings.html", "insights/effort.html"]
)
def test_titles_of_a_map_say_their_language_on_pages_about_several(url: str) -> None:
    one = ARABIC.replace("LANGUAGE", "ar")
    said = {
        e.attributes.get("lang", "") for e in document(content(one), url).elements if e.tag == "a" and _is_map(e)
    }
    assert said == {"ar"}
    own = one.replace("language: ar\n", "")
    assert not any(e.attributes.get("lang") for e in document(content(own), url).elements if e.tag == "a")


def _is_map(element: Element) -> bool:
    return element.text in ("تذكرة بالهاتف", "تنتظر الرد")

"""Personas' pages, Markdown pages, and the page for what is not there."""

import json

from cjsite.model.persona import Persona, Preference
from cjsite.model.types import Kind
from cjsite.pages.persona import PersonaData
from tests.support.content import content
from tests.support.filled import Filler
from tests.support.page import document, html, page

IDS: dict[Kind, str] = {"audience": "everyone", "channel": "phone", "evidence": "talks"}
WORLD = """
-- channels.yml --
phone: {title: Phone, hours: "08:00-18:00"}
chat: {title: Chat}
-- evidence.yml --
talks: {title: Interviews, source: customer, kind: interview, n: 9, date: 2026-03-01, link: "javascript:alert(1)"}
-- journeys/a.yml --
title: A
personas: [omar, priya]
stages:
  - title: All
    steps:
      - {title: Waits, emotions: {omar: 1, priya: -2}}
      - {title: Rides, emotions: {omar: 2, priya: -1}}
-- personas/omar.md --
---
title: Omar
---
"""
PRIYA = """
-- personas/priya.md --
---
title: Priya Nair
quote: It is *my* office
photo: priya.svg
channels:
  - {channel: chat, preference: 2, because: Slow}
  - {channel: phone, preference: 5, hours: "20:00", because: Child asleep}
evidence: [talks]
---
She works **from home**.
-- personas/priya.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
"""


def test_every_field_of_a_persona_is_on_her_page() -> None:
    filler = Filler(IDS, {"photo": ""})
    fields = filler.fill(Persona, "channels", "photo", "body")
    fields["channels"] = [filler.fill(Preference)]
    words = filler.words
    file = f"-- personas/priya.md --\n---\n{json.dumps(fields)}\n---\nzqbody\n"
    shown = document(content(WORLD + file), "personas/priya.html").text
    assert len(words) == 17
    assert [word for word in [*words, "zqbody"] if word not in shown] == []


def test_fields_are_called_as_their_author_calls_them() -> None:
    names = "field_names: {age: Years, goals: 'After <b>', tech: Machines, segment_size: How many}"
    fields = "age: 41\noccupation: Clerk\ngoals: Peace\ntech: Copes\nfrustrations: Noise\nsegment_size: One in six"
    own = f"-- personas/priya.yml --\ntitle: Priya\n{fields}\n{names}\n"
    shown = document(content(WORLD + own), "personas/priya.html")
    words = ("Years: 41", "After <b>", "Machines", "How many", "What gets in the way")
    assert [word for word in words if word not in shown.text] == []
    assert "Goals" not in shown.text and ": Clerk" not in shown.text


def test_a_persona_sees_her_own_line() -> None:
    shown = page(content(WORLD + PRIYA), "personas/priya.html").data
    assert isinstance(shown, PersonaData)
    (row,) = shown.journeys
    assert row.extremes.lowest is not None
    assert row.extremes.lowest.felt.value == -2.0
    other = page(content(WORLD + PRIYA), "personas/omar.html").data
    assert isinstance(other, PersonaData)
    assert other.journeys[0].extremes.lowest.felt.value == 1.0  # type: ignore[union-attr]
    assert (shown.initials, shown.photo) == ("PN", "personas/priya.svg")


def test_what_she_likes_comes_first() -> None:
    shown = document(content(WORLD + PRIYA), "personas/priya.html")
    assert shown.text.index("Child asleep") < shown.text.index("Slow")
    said = ("preferred", "if need be", "open 08:00-18:00", "It is my office", "Customers said it", "n = 9")
    assert [words for words in said if words not in shown.text] == []
    assert "javascript" not in html(content(WORLD + PRIYA), "personas/priya.html")


def test_personas_are_listed_with_their_journeys() -> None:
    shown = document(content(WORLD + PRIYA), "personas/index.html")
    assert "2 typical customers" in shown.text
    assert {"../personas/priya.html", "../journeys/a.html", "../personas/priya.svg"} <= set(shown.links)


def test_pages_without_content_say_so() -> None:
    bare = content("-- site.yml --\ntitle: Rides\n")
    assert "No persona has been described yet." in document(bare, "personas/index.html").text
    assert "No department" in document(bare, "departments/index.html").text
    alone = content("-- personas/omar.md --\n---\ntitle: Omar\n---\n")
    shown = document(alone, "personas/omar.html").text
    assert "No journey has been mapped yet." in shown
    assert "This persona may be a guess." in shown


def test_a_page_of_the_authors_own() -> None:
    one = content("-- pages/about.md --\n---\ntitle: About *us*\n---\n# We\n\n<b>ride</b>\n")
    assert page(one, "pages/about.html").title == "About us"
    assert "About us" in document(one, "pages/about.html").text


def test_what_is_not_there_leads_home() -> None:
    shown = document(content("-- site.yml --\naddress: https://rides.example/\n"), "404.html")
    assert "This page is not here" in shown.text
    assert "/index.html" in shown.links

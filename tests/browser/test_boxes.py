"""Every text on a map is read where it stands: whole, in its cell, clear of other texts, faces and zero line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.pages import MAP
from tests.support.command import build
from tests.support.files import parse, write
from tests.support.server import serving

pytestmark = pytest.mark.browser
BOXES = (Path(__file__).parent / "boxes.js").read_text("utf-8")
SLIDES = (ViewportSize(width=1280, height=720), ViewportSize(width=1920, height=1080))
LEAST = 16 / 1920
"""The smallest type on a slide, as a part of its width."""
GERMAN = """
-- site.yml --
language: de
-- journeys/rad.yml --
title: Gestohlenes Rad
emotion_scale:
  labels: {2: Ausgesprochen gut, 0: Weder noch, -2: Außerordentlich schlecht}
stages:
  - title: Verlusterfahrung
    steps:
      - title: Fahrradständer ist leer
        actions: Sucht den Abstellplatz zweimal ab und fragt in der Nachbarschaft nach der Überwachungskamera
        touchpoints:
          - {title: Benachrichtigungsfunktion, emotion: {value: -1.6, words: Fassungslosigkeit}}
          - {title: Hausverwaltung, emotion: {value: -0.8, words: Unverständnis}}
        thoughts: Das Schloss war doch sicherheitszertifiziert
        pain_points: [{text: Standortübermittlung funktioniert nicht, severity: 3}, Zuständigkeiten ungeklärt]
      - title: Strafanzeige
        actions: Erstattet Anzeige auf der Polizeiwache, nach anderthalb Stunden Wartezeit, ohne den Kaufbeleg
        touchpoints:
          - title: Polizeiwache
            emotion: {value: -1.1, words: Geduldsprobe}
            moment_of_truth:
              asks: Anzeige erstatten oder aufgeben?
              bails_out: Verzichtet auf die Versicherungsleistung und auf jede weitere Nachforschung
              bail_rate: 18%
  - title: Schadensmeldung
    steps:
      - title: Versicherungsformular
        touchpoints:
          - {title: Online-Schadensformular, emotion: {value: -1.9, words: Demütigend}}
          - {title: Bestätigungsnachricht, emotion: {value: 0.4, words: Erleichterung}}
        opportunities: Kaufbelege automatisch übernehmen
      - title: Rückfragen
        touchpoints:
          - {title: Kundenbetreuerin, emotion: {value: 1.2, words: Glückwunsch}}
          - {title: Selbstbeteiligung/Zeitwertermittlung, emotion: {value: -0.3, words: Ernüchternd}}
"""
MANY = {
    "title": "Vierzig Schritte",
    "stages": [
        {
            "title": f"Zuständigkeitsklärung {stage}",
            "steps": [
                {
                    "title": f"Antragsformular {stage}.{step}",
                    "actions": "Sucht den Kaufbeleg und fragt in der Nachbarschaft nach der Überwachungskamera",
                    "thoughts": "Warum liest hier niemand, was die anderen geschrieben haben?",
                    "pain_points": ["Zuständigkeiten ungeklärt", "Standortübermittlung funktioniert nicht"],
                    "emotion": {"value": (step * 7 + stage * 3) % 9 / 2 - 2, "words": "Fassungslosigkeit"},
                }
                for step in range(1, 11)
            ],
        }
        for stage in range(1, 5)
    ],
}
"""A map of more columns than an overview has words for, and of stages that take more than a slide."""


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("german")
    write(folder, {f"content/{path}": data for path, data in parse(GERMAN).items()})
    write(folder, {"content/journeys/viele.yml": json.dumps(MANY).encode()})
    with serving(build(folder, folder / "output")) as address:
        yield address


def _faults(page: Page) -> list[str]:
    page.evaluate(BOXES)
    faults: list[str] = page.evaluate("document.fonts.ready.then(faultsOfBoxes)")
    return faults


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_text_of_a_map_is_whole_and_clear(visit: Visitor, served: str, german: str, language: str) -> None:
    base, url = (served, MAP) if language == "en" else (german, "journeys/rad.html")
    with visit(base=base) as here:
        page = here.go(url)
        assert _faults(page) == []
        page.locator("label:has(#zoom-fit)").click()
        assert _faults(page) == [], "Fit"
        page.set_viewport_size(PHONE)
        assert _faults(page) == [], "phone"
        page.set_viewport_size(DESK)


@pytest.mark.parametrize("size", SLIDES, ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_text_of_a_slide_is_whole_clear_and_large_enough(
    visit: Visitor, served: str, german: str, language: str, size: ViewportSize
) -> None:
    base, url = (served, MAP) if language == "en" else (german, "journeys/rad.html")
    with visit(size, base=base) as here:
        page = here.go(url)
        page.locator("[data-present-start]").click()
        for slide in range(page.locator(".show-dots button").count()):
            assert _faults(page) == [], slide
            smallest = page.evaluate("smallestText()")
            assert smallest[0] >= LEAST * size["width"] - 0.1, (slide, smallest)
            assert page.evaluate("map.scrollHeight - map.clientHeight") <= 1, "no slide has to be scrolled"
            assert page.evaluate("innerWidth - map.querySelector('.stages').getBoundingClientRect().right") > 16
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Escape")


def test_a_stage_that_is_too_much_for_a_slide_takes_several(visit: Visitor, german: str) -> None:
    with visit(SLIDES[0], base=german) as here:
        page = here.go("journeys/viele.html")
        page.locator("[data-present-start]").click()
        assert _faults(page) == [] and page.evaluate("smallestText()")[0] >= LEAST * SLIDES[0]["width"] - 0.1
        steps = 0
        for slide in range(1, 4):
            page.keyboard.press("ArrowRight")
            if not page.locator(".show-title span").inner_text().startswith("1 "):
                break
            assert _faults(page) == [], slide
            assert page.evaluate("map.scrollHeight - map.clientHeight") <= 1, "no slide has to be scrolled"
            steps += page.locator("#map .step:visible").count()
        assert slide > 1 and steps == 10, "each step is on one slide of its stage"
        page.keyboard.press("Escape")
        assert page.locator("#map .step:visible").count() == 40


def test_copied_words_have_no_soft_hyphens(visit: Visitor, german: str) -> None:
    with visit(base=german) as here:
        page = here.go("journeys/rad.html")
        title = page.locator(".chip > b").first
        assert "\u00ad" in title.inner_text()
        copied = title.evaluate("""title => {
          getSelection().selectAllChildren(title);
          const data = new DataTransfer();
          title.dispatchEvent(new ClipboardEvent("copy", {clipboardData: data, bubbles: true, cancelable: true}));
          getSelection().removeAllRanges();
          return [data.getData("text/plain"), data.getData("text/html")];
        }""")
        assert "Benachrichtigungsfunktion" in copied[0] and "Benachrichtigungsfunktion" in copied[1]

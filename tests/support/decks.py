"""Decks as python-pptx reads them."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from cjsite.model.content import Content
from cjsite.poster.deck import deck
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.page import TODAY, data, wording

SOFT_HYPHEN = "\u00ad"
_LONG = ("A sentence of many words that goes on and on; " * 12).strip()
_MANY = "; ".join([_LONG] * 30)
_DEEP = f"""
-- channels.yml --
phone: {{title: Phone}}
-- journeys/a.yml --
title: A long day
scenario: {_LONG}
stages:
  - title: Wait
    goal: {_LONG}
    steps:
      - title: Calls
        actions: [{_LONG}, {_MANY}]
        thoughts: {"x" * 130}
        emotion: {{value: -1.5, words: [furious], confidence: assumed}}
        moment_of_truth: {{asks: Hold on?, bail_rate: 27%}}
      - title: Nobody asked
        channel: phone
      - title: Goes home
        emotion: 1
        touchpoints: [{{title: T1}}, {{title: T2}}, {{title: T3}}, {{title: T4}}, {{title: T5}}]
  - title: Not written yet
"""
_ARABIC = """
-- journeys/a.yml --
title: بطارية فارغة
language: ar
stages:
  - title: الملاحظة
    steps: [{title: شاشة, emotion: -1}, {title: رسالة, emotion: 1}]
"""
_JAPANESE_TEXT = (
    "電池は寒さの中で切れ、めったに前触れなしには切れません。"
    "調査した十四件のうち十一件で、弱ったセルが見えていました。"
)
_JAPANESE = f"""
-- journeys/a.yml --
title: 一月のバッテリー切れ
language: ja
scenario: {_JAPANESE_TEXT}
narrative: {_JAPANESE_TEXT * 9}
stages:
  - title: 気づく
    goal: {_JAPANESE_TEXT}
    steps:
      - {{title: 暗い表示, actions: {_JAPANESE_TEXT}, emotion: {{value: -1.2, words: [不安]}}}}
      - {{title: 同僚に聞く, quotes: 寒さで止まった。, emotion: -0.4}}
"""
_COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
_GERMAN = f"""
-- journeys/a.yml --
title: Rechtsschutzversicherungsgesellschaften und {_COMPOUND}
language: de
stages:
  - title: Kraftfahrzeughaftpflichtversicherung
    goal: Straßenverkehrszulassungsordnungskonformität
    steps:
      - title: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz
        actions: {_COMPOUND}
        emotion: {{value: -1.5, words: [Arbeitsunfähigkeitsbescheinigungsverdrossen]}}
        pain_points: {_COMPOUND}{_COMPOUND}
        touchpoints: [{{title: {_COMPOUND}, emotion: 1.2}}, Telefonwarteschleifenmusik, Brief, Siebter Rückruf]
  - title: {_COMPOUND}
    steps: [Betriebskostenabrechnung, {{title: {"x" * 130}, emotion: -2}}]
"""
HARD = {"en": _DEEP, "ar": _ARABIC, "ja": _JAPANESE, "de": _GERMAN}
"""Maps that are hard to set, by their language."""


def made(one: Content, name: str = "a") -> bytes:
    """Return a map of a site as a deck."""
    return deck(
        journey_inputs(one, TODAY)[name], data(one, f"journeys/{name}.html"), wording(one.settings.language)
    )


def slides(pptx: bytes) -> list[Any]:
    """Return the slides of a deck."""
    return list(Presentation(io.BytesIO(pptx)).slides)


def frames(shape: Any) -> Iterator[Any]:
    """Yield the texts of a shape, those of its cells if it is a table."""
    if shape.has_text_frame:
        yield shape.text_frame
    elif shape.has_table:
        yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def tables(pptx: bytes) -> list[Any]:
    """Return the tables of a deck."""
    return [shape.table for slide in slides(pptx) for shape in slide.shapes if shape.has_table]


def text(pptx: bytes) -> str:
    """Return the words of a deck, those of its notes apart, without breaks in them."""
    every = (frame.text for slide in slides(pptx) for shape in slide.shapes for frame in frames(shape))
    return "\n".join(every).replace(SOFT_HYPHEN, "")

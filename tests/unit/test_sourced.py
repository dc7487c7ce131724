"""Journeys' files are read once in a build: whoever makes their pages has what was read from where it was put."""

import gc

from cjsite.base.frozen import replace
from cjsite.base.memo import Memory
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.reading.lexicon import lexicon
from cjsite.reading.sourced import JourneySource, SourcedEntry
from cjsite.tasks.journey_maker import JourneyMaker
from cjsite.tasks.kept import Kept
from cjsite.tasks.pool import Workers
from cjsite.tasks.worker import read_journeys

PATH = "journeys/move.yml"
TEXT = b"""
title: Move house
persona: mia
changes: {on: 2026-01-02, what: Begun}
stages:
  - title: Before
    steps:
      - {title: Pack, emotion: nervous, duration: 2h, channel: web}
      - {title: Wait, opportunities: [Say when], lanes: {Said: "*No* word"}}
"""
ENGLISH = lexicon(("en",), Scale(), {})


def test_what_was_read_is_not_read_again() -> None:
    maker = JourneyMaker(Workers(1), Kept(None))
    ((_, decoded),) = maker.decode({PATH: TEXT}, ENGLISH)
    assert decoded and isinstance(entry := decoded.entries[0], SourcedEntry)
    assert replace(entry.source, text=b"").journey() == JourneySource(PATH, TEXT, ENGLISH).journey()


def test_of_a_file_that_holds_no_journey_its_problems_are_there() -> None:
    ((_, decoded),) = JourneyMaker(Workers(1), Kept(None)).decode({PATH: b"- Move house"}, ENGLISH)
    assert decoded and decoded.problems and not decoded.entries


def test_reading_a_file_keeps_nothing_of_it_in_the_memory_of_the_build() -> None:
    with Memory().active():
        read_journeys([JourneySource(PATH, TEXT.replace(b"Move house", b"Read and let go"), ENGLISH)])
        gc.unfreeze()
        gc.collect()
        held = [own for own in gc.get_objects() if type(own) is Journey and own.title.startswith("Read and")]
    assert not held

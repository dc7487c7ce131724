"""What is written of a journey is read as the same journey, whatever its texts hold."""

import json
from collections.abc import Iterator
from itertools import cycle
from typing import Any

from hypothesis import given, reject
from hypothesis import strategies as st
from pydantic import ValidationError

from cjsite.exchange.short_forms import shortened
from cjsite.exchange.yaml_scalars import holdable, plain_or_quoted
from cjsite.exchange.yaml_text import yaml_text
from cjsite.exchange.yaml_writer import fields, journey_yaml
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.model.step import Step
from cjsite.model.types import Identified
from cjsite.reading.files import decode_object
from cjsite.reading.journeys import settle
from cjsite.reading.lexicon import lexicon
from cjsite.reading.source import Source
from cjsite.reading.yaml_recovery import read_through
from tests.support.confidential import Confidential, confidential
from tests.support.soak import share
from tests.support.texts import with_texts

WORDS = lexicon(("en",), Scale(), {})
ODD = (
    "no", "~", "null", "12:30", "1.10", "0x1f", "2026-02-31", "- a", "-", "? a", "a: b", "a:", ":", "a #b", "# a",
    "#", '"', "'", "it's", '"a" \'b\'', "\\n", "{a, b}", "[a]", "&a", "*a*", "!a", "|", ">", "%a", "@a", "`a`",
    "a, b; c", "title x", "goal:x", "<!-- a", "<<<<<<< a", "---", "...", "a\tb", "a\n\nb", "a\n- b\n", "a \nb",
    " a", "a ", "\n",
    "مرحبا: أ", "\u202eab\u202c", "a\u2028b", "\ufeffa", "\u00a0a", "漢字、かな", "👩‍🚀", "a" * 130,
    "word " * 40 + "end", "a  b " * 40, "– a", "• a", "a\u00adb", "=", "<<", "+1", "y",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(ODD) | st.text(max_size=8), min_size=1, max_size=6)


def _map_of(site: Confidential) -> Any:
    return json.loads(next(data for path, data in site.files.items() if "/journeys/" in path and path[-1] == "l"))


def _ids(journey: Journey) -> Iterator[tuple[str, bool]]:
    for stage in journey.stages:
        yield from _of(stage)
        for step in (stage, *stage.steps):
            yield from _of(step)
            for touchpoint in step.touchpoints:
                yield from _of(touchpoint)


def _of(thing: Identified) -> Iterator[tuple[str, bool]]:
    yield thing.id, "id" in thing.model_fields_set


@given(st.integers(0, 10_000), TEXTS)
@share(1 / 2)
def test_a_journey_is_read_as_it_was(seed: int, odd: list[str]) -> None:
    tree, more = _map_of(confidential(seed)), cycle(map(holdable, odd))
    # Behind a word of their own, so that no two lanes come to have one name.
    try:
        journey = Journey.model_validate({"id": "a", **with_texts(tree, lambda text: f"{text}{next(more)}"[:400])})
    except ValidationError:
        reject()
    text = journey_yaml(journey)
    decoded = decode_object("journeys/a.yml", text.encode(), "journey", WORDS)
    assert [str(problem) for problem in decoded.problems] == []
    read = decoded.entries[0].value
    assert isinstance(read, Journey)
    assert _without_order(fields(read)) == _without_order(fields(journey))
    for (own, is_written), (other, _) in zip(_ids(journey), _ids(read), strict=True):
        assert own == other or not is_written


def _without_order(tree: Any) -> str:
    return json.dumps(tree, default=str)


@given(st.lists(st.sampled_from(ODD) | st.text(max_size=12), max_size=4), st.sampled_from(["a", "stages", "tags"]))
def test_a_list_of_texts_is_read_as_it_was(texts: list[str], name: str) -> None:
    texts = list(map(holdable, texts))
    reading = read_through(yaml_text({name: texts, "z": "1"}))
    assert reading.faults == []
    own = reading.tree[name]
    assert (own if isinstance(own, list) else [own]) == texts
    assert reading.tree["z"] == "1"


@given(st.sampled_from(ODD) | st.text(max_size=20))
def test_a_key_is_read_as_it_was(text: str) -> None:
    key = holdable(text).replace("\n", " ")
    reading = read_through(f"{plain_or_quoted(key)}: 1\n")
    assert reading.faults == []
    assert len(reading.tree) == 1


@given(st.integers(0, 10_000))
@share(1 / 2)
def test_the_shorter_form_means_the_same(seed: int) -> None:
    tree = _map_of(confidential(seed))
    journey = Journey.model_validate({"id": "a", **tree})
    before, after = (settle(own, None, Source("a.yml", b"")) for own in (journey, shortened(journey)))
    assert [_meaning(step) for step in after.steps()] == [_meaning(step) for step in before.steps()]


def _meaning(step: Step) -> list[dict[str, Any]]:
    """Return what stands in the columns of a step, and whether it says more itself."""
    return [fields(point) for point in step.meetings]

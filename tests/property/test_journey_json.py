"""A journey that is exported with all that its authors wrote comes in as the same journey."""

import json
import random
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.rules import CODES
from cjsite.base.frozen import replace
from cjsite.base.problem import Broken
from cjsite.exchange.imported import ImportOptions, NotImported
from cjsite.exchange.journey_json import is_journey_json, read_journey_json, write_json
from cjsite.exchange.located_json import load_json
from cjsite.exchange.yaml_writer import journey_yaml
from cjsite.model.content import Content
from cjsite.reading.read import read
from cjsite.reading.tree import Unreadable
from cjsite.summaries.journey_inputs import journey_inputs
from cjsite.summaries.journey_json import journey_json
from tests.support import mutate
from tests.support.command import ROOT
from tests.support.confidential import confidential
from tests.support.files import read as files_below
from tests.support.page import TODAY
from tests.support.soak import share

JOURNEYS = sorted(path.name for path in (ROOT / "content/journeys").glob("*.yml"))


@cache
def _files() -> dict[str, bytes]:
    return files_below(ROOT / "content")


def _content(name: str, seed: int) -> Content:
    """Return the example with one of its journeys damaged, where that is still a journey."""
    chance = random.Random(seed)
    path = f"journeys/{name}"
    data = _files()[path]
    for _ in range(chance.randrange(4)):
        try:
            damaged = mutate.HARSH[chance.randrange(len(mutate.HARSH))](chance, data)
            content = read({**_files(), path: damaged}, CODES, TODAY)
        except Broken:
            continue
        return content
    return read(_files(), CODES, TODAY)


def _same(inputs: JourneyInput) -> None:
    """Assert that what comes in of the export of a journey would be exported alike."""
    data = write_json(inputs).data
    assert is_journey_json("a.json", data)
    (one,) = read_journey_json("a.json", data, ImportOptions())
    fields = {
        "journey": one.journey,
        "departments": {own.id: own for own in one.departments},
        "channels": {own.id: own for own in one.channels},
        "evidence": {own.id: own for own in one.evidence},
        "measurements": one.measurements,
    }
    again = journey_json(replace(inputs, **fields), with_notes=True, indent=2)
    assert json.loads(again)["journey"] == json.loads(data)["journey"]
    assert again == data


@share(1 / 10)
@given(st.sampled_from(JOURNEYS), st.integers(0, 2**32))
def test_every_journey_comes_in_as_it_was(name: str, seed: int) -> None:
    inputs = journey_inputs(_content(name, seed), TODAY)[name.removesuffix(".yml")]
    _same(inputs)
    data = write_json(inputs).data
    (one,) = read_journey_json("a.json", data, ImportOptions())
    written = journey_yaml(one.journey).encode()
    content = read({**_files(), f"journeys/{name}": written}, CODES, TODAY)
    assert write_json(journey_inputs(content, TODAY)[inputs.id]).data == data


@share(1 / 10)
@given(st.integers(0, 2**32))
def test_what_is_for_few_comes_in_too(seed: int) -> None:
    files = {path.removeprefix("content/"): data for path, data in confidential(seed).files.items()}
    every = journey_inputs(read(files, CODES, TODAY), TODAY)
    assert every
    for inputs in every.values():
        _same(inputs)


SCALARS = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9) | st.text()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_json_is_read_as_every_program_reads_it(value: Any, is_ascii: bool, indent: Any) -> None:
    text = json.dumps(value, ensure_ascii=is_ascii, indent=indent)
    try:
        tree = load_json(text)
    except Unreadable as error:
        assert "control character" in str(error)
        return
    assert tree == json.loads(text)


@given(st.integers(0, 2**32))
def test_what_is_damaged_comes_in_or_is_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = write_json(journey_inputs(_whole(), TODAY)["selling-on"]).data
    for _ in range(chance.randrange(1, 4)):
        data = mutate.HARSH[chance.randrange(2)](chance, data)
    try:
        read_journey_json("a.json", data, ImportOptions())
    except NotImported as refusal:
        assert refusal.place.line >= 1
        assert refusal.sentence


@cache
def _whole() -> Content:
    return read(_files(), CODES, TODAY)

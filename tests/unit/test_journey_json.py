"""A journey's JSON holds all that is written of it, under ids, in the shape that its schema promises."""

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.rules import CODES
from cjsite.authoring.schema import published_schema
from cjsite.edition.edition import edition
from cjsite.edition.readers import Readers
from cjsite.pages.sitemap import sitemap
from cjsite.reading.read import read
from cjsite.summaries.journey_inputs import journey_inputs
from cjsite.summaries.journey_json import journey_json
from tests.support.command import ROOT, cjsite
from tests.support.files import parse
from tests.support.files import read as files_below
from tests.support.page import TODAY, wording

SMALL = """
-- site.yml --
title: A site
audiences: {crew: The crew}
-- departments.yml --
support: {title: Customer service, faces_customer: true}
-- channels.yml --
phone: {title: Phone, kind: human}
-- evidence.yml --
calls: {title: Call log, source: employee, date: 2026-03-01}
-- personas/omar.md --
---
title: Omar
---
A driver.
-- personas/eva.md --
---
title: Eva
---
-- opportunities/callback.md --
---
title: Call back within the hour
---
-- journeys/whole.yml --
title: The whole
-- journeys/a.yml --
title: A broken router
persona: omar
parent: whole
review_every: 6 months
stages:
  - title: Notice
    steps:
      - title: Calls
        actors: [eva]
        touchpoints: [{channel: phone, department: support, emotion: cross, wait: 20 m, evidence: calls}]
        pain_points: [{text: Waits, severity: High}, {text: Secret, audience: crew}]
        opportunities: [callback, A sign]
        moment_of_truth: {asks: Stay?, bail_rate: 12.5%}
        notes: Ask Ana
      - {title: Calls}
-- journeys/a.csv --
step,metric,date,value
calls,csat,2026-01-31,2.5
"""


def _inputs(text: str, name: str = "a", readers: Readers | None = None) -> JourneyInput:
    content = read(parse(text), CODES, TODAY)
    own = edition(content, readers).content if readers else content
    return journey_inputs(own, TODAY)[name]


def _document(text: str = SMALL, **also: Any) -> Any:
    return json.loads(journey_json(_inputs(text), **also))


def test_it_stands_alone() -> None:
    document = _document()
    assert document["departments"] == {"support": {"title": "Customer service", "faces_customer": True}}
    assert document["channels"]["phone"] == {"title": "Phone", "kind": "human"}
    assert document["evidence"]["calls"]["date"] == "2026-03-01"
    assert document["personas"] == {"eva": {"title": "Eva"}, "omar": {"title": "Omar", "body": "A driver."}}
    assert document["opportunities"] == {"callback": {"title": "Call back within the hour"}}
    assert document["titles"] == {"whole": "The whole"}
    assert document["emotion_scale"]["min"] == -2.0
    assert document["measurements"] == [{"step": "calls", "metric": "csat", "date": "2026-01-31", "value": 2.5}]


def test_everything_has_an_id_and_looks_as_it_is_written() -> None:
    journey = _document()["journey"]
    assert (journey["id"], journey["review_every"]) == ("a", "6 months")
    stage = journey["stages"][0]
    first, second = stage["steps"]
    assert (stage["id"], first["id"], second["id"]) == ("notice", "calls", "calls-2")
    touchpoint = first["touchpoints"][0]
    assert (touchpoint["id"], touchpoint["wait"]) == ("calls", "20 m")
    assert first["moment_of_truth"]["bail_rate"] == "12.5%"
    assert [pain.get("severity") for pain in first["pain_points"]] == ["High", None]
    assert first["opportunities"] == [
        {"id": "callback", "title": "Call back within the hour"},
        {"id": "a-sign", "title": "A sign"},
    ]


def test_a_word_for_a_feeling_has_the_number_that_it_stands_for() -> None:
    text = SMALL.replace("emotion: cross", "emotion: angry")
    (sample,) = json.loads(journey_json(_sited(text)["a"]))["journey"]["stages"][0]["steps"][0]["touchpoints"][0][
        "emotion"
    ]
    assert (sample["words"], sample["confidence"]) == (["angry"], "inferred")
    assert sample["value"] < 0


def _sited(text: str) -> Any:
    return journey_inputs(read(parse(text), CODES, TODAY), TODAY)


def test_what_nobody_wrote_is_not_there() -> None:
    text = "-- site.yml --\ntitle: S\n-- journeys/a.yml --\ntitle: A\nstages: [{title: S, steps: [T]}]\n"
    document = json.loads(journey_json(_inputs(text)))
    assert document.keys() == {"format", "version", "journey", "emotion_scale"}
    assert document["journey"] == {
        "id": "a",
        "title": "A",
        "stages": [{"id": "s", "title": "S", "steps": [{"id": "t", "title": "T"}]}],
    }


def test_notes_are_for_authors_alone() -> None:
    assert "Ask Ana" not in json.dumps(_document())
    assert _document(with_notes=True)["journey"]["stages"][0]["steps"][0]["notes"] == ["Ask Ana"]


def test_what_readers_may_not_see_is_not_in_it() -> None:
    seen = journey_json(_inputs(SMALL, readers=Readers())).decode()
    assert "Secret" not in seen
    assert "Waits" in seen
    assert "Secret" in journey_json(_inputs(SMALL, readers=Readers(frozenset({"crew"})))).decode()


@cache
def _example() -> Any:
    return read(files_below(ROOT / "content"), CODES, datetime.date(2026, 11, 21))


def test_the_site_holds_it_beside_each_page() -> None:
    plan = sitemap(_example(), wording(), TODAY)
    files = {download.url: download for download in plan.downloads}
    pages = [page.path for page in plan.pages if page.path.startswith("journeys/")]
    assert {path.replace(".html", ".json") for path in pages} <= files.keys()
    assert json.loads(files["journeys/dead-battery.json"].make())["journey"]["persona"] == "ines"


@pytest.mark.parametrize("with_notes", [True, False])
def test_the_example_obeys_the_schema(with_notes: bool) -> None:
    validator = jsonschema.Draft202012Validator(published_schema())
    for name, inputs in journey_inputs(_example(), TODAY).items():
        document = json.loads(journey_json(inputs, with_notes=with_notes))
        assert [f"{name} {list(e.path)}: {e.message[:200]}" for e in validator.iter_errors(document)] == []


def test_the_schema_is_one_and_promises_one_form() -> None:
    schema = published_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    step = schema["$defs"]["Step"]
    assert step["properties"]["actions"]["type"] == "array"
    assert step["properties"]["emotion"]["items"] == {"$ref": "#/$defs/Sample"}
    assert schema["$defs"]["Sample"]["type"] == "object"
    assert "title" in step["properties"]
    assert "x-ref" not in json.dumps(schema)
    for wrong in (1, "all"):
        document = {**_document(), "emotion_scale": wrong}
        assert not jsonschema.Draft202012Validator(schema).is_valid(document)


def test_the_command_prints_the_schema(tmp_path: Path) -> None:
    done = cjsite("schema", "journey-json", cwd=tmp_path)
    assert (done.code, json.loads(done.out)) == (0, published_schema())

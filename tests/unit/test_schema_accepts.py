"""The schema that editors get marks nothing that the reader takes, and knows what the site has."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from cjsite.authoring.reference import records
from cjsite.authoring.schema import globs, schemas
from cjsite.authoring.schema_view import authors_view
from cjsite.model.site import Settings
from cjsite.reading.ids import ids_of
from cjsite.reading.lexicon import lexicon
from cjsite.reading.tree import load
from tests.support import examples
from tests.support.command import ROOT
from tests.support.editor import marked, schema_name
from tests.support.files import read
from tests.support.filled import Filler

FORMAT = (ROOT / "docs/format.md").read_text("utf-8")
SITES = {
    "example": read(ROOT / "content"),
    "golden": read(ROOT / "tests/golden/content"),
    "documentation": examples.site(FORMAT),
    **{f"line {trial.line}": trial.files for trial in examples.trials(FORMAT) if not trial.said},
}
LEXICON = lexicon(("en",), Settings().emotion_scale, {})
VALUES: list[Any] = [
    None, "", "x", "1", 1, 0, -1, 1.5, 5, True, False, "yes", "No", "off", "False", "TRUE", "High", " low ",
    [], {}, [None], ["x"], [1], [True], ["x", None], {"x": "y"}, {"x": 1}, {"there": 1}, ["happy", 1], [1, 2],
    "12%", "1,5", "½", "−2", "three", "very low", "😀", "9/10", "€5", "about 5", "+1", " 1 ", "1e3", "1 to 3",
    "2–3 weeks", "2h", " 2h", "½ h", "half a day", "two weeks", "1:30", "2026-09-14", 2026, "6 months",
    "en", "pt-BR", "there", "there#there", "as-is", "everyone",
]  # fmt: skip
MEASURED = ("journey", "step", "touchpoint")
"""Records that have values of all kinds: those of the others are read by the same lines."""
AGAIN = pytest.mark.no_cover
SHOP = {
    "site.yml": "audiences: {staff: Ours}\n",
    "departments.yml": "care: {title: Customer care}\n2030: {title: The future}\n",
    "channels.yml": "web: {title: Web}\n",
    "personas/jo.md": "---\ntitle: Jo Doe\n---\n",
    "journeys/buying.yml": "title: Buying\nstages: [S]\n",
}


@pytest.mark.parametrize("name", SITES)
def test_nothing_is_marked_in_a_whole_site(name: str) -> None:
    sources = SITES[name]
    known = schemas(ids_of(sources))
    assert [mark for path, data in sources.items() for mark in marked(path, data, known)] == []


def _accepted(name: str) -> Iterator[Any]:
    """Yield what the reader takes of a record: every value that it takes in a field, or in the record's place."""
    model = records()[name]
    filled = Filler(defaultdict(lambda: "there"), {}).fill(model)
    needed = {field: filled[field] for field, info in model.model_fields.items() if info.is_required()}
    trials = [{**needed, field: value} for field in filled for value in (*VALUES, filled[field], [filled[field]])]
    for record in (*trials, *VALUES):
        with suppress(ValidationError):
            model.model_validate(load(json.dumps(record, ensure_ascii=False)), context=LEXICON)
            yield record


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in MEASURED else AGAIN) for name in records()]
)
def test_what_the_reader_takes_is_not_marked(name: str) -> None:
    """References apart: whether they lead somewhere is asked when all is read."""
    validator = jsonschema.Draft202012Validator(authors_view(records()[name].model_json_schema(), {}))
    assert [record for record in _accepted(name) if not validator.is_valid(record)] == []


def _marks(path: str, text: str, **changes: str) -> list[str]:
    """Return what is marked in a file of the shop."""
    sources = {name: body.encode() for name, body in {**SHOP, **changes}.items()}
    return marked(path, text.encode(), schemas(ids_of(sources)))


def _map(fields: str) -> str:
    return f"title: A\nstages: [{{title: S, steps: [{{title: T, {fields}}}]}}]\n"


@pytest.mark.parametrize(
    "fields",
    [
        "department: care", "department: 2030", "department: ", 'department: ""', "channel: web", "journey: buying",
        "emotions: {jo: 1}", "work: {done_by: customer}", "metrics: {csat: 3, Money spent: 4}",
        "caused_by: buying#s", "backstage: {does: Packs, department: care}", "handoff: {to: care}",
    ],
)  # fmt: skip
def test_what_the_site_has_may_be_named(fields: str) -> None:
    assert _marks("journeys/new.yml", _map(fields)) == []


@pytest.mark.parametrize(
    "fields",
    ["department: sales", "department: Customer care", "channel: telex", "emotions: {joe: 1}", "journey: selling"],
)
def test_what_the_site_lacks_is_marked(fields: str) -> None:
    assert _marks("journeys/new.yml", _map(fields))


def test_other_things_than_ids_may_be_said_where_they_may() -> None:
    assert _marks("journeys/new.yml", _map("tags: x").replace("title: A", "title: A\naudience: staff")) == []
    assert _marks("journeys/new.yml", _map("tags: x").replace("title: A", "title: A\naudience: partners"))
    assert _marks("journeys/new.yml", _map("tags: x") + "waive: {code: E101, because: x}\n") == []
    assert _marks("journeys/new.yml", _map("tags: x") + "waive: {code: E999, because: x}\n")


def test_nobody_is_marked_for_what_cannot_be_seen() -> None:
    """A slip in a list hides what else it holds; a slip in a map does not hide the map."""
    torn = {"departments.yml": "care: {title: Customer care}\nsales: {titel: Sales}\n"}
    assert _marks("journeys/new.yml", _map("department: marketing"), **torn) == []
    assert _marks("journeys/new.yml", _map("channel: telex"), **torn)
    faulty = {"journeys/buying.yml": "titel: Buying\n"}
    assert _marks("journeys/new.yml", _map("journey: buying"), **faulty) == []
    assert _marks("journeys/new.yml", _map("channel: telex"), **{"channels.yml": ""}) == [], "there is none yet"


def test_titles_stand_beside_the_ids() -> None:
    sources = {name: body.encode() for name, body in SHOP.items()}
    field = schemas(ids_of(sources))["journey"]["properties"]["owner"]
    owner = field["anyOf"][0]
    assert "default" not in field, "editors would offer an empty text"
    assert dict(zip(owner["enum"], owner["enumDescriptions"], strict=True)) == {
        "2030": "The future", 2030: "The future", "care": "Customer care",
    }  # fmt: skip


def test_every_file_of_an_editor_has_its_schema() -> None:
    patterns = globs("content")
    assert patterns.keys() == schemas().keys()
    for path in (path for path in SITES["example"] if schema_name(path)):
        matching = [name for name, own in patterns.items() if any(_matches(f"content/{path}", one) for one in own)]
        assert matching == [schema_name(path)], path


def _matches(path: str, glob: str) -> bool:
    """Tell whether a pattern is one of a path, as editors read it: `**/` may be no folder at all."""
    return PurePosixPath(path).match(glob) or PurePosixPath(path).match(glob.replace("**/", ""))

"""Numbers and days as people write them: the same in every field and table, and editors take what is read."""

import jsonschema
import pytest

from cjsite.authoring.reference import records
from cjsite.authoring.schema import schemas
from cjsite.base.problem import Broken
from tests.support.content import content, map_of
from tests.support.page import document


def _problems(text: str) -> list[str]:
    with pytest.raises(Broken) as broken:
        content(text)
    return [str(problem) for problem in broken.value.problems]


@pytest.mark.parametrize("written", ["0", "20260914", "2026-9-14", "1757808000", "2026-09-14T00:00", "14.09.2026"])
def test_only_one_form_is_a_day_in_every_field(written: str) -> None:
    files = {
        "journeys/a.yml": f"title: A\nreviewed_on: '{written}'\nstages: [{{title: S, steps: [W]}}]",
        "evidence.yml": f"e: {{date: '{written}'}}",
        "opportunities.yml": f"o: {{due: '{written}'}}",
        "journeys/a.csv": f"step,metric,date,value\nw,csat,{written},1",
    }
    said = _problems("".join(f"-- {path} --\n{text}\n" for path, text in files.items()))
    assert len(said) == len(files)
    assert all(f"'{written}' is not a date; write " in one for one in said)


def test_no_field_takes_another_form_for_a_day() -> None:
    of_days = [
        f"{name}.{field}"
        for name, record in records().items()
        for field, info in record.model_fields.items()
        if "datetime.date" in repr(info.annotation)
        if "parse_day" not in repr(info.annotation) + repr(info.metadata)
    ]
    assert of_days == [], "use Day of cjsite.model.quantities"


def test_numbers_in_tables_are_read_as_on_maps() -> None:
    head = (
        "-- journeys/a.yml --\nstages: [{title: S, steps: [Waits]}]\n-- journeys/a.csv --\nstep;metric;date;value\n"
    )
    rows = ("−2,5", "1 200", "+3", "1.234,5")
    table = "".join(f"waits;nps;2026-01-0{n};{value}\n" for n, value in enumerate(rows, 1))
    assert [m.value for m in content(head + table).measurements["a"]] == [-2.5, 1200, 3, 1234.5]
    said = _problems(f"{head}waits;nps;2026-01-01;1,234\nwaits;nps;2026-01-02;8/10\nwaits;nps;2026-01-03;12%\n")
    assert [one.partition(": ")[2].partition("; ")[0] for one in said] == [
        "'1,234' may be 1234 or 1.234", "'8/10' is a rating up to 10", "'12%' is a share, and this is a number",
    ]  # fmt: skip


STEP = {"title": "T"}


@pytest.mark.parametrize(
    "field",
    [
        {"importance": "3 of 5"}, {"satisfaction": "2,9"}, {"contacts": "1 200"}, {"duration": "2–3 weeks"},
        {"metrics": ["A text", {"csat": 2}]}, {"metrics": "A text"}, {"metrics": {"csat": "2,5"}},
        {"pain_points": {"text": "T", "severity": "high"}}, {"pain_points": [{"text": "T", "severity": 5}]},
        {"emotion": {"text": "So, so"}}, {"cost": "Two posts"},
        {"cost": {"amount": 1, "currency": "EUR", "per": "case"}},
        {"moment_of_truth": {"bail_rate": "3 of 5"}},
    ],
)  # fmt: skip
def test_editors_take_every_form_that_is_read(field: dict[str, object]) -> None:
    journey = {"title": "A", "stages": [{"title": "S", "steps": [{**STEP, **field}]}]}
    assert jsonschema.Draft202012Validator(schemas()["journey"]).is_valid(journey)


def test_editors_mark_a_word_where_a_number_belongs() -> None:
    for field in ({"importance": "high"}, {"pain_points": {"text": "T", "severity": "awful"}}, {"contacts": "two"}):
        journey = {"title": "A", "stages": [{"title": "S", "steps": [{**STEP, **field}]}]}
        assert not jsonschema.Draft202012Validator(schemas()["journey"]).is_valid(journey)


def test_labels_of_a_scale_stand_at_their_numbers_however_these_are_written() -> None:
    site = "-- site.yml --\nemotion_scale: {labels: {−2: Dreadful, '+2': Splendid, '0,0': So so}}\n"
    shown = document(map_of("- {title: T, emotion: 1}", site)).text
    assert [word for word in ("Dreadful", "Splendid", "So so") if word not in shown] == []
    assert "'low' is not a number" in _problems("-- site.yml --\nemotion_scale: {labels: {low: Bad}}\n")[0]

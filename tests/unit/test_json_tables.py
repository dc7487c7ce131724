"""Measured figures in JSON: the same rows as in CSV, and problems in the line of the row."""

import json
from pathlib import Path

import pytest

from cjsite.reading.measurements import read_measurements
from cjsite.reading.source import Source
from cjsite.text.json_depth import JSON_DEPTH_LIMIT
from tests.support.content import content
from tests.support.examples import problems

MAP = "title: A\nstages: [{title: S, steps: [{title: T, id: t}]}]\n"
ROWS = [("t", "csat", "2026-08-31", 2.9), ("t", "csat", "2026-09-30", "3,1")]
OBJECTS = [dict(zip(("step", "metric", "date", "value"), row, strict=True)) for row in ROWS]


@pytest.mark.parametrize("indent", [None, 0, 4])
def test_json_says_what_csv_says(indent: int | None) -> None:
    rows = "\n".join(f'{step},{metric},{date},"{value}"' for step, metric, date, value in ROWS)
    table = f"-- journeys/a.yml --\n{MAP}-- journeys/a.csv --\nstep,metric,date,value\n{rows}\n"
    other = f"-- journeys/a.yml --\n{MAP}-- journeys/a.json --\n{json.dumps(OBJECTS, indent=indent)}\n"
    assert content(other).measurements == content(table).measurements
    assert [one.value for one in content(other).measurements["a"]] == [2.9, 3.1]


def test_a_journey_may_have_both() -> None:
    both = f"-- journeys/a.yml --\n{MAP}-- journeys/a.csv --\nstep,metric,date,value\nt,nps,2026-01-01,5\n"
    both += f"-- journeys/a.json --\n{json.dumps(OBJECTS)}\n"
    assert [one.metric for one in content(both).measurements["a"]] == ["nps", "csat", "csat"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[\n  {"step": "t"}\n]', "a.json:2:1: `metric` is missing; write a list of objects"),
        ("[\n 1,\n {}\n]", "a.json:2:1: this is no object"),
        ("{}", "a.json:1:1: this is no list"),
        ('[\n  {"step": }\n]', "a.json:2:12: this is not JSON: Expecting value; check commas and quotes"),
        ("[" * (JSON_DEPTH_LIMIT + 1), "a.json:1:1: this is nested too deeply"),
        ('[\n\n{"step": "t", "metric": "csat", "date": "May", "value": 1}]', "a.json:3:1: 'May' is not a date"),
        (
            '[{"step": "t", "metric": "csat", "date": "2026-01-01", "value": []}]',
            "a.json:1:1: '[]' is not a number",
        ),
        ('[{"step": "t", "metric": "csat", "date": "2026-01-01", "value": NaN}]', "is not a number"),
        ('[\n{"step": "u", "metric": "csat", "date": "2026-01-01", "value": 1}]', "a.json:2:1: "),
    ],
)
def test_what_cannot_be_understood_is_a_problem_in_its_line(tmp_path: Path, text: str, said: str) -> None:
    files = {"journeys/a.yml": MAP.encode(), "journeys/a.json": text.encode()}
    assert said in problems(tmp_path, files)


def test_a_point_in_a_number_of_json_is_no_separator_of_thousands() -> None:
    table = '[{"step": "waits", "metric": "csat", "date": "2026-01-02", "value": %s}]'
    for value, read_as in (("1.840", 1.84), ("12.125", 12.125)):
        rows = read_measurements(Source("journeys/a.json", (table % value).encode()))
        assert [measurement.value for _, measurement in rows] == [read_as]
    source = Source("journeys/a.json", (table % '"1.840"').encode())
    assert read_measurements(source) == ()
    assert [problem.message for problem in source.problems] == ["'1.840' may be 1840 or 1.84"]

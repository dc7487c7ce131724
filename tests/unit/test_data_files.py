"""The files that pages offer to other programs: complete, with texts as texts, and named in the menu of a page."""

import csv
import io
import json
from collections import Counter
from functools import cache
from typing import Any

import jsonschema
import pytest

from cjsite.authoring.schema import published_schema
from cjsite.edition.edition import edition
from cjsite.edition.readers import Readers
from cjsite.model.content import Content
from cjsite.pages.sitemap import sitemap
from cjsite.reading.read import read
from cjsite.summaries.metrics_json import MetricsDocument, MetricUse
from cjsite.summaries.opportunity_row import COLUMNS, LATER
from cjsite.summaries.touchpoint_rows import TOUCHPOINT_COLUMNS
from cjsite.text.spreadsheet import text_of_cell
from tests.support.command import ROOT
from tests.support.files import parse
from tests.support.html import Document, Site
from tests.support.page import TODAY, document, wording

SMALL = """
-- site.yml --
{title: Ferries, audiences: [crew]}
-- channels.yml --
'007': {title: Phone}
-- metrics.yml --
wait-time: {title: Wait, unit: min, target: 4, better: lower}
secret-rate: {title: Secret, audience: crew}
-- evidence.yml --
calls: {title: Calls, source: customer, date: 2026-01-02, n: 12}
-- opportunities.yml --
callback: {title: Call back}
nowhere: {title: Named by nobody}
-- journeys/1-2.yml --
title: 1-2
stages:
  - title: S
    steps:
      - title: 12:30
        notes: Ask Ana
        touchpoints:
          - {title: Asks, channel: '007', emotion: -1.5, importance: 4, wait: 5-10 min, evidence: calls, metrics: {wait-time: 9}}
          - {title: =Waits}
        opportunities: [callback, +5, 5%, {title: For the crew, audience: crew}]
      - {title: '=Hush', audience: crew}
      - {title: Goes, metrics: {secret-rate: 3, csat: }, opportunities: [+5]}
-- journeys/1-2.csv --
step,metric,date,value
asks,wait-time,2026-03-01,7.5
asks,wait-time,2026-02-01,8
-- journeys/b.yml --
{title: B, state: to-be, status: archived, stages: [{title: S, steps: [T]}]}
"""  # noqa: E501


@cache
def _content(readers: Readers | None = None) -> Content:
    whole = read(parse(SMALL), frozenset(), TODAY)
    return edition(whole, readers).content if readers else whole


@cache
def _files(readers: Readers | None = None) -> dict[str, bytes]:
    return {own.url: own.make() for own in sitemap(_content(readers), wording(), TODAY).downloads}


def _rows(path: str, readers: Readers | None = None) -> list[dict[str, str]]:
    data = _files(readers)[path]
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _metrics(readers: Readers | None = None) -> Any:
    return json.loads(_files(readers)["insights/metrics.json"])


def test_every_touchpoint_of_every_map_has_a_row() -> None:
    rows = _rows("insights/touchpoints.csv")
    assert [row["journey#id"] for row in rows] == ["1-2#asks", "1-2#waits", "1-2#hush", "1-2#goes", "b#t"]
    first = rows[0]
    assert tuple(first) == TOUCHPOINT_COLUMNS
    assert (first["journey"], first["step"], first["channel"]) == ("'1-2", "'12:30", "'007")
    assert (first["emotion"], first["importance"], first["waiting_from"], first["waiting_to"]) == (
        *("-1.5", "4", "5", "10"),
    )
    assert (first["evidence"], first["page"]) == ("calls", "journeys/1-2.html#at-asks")
    assert rows[1]["touchpoint"] == "'=Waits" and text_of_cell(rows[1]["touchpoint"]) == "=Waits"
    assert [(row["state"], row["status"]) for row in rows[3:]] == [("as-is", "draft"), ("to-be", "archived")]


def test_the_steps_of_a_map_have_the_addresses_that_other_tables_name() -> None:
    rows = _rows("journeys/1-2.csv")
    assert [row["journey#id"] for row in rows] == ["1-2#asks", "1-2#waits", "1-2#hush", "1-2#goes"]
    assert "Notes" not in rows[0] and b"Ana" not in _files()["journeys/1-2.csv"], "what is for authors"
    assert rows[0]["Emotion (-2 to 2)"] == "-1.5" and rows[0]["Importance"] == "4"


def test_every_opportunity_has_a_row_whatever_its_title() -> None:
    rows = {row["id"]: row for row in _rows("insights/opportunities.csv")}
    assert {"callback", "nowhere"} <= rows.keys()
    assert Counter(text_of_cell(row["title"]) for row in rows.values())["+5"] == 1, "the same words are one"
    assert {text_of_cell(row["title"]) for row in rows.values()} >= {"+5", "5%", "For the crew"}
    (plus,) = (row for row in rows.values() if text_of_cell(row["title"]) == "+5")
    assert plus["steps"] == "1-2#12-30 1-2#goes"
    shown = document(_content(), "opportunities.html")
    assert "3 more are written at steps" in shown.text and "CSV, 5 entries" in shown.text
    assert len(rows) == 5


def test_what_is_measured_is_there_with_its_unit_its_days_and_its_sources() -> None:
    data = _metrics()
    assert data["metrics"]["wait-time"] == {"title": "Wait", "unit": "min", "target": 4.0, "better": "lower"}
    asks, secret, csat = data["uses"]
    assert (asks["at"], asks["metric"], asks["value"]) == ("1-2#asks", "wait-time", 7.5)
    assert asks["measured"] == [{"date": "2026-02-01", "value": 8.0}, {"date": "2026-03-01", "value": 7.5}]
    assert data["evidence"][asks["evidence"][0]]["n"] == 12
    assert (secret["metric"], secret["value"]) == ("secret-rate", 3.0)
    assert csat["metric"] == "csat" and "value" not in csat, "yet to be measured"


def test_no_file_tells_readers_of_what_is_for_others() -> None:
    everyone = Readers()
    every = b"".join(_files(everyone).values()).lower()
    assert not any(word in every for word in (b"secret", b"hush", b"for the crew", b"crew"))
    assert [row["journey#id"] for row in _rows("insights/touchpoints.csv", everyone)] == [
        *("1-2#asks", "1-2#waits", "1-2#goes"),
    ]
    assert [use["metric"] for use in _metrics(everyone)["uses"]] == ["wait-time", "csat"]


def test_metrics_obey_their_schema(example: Site) -> None:
    schema = published_schema("metrics-json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    whole = json.loads((example.folder / "insights/metrics.json").read_bytes())
    assert whole["uses"] and [error.message for error in validator.iter_errors(whole)] == []
    assert [error.message for error in validator.iter_errors(_metrics())] == []
    assert not validator.is_valid({**whole, "uses": 1})


def test_all_data_is_offered_by_a_page_that_says_what_it_is(example: Site) -> None:
    offered = {
        target[0]
        for name, shown in example.pages.items()
        for element in shown.elements
        if element.tag == "a" and "download" in element.attributes
        if (target := example.target(name, element.attributes["href"] or ""))
    }
    there = {path.relative_to(example.folder).as_posix() for path in example.folder.rglob("*")}
    assert offered <= there
    assert {path for path in there if path.endswith((".csv", ".ics", ".json"))} - {".cjsite.json"} <= offered


def test_the_document_explains_every_column_and_key() -> None:
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    keys = (*MetricsDocument.model_fields, *MetricUse.model_fields)
    columns = (*TOUCHPOINT_COLUMNS, *COLUMNS, "steps", "solutions", *LATER)
    assert [name for name in (*columns, *keys) if f"`{name}`" not in text] == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("journeys/dead-battery.html", ("The steps as a table CSV, 20 entries", "The whole map as data JSON")),
        ("insights/reviews.html", ("All reviews for your calendar ICS, 9 entries",)),
        ("insights/opportunities.html", ("All opportunities as a table CSV, 30 entries",)),
        ("reference.html", ("All that is measured, as data JSON",)),
    ],
)
def test_the_menu_says_what_each_file_is(example: Site, page: str, words: tuple[str, ...]) -> None:
    shown: Document = example.pages[page]
    assert all(each in shown.text for each in words)

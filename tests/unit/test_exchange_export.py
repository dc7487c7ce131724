"""A map as a table for other programs: what stands in which cell, and what is said to be left out."""

import csv
import io
import sys
import zipfile

import openpyxl
import pytest

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.problem import Refusal
from cjsite.exchange.csv_table import csv_table_grids
from cjsite.exchange.export_csv import write_csv
from cjsite.exchange.export_xlsx import write_xlsx
from cjsite.exchange.imported import NotImported
from cjsite.exchange.ods import ods_grids
from cjsite.exchange.xlsx import xlsx_grids
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.content import content
from tests.support.page import TODAY
from tests.support.sheets import ods, texts

FILES = """
-- departments.yml --
crew: The crew
-- channels.yml --
pier: The pier
-- opportunities.yml --
board: {title: "=A board that knows", steps: [late-ferry#waits]}
-- journeys/late-ferry.yml --
title: A late ferry
goal: To be home by nine
stages:
  - title: Before
    goal: To catch it
    steps:
      - title: Waits
        id: waits
        actions: [Reads the board, "-2+3 ferries pass"]
        channel: pier
        department: crew
        emotion: -1.5
        satisfaction: 0
        pain_points: [{text: Nobody says why, severity: 4}]
        lanes: {Weather: Rain}
      - title: Boards
        emotion: {value: 1, words: relieved}
        touchpoints:
          - {title: Ramp, channel: pier, backstage: [{does: Counts heads, department: crew, system: Lists}]}
          - {title: Saloon, emotion: [2, 1], duration: 10m}
  - title: After
"""
HEADER = ["Stage", "Step", "Touchpoint", "Actions", "Pain points", "Opportunities", "Channel", "Department",
          "Emotion (-2 to 2)", "Backstage", "Duration", "Satisfaction", "Weather"]  # fmt: skip


@pytest.fixture(name="inputs")
def _inputs() -> JourneyInput:
    return journey_inputs(content(FILES.lstrip()), TODAY)["late-ferry"]


def test_csv_has_a_row_a_step_or_touchpoint(inputs: JourneyInput) -> None:
    header, *rows = csv.reader(io.StringIO(write_csv(inputs).data.decode("utf-8-sig")))
    assert header == HEADER
    first, whole, ramp, saloon, after = (dict(zip(header, row, strict=True)) for row in rows)
    assert first["Actions"] == "Reads the board\n'-2+3 ferries pass"
    assert first["Opportunities"] == "'=A board that knows"
    assert (first["Emotion (-2 to 2)"], first["Satisfaction"], first["Weather"]) == ("-1.5", "0", "Rain")
    assert (first["Channel"], first["Department"]) == ("The pier", "The crew")
    assert whole["Emotion (-2 to 2)"] == "relieved (1)" and not whole["Touchpoint"]
    assert ramp["Backstage"] == "Counts heads (The crew, Lists)"
    assert (saloon["Emotion (-2 to 2)"], saloon["Duration"]) == ("2\n1", "10m")
    assert [row["Step"] for row in (whole, ramp, saloon)] == ["Boards"] * 3
    assert (after["Stage"], after["Step"]) == ("After", "")


def test_a_workbook_says_the_same_with_numbers_as_numbers(inputs: JourneyInput) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(inputs).data))["A late ferry"]
    header, first, *_ = sheet.iter_rows(values_only=True)
    assert list(header) == HEADER
    row = dict(zip(header, first, strict=True))
    assert row["Emotion (-2 to 2)"] == -1.5 and row["Satisfaction"] == 0
    assert sheet.freeze_panes == "C2" and sheet["A1"].font.b


def test_no_text_of_a_workbook_is_a_formula(inputs: JourneyInput) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(inputs).data)).worksheets[0]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=A board that knows"]
    assert cell.data_type == "s" and cell.quotePrefix
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_the_same_map_is_the_same_bytes(inputs: JourneyInput) -> None:
    for write in (write_csv, write_xlsx):
        assert write(inputs).data == write(inputs).data
    with zipfile.ZipFile(io.BytesIO(write_xlsx(inputs).data)) as packed:
        assert {part.date_time[0] for part in packed.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in packed.read("docProps/core.xml")


def test_both_come_in_again_with_the_same_words(inputs: JourneyInput) -> None:
    (table,) = csv_table_grids("a.csv", write_csv(inputs).data)
    (book,) = xlsx_grids("a.xlsx", write_xlsx(inputs).data)
    assert texts(table) == texts(book)
    assert "=A board that knows" in texts(table)[1] and book.title == "A late ferry"


def test_what_is_left_out_is_said(inputs: JourneyInput) -> None:
    said = (
        "of the map (goal)",
        "of stages (goal)",
        "of steps (pain_points.severity)",
    )
    assert write_csv(inputs).left_out == ("its title", *said)
    assert write_xlsx(inputs).left_out == said


def test_without_the_extra_it_is_said_how_to_get_it(inputs: JourneyInput, monkeypatch: pytest.MonkeyPatch) -> None:
    book = write_xlsx(inputs).data
    for library in ("openpyxl", "odfdo"):
        monkeypatch.setitem(sys.modules, library, None)
    mend = r"install them: python -m pip install 'cjsite\[sheets\]'"
    with pytest.raises(Refusal, match=mend):
        write_xlsx(inputs)
    with pytest.raises(NotImported, match=mend):
        xlsx_grids("a.xlsx", book)
    with pytest.raises(NotImported, match=mend):
        ods_grids("a.ods", ods('<table:table table:name="A"/>'))


def test_a_title_that_no_sheet_may_have_is_told() -> None:
    files = FILES.lstrip().replace("title: A late ferry", "title: 'Late [ferry]: what now? A story of two islands'")
    made = write_xlsx(journey_inputs(content(files), TODAY)["late-ferry"])
    assert made.left_out[0] == "a part of its title"
    assert xlsx_grids("a.xlsx", made.data)[0].title == "Late  ferry   what now  A story"

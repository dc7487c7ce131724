"""What authors may write, and what it means."""

import datetime
from pathlib import Path

import pytest

from cjsite.base.folder import Folder
from cjsite.base.problem import Broken
from cjsite.base.span import Span
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.model.step import Step
from cjsite.reading.read import read
from tests.support.files import parse, write


def _content(text: str) -> Content:
    return read(parse(text))


def _journey(text: str) -> Journey:
    return read({"journeys/a.yml": text.encode()}).journeys["a"]


def _step(fields: str) -> Step:
    indented = fields.strip("\n").replace("\n", "\n        ")
    return next(_journey(f"stages:\n  - title: S\n    steps:\n      - {indented}\n").steps())


def test_the_first_map_needs_four_things() -> None:
    journey = _journey("title: A\ngoal: B\nstages: [{title: S, steps: [{title: T, emotion: 1}]}]")
    assert journey.title == "A"
    assert journey.goal == ("B",)
    assert [(s.title, [t.title for t in s.steps]) for s in journey.stages] == [("S", ["T"])]
    assert [sample.value for step in journey.steps() for sample in step.emotion] == [1.0]


@pytest.mark.parametrize("written", ["no", "on", "12:30", "1.10", "007", "0x1F", "2026-01-01", "1e3", "null-ish"])
def test_texts_stay_what_the_author_wrote(written: str) -> None:
    assert _journey(f"title: {written}").title == written


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = "title: A\nnarrative: |\n  One\n  two\nstages:\n  - title: S\n"
    windows = b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()
    assert read({"journeys/a.yml": windows}).journeys["a"] == _journey(plain)


@pytest.mark.parametrize(
    "written",
    ["pain_points: Slow", "pain_points: [Slow]", "pain_points: [{text: Slow}]", "pain_points: {text: Slow}"],
)
def test_a_text_a_list_and_an_object_are_the_same(written: str) -> None:
    assert [pain.text for pain in _step(f"title: T\n{written}").pain_points] == ["Slow"]


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("emotion: -1", [-1.0]),
        ("emotion: −1.5", [-1.5]),
        ("emotion: +0,5", [0.5]),
        ("emotion: [1, -2, 0.5]", [1.0, -2.0, 0.5]),
        ("emotion: {value: 2}", [2.0]),
        ("emotion: [{value: 1}, -1]", [1.0, -1.0]),
        ("emotion: Xylophonic", [None]),
        ("title: No feeling", []),
    ],
)
def test_a_feeling_is_a_number_a_word_fields_or_several(written: str, values: list[float | None]) -> None:
    title = "" if written.startswith("title") else "title: T\n"
    assert [sample.value for sample in _step(title + written).emotion] == values


@pytest.mark.parametrize(("word", "sign"), [("angry", -1), ("Delighted!", 1), ("😡", -1), ("🙂", 1)])
def test_a_word_or_emoji_on_the_list_stands_for_an_inferred_number(word: str, sign: int) -> None:
    (sample,) = _step(f"title: T\nemotion: {word}").emotion
    assert sample.value is not None
    assert sample.value * sign > 0
    assert sample.words == (word,)
    assert sample.confidence == "inferred"


def test_alternatives_are_a_mean_and_a_spread_that_nobody_vouches_for() -> None:
    (sample,) = _step("title: T\nemotion: relieved or worried").emotion
    assert (sample.value, sample.spread, sample.confidence) == (0.0, (-1.0, 1.0), "assumed")
    assert sample.words == ("relieved or worried",)
    (own,) = _step("title: T\nemotion: {words: relieved or worried, spread: [0, 1], confidence: reported}").emotion
    assert (own.value, own.spread, own.confidence) == (0.0, (0.0, 1.0), "reported")


def test_arrows_make_several_feelings_in_the_order_of_time() -> None:
    samples = _step("title: T\nemotion: [annoyed, curious → delighted]").emotion
    assert [(sample.words, sample.value) for sample in samples] == [
        (("annoyed",), -1.0), (("curious",), 0.5), (("delighted",), 2.0),
    ]  # fmt: skip
    (whole,) = _step("title: T\nemotion: {words: curious → delighted, trigger: A gift}").emotion
    assert (whole.words, whole.value) == (("curious → delighted",), 1.25), "one trigger sets off one feeling"


def test_the_authors_number_counts_and_not_the_words() -> None:
    (sample,) = _step("title: T\nemotion: {words: 'delighted, if late', value: -1}").emotion
    assert (sample.value, sample.spread, sample.confidence, sample.unknown) == (-1.0, None, None, ())


def test_the_words_stay_as_they_were_written_and_what_is_not_known_is_named() -> None:
    (sample,) = _step("title: T\nemotion: {words: ['🙂 Satisfied, if generic', 'Frabjous']}").emotion
    assert sample.words == ("🙂 Satisfied, if generic", "Frabjous")
    assert sample.value == 1.0
    assert sample.unknown == ("if generic", "Frabjous")
    (sample,) = _step("title: T\nemotion: {words: [Curious, overwhelmed by options]}").emotion
    assert (sample.value, sample.unknown) == (None, ("overwhelmed by options",)), "one speaks against the other"


def test_references_are_found_where_they_stand_beside_arrows() -> None:
    with pytest.raises(Broken) as broken:
        _step("title: T\nemotion:\n  - calm → sad\n  - {value: -1, compensated_by: nowhere}")
    (problem,) = broken.value.problems
    assert "nowhere" in problem.message
    assert (problem.place.line, problem.place.column) == (7, 41)


def test_words_of_the_sites_own_come_first() -> None:
    content = _content("""\
-- site.yml --
emotion_scale: {min: 1, max: 5}
emotion_words: {angry: 5, Wibbly: 2}
-- journeys/a.yml --
stages: [{title: S, steps: [{title: T, emotion: angry}, {title: U, emotion: wibbly}]}]
""")
    assert [s.emotion[0].value for s in content.journeys["a"].steps()] == [5.0, 2.0]


def test_a_step_has_columns() -> None:
    bare = _step("title: T\nchannel:")
    assert [(c.title, c.id) for c in bare.meetings] == [("T", "t")]
    several = _step("title: T\nemotion: 1\ntouchpoints: [{title: Door, emotion: -1}, {title: Bell}]")
    assert [(c.title, c.id) for c in several.meetings] == [("Door", "door"), ("Bell", "bell")]
    assert several.feeling_of_whole
    one = _step("title: T\nemotion: 1\nduration: 5m\ntouchpoints: [{title: Door, duration: 7m}]")
    (column,) = one.meetings
    assert column.emotion[0].value == 1.0, "what the step says holds for its only touchpoint"
    assert column.duration is not None
    assert column.duration.minutes == Span.exactly(7), "and what the touchpoint says itself comes first"


@pytest.mark.parametrize("paths", ["callback", "[callback]", "{callback: }", "{callback: {}}"])
@pytest.mark.parametrize("path", ["callback", "[callback]"])
def test_a_path_may_be_no_more_than_its_name(paths: str, path: str) -> None:
    journey = _journey(f"paths: {paths}\nstages: [{{title: S, steps: [{{title: T, path: {path}}}]}}]")
    assert list(journey.paths) == ["callback"]
    assert [step.path for step in journey.steps()] == [("callback",)]


def test_a_step_may_be_on_several_paths_and_on_the_main_one_undeclared() -> None:
    journey = _journey("paths: [a, b]\nstages: [{title: S, steps: [{title: T, path: [b, main]}]}]")
    assert [step.path for step in journey.steps()] == [("b", "main")]


@pytest.mark.parametrize(
    "written", ["[staff, board]", "{staff: , board: }", "{staff: '', board: {title: ''}}", "\n  - staff\n  - board"]
)
def test_audiences_are_names_or_names_with_titles(written: str) -> None:
    audiences = _content(f"-- site.yml --\naudiences: {written}").settings.audiences
    assert [(name, audience.title) for name, audience in audiences.items()] == [("staff", ""), ("board", "")]


def test_what_is_for_everyone_needs_no_declaration() -> None:
    shown = _journey(
        "audience: everyone\nstages: [{title: S, audience: [everyone], steps: [{audience: everyone}]}]"
    )
    assert [shown.audience, shown.stages[0].audience] == [("everyone",)] * 2


def test_ids_come_from_titles_and_never_collide() -> None:
    journey = _journey("stages: [{title: S, steps: [Wait here, Wait here, {title: Wait, id: wait-here-2}, '…']}]")
    ids = [step.id for step in journey.steps()]
    assert ids[0] == "wait-here"
    assert len({i.casefold() for i in ids}) == 4
    assert all(ids)


def test_ids_keep_the_letters_of_every_script() -> None:
    journey = _journey("stages: [{title: S, steps: [Ждёт ответа, 待つ, انتظار]}]")
    assert [step.id for step in journey.steps()] == ["ждёт-ответа", "待つ", "انتظار"]


def test_a_journey_in_markdown_is_the_same_data() -> None:
    content = _content("""\
-- journeys/prose.md --
---
title: Coffee
---
It was early.

Very early.

## Queue
```yaml
phase: before
```
A long one.

### Sees the queue
```yaml
emotion: -1
thoughts: Oh no
```
Everyone is here.

> "Not again."
>
> So I thought.

Everyone.

> And again.
-- journeys/fields.yml --
title: Coffee
narrative: |-
  It was early.

  Very early.
stages:
  - title: Queue
    phase: before
    description: A long one.
    steps:
      - title: Sees the queue
        emotion: -1
        thoughts: Oh no
        description: |-
          Everyone is here.


          Everyone.
        quotes: ["\\"Not again.\\"\\n\\nSo I thought.", And again.]
""")
    prose, fields = content.journeys["prose"], content.journeys["fields"]
    assert prose.but(id="fields") == fields


def test_a_quote_loses_the_marks_that_the_page_sets() -> None:
    content = _content("-- journeys/a.md --\n## S\n### T\n> “They knew before I did.”\n")
    assert next(content.journeys["a"].steps()).quotes == ("They knew before I did.",)


def test_headings_inside_code_are_no_stages() -> None:
    content = _content("-- journeys/a.md --\n## S\n### T\nText\n\n```\n## Not a stage\n```\n")
    assert [stage.title for stage in content.journeys["a"].stages] == ["S"]


def test_a_registry_may_be_a_file_or_a_folder() -> None:
    content = _content("""\
-- channels.yml --
web: {title: Website}
friends:
-- channels/phone.yml --
title: Phone
-- opportunities/callback.md --
---
title: Call back
---
Because waiting hurts.
-- opportunities.yml --
seats: {title: More seats, value: 4}
""")
    assert {c.id: c.title for c in content.channels.values()} == {
        "web": "Website", "friends": "Friends", "phone": "Phone",
    }  # fmt: skip
    assert content.opportunities["callback"].body == "Because waiting hurts."
    assert content.opportunities["seats"].value == 4


def test_measurements_are_read_however_a_spreadsheet_writes_them() -> None:
    journey = "-- journeys/a.yml --\nstages: [{title: S, steps: [Waits]}]\n-- journeys/a.csv --\n"
    comma = _content(journey + "step,metric,date,value\nwaits,csat,2026-01-31,2.9\n\n")
    semicolon = _content(journey + "Step;Metric;Date;Value\nwaits;csat;2026-01-31;2,9\n")
    assert comma.measurements == semicolon.measurements
    (row,) = comma.measurements["a"]
    assert (row.step, row.metric, row.date, row.value) == ("waits", "csat", datetime.date(2026, 1, 31), 2.9)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("25m", 25), ("1h 30m", 90), ("2 days", 2880), ("1 hour and 5 minutes", 65), ("30 s", 0.5), ("1.5h", 90)],
)
def test_lengths_of_time(written: str, minutes: float) -> None:
    duration = _step(f"title: T\nduration: {written}").duration
    assert duration is not None
    assert (duration.text, duration.minutes) == (written, Span.exactly(minutes))


def test_unknown_stays_unknown() -> None:
    step = _step("title: T\nemotion:\nimportance:\npain_points:\n")
    assert step.emotion == ()
    assert step.importance is None
    assert step.pain_points == ()


def test_what_editors_and_systems_leave_behind_is_not_content(tmp_path: Path) -> None:
    left = (".git/x.yml", "journeys/.a.yml.swp", "journeys/a.yml~", "journeys/~$a.yml", ".DS_Store", "#a.yml#")
    write(tmp_path, dict.fromkeys((*left, "journeys/a.yml"), b""))
    assert list(Folder(tmp_path).scan()) == ["journeys/a.yml"]


def test_an_unchanged_file_stays_the_same_object(tmp_path: Path) -> None:
    folder = Folder(write(tmp_path, "-- a.yml --\ntitle: A\n-- b.yml --\ntitle: B\n"))
    before = folder.scan()
    (tmp_path / "a.yml").write_text("title: A", "utf-8")
    (tmp_path / "b.yml").write_bytes(before["b.yml"])
    after = folder.scan()
    assert after["a.yml"] == b"title: A"
    assert after["b.yml"] is before["b.yml"]


def test_control_characters_are_told_up_to_a_number_and_in_names_too() -> None:
    with pytest.raises(Broken) as broken:
        read({"pages/a.md": b"\x01\n" * 21, "journeys/img/a\x1b.png": b"", "journeys/img/b\n.svg": b""})
    places = [str(problem.place) for problem in broken.value.problems]
    names = ["journeys/img/a?.png:1:1", "journeys/img/b?.svg:1:1"]
    assert places == [*names, *(f"pages/a.md:{line}:1" for line in range(1, 21))]


def test_a_long_key_as_programs_write_it_is_one() -> None:
    name = "what we saw " * 12
    assert list(_step(f"title: T\nlanes:\n  ? {name.strip()}\n  : seen\n").lanes) == [name.strip()]

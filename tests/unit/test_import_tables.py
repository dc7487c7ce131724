"""Tables as maps: which way they run, what their cells are, and which of them are no journeys."""

import pytest

from cjsite.exchange.imported import ImportOptions, NotImported
from cjsite.model.journey import Journey
from cjsite.model.step import StepFields
from tests.support.imported import NO_OPTIONS, markdown, only_map

JOURNEY = """# Journey of a guest

| Stage | Actions | Touchpoints | Emotions |
|---|---|---|---|
| Book | Calls | Phone | hopeful |
| Stay | Sleeps | Room | calm |
"""


def _course(journey: Journey) -> tuple[StepFields, ...]:
    return tuple(journey.steps())


def _turned(text: str) -> str:
    """Return a Markdown table with its rows as columns, below the same heading."""
    heading, rows = text.split("\n\n", 1)
    cells = [line.strip("|").split("|") for line in rows.strip().splitlines() if "---" not in line]
    turned = ["|" + "|".join(row) + "|" for row in zip(*cells, strict=True)]
    return "\n".join([heading, "", turned[0], "|---" * len(cells) + "|", *turned[1:]])


def test_a_table_reads_the_same_either_way() -> None:
    assert only_map(JOURNEY).journey == only_map(_turned(JOURNEY)).journey


def test_a_row_becomes_a_stage_with_its_lanes() -> None:
    journey = only_map(JOURNEY).journey
    assert [stage.title for stage in journey.stages] == ["Book", "Stay"]
    book = journey.stages[0]
    assert book.actions == ("Calls",)
    assert [point.title for point in book.touchpoints] == ["Phone"]
    assert book.emotion[0].words == ("hopeful",)
    assert journey.lane_names["doing"] == "Actions"


def test_what_can_be_read_both_ways_is_refused_with_both() -> None:
    table = """# A journey
| Stage | Pain points | Emotions |
|---|---|---|
| Actions | Feelings | Goals |
| Touchpoints | Pains | Thoughts |
"""
    with pytest.raises(NotImported, match=r"both ways.*'Pain points'.*'Actions'.*--orientation"):
        markdown(table)
    for orientation, lanes in (("rows", "pain_points"), ("columns", "actions")):
        journey = only_map(table, ImportOptions(orientation=orientation)).journey
        assert all(getattr(stage, lanes) for stage in journey.stages)


def test_unknown_lanes_become_lanes_of_the_authors_own() -> None:
    journey = only_map(JOURNEY.replace("Touchpoints", "Weather")).journey
    assert journey.stages[0].lanes == {"Weather": ("Phone",)}


def test_a_lane_can_be_named_on_the_command_line() -> None:
    options = ImportOptions(lanes=(("weather", "channel"),))
    made = only_map(JOURNEY.replace("Touchpoints", "Weather"), options)
    assert made.journey.stages[0].channel == "phone"
    assert [channel.title for channel in made.channels] == ["Phone", "Room"]
    with pytest.raises(NotImported, match="names no field; there is stage"):
        markdown(JOURNEY, ImportOptions(lanes=(("weather", "rain"),)))


def test_a_blank_stage_is_the_one_above() -> None:
    table = """## Journey
| Phase | Step | Actions | Emotions |
|---|---|---|---|
| Before | Search | Looks | curious |
| | Ask | Calls | happy |
| After | Pay | Pays | - |
"""
    stages = only_map(table).journey.stages
    assert [(stage.title, [step.title for step in stage.steps]) for stage in stages] == [
        ("Before", ["Search", "Ask"]),
        ("After", ["Pay"]),
    ]


def test_two_rows_of_headings_are_stages_over_steps() -> None:
    table = """## Journey
| | Before | | After |
|---|---|---|---|
| | Search | Ask | Pay |
| Actions | Looks | Calls | Pays |
| Emotions | curious | happy | sad |
"""
    stages = only_map(table).journey.stages
    assert [(stage.title, [step.title for step in stage.steps]) for stage in stages] == [
        ("Before", ["Search", "Ask"]),
        ("After", ["Pay"]),
    ]


def test_rows_of_one_stage_without_titles_are_called_by_what_is_done() -> None:
    table = JOURNEY.replace("| Stay |", "| Book |")
    (stage,) = only_map(table).journey.stages
    assert [step.title for step in stage.steps] == ["Calls", "Sleeps"]


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("Looks<br>asks", ("Looks", "asks")),
        ("• Looks • asks", ("Looks", "asks")),
        ("1. Looks 2. asks", ("Looks", "asks")),
        ("- Looks<br/>- asks", ("Looks", "asks")),
        ("Looks; asks", ("Looks", "asks")),
        ("Looks, asks", ("Looks, asks",)),
        ("At 5. Main Street", ("At 5. Main Street",)),
        ("`a; b`", ("`a; b`",)),
    ],
)
def test_lists_in_a_cell_become_lists(cell: str, texts: tuple[str, ...]) -> None:
    assert only_map(JOURNEY.replace("Calls", cell)).journey.stages[0].actions == texts


@pytest.mark.parametrize("cell", ["–", "-", "n/a", "k. A.", "", "无", "...", "N/A"])
def test_cells_that_say_that_there_is_nothing_are_empty_and_told(cell: str) -> None:
    made = only_map(JOURNEY.replace("Calls", cell))
    assert made.journey.stages[0].actions == ()
    assert not cell or any(taken.source == f"'{cell}'" for taken in made.taken)


@pytest.mark.parametrize("cell", ["same as above", "dito", '"', "〃", "同上"])
def test_cells_that_refer_to_the_one_before_hold_its_words_and_are_told(cell: str) -> None:
    made = only_map(JOURNEY.replace("Sleeps", cell))
    assert made.journey.stages[1].actions == ("Calls",)
    assert [doubt.text for doubt in made.doubts] == [cell]


def test_numbers_are_no_feelings_unless_their_scale_is_declared() -> None:
    table = JOURNEY.replace("hopeful", "4").replace("calm", "2/5")
    made = only_map(table)
    assert [stage.emotion for stage in made.journey.stages] == [(), ()]
    assert [stage.lanes["Emotions"] for stage in made.journey.stages] == [("4",), ("2/5",)]
    assert [doubt.message for doubt in made.doubts if "--scale" in doubt.message]
    for declared, options in ((table, ImportOptions(scale=(1, 5))), (_in_label(table), NO_OPTIONS)):
        journey = only_map(declared, options).journey
        assert [stage.emotion[0].value for stage in journey.stages] == [4, 2]
        assert journey.emotion_scale and (journey.emotion_scale.min, journey.emotion_scale.max) == (1, 5)


def _in_label(table: str) -> str:
    return table.replace("Emotions", "Emotions (1–5)")


def test_numbers_off_the_scale_are_neither_cut_nor_moved() -> None:
    made = only_map(_in_label(JOURNEY.replace("hopeful", "7")))
    assert made.journey.stages[0].emotion == ()
    assert made.journey.stages[0].lanes == {"Emotions (1–5)": ("7",)}
    assert any("off the scale of 1 to 5" in doubt.message for doubt in made.doubts)


def test_a_number_beside_a_word_counts_where_the_scale_is_declared() -> None:
    (sample,) = only_map(_in_label(JOURNEY.replace("hopeful", "😊 happy (5)"))).journey.stages[0].emotion
    assert (sample.value, sample.words) == (5, ("😊 happy",))


def test_several_touchpoints_share_what_is_said_of_one() -> None:
    table = """## Journey
| Stage | Touchpoints | Team | Emotions |
|---|---|---|---|
| Book | Phone<br>Website | Sales | calm |
"""
    made = only_map(table)
    points = made.journey.stages[0].touchpoints
    assert [(point.title, point.department) for point in points] == [("Phone", "sales"), ("Website", "sales")]
    assert [department.title for department in made.departments] == ["Sales"]
    assert [doubt.text for doubt in made.doubts] == ["Team"]


def test_a_lane_whose_cells_do_not_fit_becomes_one_of_its_own_and_is_told() -> None:
    table = JOURNEY.replace("Touchpoints", "Owner").replace("| Phone", "| Sales, and then everybody who is there")
    made = only_map(table)
    assert made.journey.stages[1].lanes == {"Owner": ("Room",)}
    assert any("lane of its own" in doubt.message for doubt in made.doubts)


def test_lengths_of_time_are_durations_where_all_are() -> None:
    timed = JOURNEY.replace("Touchpoints", "Time").replace("Phone", "5 min")
    assert only_map(timed).journey.stages[0].time == "5 min"
    both = only_map(timed.replace("Room", "2–3 days")).journey.stages
    assert both[1].duration and both[1].duration.text == "2–3 days"


def test_stages_with_one_title_get_ids_of_their_own() -> None:
    table = JOURNEY + "| Book | Calls again | Phone | angry |\n| ??? | Leaves | Door | sad |\n"
    ids = [stage.id for stage in only_map(table).journey.stages]
    assert len(set(ids)) == 4


def test_templates_are_refused() -> None:
    hollow = JOURNEY.replace("Calls", "[Actions]").replace("Phone", "[Where]").replace("hopeful", "[😀/😐]")
    with pytest.raises(NotImported, match="template"):
        markdown(hollow.replace("Sleeps", "TBD").replace("Room", "TBD").replace("calm", "TBD"))


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        ("case id | activity | timestamp | resource", "an event log"),
        ("Plan | Price | Quantity | Total", "a price list"),
        ("Stop | Line | Arrival | Departure", "a timetable or a route"),
        ("ID | Requirement | Acceptance criteria | Priority", "a list of requirements"),
        ("Step | Action | Expected result | Actual result", "test cases"),
        ("Step | Goal | Touchpoints | Verifies | Blocked by | Estimated time", "a project plan"),
        ("Name | Country | Size | Colour", "names a lane"),
        ("Pain point | Role | Opportunity | Story", "names a lane"),
    ],
)
def test_tables_that_are_no_journeys_are_refused_with_a_reason(labels: str, why: str) -> None:
    width = labels.count("|") + 1
    rows = "\n".join("|" + "|".join(f" word{row}{n} " for n in range(width)) + "|" for row in range(3))
    with pytest.raises(NotImported, match=why):
        markdown(f"# A list\n\n| {labels} |\n{'|---' * width}|\n{rows}\n")


def test_tables_that_are_no_journeys_are_left_where_another_is() -> None:
    made = only_map(f"{JOURNEY}\n## Prices\n\n| Plan | Price |\n|---|---|\n| A | 3 |\n")
    ((place, sentence),) = made.unread
    assert place.line == 10
    assert "not taken in" in sentence
    assert not any(word == "3" for _, word in made.words)


def test_what_explains_lanes_is_no_journey() -> None:
    with pytest.raises(NotImported, match="explains lanes"):
        markdown("# Journey maps\n| Lane | Description | Example |\n|---|---|---|\n| Actions | What | Buys |\n"
                 "| Emotions | How | glad |\n")  # fmt: skip


def test_the_persona_above_comes_along() -> None:
    persona = "# Persona\n\n| Name | Ana |\n|---|---|\n| Age | 34 |\n| Goals | Rest; quiet |\n| Pet | A dog |\n\n"
    made = only_map(persona + JOURNEY)
    assert made.journey.persona == "ana"
    (ana,) = made.personas
    assert (ana.title, ana.age, ana.goals) == ("Ana", "34", ("Rest", "quiet"))
    assert "A dog" in ana.body


def test_labelled_lines_above_become_fields_and_the_rest_the_story() -> None:
    made = only_map(JOURNEY.replace("guest\n", "guest\n\n**Persona:** Ana, 34\n**Goal:** Rest\n\nIt rains.\n"))
    assert (made.journey.persona, made.journey.goal, made.journey.narrative) == ("ana", ("Rest",), "It rains.")
    assert made.personas[0].body == "Ana, 34"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (JOURNEY, "Journey of a guest"),
        (JOURNEY.replace("# Journey of a guest", "# The hotel\n\n## 2. Journey map"), "The hotel"),
        (JOURNEY.replace("# Journey of a guest", "---\ntitle: Ana's night\n---"), "Ana's night"),
        (JOURNEY.replace("# Journey of a guest\n", ""), "Map"),
        (JOURNEY.replace("# Journey of a guest", "# The hotel\n\n## To-be"), "The hotel: To-be"),
    ],
)
def test_the_title_is_what_names_the_map_best(text: str, title: str) -> None:
    assert only_map(text).journey.title == title


def test_what_should_be_is_a_to_be_map() -> None:
    second = JOURNEY.replace("# Journey of a guest", "# Future state journey")
    assert [made.journey.state for made in markdown(f"{JOURNEY}\n{second}")] == ["as-is", "to-be"]


def test_a_label_of_thoughts_and_feelings_is_what_its_cells_are() -> None:
    felt = only_map(JOURNEY.replace("Emotions", "Thoughts & feelings"))
    assert felt.journey.stages[0].emotion[0].words == ("hopeful",)
    quoted = JOURNEY.replace("calm", "“Nice!”").replace("hopeful", "“Is it far?”")
    thought = only_map(quoted.replace("Emotions", "Thoughts & feelings"))
    assert thought.journey.stages[0].thoughts == ("“Is it far?”",)
    assert [doubt.text for doubt in thought.doubts] == ["Thoughts & feelings"]


def test_numbered_headings_make_no_stages_of_whole_maps() -> None:
    second = JOURNEY.replace("# Journey of a guest", "## 2. Journey of a child").replace("Calls", "Asks")
    maps = markdown(JOURNEY.replace("# Journey", "## 1. Journey") + "\n" + second)
    assert [made.journey.title for made in maps] == ["Journey of a guest", "Journey of a child"]


def test_the_steps_of_each_stage_may_stand_below_its_heading() -> None:
    text = """# Journey of a guest

## Stage 1: Book

| Step | Actions | Emotions |
|---|---|---|
| Search | Looks | calm |
| Order | Pays | happy |

## Stage 2: Stay

| Step | Actions | Emotions |
|---|---|---|
| Arrive | Waits | angry |
"""
    made = only_map(text)
    assert made.journey.title == "Journey of a guest"
    assert [(stage.title, [step.title for step in stage.steps]) for stage in made.journey.stages] == [
        ("Stage 1: Book", ["Search", "Order"]),
        ("Stage 2: Stay", ["Arrive"]),
    ]


def test_maps_may_take_turns_stage_by_stage() -> None:
    record = "| Row | Content |\n|---|---|\n| Actions | {} |\n| Emotions | calm |\n\n"
    text = "# Platform\n\n" + "".join(
        f"## Stage {n}: Part {n}\n\n### Now\n\n{record.format(f'tries {n}')}"
        f"### Target\n\n{record.format(f'works {n}')}"
        for n in (1, 2)
    )
    now, target = (made.journey for made in markdown(text))
    assert (now.title, now.state, target.title, target.state) == (
        "Platform: Now", "as-is", "Platform: Target", "to-be",
    )  # fmt: skip
    assert [stage.actions for stage in target.stages] == [("works 1",), ("works 2",)]


def test_a_persona_named_in_a_heading_comes_along() -> None:
    made = only_map(JOURNEY.replace("# Journey of a guest", "# Journeys\n\n## Persona 2: Trip Planner"))
    assert [persona.title for persona in made.personas] == ["Trip Planner"]


def test_steps_that_only_count_are_called_by_what_is_done() -> None:
    made = only_map(JOURNEY.replace("| Book |", "| 1 |").replace("| Stay |", "| 2 |"))
    assert [stage.title for stage in made.journey.stages] == ["Calls", "Sleeps"]


def test_labels_in_two_columns_say_whose_each_lane_is() -> None:
    made = only_map("""# Service blueprint
| Layer | | Order | Receive |
|---|---|---|---|
| Frontstage | People | Clerk | Courier |
| | Places | Shop | Door |
| Backstage | Systems | CRM | ERP |
""")
    order = made.journey.stages[0]
    assert order.lanes == {"Frontstage: People": ("Clerk",), "Frontstage: Places": ("Shop",)}
    assert [own.system for own in order.backstage] == ["CRM"]


def test_cells_longer_than_a_text_may_be_are_refused_with_their_place() -> None:
    with pytest.raises(NotImported, match=r"map.md:5:10: this cell has 20,001 characters"):
        markdown(JOURNEY.replace("Calls", "x" * 20_001))


def test_what_is_still_to_be_filled_in_is_told() -> None:
    made = only_map(JOURNEY.replace("Calls", "TBD"))
    assert [(doubt.text, doubt.at) for doubt in made.doubts] == [("TBD", "stages/0")]


def test_lists_of_steps_are_what_is_done() -> None:
    made = only_map("""## Journey
| Phase | Plan | Go |
|---|---|---|
| Steps | 1. Look 2. Ask | 1. Walk 2. Rest |
| Emotions | calm | happy |
""")
    assert [stage.actions for stage in made.journey.stages] == [("Look", "Ask"), ("Walk", "Rest")]


def test_notes_of_a_table_stay_where_all_can_read_them() -> None:
    noted = JOURNEY.replace("Touchpoints", "Comments")
    assert only_map(noted).journey.stages[0].lanes == {"Comments": ("Phone",)}
    assert only_map(noted, ImportOptions(lanes=(("comments", "notes"),))).journey.stages[0].notes == ("Phone",)


def test_pictures_may_be_labels() -> None:
    pictured = only_map(JOURNEY.replace("Actions", "👣").replace("Touchpoints", "⚠️")).journey.stages[0]
    assert (pictured.actions, pictured.pain_points[0].text) == (("Calls",), "Phone")


def test_tables_about_the_same_stages_are_one_map_whatever_their_order() -> None:
    made = only_map("""# Customer journey
## Stages
| Stage | Goal |
|---|---|
| Look | Finds one |
| Buy | Owns it |
| Ride | Arrives |

## Touchpoints
| Stage | Touchpoint | What happens |
|---|---|---|
| Ride | App | Shows the way |
| Buy | Till | Takes cards |
| Buy | Receipt | Comes by email |

Of May.

## Feelings
| Stage | Dominant emotion |
|---|---|
| Look | curious |
| Buy | – |
| Ride | proud |

## Terms
| Stage | Price | Discount |
|---|---|---|
| Buy | 900 | 10 |
""")
    look, buy, ride = made.journey.stages
    assert [stage.goal for stage in (look, buy, ride)] == ["Finds one", "Owns it", "Arrives"]
    assert [point.title for point in buy.touchpoints] == ["Till", "Receipt"]
    assert [point.title for point in ride.touchpoints] == ["App"]
    assert look.emotion[0].words == ("curious",)
    assert made.journey.narrative == "Of May."
    assert [place.line for place, _ in made.unread] == [26], "what is about money is no lane of the map"


def test_what_is_and_what_should_be_stay_two_maps() -> None:
    maps = markdown("""# Customer journey
## Current state
| Stage | Actions | Pain points |
|---|---|---|
| Look | Asks | Slow |
| Buy | Pays | Dear |

## Future state
| Stage | Touchpoints | Opportunities |
|---|---|---|
| Look | App | Quicker |
| Buy | Till | Cheaper |
""")
    assert [made.journey.state for made in maps] == ["as-is", "to-be"]


def test_what_the_author_calls_stages_and_people_is_kept() -> None:
    table = JOURNEY.replace("| Stage |", "| 階段 |").replace("Actions", "Wer").replace("Touchpoints", "Duration")
    names = only_map(table.replace("| Phone |", "| 3 min |").replace("| Room |", "| 2 h |")).journey.lane_names
    assert (names["stage"], names["actors"]) == ("階段", "Wer")
    # Nothing is said where the author's word is ours.
    assert "stage" not in only_map(JOURNEY).journey.lane_names and "effort" not in names


def test_who_leads_is_not_who_takes_part() -> None:
    journey = only_map(JOURNEY.replace("Actions", "Who leads")).journey
    assert _course(journey)[0].lanes["Who leads"] == ("Calls",)


def test_semicolons_part_lists_but_not_what_goes_on() -> None:
    book = _course(only_map(JOURNEY.replace("Calls", "Calls (twice; at least); sends `a; b`; waits")).journey)[0]
    assert book.actions == ("Calls (twice; at least)", "sends `a; b`", "waits")
    table = JOURNEY.replace("Actions", "Description").replace("Calls", "One calls; nobody answers")
    assert only_map(table).journey.stages[0].description == "One calls; nobody answers"


@pytest.mark.parametrize(("cell", "entries"), [
    ("No list of tools; asks whoever sits near", 1),
    ("Keine Liste der Werkzeuge; Kollegen wissen es auch nicht.", 1),
    ("No list of tools; Asks whoever sits near", 2),
    ("Looks around; asks the desk", 2),
    ("Looks up; asks", 2),
    ("Looks around; asks the desk; waits until it is called", 3),
    ("找不到入口；沒有人回答", 2),
])  # fmt: skip
def test_a_semicolon_within_a_sentence_parts_nothing(cell: str, entries: int) -> None:
    made = only_map(JOURNEY.replace("Calls", cell))
    actions = _course(made.journey)[0].actions
    assert len(actions) == entries
    assert any("goes on behind" in own.target for own in made.taken) is (entries == 1)


def test_what_is_doubted_of_a_lane_is_said_at_its_name() -> None:
    (doubt,) = only_map(JOURNEY.replace("Actions", "Owner").replace("Sleeps", "Staff")).doubts
    assert doubt.at == "lane_names/department"
    (doubt,) = only_map(JOURNEY.replace("Actions", "Duration").replace("Sleeps", "2 h; or 3")).doubts
    assert doubt.at == "stages/0/lanes/Duration"


def test_tables_of_more_than_a_map_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjsite.exchange.tables.MOST_SIGNS", 60)
    with pytest.raises(NotImported, match=r"have \d+ characters, and maps come with 60 at most"):
        markdown(JOURNEY + "| Leave | Pays | Desk | sorry |\n")


def test_many_touchpoints_of_one_name_have_ids_of_their_own() -> None:
    row = "| Stay {} | Sleeps | Room; Room | calm |\n"
    journey = only_map(JOURNEY + "".join(row.format(n) for n in range(9))).journey
    ids = [point.id for step in _course(journey) for point in step.touchpoints]
    assert len(set(ids)) == len(ids) == 20


def test_fields_of_a_persona_keep_the_words_of_their_labels() -> None:
    rows = "| Age | 31 |\n| Rolle | Fahrerin |\n| Ziele | Ruhe |\n| Wetter | Sonne |\n"
    person = f"## Persona: Ana\n\n| | |\n|-|-|\n{rows}\n"
    [made] = markdown(f"# Fahren\n\n{person}## Reise\n\n{JOURNEY}")
    (ana,) = made.personas
    assert (ana.age, ana.occupation, ana.goals) == ("31", "Fahrerin", ("Ruhe",))
    assert ana.field_names == {"occupation": "Rolle", "goals": "Ziele"}
    assert ana.body == "**Wetter:** Sonne"

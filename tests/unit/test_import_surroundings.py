"""What stands around the tables of a file: in the map, or told in the report, but never gone without a word."""

from cjsite.exchange.imported import ImportedMap, ImportOptions
from cjsite.exchange.importing import read_source
from tests.support.imported import markdown

_TABLE = "| Stage | Actions | Feelings |\n|-|-|-|\n| Find | Looks | Curious |\n| Buy | Pays | Glad |\n"


def test_what_is_below_a_table_under_its_heading_is_told_of_its_map() -> None:
    [made] = markdown(
        f"# Buying a bike\n\nOnce a year.\n\n{_TABLE}\n**Goal:** Ride on Sunday.\n\nMost come back.\n"
    )
    assert made.journey.narrative == "Once a year.\n\nMost come back."
    assert made.journey.goal == ("Ride on Sunday.",)
    assert not made.unread


def test_without_headings_likewise() -> None:
    [made] = markdown(f"{_TABLE}\nMost come back.\n")
    assert made.journey.narrative == "Most come back."


def test_each_text_is_of_the_table_before_it() -> None:
    text = f"# Journey\n\n## Today\n\n{_TABLE}\nIt hurts.\n\n## Tomorrow\n\n{_TABLE}\nIt heals.\n"
    assert [made.journey.narrative for made in markdown(text)] == ["It hurts.", "It heals."]


def test_what_is_in_no_map_is_named_with_its_place() -> None:
    text = (
        f"Draft.\n\n# Buying\n\n{_TABLE}\n## Next steps\n\nAsk Ana.\n\n```\nx = 1\n```\n\n"
        "## Prices\n\nOf May.\n\n| Product | Price |\n|-|-|\n| Bike | 900 |\n"
    )
    [made] = markdown(text)
    assert [f"{place}: {sentence.partition(': n')[0]}" for place, sentence in made.unread] == [
        "map.md:22:1: this table is not taken in",
        "map.md:1:1: the text 'Draft.' is not taken in",
        "map.md:12:1: what stands below 'Next steps' is not taken in",
        "map.md:20:1: what stands below 'Prices' is not taken in",
        "map.md:14:1: what stands here is code, and is not taken in",
    ]
    assert not made.doubts


def test_rows_about_the_whole_map_that_it_has_no_place_for_are_named() -> None:
    text = (
        f"# Buying\n\n| | |\n|-|-|\n| Goal | Ride |\n| Scenario | Spring |\n| Budget | 900 |\n\n## Map\n\n{_TABLE}"
    )
    [made] = markdown(text)
    assert [sentence for _, sentence in made.unread] == ["'Budget': this is not taken in"]


def test_front_matter_that_a_map_has_no_place_for_is_named() -> None:
    [made] = markdown(f"---\ntitle: Buying\nauthor: Ana\n---\n\n# Buying\n\n{_TABLE}")
    assert [sentence for _, sentence in made.unread] == ["'author': this is not taken in"]


def test_personas_of_no_map_are_named() -> None:
    text = f"## Persona: Ana\n\nRides.\n\n## Persona: Ben\n\nWalks.\n\n## Journey of Ana\n\n{_TABLE}"
    [made] = markdown(text)
    assert [own.title for own in made.personas] == ["Ana"]
    assert [sentence for _, sentence in made.unread] == ["what stands below 'Persona: Ben' is not taken in"]


_DETAILS = (
    "## 2. In detail\n\n"
    "### Stage 1: Find (home)\n\n- **Thoughts:** Which one?\n- **Pain points:** Too many.\n\n"
    "### Stage 2: Buy *(they lead)*\n\n- **Thoughts:** That much?\n- **Pain points:** A queue.\n\n"
)


def _with_details(details: str) -> tuple[ImportedMap, ...]:
    text = f"# Buying\n\n## 1. In short\n\n{_TABLE}\n{details}## 3. Sources\n\n**Pain points:** from Ana.\n"
    source = read_source("map.md", text.encode(), ImportOptions())
    assert [sentence for own in source.maps for _, sentence in own.unread] == [
        "what stands below '3. Sources' is not taken in"
    ]
    return source.maps


def test_what_headings_tell_more_of_a_tables_stages_goes_into_its_map() -> None:
    [made] = _with_details(_DETAILS)
    assert (made.journey.title, made.journey.stages[1].title) == ("Buying", "Buy (they lead)")
    assert [(stage.actions, stage.thoughts) for stage in made.journey.stages] == [
        (("Looks",), ("Which one?",)), (("Pays",), ("That much?",)),
    ]  # fmt: skip
    assert made.journey.lane_names["thinking"] == "Thoughts"


def test_what_headings_tell_otherwise_becomes_a_map_beside_it() -> None:
    table, document = _with_details(_DETAILS.replace("Pain points", "Feelings"))
    assert (table.journey.title, document.journey.title) == ("Buying", "Buying: In detail")
    assert document.journey.stages[1].title == "Buy (they lead)"
    assert [stage.actions for stage in table.journey.stages] == [("Looks",), ("Pays",)]
    assert [stage.thoughts for stage in document.journey.stages] == [("Which one?",), ("That much?",)]


def test_what_stands_under_a_heading_of_one_map_is_told_of_it() -> None:
    other = _TABLE.replace("Find", "Plan").replace("Buy", "Send")
    text = (
        f"# Maps\n\nBy Ana.\n\n## Buying\n\n**Goal:** Ride.\n\nOnce a year.\n\n### Stage details\n\n{_TABLE}\n"
        f"## Sending\n\nDaily.\n\n### Stage details\n\n{other}"
    )
    buying, sending = markdown(text)
    assert [buying.journey.title, sending.journey.title] == ["Buying", "Sending"]
    assert [buying.journey.narrative, sending.journey.narrative] == ["Once a year.", "Daily."]
    assert buying.journey.goal == ("Ride.",)
    assert [sentence for _, sentence in buying.unread] == ["what stands below 'Maps' is not taken in"]

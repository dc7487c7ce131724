"""Journeys as Markdown: what GitHub shows as a heading is a stage or a step, and nothing else is."""

import pytest

from cjsite.model.journey import Journey
from cjsite.reading.read import read


def _journey(body: str) -> Journey:
    return read({"journeys/a.md": f"---\ntitle: A\n---\n{body}".encode()}).journeys["a"]


def _shape(journey: Journey) -> list[tuple[str, list[str]]]:
    return [(stage.title, [step.title for step in stage.steps]) for stage in journey.stages]


@pytest.mark.parametrize(
    ("body", "shape"),
    [
        ("## Queue\n### Waits\n", [("Queue", ["Waits"])]),
        (" ## Queue ##\n  ### Waits for C#\n", [("Queue", ["Waits for C#"])]),
        ("Queue\n-----\n### Waits\n", [("Queue", ["Waits"])]),
        ("## Queue\n#Tags\n#1 on the list\n", [("Queue", [])]),
        ("## Queue\n```sh\n## a comment\n```\n", [("Queue", [])]),
        ("## Queue\n```sh\n## a comment\n`````\n## Board\n", [("Queue", []), ("Board", [])]),
        ("## Queue\n~~~\n```\n## a comment\n~~~\n## Board\n", [("Queue", []), ("Board", [])]),
        ("## Queue\n- so:\n\n  ```\n  ## a comment\n  ```\n## Board\n", [("Queue", []), ("Board", [])]),
        ("## Queue\n- ```\n  ## a comment\n  ```\n\n## Board\n", [("Queue", []), ("Board", [])]),
        ("## Queue\n    ## code\n", [("Queue", [])]),
        ("## Queue\n<!--\n## Not yet\n### Nor this\n-->\n## Board\n", [("Queue", []), ("Board", [])]),
        ("## Queue\n`<!--` is shown\n\n## Board\n`-->` too\n", [("Queue", []), ("Board", [])]),
        ("## Queue\n- a\n- b\n---\n\nText\n\n---\n", [("Queue", [])]),
        ("## Queue\n> ## said\n", [("Queue", [])]),
        ("## Queue\n| a |\n|---|\n| b |\n", [("Queue", [])]),
    ],
)
def test_headings(body: str, shape: list[tuple[str, list[str]]]) -> None:
    assert _shape(_journey(body)) == shape


def test_a_line_below_a_title_makes_it_one() -> None:
    journey = read({"journeys/a.md": b"Router\n======\nThe story.\n"}).journeys["a"]
    assert (journey.title, journey.narrative) == ("Router", "The story.")


def test_a_transcript_keeps_its_lines() -> None:
    said = "[Customer]: Hello?\n[Agent]: One moment please\n[Customer]: ..."
    assert _journey(f"## Queue\n### Waits\n{said}\n").stages[0].steps[0].description == said


@pytest.mark.parametrize(
    ("body", "quotes", "description"),
    [
        ("> She asked\nhow many.\n\nText", ["She asked\nhow many."], "Text"),
        ("> One\n\n> Two", ["One", "Two"], ""),
        ("> - a\n>   - b", ["- a\n  - b"], ""),
        ("> line  \n> break", ["line  \nbreak"], ""),
        ("> > before\n>\n> after", ["> before\n\nafter"], ""),
        ("```\n> no quote\n```", [], "```\n> no quote\n```"),
        ("> It works.\n> <!-- does it? -->\n\n<!-- ask -->Text", ["It works."], "Text"),
    ],
)
def test_quotes(body: str, quotes: list[str], description: str) -> None:
    step = _journey(f"## Queue\n### Waits\n{body}\n").stages[0].steps[0]
    assert ([quote.text if hasattr(quote, "text") else quote for quote in step.quotes], step.description) == (
        quotes,
        description,
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Waits <!-- how long? --> alone", "Waits  alone"),
        ("`<!-- shown -->`", "`<!-- shown -->`"),
        ("``a ` <!-- shown -->``", "``a ` <!-- shown -->``"),
        ("a ` b <!-- note --> c", "a ` b  c"),
        (r"\\<!-- shown", r"\<!-- shown"),
        ("a <!--> b", "a  b"),
        ("One\\n```\\n<!-- shown -->\\n```\\n<!-- not\\nshown -->Two", "One\n```\n<!-- shown -->\n```\n\nTwo"),
    ],
)
def test_comments_are_left_out_of_every_text(written: str, kept: str) -> None:
    content = read({"journeys/a.yml": f'title: A\nscenario: "{written}"\n'.encode()})
    assert content.journeys["a"].scenario == kept


def test_footnotes_are_those_of_the_whole_file() -> None:
    body = "Story[^a].\n\n## Queue\n### Waits\nLong[^A].\n\n> Oh[^b]\n\n```\n[^c]: code\n```\n"
    notes = "\n[^a]: See[^b].\n[^b]: First\n\n    second.\n[^z]: nobody's\n"
    journey = _journey(body + notes)
    step = journey.stages[0].steps[0]
    a, b = "[^a]: See[^b].", "[^b]: First\n\n    second."
    assert journey.narrative == f"Story[^a].\n\n{a}\n\n{b}"
    assert step.quotes == (f"Oh[^b]\n\n{b}",)
    assert [part for part in (a, b, "[^z]: nobody's", "[^c]: code") if part not in step.description] == []


def test_a_note_of_the_text_itself_goes_before_one_of_the_file() -> None:
    journey = _journey("Story[^a].\n\n[^a]: One\n\n## Queue\n\nLong[^a].\n\n[^a]: Two\n")
    assert (journey.narrative, journey.stages[0].description) == (
        "Story[^a].\n\n[^a]: One",
        "Long[^a].\n\n[^a]: Two",
    )

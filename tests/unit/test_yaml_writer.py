"""YAML as a careful person writes it."""

from textwrap import dedent

import pytest

from cjsite.base.problem import Place
from cjsite.exchange.imported import Doubt
from cjsite.exchange.short_forms import shortened
from cjsite.exchange.yaml_scalars import holdable, number, plain_or_quoted
from cjsite.exchange.yaml_writer import journey_yaml, persona_markdown
from cjsite.model.journey import Journey
from cjsite.model.persona import Persona


def _written(stages: list[object], *doubts: Doubt, **fields: object) -> str:
    journey = Journey.model_validate({"title": "A", "stages": stages, **fields})
    return journey_yaml(shortened(journey), doubts).partition("\n")[2]


def _is(text: str, expected: str) -> None:
    assert text == dedent(expected).lstrip("\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Asks a friend", "Asks a friend"),
        ("Asks: a friend", '"Asks: a friend"'),
        ("https://a.example/b#c", "https://a.example/b#c"),
        ("no", '"no"'),
        ("12:30", '"12:30"'),
        ("08:00-18:00", "08:00-18:00"),
        ("1.10", '"1.10"'),
        ("2026-01-02", '"2026-01-02"'),
        ("- a", '"- a"'),
        ("a #1", '"a #1"'),
        ("a #1", '"a #1"'),
        ('He said "no"', 'He said "no"'),
        ('"No", he said', "'\"No\", he said'"),
        ("", '""'),
        ("«Non», dit-il", "«Non», dit-il"),
        ("😀 Happy", "😀 Happy"),
        ("– no list", '"– no list"'),
        ("مرحبا", "مرحبا"),
    ],
)
def test_quotes_stand_where_they_are_needed(text: str, written: str) -> None:
    assert plain_or_quoted(text) == written


@pytest.mark.parametrize(
    ("value", "written"), [(2.0, "2"), (-1.5, "-1.5"), (0.0000001, "0.0000001"), (True, "true")]
)
def test_numbers_are_written_as_people_do(value: float, written: str) -> None:
    assert number(value) == written


def test_what_no_file_can_hold_is_put_otherwise() -> None:
    assert holdable("a\x00b\x1b[0m\r\nc\x0bd \ud800<!-- e") == "ab[0m\nc\nd \ufffd&lt;!-- e"


def test_what_may_be_brief_is_brief() -> None:
    stages: list[object] = [
        {"title": "Look", "steps": [{"title": "Look", "touchpoints": [{"channel": "web"}], "emotion": 1}]},
        {"title": "Buy", "steps": [
            {"title": "Pays", "pain_points": [{"text": "A long form"}], "actors": ["Ana", "Bo"], "key": True,
             "moment_of_truth": {"asks": "Go on?", "bail_rate": "12.50%"}, "metrics": ["Time to pay"]},
            {"title": "Waits"},
        ]},
    ]  # fmt: skip
    _is(
        _written(stages, personas=["ana"], emotion_scale="1 to 5", reviewed_on="2026-01-02"),
        """
        title: A
        persona: ana
        reviewed_on: 2026-01-02
        emotion_scale: 1 to 5
        stages:
          - title: Look
            channel: web
            emotion: 1
          - title: Buy
            steps:
              - title: Pays
                actors: [Ana, Bo]
                moment_of_truth:
                  asks: Go on?
                  bail_rate: 12.5%
                pain_points: A long form
                metrics: Time to pay
                key: true
              - Waits
        """,
    )


def test_long_texts_are_blocks() -> None:
    text = (
        "It dies on a Monday, and nobody who is asked can say when it will be alive again, or who would know of it."
    )
    _is(
        _written([{"title": "B", "description": "One.\n\n- Two\n- Three"}], scenario=text),
        """
        title: A
        scenario: >-
          It dies on a Monday, and nobody who is asked can say when it will be alive again, or who would
          know of it.
        stages:
          - title: B
            description: |-
              One.

              - Two
              - Three
        """,
    )


def test_doubts_stand_above_what_they_are_about() -> None:
    place = Place("a.md", 3)
    steps = [{"title": "Pays", "emotion": 4, "gains": ["Fast", "Dear"], "lanes": {"In / out": ["z"]}}, "Waits"]
    doubts = [
        Doubt(place, "", "the title is the file's"),
        Doubt(place, "4", "may be of 5", "stages/0/steps/0/emotion"),
        Doubt(place, "y", "may be a pain", "stages/0/steps/0/gains/1"),
        Doubt(place, "y", "may be a pain", "stages/0/steps/0/gains/1"),
        Doubt(place, "z", "no lane is called so", "stages/0/steps/0/lanes/In / out/0"),
        Doubt(place, "w", "may be a stage", "stages/0/steps/1/title"),
    ]
    _is(
        _written([{"title": "Buy", "steps": steps}], *doubts),
        """
        # unsure: the title is the file's
        title: A
        stages:
          - title: Buy
            steps:
              - title: Pays
                # unsure: may be of 5
                emotion: 4
                gains:
                  - Fast
                  # unsure: may be a pain
                  - Dear
                lanes:
                  In / out:
                    # unsure: no lane is called so
                    - z
              # unsure: may be a stage
              - Waits
        """,
    )


def test_doubts_of_a_whole_map_do_not_push_it_away() -> None:
    doubts = (Doubt(Place("a.md", line), "", f"table {line} is left out") for line in range(9))
    written = _written([{"title": "Buy"}], *doubts)
    assert written.splitlines()[4:7] == [
        "# unsure: table 4 is left out",
        "# … and 4 more of the whole file",
        "title: A",
    ]


def test_ids_are_left_out_where_the_reader_makes_the_same() -> None:
    steps = [{"title": "Pays", "id": "pays"}, {"title": "Pays", "id": "pays-2"}, {"title": "Waits", "id": "w"}]
    _is(
        _written([{"title": "Buy", "id": "buy", "steps": steps}]),
        """
        title: A
        stages:
          - title: Buy
            steps:
              - Pays
              - Pays
              - title: Waits
                id: w
        """,
    )
    swapped = [{"title": "Pays", "id": "pays-2"}, {"title": "Pays", "id": "pays"}]
    assert "id: pays-2\n" in _written([{"title": "Buy", "steps": swapped}])


def test_a_persona_is_front_matter_and_a_story() -> None:
    persona = Persona.model_validate({"title": "Ana", "id": "ana", "age": "34", "body": "\nShe *waits*.\n"})
    assert persona_markdown(persona) == '---\ntitle: Ana\nage: "34"\n---\nShe *waits*.\n'


def test_what_a_touchpoint_says_otherwise_stays_with_it() -> None:
    steps = [
        {"title": "Pays", "emotion": 1, "touchpoints": [{"emotion": -1}]},
        {"title": "Waits", "touchpoints": [{"title": "The queue", "channel": "till"}]},
        {"title": "Leaves", "touchpoints": [{"title": "Leaves", "channel": "door"}]},
    ]
    _is(
        _written([{"title": "Buy", "steps": steps}]),
        """
        title: A
        stages:
          - title: Buy
            steps:
              - title: Pays
                emotion: 1
                touchpoints:
                  - emotion: -1
              - title: Waits
                touchpoints:
                  - title: The queue
                    channel: till
              - title: Leaves
                channel: door
        """,
    )

"""What is too much: one message at one place, one step beyond each bound, and nothing just below it."""

from collections.abc import Sequence

import pytest

from cjsite.base.problem import Broken, Problem
from cjsite.model.journey import Journey
from cjsite.reading.read import read


def _problems(journey: str, **others: str) -> Sequence[Problem]:
    sources = {"journeys/a.yml": journey.encode(), **{f"{n}.yml": text.encode() for n, text in others.items()}}
    with pytest.raises(Broken) as raised:
        read(sources)
    return raised.value.problems


def _journey(journey: str) -> Journey:
    return read({"journeys/a.yml": journey.encode()}).journeys["a"]


def _map(steps: int) -> str:
    return "title: A\nstages:\n- title: S\n  steps:\n" + "  - title: Same\n" * steps


def test_a_map_of_more_than_a_thousand_columns_is_one_problem() -> None:
    (problem,) = _problems(_map(1000))
    assert (problem.place.line, problem.message) == (2, "more than 1000 stages and touchpoints")
    journey = _journey(_map(999))
    assert len({step.id for step in journey.steps()}) == 999
    assert [step.id for step in journey.steps()][:3] == ["same", "same-2", "same-3"]


def test_headings_are_bounded_like_steps() -> None:
    text = "# A\n\n" + "## Same\n\n### Step\n\n" * 501
    with pytest.raises(Broken) as raised:
        read({"journeys/a.md": text.encode()})
    assert [p.message for p in raised.value.problems] == ["more than 1000 stages and touchpoints"]


@pytest.mark.parametrize(
    ("field", "entry", "most"),
    [("    emotion: [{}]", "1", 500), ("personas: [{}]", "p{n}", 50), ("paths: {{{}}}", "p{n}: {{title: P}}", 50)],
)
def test_a_list_has_a_bound(field: str, entry: str, most: int) -> None:
    def written(count: int) -> str:
        entries = ", ".join(entry.format(n=n) for n in range(count))
        top, step = (field.format(entries), "") if field[0] != " " else ("", field.format(entries))
        return f"title: A\n{top}\nstages:\n- title: S\n  steps:\n  - title: T\n{step}\n"

    name = field.strip().split(":")[0]
    personas = "".join(f"p{n}: {{title: P}}\n" for n in range(most + 1))
    assert [p.message for p in _problems(written(most + 1), personas=personas)] == [
        f"`{name}` has more than {most} entries"
    ]
    read({"journeys/a.yml": written(most).encode(), "personas.yml": personas.encode()})


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_days_at_the_ends_of_time_are_slips(day: str) -> None:
    journey = f"title: A\nreviewed_on: {day}\nstages: [{{title: S, steps: [T]}}]\n"
    problems = _problems(journey, evidence=f"diary:\n  title: D\n  date: {day}\n")
    message = "a day before 1900 or after 2199"
    assert [(p.place.path, p.message) for p in problems] == [("evidence.yml", message), ("journeys/a.yml", message)]


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_are_days(day: str) -> None:
    assert str(_journey(f"title: A\nreviewed_on: {day}\nstages: [{{title: S, steps: [T]}}]\n").reviewed_on) == day


@pytest.mark.parametrize("name", ["gr\udcf6\udcdfe.png", "m\udce4p.yml", "x\udcff.csv", "n\udcff.zip"])
def test_a_name_that_is_not_utf_8_is_a_problem_of_that_file(name: str) -> None:
    with pytest.raises(Broken) as raised:
        read({f"journeys/{name}": b"x"})
    (problem,) = raised.value.problems
    assert problem.message == "the name of this file is not UTF-8 (each ? is a byte of it)"
    assert problem.place.path == f"journeys/{name}".encode("ascii", "replace").decode()

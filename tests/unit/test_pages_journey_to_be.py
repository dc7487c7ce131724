"""A pair of maps: what stays, what goes, what is new, and several people on one map."""

from cjsite.model.content import Content
from cjsite.pages.journey.to_be import ToBe
from tests.support.content import content, map_of
from tests.support.page import data


def _pair(now: str, future: str) -> Content:
    def stages(steps: str) -> str:
        return f"stages:\n  - title: S\n    steps: [{steps}]\n"

    return content(
        f"-- journeys/a.yml --\ntitle: A\n{stages(now)}"
        f"-- journeys/z.yml --\ntitle: Z\nstate: to-be\nderived_from: a\n{stages(future)}"
    )


def _future(now: str, future: str) -> ToBe:
    found = data(_pair(now, future)).future
    assert found is not None
    return found


def test_columns_stay_by_id_or_title_and_others_go() -> None:
    found = _future(
        "{title: Calls, id: call, emotion: -1}, {title: Waits, emotion: -2}, {title: Pays, emotion: 0}",
        "{title: Is called, id: call, emotion: 1}, {title: pays, id: settle, emotion: 0.1}",
    )
    assert [fate.kept is not None for fate in found.fates] == [True, False, True]
    call, _, pays = (fate.kept for fate in found.fates)
    assert call and pays
    assert (call.note, call.change) == ("Is called", "+2.0")
    assert pays.change == "", "a change too small to write"
    assert found.fates[2].change == "+0.1", "but the table tells it"


def test_new_columns_stand_where_they_come_in_the_future_and_are_numbered() -> None:
    found = _future(
        "{title: A, emotion: 1}, {title: B, emotion: 1}",
        "{title: N1, emotion: 0}, {title: A, emotion: 1}, N2, {title: N3, emotion: 2}, {title: B, emotion: 1}",
    )
    assert [(new.number, new.title) for new in found.added] == [(1, "N1"), (2, "N2"), (3, "N3")]
    assert [[new.number for new in fate.added] for fate in found.fates] == [[1, 2], [3]]


def test_a_future_without_known_feelings_or_anything_in_common_is_drawn() -> None:
    assert _future("{title: A, emotion: 1}", "{title: B}").firm == ""
    assert [fate.kept for fate in _future("{title: A}", "{title: B, emotion: 2}").fates] == [None]


def test_only_the_present_shows_the_future_and_both_compare_the_figures() -> None:
    one = _pair("{title: A, emotion: -1, duration: 2h}", "{title: A, emotion: 1, duration: 30m}")
    assert data(one, "journeys/z.html").future is None
    rows = data(one, "journeys/z.html").changes
    assert rows == data(one).changes
    assert ("Customer’s time", "2 h", "30 min") in [(row.name, row.now, row.future) for row in rows]


PEOPLE = "-- personas/ana.md --\n---\ntitle: Ana Ruiz\n---\n-- personas/bo.md --\n---\ntitle: Bo\n---\n"


def _peopled(steps: str) -> Content:
    journey = f"title: A\npersonas: [ana, bo]\nstages: [{{title: S, steps: [{steps}]}}]\n"
    return content(f"-- journeys/a.yml --\n{journey}{PEOPLE}")


def test_each_person_who_feels_otherwise_has_a_line() -> None:
    found = data(_peopled("{title: A, emotion: 1}, {title: B, emotions: {bo: -1}, emotion: 1}"))
    assert [(line.person, line.name, line.initials) for line in found.lines] == [
        ("person-1", "Ana Ruiz", "AR"),
        ("person-2", "Bo", "B"),
    ]
    assert [bool(line.place and line.leader) for line in found.lines] == [True, True]
    assert [line.style for line in found.lines] == ["s1", "s2"]
    assert len(found.text.summaries) == 2


def test_people_who_feel_alike_share_one_line() -> None:
    assert len(data(_peopled("{title: A, emotion: 1}")).lines) == 1
    assert len(data(_peopled("{title: A, emotions: {ana: 1, bo: 1}}")).lines) == 1


def test_feelings_of_everyone_are_in_the_details() -> None:
    panel = data(_peopled("{title: A, emotions: {bo: -1}, emotion: 1}")).panels[0]
    assert [felt.person for felt in panel.feelings] == ["Bo", "Everyone else"]


def test_several_feelings_in_one_touchpoint_have_one_word() -> None:
    found = data(map_of("- {title: A, emotion: [{value: 0.5, words: Fine}, {value: -1.5, words: Lost}]}"))
    marks = found.stages[0].steps[0].touchpoints[0].marks[0]
    assert [face.small for face in marks.faces] == [True, False]
    assert [caption.word for caption in marks.captions] == ["Lost"]

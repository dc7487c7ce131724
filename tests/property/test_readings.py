"""What holds of figures whoever lives a journey and whichever way they go."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cjsite.analysis.columns import columns
from cjsite.analysis.effort import effort
from cjsite.analysis.feeling import figures
from cjsite.analysis.peak_end import peak_end, so_far
from cjsite.analysis.readings import fares, of_persona, readings, whole_line, worst_off
from cjsite.model.content import Content
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.pages.insights.effort import EffortData
from cjsite.pages.insights.feelings import FeelingsData
from cjsite.pages.portfolio import PortfolioData
from cjsite.summaries.touchpoint_summary import touchpoint_summary
from tests.support.content import content
from tests.support.journeys import journey
from tests.support.page import TODAY, data, page, wording
from tests.support.summary import summary

PEOPLE = ("ana", "bo", "cy")
SCORE = st.integers(-20, 20).map(lambda n: n / 10)
FELT = st.one_of(st.none(), SCORE, st.lists(SCORE, min_size=1, max_size=3))


@st.composite
def steps(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return steps on and off the main route, at which personas feel alike or not."""
    return [draw(_step()) for _ in range(draw(st.integers(1, 6)))]


@st.composite
def _step(draw: st.DrawFn) -> dict[str, Any]:
    path = draw(st.sampled_from(["", "main", "call"]))
    apart = draw(st.lists(st.sampled_from(PEOPLE), unique=True))
    said: dict[str, Any] = {
        "emotion": draw(FELT),
        "emotions": {persona: felt for persona in apart if (felt := draw(FELT)) is not None},
        "path": path,
        "channel": draw(st.sampled_from(["", "web"])),
        "duration": draw(st.sampled_from(["", "10m", "1h"])),
        "contacts": draw(st.sampled_from([None, 0, 2])),
    }
    return {name: value for name, value in said.items() if value not in (None, "", {})}


def _journey(found: list[dict[str, Any]], people: tuple[str, ...] = PEOPLE) -> Journey:
    return journey(*found, personas=list(people), paths={"call": {"share": "25%"}})


def _figures(found: Journey) -> dict[tuple[str, str], object]:
    every = readings(found, columns(found), Scale(), {})
    return {
        (one.persona, one.route.name): (_felt(figures(one.feelings)), peak_end(one.feelings), effort(one.columns))
        for one in every
    }


def _felt(along: Any) -> tuple[Any, ...]:
    points = (along.lowest, along.highest, along.ending)
    return *(point and point.value for point in points), along.mean, along.known, along.total


@given(steps(), st.permutations(PEOPLE))
def test_the_order_of_personas_changes_no_figure(found: list[dict[str, Any]], order: list[str]) -> None:
    one, other = _journey(found), _journey(found, tuple(order))
    assert _figures(one) == _figures(other)
    worst = [set(worst_off(readings(j, columns(j), Scale(), {}))) for j in (one, other)]
    assert worst[0] == worst[1] != set()


@given(steps())
def test_the_names_of_personas_change_no_figure(found: list[dict[str, Any]]) -> None:
    renamed = dict(zip(PEOPLE, ("zoe", "yan", "xi"), strict=True))
    others = [
        {**step, "emotions": {renamed[who]: felt for who, felt in step.get("emotions", {}).items()}}
        for step in found
    ]
    after = _figures(_journey(others, tuple(renamed.values())))
    assert {(renamed[who], way): one for (who, way), one in _figures(_journey(found)).items()} == after


@given(steps(), st.integers(0, 6))
def test_an_unknown_changes_no_mean_and_no_one_who_fares_worst(found: list[dict[str, Any]], at: int) -> None:
    before, after = (_journey(some) for some in (found, [*found[:at], {}, *found[at:]]))
    old, new = (readings(one, columns(one), Scale(), {}) for one in (before, after))
    assert [one.along.mean for one in old] == [one.along.mean for one in new]
    assert worst_off(old) == worst_off(new)


@given(steps())
def test_every_stated_feeling_is_on_the_line_of_all_who_feel_so(found: list[dict[str, Any]]) -> None:
    one = _journey(found)
    for persona, own in of_persona(readings(one, columns(one), Scale(), {})).items():
        told = [sample for c in columns(one) for sample in c.written.emotions.get(persona, c.written.emotion)]
        assert [feeling.sample for feeling in whole_line(own) if feeling.sample] == told
        values = [sample.value for sample in told if sample.value is not None]
        assert fares(own)[0] == min(values, default=float("inf"))
        for reading in own:
            assert not reading.feelings or so_far(reading.feelings)[-1] == reading.along.mean


def _site(found: list[dict[str, Any]], people: tuple[str, ...] = PEOPLE) -> Content:
    texts = "".join(f"-- personas/{name}.yml --\ntitle: {name.title()}\n" for name in PEOPLE)
    written = f"title: A\npersonas: {list(people)}\npaths: {{call: {{share: 25%}}}}\nstages: {_flow(found)}"
    return content(f"-- journeys/a.yml --\n{written}\n-- channels.yml --\nweb: The web\n{texts}")


def _flow(found: list[dict[str, Any]]) -> str:
    named = [{"title": f"Step {n}", **step} for n, step in enumerate(found, 1)]
    return repr([{"title": "S", "steps": named}])


@settings(max_examples=25, deadline=None)
@given(steps())
def test_a_figure_is_the_same_on_every_page(found: list[dict[str, Any]]) -> None:
    site, t = _site(found), wording()
    home, feelings, effort_page = (
        page(site, url).data for url in ("index.html", "insights/feelings.html", "insights/effort.html")
    )
    assert isinstance(home, PortfolioData) and isinstance(feelings, FeelingsData)
    assert isinstance(effort_page, EffortData)
    (listed,), (along,), (bill,) = home.cards, feelings.journeys, effort_page.rows
    row = listed.card
    told = (figure for figure in data(site).figures)
    head = {one.kind: one for one in told if not one.whose or any(name in one.whose for name in along.whose)}
    is_flat = "level" in head
    assert row.extremes == along.extremes and row.health.mean == along.mean
    for kind, mark in (("lowest", along.extremes.lowest), ("highest", along.extremes.highest)):
        assert is_flat or (kind in head) == (mark is not None)
        shown = head.get("level" if is_flat else kind)
        assert mark is None or (
            shown and t.signed(mark.felt.value or 0.0) in (shown.note if is_flat else shown.value)
        )
    assert is_flat or along.mean is None or t("map.figure.mean", score=t.signed(along.mean)) in head["ending"].note
    assert along.course is None or along.course[1] == along.mean
    spent = bill.whole
    assert ("effort" in head) == (spent.minutes is not None)
    assert spent.minutes is None or head["effort"].value.endswith(t.duration(spent.minutes))
    rows = {reading.route: reading for reading in along.readings if reading.people == along.readings[0].people}
    for way in bill.routes:
        same = rows.get(None if way.over_all else way.route)
        assert same and (same.minutes, same.contacts) == (way.minutes, way.contacts)


@settings(max_examples=25, deadline=None)
@given(steps(), st.permutations(PEOPLE))
def test_the_order_of_personas_changes_no_page(found: list[dict[str, Any]], order: list[str]) -> None:
    one, other = (summary(_site(found, people), TODAY).journeys[0] for people in (PEOPLE, tuple(order)))
    assert one.card.health == other.card.health and one.card.need == other.card.need
    assert (one.feelings.mean, one.feelings.peak_end) == (other.feelings.mean, other.feelings.peak_end)
    assert [low.felt.value for low in one.feelings.lows] == [low.felt.value for low in other.feelings.lows]
    assert [p.felt.value for p in one.insights.touchpoints] == [p.felt.value for p in other.insights.touchpoints]
    met = [[channel.felt for _, channel in touchpoint_summary(journey.insights).met] for journey in (one, other)]
    assert met[0] == met[1]

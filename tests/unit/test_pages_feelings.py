"""The pages on feelings and on the past year, made of a site that fits on a screen."""

from cjsite.pages.insights.feelings import LINES, SHOWN, FeelingsData
from cjsite.pages.insights.year import YearData
from cjsite.summaries.links import Link
from tests.support.content import content
from tests.support.page import data, document, html, page

FEELINGS = """
-- evidence.yml --
talks: {title: Talks, source: customer, date: 2026-05-01}
-- journeys/a.yml --
title: A <ride>
stages:
  - title: S
    steps:
      - {title: Waits, emotion: {value: -2, response: accept, because: "It *moves*", compensated_by: rides}}
      - {title: Unknown}
      - {title: Rides, emotion: 2, functional: 1, satisfaction: 4.5, expectation: A seat}
      - {title: Pays, emotion: -1, expectation: A small bill, functional: -1.5}
      - {title: Leaves, emotion: 0.5, expectation: A word}
-- journeys/b.yml --
title: B
stages: [{title: S, steps: [{title: Nobody knows, expectation: Something}]}]
-- journeys/old.yml --
title: Old
status: archived
stages: [{title: S, steps: [{title: Was bad, emotion: -2}]}]
-- journeys/then.yml --
title: Then
state: to-be
derived_from: a
stages: [{title: S, steps: [{title: Will be bad, emotion: -2}]}]
"""
FELT = content(FEELINGS)


def _feelings() -> FeelingsData:
    shown = page(FELT, "insights/feelings.html").data
    assert isinstance(shown, FeelingsData)
    return shown


def test_both_lines_and_what_is_kept_of_them() -> None:
    one, other = _feelings().journeys
    assert [point.value for point in one.points] == [-2, None, 2, -1, 0.5]
    assert [point.so_far for point in one.points] == [-2, -2, 0, -1 / 3, -0.125]
    assert (one.mean, one.peak_end, one.known, one.total) == (-0.125, -0.75, 4, 5)
    assert one.drop and (one.drop.size, one.drop.start.title, one.drop.end.title) == (-3, "Rides", "Pays")
    assert one.rise and (one.rise.size, one.rise.end.url) == (1.5, "journeys/a.html#at-leaves")
    assert one.cumulative.startswith("M") and one.cumulative != one.mini.firm
    assert (other.mean, other.peak_end, other.drop, other.cumulative, other.known) == (None, None, None, "", 0)


def test_of_many_journeys_the_first_show_their_lines_and_the_rest_their_figures() -> None:
    form = "-- journeys/m{}.yml --\ntitle: M{}\nstages: [{{title: S, steps: [{{title: Waits, emotion: {}}}]}}]\n"
    many = content("".join(form.format(n, n, n / 100) for n in range(100, 100 + SHOWN + 2)))
    shown, more = (page(many, url).data for url in ("insights/feelings.html", "insights/feelings/2.html"))
    assert isinstance(shown, FeelingsData) and isinstance(more, FeelingsData)
    drawn = [one.journey.title for one in (*shown.journeys, *more.journeys)]
    assert drawn == [f"M{n}" for n in range(100, 100 + SHOWN)] and len(shown.journeys) == LINES
    assert not more.rest
    assert [(one.journey.title, one.mean) for one in shown.rest] == [("M140", 1.4), ("M141", 1.41)]
    assert "The other journeys, in short" in html(many, "insights/feelings.html")


def test_archived_and_future_maps_do_not_count() -> None:
    assert [one.journey.title for one in _feelings().journeys] == ["A <ride>", "B"]


def test_what_becomes_of_bad_feelings() -> None:
    lows = dict(_feelings().lows)
    assert {fate: ranked.count for fate, ranked in lows.items()} == {
        "leaves": 0, "open": 1, "accepted": 0, "compensated": 1,
    }  # fmt: skip
    (low,) = lows["compensated"].first
    assert (low.felt.at.title, low.because, low.by and low.by.at.title) == ("Waits", "It *moves*", "Rides")
    assert _feelings().borne.bad == 2


def test_promises_function_and_satisfaction() -> None:
    shown = _feelings().borne
    assert [one.felt.at.title for one in shown.broken.first] == ["Pays"]
    assert (shown.kept, shown.unknown, shown.exceeded.count) == (1, 2, 0)
    assert [(one.felt.at.title, one.gap, one.satisfaction) for one in shown.worths.first] == [
        ("Rides", -1, 4.5), ("Pays", -0.5, None),
    ]  # fmt: skip


def test_the_page_says_so_and_escapes_it() -> None:
    shown = html(FELT, "insights/feelings.html")
    text = document(FELT, "insights/feelings.html").text
    assert "A &lt;ride&gt;" in shown and "<em>moves</em>" in shown
    assert "So far: from −2.0 to −0.1." in shown, "the picture is named by its words"
    assert "Remembered worse than on average 1 of 1" in text
    assert "Not known" in text


def test_a_journey_leads_to_its_findings_and_to_its_comparison() -> None:
    links = document(FELT, "journeys/a.html").links
    assert "../findings/a.html" in links and "../compare/then.html" in links
    assert data(FELT, "journeys/then.html").head.comparison == "compare/then.html"
    assert data(FELT, "journeys/b.html").head.comparison == ""


def test_a_future_of_a_future_is_compared_with_its_own_present() -> None:
    chain = content(FEELINGS + "-- journeys/later.yml --\ntitle: Later\nstate: to-be\nderived_from: then\n")
    counterpart = data(chain, "journeys/then.html").head.counterpart
    assert counterpart == Link("A <ride>", "journeys/a.html")
    assert page(chain, "compare/then.html") and page(chain, "compare/later.html")


YEAR = """
-- metrics.yml --
wait: {title: Wait, unit: min, target: 4, better: lower}
volume: {title: Customers, unit: "%"}
-- evidence.yml --
fresh: {title: Fresh talks, source: customer, date: 2026-05-01}
stale: {title: Stale talks, source: customer, date: 2025-01-01}
-- opportunities.yml --
call: {title: Call back, status: doing, due: 2026-10-31, steps: [a#waits]}
sign: {title: A sign, status: done, due: 2026-08-31, steps: [a#waits]}
ages: {title: Ages ago, status: done, due: 2024-08-31, steps: [a#waits]}
when: {title: Some day, status: done, steps: [a#waits]}
soon: {title: Soon, status: planned, due: 2027-01-01, steps: [a#waits]}
-- journeys/a.yml --
title: A
reviewed_on: 2026-01-31
evidence: [fresh, stale]
stages: [{title: S, steps: [{title: Waits}, {title: Pays}]}]
-- journeys/a.csv --
step,metric,date,value
waits,wait,2025-10-31,9
waits,wait,2026-10-31,11
pays,wait,2025-10-31,11
pays,wait,2026-10-31,9.5
pays,volume,2025-10-31,80
pays,volume,2026-10-31,90
waits,volume,2024-10-31,90
-- journeys/b.yml --
title: B
reviewed_on: 2024-01-31
"""
PASSED = content(YEAR)


def _year() -> YearData:
    shown = page(PASSED, "insights/year.html").data
    assert isinstance(shown, YearData)
    return shown


def test_what_got_better_and_worse() -> None:
    told = {verdict: [(m.metric.title, m.at.title, m.change) for m in r.first] for verdict, r in _year().moves}
    assert told == {
        "worse": [("Wait", "Waits", 2)],
        "better": [("Wait", "Pays", -1.5)],
        "same": [],
        "open": [("Customers", "Pays", 10)],
    }
    text = document(PASSED, "insights/year.html").text
    assert "+10 points" in text, "a share rises by points, not by per cent of itself"
    assert "+2 min" in text


def test_reviews_research_and_opportunities_of_the_year() -> None:
    shown = _year()
    assert [due.journey.title for due in shown.reviewed.first] == ["A"]
    assert [due.journey.title for due in shown.unreviewed.first] == ["B"]
    assert [[it.source.title for it in one.learnt] for one in shown.renewed.first] == [["Fresh talks"]]
    told = {outcome: [one.title for one in ranked.first] for outcome, ranked in shown.opportunities}
    assert told == {"done": [], "overdue": ["Call back"], "dropped": [], "undated": ["A sign", "Some day"]}


def test_nothing_to_compare_is_said_plainly() -> None:
    text = document(FELT, "insights/year.html").text
    assert "There is nothing to compare." in text
    assert "Challenges" not in text


def test_a_cell_of_several_feelings_is_shown_as_it_was_written() -> None:
    steps = "[{title: Waits, emotion: resigned > ashamed}, {title: Goes, emotion: [calm, glad]}]"
    shown = document(content(f"-- journeys/a.yml --\ntitle: A\nstages: [{{title: S, steps: {steps}}}]\n"))
    assert shown.text.count("resigned > ashamed") == 1 and "calm > glad" not in shown.text

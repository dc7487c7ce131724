"""What authors have only in words, and not as figures: it is read, shown and counted for what it is."""

import pytest

from cjsite.analysis.measures import measures
from cjsite.analysis.pains import SEVERE, is_severe
from cjsite.base.problem import Broken
from cjsite.model.amount import Amount
from cjsite.pages.insights.backlog import backlog_table
from tests.support.content import columns_of, content, map_of
from tests.support.page import document, wording

METRICS = '-- metrics.yml --\ninformed: {title: Told in time, unit: "%", target: 90}\n'


def test_metrics_may_be_texts_ids_and_figures_in_one_list() -> None:
    steps = "- {title: Waits, metrics: [First event under ten minutes, informed, csat: 4, Conversion, 十分以内]}"
    one = map_of(steps, METRICS)
    (column,) = columns_of(one)
    found = measures(column, one.metrics, ())
    assert [(m.metric.title, m.value, m.met) for m in found] == [
        ("First event under ten minutes", None, None),
        ("Told in time", None, None),
        ("Satisfaction", 4.0, None),
        ("Conversion", None, None),
        ("十分以内", None, None),
    ]
    shown = document(one).text
    assert [m.metric.title for m in found if m.metric.title not in shown] == []


def test_a_text_with_a_figure_is_a_measure_without_a_unit() -> None:
    one = map_of('- {title: Waits, metrics: {Calls a day at the counter: "1 200", informed: 12}}', METRICS)
    assert "Calls a day at the counter 1,200" in document(one).text


def test_the_newest_dated_value_counts_before_none() -> None:
    table = (
        "-- journeys/a.csv --\nstep,metric,date,value\nwaits,informed,2026-08-01,7\nwaits,informed,2026-09-01,9\n"
    )
    one = map_of("- {title: Waits, metrics: informed}", METRICS + table)
    (column,) = columns_of(one)
    (measured,) = measures(column, one.metrics, one.measurements["a"])
    assert (measured.value, measured.series, measured.met) == (9.0, (7.0, 9.0), False)


@pytest.mark.parametrize(("written", "mend"), [("informd", "informed"), ("Informd", "informed"), ("cast", "csat")])
def test_a_word_close_to_a_metric_is_told_where_it_stands(written: str, mend: str) -> None:
    steps = f"- title: Waits\n  metrics:\n    - A text of its own\n    - {written}\n"
    with pytest.raises(Broken) as broken:
        map_of(steps, METRICS)
    (problem,) = broken.value.problems
    assert (problem.place.line, problem.place.column) == (8, 13)
    assert f"did you mean '{mend}'?" in str(problem)


def test_a_metric_with_two_figures_is_told() -> None:
    with pytest.raises(Broken, match="1 problem") as broken:
        map_of("- {title: Waits, metrics: [csat: 2, csat: 3]}")
    assert "`csat` has two figures here" in str(broken.value.problems[0])


def test_a_moment_of_truth_is_followed_by_a_figure_and_not_by_a_text() -> None:
    steps = "- {title: Waits, department: care, moment_of_truth: Stay?, metrics: [Only a text]}"
    page = document(map_of(steps, "-- departments.yml --\ncare: Care\n"), "departments/care.html").text
    assert "Stay?" in page
    assert "Only a text" not in page
    both = map_of(steps.replace("text]", "text, csat: 4.5]"), "-- departments.yml --\ncare: Care\n")
    assert "Satisfaction 4.5" in document(both, "departments/care.html").text


@pytest.mark.parametrize(("word", "rank"), [("high", 4), ("Medium", 3), ("LOW", 2), ("4", 4), ("5/5", 5)])
def test_a_severity_in_a_word_has_a_rank_and_stays_a_word(word: str, rank: int) -> None:
    department = "-- departments.yml --\ncare: Care\n"
    one = map_of(f"- {{title: Waits, department: care, pain_points: {{text: Slow, severity: {word}}}}}", department)
    (pain,) = next(one.journeys["a"].steps()).pain_points
    assert (pain.rank, is_severe(pain)) == (rank, rank >= SEVERE)
    assert pain.severity is not None
    assert pain.severity.word == (word if word.isalpha() else "")
    if word.isalpha():
        assert f"{word}: Slow" in document(one).text
        assert f"Slow {word}" in document(one).text, "also for those who see the page"
        assert f"{word}: Slow" in document(one, "departments/care.html").text


def test_another_word_for_a_severity_is_told_with_those_that_there_are() -> None:
    with pytest.raises(Broken) as broken:
        map_of("- {title: Waits, pain_points: {text: Slow, severity: awful}}")
    assert "neither a number nor high, medium, low; write one of these" in str(broken.value.problems[0])


def test_a_feeling_in_a_sentence_is_shown_and_has_no_value() -> None:
    one = map_of(
        "- {title: Waits, emotion: {text: Clarity and a mild sting, trigger: A letter}}\n- {title: B, emotion: 1}"
    )
    (sample,) = next(one.journeys["a"].steps()).emotion
    assert (sample.value, sample.words, sample.unknown) == (None, (), ())
    for url in ("journeys/a.html", "walk/a.html"):
        assert "Clarity and a mild sting" in document(one, url).text
    found = document(one, "findings/a.html").text
    assert "F102" not in found, "nothing was looked up, so nothing was not found"


def test_a_sentence_may_stand_beside_a_value() -> None:
    steps = '- {title: T, emotion: {text: Not happy, value: "0,5"}}'
    (sample,) = next(map_of(steps).journeys["a"].steps()).emotion
    assert (sample.value, sample.said) == (0.5, ("Not happy",))


@pytest.mark.parametrize(
    ("scale", "written", "value"), [((1, 5), "4/5", 4), ((1, 10), "8 of 10", 8), ((-2, 2), "1/2", 1)]
)
def test_a_feeling_as_a_rating_up_to_the_scales_end_is_its_number(
    scale: tuple[int, int], written: str, value: int
) -> None:
    site = f"-- site.yml --\nemotion_scale: {{min: {scale[0]}, max: {scale[1]}}}\n"
    for form in (written, f"{{value: {written}}}"):
        (sample,) = next(map_of(f"- {{title: T, emotion: {form}}}", site).journeys["a"].steps()).emotion
        assert sample.value == value


@pytest.mark.parametrize("written", ["8/10", "1,234", "30%"])
def test_a_feeling_as_a_number_of_another_kind_is_told(written: str) -> None:
    with pytest.raises(Broken) as broken:
        map_of(f'- {{title: T, emotion: "{written}"}}')
    assert f"'{written}'" in str(broken.value.problems[0])


@pytest.mark.parametrize(
    ("language", "amount", "written"),
    [
        ("en", {"amount": 31, "currency": "EUR", "per": "case"}, "€31 per case"),
        ("de", {"amount": "1.250,5", "currency": "eur", "per": "month"}, "1.250,50 € im Monat"),
        ("en", {"amount": "−40", "currency": "USD", "per": "once"}, "−$40 once"),
        ("en", {"amount": 3}, "3"),
        ("en", "Two posts, €31 each", "Two posts, €31 each"),
    ],
)
def test_an_amount_is_a_sum_or_a_text(language: str, amount: object, written: str) -> None:
    site = f"-- site.yml --\nlanguage: {language}\n"
    value = Amount.model_validate(amount).model_dump(exclude_defaults=True)
    step = f"- {{title: W, cost: {value}, opportunities: [{{title: O, benefit: {value}}}]}}"
    opportunity = (
        f"-- opportunities.yml --\no: {{title: P, cost: {value}, solutions: [{{title: Q, benefit: {value}}}]}}\n"
    )
    one = map_of(step, site + opportunity)
    word = wording(language)
    cost, benefit = word("opportunity.cost"), word("opportunity.benefit")
    assert f"{cost} {written}" in document(one).text
    assert f"{benefit}: {written}" in document(one).text
    listed = document(one, "opportunities.html").text
    assert f"{cost} {written}" in listed
    assert f"{benefit}: {written}" in listed


def test_amounts_stay_whole_in_the_table_for_other_programs() -> None:
    registry = (
        "o: {title: P, cost: {amount: 1200.5, currency: EUR, per: year, text: at least}, benefit: €31 a visit}"
    )
    table = backlog_table((), content(f"-- opportunities.yml --\n{registry}\n").opportunities).decode()
    assert '"1200.5 EUR per year, at least",€31 a visit' in table


def test_what_is_no_amount_is_told() -> None:
    step = "- {title: W, cost: {currency: EUR}, benefit: {amount: 31, currency: €}}\n"
    with pytest.raises(Broken) as broken:
        map_of(step)
    said = [str(problem) for problem in broken.value.problems]
    assert "`amount` is missing; add `amount: …`, or write a text" in said[0]
    assert "'€' is not a currency; write its code of three letters, like EUR" in said[1]

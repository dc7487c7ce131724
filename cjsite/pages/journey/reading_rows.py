"""The figures of each persona on each route, as a map's page writes them."""

from cjsite.base.frozen import frozen
from cjsite.pages.journey.context import MapContext
from cjsite.summaries.reading_figures import ReadingFigures
from cjsite.text.wording import Wording


@frozen
class ReadingRow:
    """A persona on a route, or the mean over the customers of several; figures in words, '' where not known."""

    who: str
    cells: tuple[str, ...]


def reading_heads(context: MapContext) -> tuple[str, ...]:
    """Return the heads of the table of readings."""
    t = context.wording
    feelings = (t("map.figure.lowest"), t("map.figure.highest"), t("map.figure.ending"), t("map.change.mean"))
    costs = (t("map.change.time"), t("map.change.waiting"), t("map.change.contacts"))
    return (t("map.readings.who"), *feelings, t("insight.peak-end"), *costs)


def reading_rows(context: MapContext) -> tuple[ReadingRow, ...]:
    """Return a row for each reading; none where there is only one."""
    return tuple(_row(context, figures) for figures in context.readings)


def _row(context: MapContext, figures: ReadingFigures) -> ReadingRow:
    t = context.wording
    of = figures.stated.total
    felt = (figures.lowest, figures.highest, figures.ending, figures.mean, figures.peak_end)
    return ReadingRow(
        who=t.listed(*figures.people, _route(context, figures)),
        cells=(
            *("" if value is None else context.written(value) for value in felt),
            _at_least(
                t, "" if figures.minutes is None else t.duration(figures.minutes), figures.stated.minutes, of
            ),
            _at_least(
                t, "" if figures.waiting is None else t.duration(figures.waiting), figures.stated.waiting, of
            ),
            _at_least(
                t, "" if figures.contacts is None else t.number(figures.contacts, 1), figures.stated.contacts, of
            ),
        ),
    )


def _at_least(t: Wording, shown: str, stated: int, of: int) -> str:
    """Return a sum as what it is: a lower bound, where not every touchpoint states its part."""
    return t("insight.at-least", value=shown) if shown and stated < of else shown


def _route(context: MapContext, figures: ReadingFigures) -> str:
    t = context.wording
    if figures.over_all:
        return t("map.readings.customers")
    if figures.route is None:
        return ""
    share = "" if figures.share is None else t.percent(figures.share)
    return t.listed(figures.route or t("map.path.main"), share)

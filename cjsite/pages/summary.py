"""One journey in the shape that lists need: remembered by journey, put together by every page of lists."""

from collections.abc import Iterable

from cjsite.analysis.columns import Column
from cjsite.frozen import frozen
from cjsite.pages.mini import LANE_PAD, draw
from cjsite.pages.opening import Opening, openings
from cjsite.pages.part import part
from cjsite.pages.row import Row, row
from cjsite.pages.survey import Felt, Survey, worst_first
from cjsite.pages.work import Work, work

DEEPEST = 6
"""How many of its lowest feelings a journey puts forward for the list of where it hurts most."""


@frozen
class JourneySummary:
    """What lists may read of one journey.

    row: along the line of the first persona; rows: by persona, where there is one. lows: its lowest feelings, the
    worst first. works: what each department that has to do with the map does there, by its id.
    """

    row: Row
    rows: tuple[tuple[str, Row], ...]
    lows: tuple[Felt, ...]
    openings: tuple[Opening, ...]
    works: tuple[tuple[str, Work], ...]


def summary(surveyed: tuple[Survey, ...]) -> JourneySummary:
    """Return the summary of a journey."""
    first = surveyed[0]
    rows = tuple((found.persona, row(found)) for found in surveyed)
    shared = openings(first)
    listed = rows[0][1]
    return JourneySummary(
        row=listed,
        rows=rows if first.persona else (),
        lows=_lows(first),
        openings=shared,
        works=_works(first, listed, shared),
    )


def _lows(found: Survey) -> tuple[Felt, ...]:
    mains = (found.felt(feeling) for feeling in found.feelings if feeling.main)
    bad = sorted((felt for felt in mains if felt.band in ("bad", "very-bad")), key=lambda felt: felt.score or 0.0)
    return tuple(sorted(bad[:DEEPEST], key=worst_first))


def _works(found: Survey, listed: Row, shared: tuple[Opening, ...]) -> tuple[tuple[str, Work], ...]:
    drawn = draw(found.feelings, found.columns, LANE_PAD)
    at_work: dict[str, list[Column]] = {}
    for column in found.columns:
        for department in column.departments:
            at_work.setdefault(department, []).append(column)
    names = _concerned(found, at_work, shared)
    return tuple((name, work(part(found, listed, name, at_work.get(name, []), drawn, shared))) for name in names)


def _concerned(found: Survey, at_work: Iterable[str], shared: tuple[Opening, ...]) -> dict[str, None]:
    """Return the departments that have to do with the map: its owner, those at work, those named along it."""
    works = (c.step.work.should_be_by for c in found.columns if c.step.work)
    named = (
        found.cast.journey.owner,
        *at_work,
        *(pain.pain.department for pain in found.pains),
        *(passage.taker for passage in found.passages),
        *(opening.owner_id for opening in shared),
        *works,
    )
    return dict.fromkeys(name for name in named if name in found.cast.departments)

"""How evenly a journey is mapped: which channels and devices in which stage, and how much is said where."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Feeling
from cjsite.model.emotion import Sample

THIN = 3
"""Depth up to which a touchpoint counts as thin: mentioned rather than described."""
FACETS: tuple[tuple[str, Callable[[Column], object]], ...] = (
    ("doing", lambda c: c.step.actions or c.step.description),
    ("thinking", lambda c: c.step.thoughts or c.step.quotes),
    ("channel", lambda c: c.touchpoint.channel),
    ("feeling", lambda c: any(s.value is not None for s in _samples(c))),
    ("trigger", lambda c: any(s.trigger for s in _samples(c))),
    ("expectation", lambda c: c.touchpoint.expectation or c.touchpoint.why),
    ("pain or gain", lambda c: c.step.pain_points or c.step.gains),
    ("department", lambda c: c.touchpoint.department or c.touchpoint.backstage),
    ("importance", lambda c: c.touchpoint.importance),
    ("evidence", lambda c: c.touchpoint.evidence),
)
"""What can be said of a touchpoint, and how to see that it is."""


@dataclass(frozen=True, slots=True)
class Heat:
    """A cell of a heat table: its touchpoints, and the mean score on −2 to +2 of those with a feeling."""

    row: str
    column: str
    points: tuple[Column, ...]
    score: float | None
    known: int


def depth(column: Column) -> int:
    """Return how many of the ten facets of a touchpoint are filled, 0 to 10: equal time to all touchpoints."""
    return len(FACETS) - len(missing(column))


def missing(column: Column) -> tuple[str, ...]:
    """Return the facets of which nothing is said."""
    return tuple(name for name, said in FACETS if not said(column))


def thin(points: Iterable[Column]) -> tuple[Column, ...]:
    """Return the touchpoints with a depth of at most `THIN`."""
    return tuple(column for column in points if depth(column) <= THIN)


def heat(
    points: Iterable[Column],
    feelings: Sequence[Feeling],
    row: Callable[[Column], str],
    keys: Callable[[Column], Iterable[str]],
) -> tuple[Heat, ...]:
    """Return the cells that hold anything of a table: a column's `row` (its stage) × its `keys` (channel, devices).

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.analysis.feeling import line
    >>> from cjsite.model.emotion import Scale
    >>> from cjsite.model.journey import Journey
    >>> steps = [{"title": "Asks", "channel": "chat", "emotion": -1}, {"title": "Asks again", "channel": "chat"}]
    >>> ask = Journey.model_validate({"title": "Ask", "stages": [{"title": "Ask", "steps": steps}]})
    >>> cells = heat(columns(ask), line(ask, "", Scale(), {}), lambda c: c.stage.id, by_channel)
    >>> [(cell.row, cell.column, len(cell.points), cell.score, cell.known) for cell in cells]
    [('ask', 'chat', 2, -1.0, 1)]
    """
    scores = {f.column.number: f.score for f in feelings if f.main and f.score is not None}
    found: dict[tuple[str, str], list[Column]] = {}
    for column in points:
        for key in keys(column):
            found.setdefault((row(column), key), []).append(column)
    return tuple(_heat(at, key, held, scores) for (at, key), held in found.items())


def by_channel(column: Column) -> tuple[str, ...]:
    """Return a column's channel, if it has one."""
    return (column.touchpoint.channel,) if column.touchpoint.channel else ()


def by_device(column: Column) -> tuple[str, ...]:
    """Return a column's devices, each once."""
    return tuple(dict.fromkeys(column.touchpoint.device))


def _heat(row: str, key: str, points: list[Column], scores: dict[int, float]) -> Heat:
    known = [scores[column.number] for column in points if column.number in scores]
    return Heat(row, key, tuple(points), sum(known) / len(known) if known else None, len(known))


def _samples(column: Column) -> list[Sample]:
    at = column.touchpoint
    own = [*at.emotion, *(s for samples in at.emotions.values() for s in samples)]
    whole = column.step.feeling_of_whole and not own
    return [*own, *(column.step.emotion if whole else ())]

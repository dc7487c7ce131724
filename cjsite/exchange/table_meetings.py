"""Rows of a table that tell of one step: one for each touchpoint that customers have there."""

from collections.abc import Sequence

from cjsite.exchange.table_cells import same_label
from cjsite.exchange.table_fields import OF_ONE, OF_WHOLE, Fields, Texts, add, add_lane


def rows_of_steps(titles: Sequence[str], met: Sequence[Texts]) -> list[range]:
    """Return which rows of a stage are a step each; met: the touchpoints of each row.

    What follows under the same title is one more touchpoint of the step, if it names just that.
    """
    begins = [
        number
        for number, title in enumerate(titles)
        if not (number and title and same_label(title, titles[number - 1]) and len(met[number]) == 1)
    ]
    return [range(begin, end) for begin, end in zip(begins, [*begins[1:], len(titles)], strict=True)]


def with_meetings(rows: Sequence[Fields]) -> Fields:
    """Return as one step the fields of its rows; a first row that names no touchpoint is about all of them."""
    step: Fields = {}
    for row in rows:
        lanes = row.pop("lanes", {})
        points = row.pop("touchpoints", [])
        own = {name: row.pop(name) for name in (*OF_WHOLE, *OF_ONE) if name in row and points}
        add(step, row)
        add(step, {"touchpoints": [{**own, **point} for point in points]} if points else {})
        for name, texts in lanes.items():
            add_lane(step, name, tuple(texts))
    return step

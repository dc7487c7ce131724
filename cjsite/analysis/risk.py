"""How likely a moment of truth loses customers: one of four grades."""

from typing import Literal

Risk = Literal["high", "some", "unknown", "low"]
GRADES: tuple[Risk, ...] = ("high", "some", "unknown", "low")
"""All grades, what asks for most attention first: what nobody knows before what is known to be well."""
VERY_LOW = -1.5
"""Score on −2 to +2 up to which the lowest feeling alone makes a high risk."""
MANY, FEW = 25.0, 10.0
"""Per cent of customers giving up from which the risk may be high, and is at least some."""
CRUCIAL = 4
"""Importance, 1 to 5, from which many who give up with a bad feeling make a high risk."""
_DIGITS = 9
"""Decimals that count: what lies below comes of binary fractions, and of nothing felt."""


def risk(lowest: float | None, bail_rate: float | None, importance: int | None) -> Risk:
    """Return the risk of a moment of truth.

    lowest: the lowest feeling known there (score on −2 to +2), of the persona who fares worst. bail_rate: in per
    cent.

    High: it feels `VERY_LOW` or worse, or at least `MANY` give up, it is `CRUCIAL` and feels below zero. Some: at
    least `FEW` give up, or it feels below zero. Unknown: neither is known. Else low.

    >>> [risk(-1.5, None, None), risk(-0.1, 25.0, 4), risk(-0.1, 25.0, 3), risk(1.0, 60.0, 5), risk(0.0, 9.9, 5)]
    ['high', 'high', 'some', 'some', 'low']
    >>> risk(None, None, 5)
    'unknown'
    """
    feels = None if lowest is None else round(lowest, _DIGITS)
    is_bad = feels is not None and feels < 0
    is_left = bail_rate is not None and bail_rate >= FEW
    if feels is not None and feels <= VERY_LOW:
        return "high"
    if bail_rate is not None and bail_rate >= MANY and is_bad and (importance or 0) >= CRUCIAL:
        return "high"
    if is_left or is_bad:
        return "some"
    return "unknown" if feels is None and bail_rate is None else "low"


def is_at_risk(grade: Risk) -> bool:
    """Tell whether a grade asks for an answer: high or some."""
    return grade in ("high", "some")


def urgency_of(grade: Risk) -> int:
    """Return the place of a grade in lists of what asks for most attention."""
    return GRADES.index(grade)

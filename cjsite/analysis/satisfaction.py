"""Satisfaction as it is asked for: on whatever range, which nobody writes down."""

from collections.abc import Collection

GOOD, BAD = 0.75, 0.25
"""Share of its range from which a satisfaction is good, and up to which it is bad."""
_RANGES = ((1.0, 5.0), (1.0, 10.0), (0.0, 100.0))


def verdict(value: float | None, alike: Collection[float]) -> bool | None:
    """Tell whether a satisfaction is good (True) or bad (False); None in between, and where it is not known.

    alike: all values that were asked for in the same way. Their range is the smallest of the usual ones, 1 to 5,
    1 to 10 and 0 to 100, that holds them all.

    >>> verdict(4.8, [4.8, 2.1]), verdict(4.8, [4.8, 9.0]), verdict(2, [4.8, 2.0]), verdict(-20, [-20.0])
    (True, None, False, None)
    """
    for low, high in _RANGES:
        if value is not None and all(low <= other <= high for other in alike):
            share = (value - low) / (high - low)
            return True if share >= GOOD else False if share <= BAD else None
    return None

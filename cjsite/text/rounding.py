"""How figures are rounded, wherever they are shown: half away from zero, on the number as people write it."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

_NOISE = 9
"""Decimals up to which a computed number is meant; what differs behind them is the way binary fractions add up."""


def rounded(value: float, digits: int = 0) -> Decimal:
    """Return a number with so many decimals, a half away from zero; nothing is never less than nothing.

    >>> [str(rounded(value, 1)) for value in (1.45, -1.45, 0.1 + 0.25, 1.1 + 0.35, -0.04)]
    ['1.5', '-1.5', '0.4', '1.5', '0.0']
    """
    exact = Decimal(repr(round(float(value), _NOISE)))
    # Python's name for away from zero.
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0


def whole(value: float) -> int:
    """Return the nearest whole number, a half away from zero."""
    return value if isinstance(value, int) else int(rounded(value))


def shares(counts: Sequence[int], digits: int = 0) -> tuple[Decimal, ...]:
    """Return the parts of one whole in per cent, so rounded that they add up to 100; all are 0 where there is none.

    Each is rounded down, and what is left goes to those that lose most (the method of the largest remainder,
    Hamilton 1792); of equal ones, to the first.

    >>> [int(share) for share in shares([1, 1, 1])], [str(share) for share in shares([1, 2], 1)]
    ([34, 33, 33], ['33.3', '66.7'])
    """
    total = sum(counts)
    unit = Decimal(1).scaleb(-digits)
    if not total:
        return tuple(Decimal(0).quantize(unit) for _ in counts)
    parts = [Fraction(100 * 10**digits * count, total) for count in counts]
    floors = [int(part) for part in parts]
    short = 100 * 10**digits - sum(floors)
    ranked = sorted(range(len(parts)), key=lambda n: floors[n] - parts[n])
    for n in ranked[:short]:
        floors[n] += 1
    return tuple((unit * floor).quantize(unit, ROUND_FLOOR) for floor in floors)

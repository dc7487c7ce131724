"""Money and need: what touchpoints cost and bring, also in a year, and where money would help most."""

from collections.abc import Iterable, Mapping
from math import fsum

from cjsite.analysis.columns import Column
from cjsite.analysis.measures import measures
from cjsite.analysis.pains import USUAL_IMPORTANCE
from cjsite.base.frozen import frozen
from cjsite.model.amount import Amount
from cjsite.model.content import Measurement
from cjsite.model.registry import Metric

_IN_YEAR = {"month": 12, "year": 1}


@frozen
class Money:
    """A sum; currency: its code, '' where none is stated. per: case, month, year, once, or '' where nobody says."""

    amount: float
    currency: str
    per: str


def stated_sum(amount: Amount) -> Money | None:
    """Return an amount's sum, None where it is a text or nothing."""
    return None if amount.amount is None else Money(amount.amount, amount.currency, amount.per or "")


def added(sums: Iterable[Money]) -> tuple[Money, ...]:
    """Add sums up, each currency and each period for itself: what costs once is no part of what costs a year.

    >>> added([Money(2, "EUR", "case"), Money(5, "EUR", "year"), Money(1.5, "EUR", "case")])
    (Money(amount=3.5, currency='EUR', per='case'), Money(amount=5.0, currency='EUR', per='year'))
    """
    groups: dict[tuple[str, str], list[float]] = {}
    for money in sums:
        groups.setdefault((money.currency, money.per), []).append(money.amount)
    return tuple(Money(fsum(amounts), *kind) for kind, amounts in groups.items())


def yearly(money: Money, cases: float | None) -> Money | None:
    """Return what a sum comes to in a year; cases: in a year, None where nobody has counted.

    What is paid once stays what it is. None for each case where the cases are not known, and without a period.

    >>> yearly(Money(7, "EUR", "case"), 1200), yearly(Money(7, "EUR", "case"), None)
    (Money(amount=8400, currency='EUR', per='year'), None)
    """
    if money.per == "once":
        return money
    times = cases if money.per == "case" else _IN_YEAR.get(money.per)
    return None if times is None else Money(money.amount * times, money.currency, "year")


def cases_in_year(
    column: Column, metrics: Mapping[str, Metric], measurements: Iterable[Measurement]
) -> float | None:
    """Return how many cases pass a column in a year, by the first metric there that counts them."""
    for measure in measures(column, metrics, measurements):
        if measure.metric.cases_per and measure.value is not None:
            return measure.value * _IN_YEAR[measure.metric.cases_per]
    return None


def need(score: float | None, importance: int | None) -> float:
    """Return how much a touchpoint asks for investment, 0 to 10: how far it feels below neutral, times importance.

    score: −2 to +2, None where nobody knows. importance: 1 to 5; 3 where nobody has judged it.

    >>> need(-1.5, 4), need(0.5, 5), need(None, 5)
    (6.0, 0.0, 0.0)
    """
    return max(0.0, -(score or 0.0)) * (importance or USUAL_IMPORTANCE)

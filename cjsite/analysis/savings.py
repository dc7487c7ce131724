"""What one journey saves against another: only at touchpoints of both, of which both say what they cost."""

from collections.abc import Callable, Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.effort import switches
from cjsite.analysis.pairing import pair
from cjsite.base.frozen import frozen
from cjsite.base.span import Span, sum_known
from cjsite.model.touchpoint import Touchpoint


@frozen
class PairedSum:
    """What touchpoints cost that both journeys have, over the pairs where both sides state it.

    before, after: None where no pair states it twice. stated: how many of `pairs` do. goes, comes: what is stated
    of touchpoints that only the earlier or only the later journey has.
    """

    before: Span | None
    after: Span | None
    stated: int
    pairs: int
    goes: Span | None
    comes: Span | None

    @property
    def saved(self) -> Span | None:
        """Return before less after, None where no pair states it twice; below nothing it costs more."""
        return None if self.before is None or self.after is None else self.before - self.after

    @property
    def added(self) -> Span:
        """Return what is known to cost more in all, with what goes and comes; below nothing it costs less."""
        after, before = sum_known((self.after, self.comes)), sum_known((self.before, self.goes))
        return (after or Span()) - (before or Span())


@frozen
class Savings:
    """What is saved from one journey to another; minutes, waiting: in minutes. Below nothing it costs more."""

    steps: int
    switches: int
    contacts: PairedSum
    minutes: PairedSum
    waiting: PairedSum


def savings(before: Sequence[Column], after: Sequence[Column]) -> Savings:
    """Return what is saved along the columns of one route each.

    A touchpoint that does not state a figure does not cost nothing: what a future leaves out is no saving. Steps
    and switches between channels are counted, so they are always known.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.model.journey import Journey
    >>> def told(*durations):
    ...     steps = [{"title": f"Step {n}", **({"duration": d} if d else {})} for n, d in enumerate(durations)]
    ...     return columns(Journey.model_validate({"title": "Help", "stages": [{"title": "Ask", "steps": steps}]}))
    >>> minutes = savings(told("10m", "2h", "5m"), told("4m", "")).minutes
    >>> minutes.saved, minutes.stated, minutes.pairs, minutes.goes
    (Span(low=6.0, high=6.0), 1, 2, Span(low=5.0, high=5.0))
    """
    kept = pair(before, after).kept
    staying = {column.number for column in kept.values()}
    pairs = [(column.touchpoint, kept[column.number].touchpoint) for column in before if column.number in kept]
    gone = [column.touchpoint for column in before if column.number not in kept]
    new = [column.touchpoint for column in after if column.number not in staying]

    def summed(stated: Callable[[Touchpoint], Span | None]) -> PairedSum:
        both = [(a, b) for old, will in pairs if (a := stated(old)) is not None and (b := stated(will)) is not None]
        return PairedSum(
            before=sum_known(a for a, _ in both),
            after=sum_known(b for _, b in both),
            stated=len(both),
            pairs=len(pairs),
            goes=sum_known(map(stated, gone)),
            comes=sum_known(map(stated, new)),
        )

    return Savings(
        steps=_steps(before) - _steps(after),
        switches=len(switches(before)) - len(switches(after)),
        contacts=summed(_contacts),
        minutes=summed(_minutes),
        waiting=summed(_waiting),
    )


def _steps(points: Sequence[Column]) -> int:
    return len({id(column.step) for column in points})


def _contacts(touchpoint: Touchpoint) -> Span | None:
    return None if touchpoint.contacts is None else Span.exactly(touchpoint.contacts)


def _minutes(touchpoint: Touchpoint) -> Span | None:
    return touchpoint.duration.minutes if touchpoint.duration else None


def _waiting(touchpoint: Touchpoint) -> Span | None:
    return touchpoint.wait.minutes if touchpoint.wait else None

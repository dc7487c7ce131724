"""How much a journey needs attention: what hurts a customer who walks it, however long its map is."""

from collections.abc import Sequence

from cjsite.analysis.feeling import Feeling
from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.pains import PlacedPain, is_severe
from cjsite.analysis.risk import Risk
from cjsite.analysis.routes import Route, routes, walks
from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey, Stage

_RISKS: dict[Risk, float] = {"high": 3.0, "some": 1.0, "unknown": 0.0, "low": 0.0}


@frozen
class Hurts:
    """Everything along a journey that may hurt; lines: of each of its personas by id, or of everyone by ''."""

    lines: Sequence[tuple[str, tuple[Feeling, ...]]]
    moments: Sequence[PlacedMoment]
    pains: Sequence[PlacedPain]


def need(journey: Journey, hurts: Hurts) -> float:
    """Return what hurts a customer on the walk, 0 to 9: the order in which journeys need attention.

    What hurts in a part of a walk is, each at its worst there: twice the depth of the lowest main feeling below
    zero (score on −2 to +2) of the persona who fares worst; 2 for a severe pain point without a plan, else 1 for
    one with one; 3 for a moment of truth at high risk, else 1 for one at some. A walk is as bad as the mean of its
    worst and its parts: half what hurts on it as a whole, half the mean of what hurts before, during and after. So
    it is no worse for being longer: neither a step told as two nor a journey walked twice adds anything. A customer
    takes one route: the mean of the routes by their shares counts and, where these are not known, the worst route.
    """
    walked = [(route.share, _walk(route, hurts)) for route in routes(journey)]
    shares = [share for share, _ in walked if share is not None]
    if len(shares) == len(walked) and sum(shares) > 0:
        return sum((share or 0.0) * hurt for share, hurt in walked) / sum(shares)
    return max(hurt for _, hurt in walked)


def _walk(route: Route, hurts: Hurts) -> float:
    takers = {"", *route.personas}
    on_it = Hurts(
        [
            (who, tuple(p for p in points if walks(route.name, p.column.step)))
            for who, points in hurts.lines
            if who in takers
        ],
        [moment for moment in hurts.moments if walks(route.name, moment.column.step)],
        [pain for pain in hurts.pains if walks(route.name, pain.column.step)],
    )
    phases = dict.fromkeys(point.column.stage.phase for _, points in on_it.lines for point in points)
    parts = [_worst(on_it, phase) for phase in phases]
    return (_worst(on_it) + sum(parts) / len(parts)) / 2 if parts else 0.0


def _worst(hurts: Hurts, *phases: str | None) -> float:
    """Return what hurts, each at its worst; phases: those that count, all where none is given."""

    def counts(stage: Stage) -> bool:
        return not phases or stage.phase in phases

    depths = (
        -p.score for _, points in hurts.lines for p in points if p.main and p.score and counts(p.column.stage)
    )
    severe = [not pain.planned for pain in hurts.pains if is_severe(pain.pain) and counts(pain.column.stage)]
    risks = (_RISKS[moment.risk] for moment in hurts.moments if counts(moment.column.stage))
    return 2 * max([0.0, *depths]) + (1 + any(severe) if severe else 0) + max(risks, default=0.0)

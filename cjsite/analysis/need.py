"""How much a journey needs attention: what hurts a customer who walks it, however long its map is."""

from collections.abc import Iterable, Sequence

from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.pains import PlacedPain, is_severe
from cjsite.analysis.readings import Line, Reading
from cjsite.analysis.risk import Risk
from cjsite.analysis.routes import walks

_RISKS: dict[Risk, float] = {"high": 3.0, "some": 1.0, "unknown": 0.0, "low": 0.0}


def need(every: Sequence[Reading], moments: Sequence[PlacedMoment], pains: Sequence[PlacedPain]) -> float:
    """Return what hurts a customer on the walk, 0 to 9: the order in which journeys need attention.

    What hurts in a part of a walk is, each at its worst there: twice the depth of the lowest main feeling below
    zero (score on −2 to +2) of the persona who fares worst; 2 for a severe pain point without a plan, else 1 for
    one with one; 3 for a moment of truth at high risk, else 1 for one at some. A walk is as bad as the mean of its
    worst and its parts: half what hurts on it as a whole, half the mean of what hurts before, during and after. So
    it is no worse for being longer: neither a step told as two nor a journey walked twice adds anything. A customer
    takes one route: the mean of the routes by their shares counts and, where these are not known, the worst route.
    """
    walked = [
        (share, _walk([reading.feelings for reading in every if reading.route.name == name], name, moments, pains))
        for name, share in {reading.route.name: reading.route.share for reading in every}.items()
    ]
    shares = [share for share, _ in walked if share is not None]
    if len(shares) == len(walked) and sum(shares) > 0:
        return sum((share or 0.0) * hurt for share, hurt in walked) / sum(shares)
    return max(hurt for _, hurt in walked)


def _walk(lines: Sequence[Line], route: str, moments: Sequence[PlacedMoment], pains: Sequence[PlacedPain]) -> float:
    hurts = [(p.column.stage.phase, "low", -p.score) for points in lines for p in points if p.main and p.score]
    hurts += [(m.column.stage.phase, "risk", _RISKS[m.risk]) for m in moments if walks(route, m.column.step)]
    hurts += [
        (pain.column.stage.phase, "pain", 1.0 if pain.planned else 2.0)
        for pain in pains
        if is_severe(pain.pain) and walks(route, pain.column.step)
    ]
    phases = dict.fromkeys(point.column.stage.phase for points in lines for point in points)
    parts = [_worst((kind, hurt) for at, kind, hurt in hurts if at == phase) for phase in phases]
    whole = _worst((kind, hurt) for _, kind, hurt in hurts)
    return (whole + sum(parts) / len(parts)) / 2 if parts else 0.0


def _worst(hurts: Iterable[tuple[str, float]]) -> float:
    """Return what hurts of each kind at its worst, together."""
    most = {"low": 0.0, "risk": 0.0, "pain": 0.0}
    for kind, hurt in hurts:
        most[kind] = max(most[kind], hurt)
    return 2 * most["low"] + most["risk"] + most["pain"]

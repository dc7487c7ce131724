"""The views of a department's page: what its interest and its work make of all journeys."""

from collections.abc import Iterable, Mapping
from typing import TypeVar, get_args

from cjsite.frozen import frozen
from cjsite.model.registry import Department, ViewName
from cjsite.pages.insights.aspect import Spared
from cjsite.pages.insights.effort import Debt
from cjsite.pages.insights.focus import Focus
from cjsite.pages.insights.pivot import Pivot
from cjsite.pages.links import department_link
from cjsite.pages.page import Link
from cjsite.pages.part import Part
from cjsite.pages.ranked import Ranked
from cjsite.pages.share import Aim, Expected, Flaw, Share, Wish, Worth
from cjsite.pages.survey import TouchpointLink

T = TypeVar("T")
SHOWN = 10
"""How many entries a ranked list of a department's page shows; what is left out stands on the maps."""
EVERY: tuple[ViewName, ...] = get_args(ViewName)


@frozen
class Needs:
    """What customers want where the department works, what they expect there, and what it is worth to them."""

    wishes: tuple[Wish, ...]
    aims: Ranked[Aim]
    expected: Ranked[Expected]
    broken: int
    worths: Ranked[Worth]


@frozen
class Halt:
    """A wait in minutes. way: `customer` for one at a touchpoint, `from` or `to` for a case on its way.

    other: where that comes from or goes ('' = nobody is named). planned: whether the step has an opportunity; of a
    handoff nobody asks that.
    """

    at: TouchpointLink
    minutes: float
    way: str
    other: Link | None = None
    planned: bool | None = None


@frozen
class Failure:
    """A step that exists only because another one, `cause`, failed; who: which department's, if one is named.

    contacts, minutes: what it costs customers, None where that is not known.
    """

    at: TouchpointLink
    cause: str
    who: Link
    contacts: int | None
    minutes: float | None


@frozen
class Failures:
    """Failure demand. caused: by the department, wherever it lands, with its cost as far as is known.

    landed: at its touchpoints, caused by others.
    """

    caused: Ranked[Failure]
    contacts: int
    minutes: float
    landed: Ranked[Failure]


@frozen
class Flaws:
    """What was found where the department works. maps: the findings of each map: all, and how many are its own."""

    listed: Ranked[Flaw]
    warnings: int
    maps: tuple[tuple[Link, int], ...]


@frozen
class Views:
    """The views of a department. first: the names of those to show first; then: of the others that have matter."""

    first: tuple[ViewName, ...]
    then: tuple[ViewName, ...]
    tips: Ranked[Pivot]
    needs: Needs
    halts: Ranked[Halt]
    failures: Failures
    focus: Focus | None
    flaws: Flaws


def views(
    department: Department,
    parts: Iterable[Part],
    shares: tuple[Share, ...],
    focus: Focus,
    departments: Mapping[str, Department],
) -> Views:
    """Return the views of a department; parts, shares: its own, focus: that of all maps."""
    every = list(parts)
    tips = ranked(sorted((tip for share in shares for tip in share.tips), key=lambda tip: tip.rank))
    needs, halts = _needs(shares), _halts(department.id, shares, departments)
    failures = _failures(shares, departments)
    asked = tuple(dict.fromkeys(department.interest.views))
    if "summary" not in asked and _only_leads(department.id, every):
        asked += ("summary",)
    sums_up = "summary" in asked
    matter: Mapping[ViewName, bool] = {
        "tipping-points": bool(tips.count),
        "needs": bool(needs.aims.count or needs.wishes or needs.expected.count or needs.worths.count),
        "handoffs": any(part.received or part.given for part in every),
        "waits": bool(halts.count),
        "failure-demand": bool(failures.caused.count or failures.landed.count),
        "summary": sums_up,
    }
    return Views(
        first=tuple(name for name in asked if matter[name]),
        then=tuple(name for name in EVERY if matter[name] and name not in asked),
        tips=tips,
        needs=needs,
        halts=halts,
        failures=failures,
        focus=focus if sums_up else None,
        flaws=_flaws(shares),
    )


def ranked(entries: Iterable[T]) -> Ranked[T]:
    """Return as many of a list's entries as a department's page shows."""
    return Ranked.of(entries, SHOWN)


def _only_leads(department: str, parts: list[Part]) -> bool:
    """Tell whether a department works at no touchpoint but answers for maps or leads opportunities."""
    leads = any(part.owns or any(o.owner_id == department for o in part.openings) for part in parts)
    return leads and not any(part.meetings for part in parts)


def _needs(shares: tuple[Share, ...]) -> Needs:
    expected = sorted((one for share in shares for one in share.expected), key=_expected_place)
    worths = sorted((one for share in shares for one in share.worths), key=_worth_place)
    return Needs(
        wishes=tuple(dict.fromkeys(wish for share in shares for wish in share.wishes)),
        aims=ranked(aim for share in shares for aim in share.aims),
        expected=ranked(expected),
        broken=sum(one.kept is False for one in expected),
        worths=ranked(worths),
    )


def _expected_place(one: Expected) -> tuple[int, float, str]:
    """Broken first, then those of which nobody knows; the worst feeling first within each."""
    feels = one.felt.score if one.felt.score is not None else 0.0
    return (False, None, True).index(one.kept), feels, one.felt.at.url


def _worth_place(one: Worth) -> tuple[bool, float, str]:
    """The widest gap between what it does and how it feels first; where nobody knows how it feels last."""
    return one.gap is None, -abs(one.gap or 0.0), one.felt.at.url


def _halts(department: str, shares: tuple[Share, ...], departments: Mapping[str, Department]) -> Ranked[Halt]:
    found = [
        Halt(wait.at, wait.minutes, "customer", planned=wait.planned) for share in shares for wait in share.waits
    ]
    for passing in (passing for share in shares for passing in share.passings):
        way, who = ("from", passing.giver) if passing.taker == department else ("to", passing.taker)
        found.append(Halt(passing.at, passing.minutes or 0.0, way, _link(who, departments)))
    return ranked(sorted(found, key=lambda halt: (-halt.minutes, halt.at.url, halt.way)))


def _failures(shares: tuple[Share, ...], departments: Mapping[str, Department]) -> Failures:
    def demand(found: Iterable[Spared]) -> Ranked[Failure]:
        return ranked(sorted((_failure(one, departments) for one in found), key=_failure_place))

    caused = tuple(one for share in shares for one in share.caused)
    debt = Debt(Link(""), caused)
    landed = (one for share in shares for one in share.landed)
    return Failures(demand(caused), debt.contacts, debt.minutes, demand(landed))


def _failure(one: Spared, departments: Mapping[str, Department]) -> Failure:
    return Failure(one.at, one.cause, _link(one.who, departments), one.effort.contacts, one.effort.minutes)


def _failure_place(one: Failure) -> tuple[int, float, str]:
    """What costs customers most comes first."""
    return -(one.contacts or 0), -(one.minutes or 0.0), one.at.url


def _link(name: str, departments: Mapping[str, Department]) -> Link:
    known = departments.get(name)
    return department_link(known) if known else Link("")


def _flaws(shares: tuple[Share, ...]) -> Flaws:
    """Rank what was found: warnings first, those on the map that needs most first among them."""
    ordered = sorted(shares, key=lambda share: (-share.need, share.findings.url))
    listed = [flaw for share in ordered for flaw in share.flaws]
    listed.sort(key=lambda flaw: not flaw.warns)
    return Flaws(
        listed=ranked(listed),
        warnings=sum(flaw.warns for flaw in listed),
        maps=tuple((share.findings, len(share.flaws)) for share in ordered if share.flaws),
    )

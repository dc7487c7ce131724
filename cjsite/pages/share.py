"""A department's share in what the insights say: of one journey, or of any number of journeys put together."""

from collections.abc import Sequence

from cjsite.frozen import frozen
from cjsite.pages.insights.hit import Hit
from cjsite.pages.insights.pivot import Pivot
from cjsite.pages.page import Link
from cjsite.pages.ranked import Ranked
from cjsite.pages.survey import Felt, TouchpointLink

MAPS = 24
"""How many maps with findings are listed."""


@frozen
class Flaw:
    """A finding that the department can mend; warns: whether it is a warning, else a note; place: in the list."""

    code: str
    warns: bool
    hit: Hit
    place: tuple[bool, float, str]


@frozen
class Flawed:
    """A map and its findings. findings: the page of them all; count: how many are the department's own."""

    findings: Link
    count: int
    place: tuple[float, str]


@frozen
class Expected:
    """What customers expect at a touchpoint; kept: None where nobody knows how it felt."""

    felt: Felt
    expects: str
    kept: bool | None


@frozen
class Worth:
    """What a touchpoint does for customers, apart from how it feels; gap: functional − felt, None if not known."""

    felt: Felt
    functional: float
    gap: float | None


@frozen
class Aim:
    """What customers want of a stage, with the first touchpoint of the department's in it."""

    goal: str
    at: TouchpointLink


@frozen
class Wish:
    """What a persona on the map wants to achieve."""

    who: Link
    goals: tuple[str, ...]


@frozen
class Needs:
    """What customers want where the department works, what they expect there, and what it is worth to them."""

    wishes: tuple[Wish, ...] = ()
    aims: Ranked[Aim] = Ranked()
    expected: Ranked[Expected] = Ranked()
    broken: int = 0
    worths: Ranked[Worth] = Ranked()


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

    caused: Ranked[Failure] = Ranked()
    contacts: int = 0
    minutes: float = 0.0
    landed: Ranked[Failure] = Ranked()


@frozen
class Flaws:
    """What was found where the department works: warnings first, and the maps that need most first among them."""

    listed: Ranked[Flaw] = Ranked()
    warnings: int = 0
    maps: Ranked[Flawed] = Ranked()


@frozen
class Share:
    """A department's share in the insights of one journey, or of many. tips: moments before the purchase."""

    flaws: Flaws = Flaws()
    tips: Ranked[Pivot] = Ranked()
    needs: Needs = Needs()
    halts: Ranked[Halt] = Ranked()
    failures: Failures = Failures()


def shares_together(parts: tuple[Share, ...]) -> Share:
    """Return a department's share in many journeys."""
    return Share(
        flaws=_flaws([one.flaws for one in parts]),
        tips=Ranked.merged([one.tips for one in parts]),
        needs=_needs([one.needs for one in parts]),
        halts=Ranked.merged([one.halts for one in parts]),
        failures=_failures([one.failures for one in parts]),
    )


def _flaws(parts: Sequence[Flaws]) -> Flaws:
    return Flaws(
        listed=Ranked.merged([one.listed for one in parts]),
        warnings=sum(one.warnings for one in parts),
        maps=Ranked.merged([one.maps for one in parts], MAPS),
    )


def _needs(parts: Sequence[Needs]) -> Needs:
    return Needs(
        wishes=tuple(dict.fromkeys(wish for one in parts for wish in one.wishes)),
        aims=Ranked.merged([one.aims for one in parts]),
        expected=Ranked.merged([one.expected for one in parts]),
        broken=sum(one.broken for one in parts),
        worths=Ranked.merged([one.worths for one in parts]),
    )


def _failures(parts: Sequence[Failures]) -> Failures:
    return Failures(
        caused=Ranked.merged([one.caused for one in parts]),
        contacts=sum(one.contacts for one in parts),
        minutes=sum(one.minutes for one in parts),
        landed=Ranked.merged([one.landed for one in parts]),
    )

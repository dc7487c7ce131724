"""A department's share in what the insights say: of one journey, or of any number of journeys put together."""

from functools import partial
from itertools import chain
from math import fsum

from cjsite.frozen import frozen
from cjsite.gathering import Together
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


shares_together = Together(
    Share,
    flaws=Together(Flaws, listed=Ranked.merged, warnings=sum, maps=partial(Ranked.merged, most=MAPS)),
    tips=Ranked.merged,
    needs=Together(
        Needs,
        wishes=lambda values: tuple(dict.fromkeys(chain.from_iterable(values))),
        aims=Ranked.merged,
        expected=Ranked.merged,
        broken=sum,
        worths=Ranked.merged,
    ),
    halts=Ranked.merged,
    failures=Together(Failures, caused=Ranked.merged, contacts=sum, minutes=fsum, landed=Ranked.merged),
)
"""Puts a department's share in many journeys together."""

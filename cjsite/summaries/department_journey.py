"""A department's part in one journey: everything on the map that concerns it, and nothing else."""

import math
from urllib.parse import urlencode

from cjsite.analysis.evidence import Standing
from cjsite.analysis.feeling import Band
from cjsite.analysis.health import Health
from cjsite.analysis.pains import Level
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen, replace
from cjsite.summaries.department_moment import DepartmentMoment
from cjsite.summaries.journey_analysis import TouchpointLink
from cjsite.summaries.journey_card import JourneyCard
from cjsite.summaries.links import Link
from cjsite.summaries.opportunity import OpportunityCard
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.thumbnail import CurveThumbnail, Role, ThumbnailFace
from cjsite.summaries.touchpoint_entry import TouchpointEntry


@frozen
class DepartmentTouchpoint:
    """A touchpoint at which the department works: `front` in the customer's sight, `back` out of it.

    whole: whether the feeling is that of its step as a whole. people: whose it is, as in `FeelingEntry`. moment:
    the risk of its moment of truth, None without one. work: what it does there, in the author's words.
    """

    at: TouchpointLink
    role: Role
    value: float | None
    band: Band
    firm: bool
    whole: bool
    people: tuple[str, ...]
    moment: Risk | None
    standing: Standing
    channel: str
    work: tuple[str, ...]


@frozen
class PainPointEntry:
    """A pain point that concerns the department; `named` when the author says that it can mend it.

    word: the author's for the severity, '' where it is a number.
    """

    at: TouchpointLink
    text: str
    level: Level | None
    severity: int | None
    word: str
    importance: int | None
    weight: int
    barrier: bool
    planned: bool
    named: bool = False


@frozen
class DepartmentHandoff:
    """A handoff from or to `other`, a department's id ('' = nobody is named)."""

    at: TouchpointLink
    other: str
    quality: str
    carries: str
    wait: str


@frozen
class MisplacedWork:
    """Work that somebody else does though it is the department's: customer, partner, nobody, or a department."""

    at: TouchpointLink
    done_by: str
    doer: Link | None


@frozen
class DepartmentJourney:
    """A department's part in one journey; `health` counts its touchpoints, pain points and handoffs only.

    sort_key: the worst feeling at one of its touchpoints first, those without any last. filtered: the address of
    the map with the department's touchpoints chosen. people: whose journey it is; whose: of them, those whose line
    is drawn, none where all feel alike.
    """

    department: str
    sort_key: tuple[bool, float, str]
    journey: Link
    filtered: str
    people: tuple[str, ...]
    whose: tuple[str, ...]
    state: str
    current: bool
    owns: bool
    due: ReviewDue
    mini: CurveThumbnail
    faces: tuple[ThumbnailFace, ...]
    touchpoints: tuple[DepartmentTouchpoint, ...]
    moments: tuple[DepartmentMoment, ...]
    pains: tuple[PainPointEntry, ...]
    opportunities: tuple[OpportunityCard, ...]
    received: tuple[DepartmentHandoff, ...]
    given: tuple[DepartmentHandoff, ...]
    misplaced: tuple[MisplacedWork, ...]
    health: Health


@frozen
class WorkedTouchpoint:
    """A touchpoint at which a department works, by its number: what its entry does not say of it already."""

    number: int
    role: Role
    moment: Risk | None
    channel: str
    work: tuple[str, ...]


@frozen
class DepartmentPart:
    """A department's part in one journey, by the numbers of what the journey holds once for all departments.

    pains, opportunities: their places in the journey's lists; named: of the pain points, those whose author says
    that the department can mend them.
    """

    department: str
    owns: bool
    faces: tuple[ThumbnailFace, ...]
    touchpoints: tuple[WorkedTouchpoint, ...]
    moments: tuple[DepartmentMoment, ...]
    pains: tuple[int, ...]
    named: tuple[int, ...]
    opportunities: tuple[int, ...]
    received: tuple[DepartmentHandoff, ...]
    given: tuple[DepartmentHandoff, ...]
    misplaced: tuple[MisplacedWork, ...]
    health: Health


@frozen
class WorkedJourney:
    """What departments' parts in one journey share. lane: the journey's line in the proportions of a lane."""

    card: JourneyCard
    lane: CurveThumbnail
    touchpoints: tuple[TouchpointEntry, ...]
    pains: tuple[PainPointEntry, ...]
    opportunities: tuple[OpportunityCard, ...]


def department_journey(whole: WorkedJourney, part: DepartmentPart) -> DepartmentJourney:
    """Return a department's part in a journey with all that the journey holds of it."""
    card = whole.card
    touchpoints = tuple([_touchpoint(whole.touchpoints[work.number - 1], work) for work in part.touchpoints])
    worst = min((at.value for at in touchpoints if at.value is not None), default=math.inf)
    return DepartmentJourney(
        department=part.department,
        sort_key=(not touchpoints, worst, card.journey.title),
        journey=card.journey,
        filtered=f"{card.journey.url}?{urlencode({'department': part.department})}",
        people=tuple([person.title for person in card.people]) or (card.segment,) * bool(card.segment),
        whose=card.whose,
        state=card.state,
        current=card.current,
        due=replace(card.due, ours=len(touchpoints)),
        owns=part.owns,
        mini=whole.lane,
        faces=part.faces,
        touchpoints=touchpoints,
        moments=part.moments,
        pains=tuple([replace(whole.pains[n], named=n in part.named) for n in part.pains]),
        opportunities=tuple([whole.opportunities[n] for n in part.opportunities]),
        received=part.received,
        given=part.given,
        misplaced=part.misplaced,
        health=part.health,
    )


def _touchpoint(entry: TouchpointEntry, work: WorkedTouchpoint) -> DepartmentTouchpoint:
    felt = entry.felt
    return DepartmentTouchpoint(
        at=felt.at,
        role=work.role,
        value=felt.value,
        band=felt.band,
        firm=felt.firm,
        whole=felt.whole,
        people=felt.people,
        moment=work.moment,
        standing=entry.standing,
        channel=work.channel,
        work=work.work,
    )

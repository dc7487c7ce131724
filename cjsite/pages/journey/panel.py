"""The details of a touchpoint: everything that the author wrote about it and its step, in full."""

from posixpath import join, normpath

from markupsafe import Markup

from cjsite.analysis.columns import Column
from cjsite.analysis.moments import Moment as Decision
from cjsite.frozen import frozen
from cjsite.model.touchpoint import Image, MomentOfTruth
from cjsite.pages.facts import Fact, Item, fact, texts, words
from cjsite.pages.journey.cells import Cells
from cjsite.pages.journey.felt import Felt, felt
from cjsite.pages.journey.future import Fate
from cjsite.pages.journey.scene import Scene, title_of
from cjsite.pages.journey.told import told
from cjsite.pages.links import name
from cjsite.pages.page import Link
from cjsite.prose import block, inline, plain

_FOLDER = "journeys"


@frozen
class Picture:
    """A picture; its address is relative to the site's root."""

    url: str
    alt: str
    credit: Markup


@frozen
class Pivot:
    """A moment of truth in full."""

    at_risk: bool
    kind: str
    asks: Markup
    facts: tuple[Fact, ...]


@frozen
class Panel:
    """A touchpoint's details."""

    id: str
    where: str
    title: str
    icon: str
    channel: str
    control: str
    possible: bool
    feelings: tuple[Felt, ...]
    picture: Picture | None
    description: Markup
    pivot: Pivot | None
    facts: tuple[Fact, ...]
    previous: Link | None
    next: Link | None


def panel(found: Scene, column: Column, shown: Cells, decision: Decision | None, fate: Fate | None) -> Panel:
    """Return a touchpoint's details; shown: what of it stands on the map."""
    t = found.wording
    channel = found.cast.channels.get(column.touchpoint.channel)
    control = channel.control if channel else ""
    return Panel(
        id=column.id,
        where=_where(found, column),
        title=title_of(column),
        icon=(channel.icon or channel.id) if channel else "touch",
        channel=name(channel) if channel else "",
        control=t(f"map.control.{control}") if control in ("none", "partner") else "",
        possible=column.touchpoint.kind == "possible",
        feelings=felt(found, column),
        picture=_picture(column.touchpoint.image),
        description=block(column.step.description),
        pivot=_pivot(found, decision.moment, decision.at_risk, fate) if decision else None,
        facts=tuple(told(found, column, shown, fate)),
        previous=_neighbour(found, column.number - 2),
        next=_neighbour(found, column.number),
    )


def _where(found: Scene, column: Column) -> str:
    stage = name(column.stage)
    return found.wording("map.detail.where", stage=stage, number=column.number, total=len(found.columns))


def _picture(image: Image | None) -> Picture | None:
    if image is None:
        return None
    return Picture(normpath(join(_FOLDER, image.file)), plain(image.alt), inline(image.credit))


def _neighbour(found: Scene, index: int) -> Link | None:
    if not 0 <= index < len(found.columns):
        return None
    return Link(title_of(found.columns[index]), f"#at-{found.columns[index].id}")


def _pivot(found: Scene, moment: MomentOfTruth, at_risk: bool, fate: Fate | None) -> Pivot:
    t = found.wording
    rate = t.percent(moment.bail_rate) if moment.bail_rate is not None else ""
    bails = Item(inline(moment.bails_out), note=rate) if moment.bails_out else Item(rate)
    facts = [
        *texts(t("map.moment.continues"), moment.continues),
        *([fact(t("map.moment.bails-out"), bails)] if bails.text else []),
        *words(t("state.to-be"), fate.target if fate else ""),
    ]
    return Pivot(at_risk, t(f"map.moment.{moment.kind}") if moment.kind else "", inline(moment.asks), tuple(facts))

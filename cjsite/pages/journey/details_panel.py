"""The details of a touchpoint: everything that the author wrote about it and its step, in full."""

from markupsafe import Markup

from cjsite.analysis.columns import Column
from cjsite.analysis.moments import PlacedMoment as Decision
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen
from cjsite.pages.facts import Fact, FactItem, fact, texts, words
from cjsite.pages.journey.cells import TouchpointCells
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.feeling_details import FeelingDetails, feeling_details
from cjsite.pages.journey.spans import StepSpans
from cjsite.pages.journey.to_be import ColumnFate
from cjsite.pages.journey.touchpoint_details import touchpoint_facts
from cjsite.pages.journey.views import views
from cjsite.pages.pictures import Picture, picture
from cjsite.summaries.links import Link, name
from cjsite.text.prose import block, inline, plain


@frozen
class MomentDetails:
    """A moment of truth in full."""

    risk: Risk
    kind: str
    asks: Markup
    facts: tuple[Fact, ...]


@frozen
class DetailsPanel:
    """A touchpoint's details; views: how it is perceived, and how it is meant."""

    id: str
    where: str
    title: str
    icon: str
    channel: str
    control: str
    possible: bool
    feelings: tuple[FeelingDetails, ...]
    picture: Picture | None
    description: Markup
    moment: MomentDetails | None
    views: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    previous: Link | None
    next: Link | None


def details_panel(
    context: MapContext,
    column: Column,
    shown: TouchpointCells,
    decision: Decision | None,
    fate: ColumnFate | None,
    spans: StepSpans,
) -> DetailsPanel:
    """Return a touchpoint's details; shown: what stands on the map; spans: what its step says for several."""
    t = context.wording
    channel = context.inputs.channels.get(column.touchpoint.channel)
    control = channel.control if channel else ""
    return DetailsPanel(
        id=column.id,
        where=_where(context, column),
        title=title_of(column),
        icon=(channel.icon or channel.id) if channel else "touch",
        channel=name(channel) if channel else "",
        control=t(f"map.control.{control}") if control in ("none", "partner") else "",
        possible=column.touchpoint.kind == "possible",
        feelings=feeling_details(context, column),
        picture=picture(column.touchpoint.image),
        description=block(column.step.description),
        moment=_pivot(context, decision, fate) if decision else None,
        views=views(context, column),
        facts=tuple(touchpoint_facts(context, column, shown, fate, spans)),
        previous=_neighbour(context, column.number - 2),
        next=_neighbour(context, column.number),
    )


def _where(context: MapContext, column: Column) -> str:
    at = {"number": column.number, "total": len(context.columns)}
    if column.stage.is_step and title_of(column) == plain(column.stage.title):
        return context.wording("map.detail.where.stage", **at)
    return context.wording("map.detail.where", stage=name(column.stage), **at)


def _neighbour(context: MapContext, index: int) -> Link | None:
    if not 0 <= index < len(context.columns):
        return None
    return Link(title_of(context.columns[index]), f"#at-{context.columns[index].id}")


def _pivot(context: MapContext, decision: Decision, fate: ColumnFate | None) -> MomentDetails:
    t, moment = context.wording, decision.moment
    rate = t.percent(moment.bail_rate) if moment.bail_rate is not None else ""
    bails = FactItem(inline(moment.bails_out), note=rate) if moment.bails_out else FactItem(rate)
    facts = [
        *texts(t("map.moment.continues"), moment.continues),
        *([fact(t("map.moment.bails-out"), bails)] if bails.text else []),
        *words(t("state.to-be"), fate.target if fate else ""),
    ]
    return MomentDetails(
        decision.risk, t(f"map.moment.{moment.kind}") if moment.kind else "", inline(moment.asks), tuple(facts)
    )

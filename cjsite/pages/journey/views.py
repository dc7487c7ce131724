"""Two views of one thing: how the customer perceives it, and how the organisation means it."""

from collections.abc import Iterator

from cjsite.analysis.columns import Column
from cjsite.pages.facts import Fact, FactItem
from cjsite.pages.journey.context import MapContext
from cjsite.text.prose import inline


def views(context: MapContext, column: Column) -> tuple[Fact, ...]:
    """Return how a touchpoint is perceived and how it is meant; nothing where neither is written.

    What is said of the whole step stands behind what is said of the touchpoint. Whether both differ is for readers
    to judge: there is no figure of it.
    """
    step, touchpoint, t = column.step, column.touchpoint, context.wording
    perceived, intended = (step.perceived, touchpoint.perceived), (step.intended, touchpoint.intended)
    if not any((*perceived, *intended)):
        return ()
    return (
        Fact(t("map.detail.perceived"), tuple(_said(context, *perceived))),
        Fact(t("map.detail.intended"), tuple(_said(context, *intended))),
    )


def _said(context: MapContext, of_step: str, of_touchpoint: str) -> Iterator[FactItem]:
    if of_touchpoint:
        yield FactItem(inline(of_touchpoint))
    if of_step:
        yield FactItem(inline(of_step), label=context.wording("map.detail.whole-step") if of_touchpoint else "")
    if not of_touchpoint and not of_step:
        yield FactItem(context.wording("map.detail.unsaid"))

"""Who works at a touchpoint, in sight and out of it, and whom a case goes to from there, as named facts."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from cjsite.analysis.columns import Column
from cjsite.model.touchpoint import Backstage
from cjsite.pages.facts import Fact, FactItem, fact
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.steps import avoidable_cells
from cjsite.text.prose import inline, plain


def behind(context: MapContext, column: Column, *, avoidable: bool = True) -> Iterator[Fact]:
    """Yield who works at a touchpoint, whom it is handed to, and, if asked, what of it could be spared."""
    t = context.wording
    people = tuple(_people(context, column))
    if people:
        yield Fact(t("map.detail.who"), people)
    handed = tuple(_handed(context, column))
    if handed:
        yield Fact(t("map.detail.handoff"), handed)
    for avoided in avoidable_cells(context, column) if avoidable else ():
        link = avoided.link
        item = FactItem(link.title, link.url, label=avoided.text) if link else FactItem(avoided.text)
        yield fact(t(f"map.avoidable.{avoided.kind}.name"), item)


def _people(context: MapContext, column: Column) -> Iterator[FactItem]:
    """Yield the department that is met with what it does, then the others with what they do out of sight."""
    touchpoint, t = column.touchpoint, context.wording
    front = touchpoint.department
    works = [
        *(("frontstage", work.department or front, work) for work in touchpoint.frontstage),
        *(("backstage", work.department, work) for work in touchpoint.backstage),
    ]
    mine = [_work(work) for _, who, work in works if front and who == front]
    if front:
        link = context.department(front)
        yield FactItem(link.title, link.url, note=Markup("; ").join(mine), label=context.part("department"))
    for side, who, work in works:
        if not front or who != front:
            link = context.department(who)
            yield FactItem(link.title, link.url, note=_work(work), label=t(f"map.detail.{side}"))


def _work(work: Backstage) -> Markup:
    if work.does and work.system:
        return inline(work.does) + f" ({plain(work.system)})"
    return inline(work.does) if work.does else escape(plain(work.system))


def _handed(context: MapContext, column: Column) -> Iterator[FactItem]:
    t = context.wording
    for handoff in column.touchpoint.handoff:
        quality = handoff.quality or ""
        wait = t("map.effort.wait", time=t.duration(handoff.wait.minutes)) if handoff.wait else ""
        note = t.comma.join(filter(None, (t(f"quality.{quality}") if quality else "", wait)))
        to = t("map.handoff.to", department=context.department(handoff.to).title)
        yield FactItem(inline(handoff.carries), note=note, label=to, quality=quality)

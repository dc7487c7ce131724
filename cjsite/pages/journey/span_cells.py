"""What stands in the cells over several columns of a step: what the step says for all of their touchpoints."""

from collections.abc import Mapping

from markupsafe import Markup

from cjsite.analysis.moments import PlacedMoment
from cjsite.base.frozen import frozen
from cjsite.drawing.geometry import n_class
from cjsite.pages.journey.blueprint import BlueprintColumn, blueprint_over
from cjsite.pages.journey.cells import (
    EvidenceCell,
    MeasureCell,
    MomentCell,
    efforts,
    evidence_cell,
    filter_classes,
    measure_cells,
    moment_cell,
    props,
)
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.lanes import LaneRows
from cjsite.pages.journey.spans import CellSpan


@frozen
class SpanCells:
    """What a step says for touchpoints side by side.

    classes: for how many columns it stands over, and for the filters that keep one of them.
    """

    classes: str
    moment: MomentCell | None
    effort: tuple[tuple[str, str], ...]
    props: tuple[tuple[str, Markup], ...]
    evidence: EvidenceCell | None
    measures: tuple[MeasureCell, ...]
    blueprint: BlueprintColumn


def span_cells(
    context: MapContext,
    rows: LaneRows,
    span: CellSpan,
    decisions: Mapping[int, PlacedMoment],
    filters: Mapping[str, str],
) -> SpanCells:
    """Return the cells over columns side by side.

    decisions: the moments of truth by the number of their column. filters: as of `touchpoint_cells`.
    """
    kinds, column = {kind for kind, _ in span.slots}, span.column
    decision = decisions.get(column.over("moment_of_truth")[0]) if "moments" in kinds else None
    first = column.number - 1
    under = context.columns[first : first + span.width]
    kept = dict.fromkeys(name for column in under for name in filter_classes(context, column, filters))
    return SpanCells(
        classes=" ".join(filter(None, (n_class(span.width) if context.drawable else "", *kept))),
        moment=moment_cell(context, decision) if decision else None,
        effort=tuple(efforts(context, column)) if "effort" in kinds else (),
        props=tuple(props(column)) if "props" in kinds else (),
        evidence=evidence_cell(context, column) if "evidence" in kinds else None,
        measures=measure_cells(context, column, {column.id}) if "measures" in kinds else (),
        blueprint=blueprint_over(context, rows, span),
    )

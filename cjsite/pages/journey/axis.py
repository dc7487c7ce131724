"""The axis of the feeling lane: the author's scale, from its highest mark to its lowest."""

from collections.abc import Iterator

from cjsite.analysis.feeling import Band, band
from cjsite.base.frozen import frozen
from cjsite.drawing.geometry import y_class
from cjsite.pages.journey.context import MapContext
from cjsite.text.prose import plain

TICKS = (2, 1, 0, -1, -2)


@frozen
class AxisTick:
    """A mark of the feeling lane's axis: a number of the author's scale, its face and its words."""

    place: str
    number: str
    band: Band
    word: str


def axis_ticks(context: MapContext) -> Iterator[AxisTick]:
    """Yield the marks of the axis, one for each of TICKS."""
    scale = context.inputs.scale
    for score in TICKS:
        own = scale.own(score)
        name = band(score)
        word = plain(scale.labels.get(own, "")) or context.wording(f"band.{name}")
        yield AxisTick(y_class(score), context.wording.bare(own, scale.signs), name, word)

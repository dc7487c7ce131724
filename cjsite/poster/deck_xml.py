"""The parts of a slide that python-pptx has no call for, as XML: fills, lines, Bezier curves."""

from collections.abc import Sequence
from typing import Any

from cjsite.base.frozen import frozen

EMU = 12_700
"""To a point."""
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PATH = (
    f'<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {DRAWING}>'
    '<p:nvSpPr><p:cNvPr id="{id}" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    '<a:pathLst><a:path w="{w}" h="{h}" fill="none">{path}</a:path></a:pathLst></a:custGeom>'
    "<a:noFill/></p:spPr></p:sp>"
)
_NAMES = {"good": ("accent1", 0), "bad": ("accent2", 0), "neutral": ("accent3", 0), "other": ("accent4", 0)} | {
    "soft-good": ("accent5", 0),
    "soft-bad": ("accent6", 0),
    "line": ("bg2", 84),
    "edge": ("bg2", 60),
    "surface": ("bg2", 0),
    "paper": ("bg1", 0),
    "ink": ("tx1", 0),
    "soft-ink": ("tx2", 0),
}
"""Our colours as those of a deck's theme, with how much of their light is left: another theme changes them."""
Points = Sequence[tuple[int, int]]


@frozen
class Stroke:
    """A line; colour: of the theme. dash: 'dash', 'sysDot' or '' for none."""

    colour: str = "ink"
    width: float = 1.0
    dash: str = ""


@frozen
class Fill:
    """A colour; hatched: whether as thin lines on white."""

    colour: str
    hatched: bool = False


def parsed(xml: str) -> Any:
    """Return an element of the library's own kind."""
    from pptx.oxml import parse_xml

    return parse_xml(xml)


def filled(fill: Fill | None) -> Any:
    """Return the element of a fill."""
    if fill is None:
        return parsed(f"<a:noFill {DRAWING}/>")
    colour = colour_xml(fill.colour)
    if fill.hatched:
        inner = f"<a:fgClr>{colour}</a:fgClr><a:bgClr>{colour_xml('paper')}</a:bgClr>"
        return parsed(f'<a:pattFill {DRAWING} prst="ltUpDiag">{inner}</a:pattFill>')
    return parsed(f"<a:solidFill {DRAWING}>{colour}</a:solidFill>")


def stroked(stroke: Stroke | None, tag: str = "ln") -> Any:
    """Return the element of a line; tag: of a shape's, or of one side of a cell's."""
    if stroke is None:
        return parsed(f'<a:{tag} {DRAWING} w="0"><a:noFill/></a:{tag}>')
    dash = f'<a:prstDash val="{stroke.dash}"/>' if stroke.dash else ""
    width = round(stroke.width * EMU)
    return parsed(
        f'<a:{tag} {DRAWING} w="{width}"><a:solidFill>{colour_xml(stroke.colour)}</a:solidFill>{dash}'
        f"{'<a:round/>' if tag == 'ln' else ''}</a:{tag}>"
    )


def colour_xml(name: str) -> str:
    """Return a colour as what a fill, a line or a letter has of it."""
    scheme, dark = _NAMES.get(name, (name, 0))
    darker = f'<a:lumMod val="{dark * 1000}"/>' if dark else ""
    return f'<a:schemeClr val="{scheme}">{darker}</a:schemeClr>'


def bezier_shape(number: int, curves: Sequence[Points]) -> Any:
    """Return the shape of Bezier curves of four points each, the next beginning where the last one ends."""
    every = [point for curve in curves for point in curve]
    left, top = min(x for x, _ in every), min(y for _, y in every)
    width, height = max(x for x, _ in every) - left or 1, max(y for _, y in every) - top or 1

    def listed(points: Points) -> str:
        return "".join(f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in points)

    path = f"<a:moveTo>{listed(curves[0][:1])}</a:moveTo>"
    path += "".join(f"<a:cubicBezTo>{listed(curve[1:])}</a:cubicBezTo>" for curve in curves)
    return parsed(_PATH.format(id=number, x=left, y=top, w=width, h=height, path=path))

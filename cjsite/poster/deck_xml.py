"""The parts of a slide's XML that python-pptx has no call for: fills, lines, Bezier curves, exact leading, bullets."""

from collections.abc import Sequence
from typing import Any

from cjsite.base.frozen import frozen

EMU = 12_700
"""To a point."""
_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PATH = (
    f'<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {_DRAWING}>'
    '<p:nvSpPr><p:cNvPr id="{id}" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    '<a:pathLst><a:path w="{w}" h="{h}" fill="none">{path}</a:path></a:pathLst></a:custGeom>'
    "<a:noFill/></p:spPr></p:sp>"
)
Points = Sequence[tuple[int, int]]


@frozen
class Stroke:
    """A line; colour: of the theme. dash: 'dash', 'sysDot' or '' for none."""

    colour: str = "tx1"
    width: float = 1.0
    dash: str = ""


@frozen
class Fill:
    """A colour of the theme; light: how far it is on its way to white. hatched: whether as thin lines on white."""

    colour: str
    light: float = 0.0
    hatched: bool = False


def parsed(xml: str) -> Any:
    """Return an element of the library's own kind."""
    from pptx.oxml import parse_xml

    return parse_xml(xml)


def filled(fill: Fill | None) -> Any:
    """Return the element of a fill."""
    if fill is None:
        return parsed(f"<a:noFill {_DRAWING}/>")
    colour = _colour(fill.colour, fill.light)
    if fill.hatched:
        white = _colour("bg1")
        return parsed(
            f'<a:pattFill {_DRAWING} prst="ltUpDiag"><a:fgClr>{colour}</a:fgClr><a:bgClr>{white}</a:bgClr></a:pattFill>'
        )
    return parsed(f"<a:solidFill {_DRAWING}>{colour}</a:solidFill>")


def stroked(stroke: Stroke | None, tag: str = "ln") -> Any:
    """Return the element of a line; tag: of a shape's, or of one side of a cell's."""
    if stroke is None:
        return parsed(f'<a:{tag} {_DRAWING} w="0"><a:noFill/></a:{tag}>')
    dash = f'<a:prstDash val="{stroke.dash}"/>' if stroke.dash else ""
    width = round(stroke.width * EMU)
    return parsed(
        f'<a:{tag} {_DRAWING} w="{width}"><a:solidFill>{_colour(stroke.colour)}</a:solidFill>{dash}'
        f'{"<a:round/>" if tag == "ln" else ""}</a:{tag}>'
    )


def _colour(name: str, light: float = 0.0) -> str:
    lighter = f'<a:lumMod val="{round((1 - light) * 100_000)}"/><a:lumOff val="{round(light * 100_000)}"/>'
    return f'<a:schemeClr val="{name}">{lighter if light else ""}</a:schemeClr>'


def coloured(properties: Any, name: str) -> None:
    """Give a run a colour of the theme."""
    properties.insert(0, parsed(f"<a:solidFill {_DRAWING}>{_colour(name)}</a:solidFill>"))


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


def leaded(paragraph: Any, points: float, before: float = 0.0) -> None:
    """Set the distance of a paragraph's lines, and that from the paragraph before it, in points."""
    from pptx.util import Pt

    paragraph.line_spacing, paragraph.space_before = Pt(points), Pt(before)


def bulleted(paragraph: Any, hanging: float) -> None:
    """Put a dot before a paragraph; hanging: how far its words are moved in, in points."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(round(hanging * EMU)))
    properties.set("indent", str(-round(hanging * EMU)))
    properties.append(parsed(f'<a:buFont {_DRAWING} typeface="Arial"/>'))
    properties.append(parsed(f'<a:buChar {_DRAWING} char="•"/>'))

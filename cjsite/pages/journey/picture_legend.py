"""What a map's picture says around the map: its head, what its signs mean, and its foot."""

from collections.abc import Iterator

from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen
from cjsite.drawing.palette import EDGE, GOOD, INK, INK_2, INK_3, RULE
from cjsite.drawing.signs import DIAMOND_BOX, diamond
from cjsite.drawing.svg import TextStyle, hatching
from cjsite.pages.journey.drawn_map import DrawnMap
from cjsite.pages.journey.feeling_marks import is_gap
from cjsite.pages.journey.picture_grid import EDGE as MARGIN
from cjsite.pages.journey.picture_grid import PAD, PictureGrid, Strip
from cjsite.summaries.links import name
from cjsite.text.prose import plain

_TITLE = TextStyle(26, 32, INK, bold=True)
_LEAD = TextStyle(14, 20, INK_2)
_KEY = TextStyle(12, 15, INK_2)
_FOOT = TextStyle(12, 16, INK_3)
_SIGN, _BETWEEN, _ROW = 40.0, 26.0, 22.0
_RISKS: tuple[Risk, ...] = ("high", "some", "unknown", "low")
_LINE = "M0 4C12 4 22 -4 34 -4"


@frozen
class Key:
    """A sign and what it means; sign: drawn around the start of its line, 34 px wide."""

    sign: str
    text: str


def head_strip(own: DrawnMap, grid: PictureGrid, title: str, top: float) -> Strip:
    """Return the title, and which state of it this is, and whose."""
    journey, t = own.context.inputs.journey, own.context.wording
    whose = t.enumerated(*map(name, own.context.inputs.personas))
    lead = t.listed(t(f"state.{journey.state}"), whose, plain(journey.segment), separator=" · ")
    texts, y = [], top
    for text, style in ((title, _TITLE), (lead, _LEAD)):
        lines = style.lines(text, grid.canvas.language, grid.canvas.width - 2 * MARGIN)
        places = [(line, MARGIN, y + (n + 0.5) * style.line) for n, line in enumerate(lines)]
        texts.append(grid.canvas.texts(places, style))
        y += len(lines) * style.line
    return Strip(f'<g id="head">{"".join(texts)}</g>', y - top + 2 * PAD)


def legend_strip(own: DrawnMap, grid: PictureGrid, top: float) -> Strip:
    """Return what the signs on the map mean, in rows as long as the picture is wide."""
    canvas, texts, signs = grid.canvas, [], []
    x, y = MARGIN, top + PAD + _ROW / 2
    for key in _keys(own):
        needed = _SIGN + _KEY.width(key.text)
        if x > MARGIN and x + needed > canvas.width - MARGIN:
            x, y = MARGIN, y + _ROW
        lines = _KEY.lines(key.text, canvas.language, canvas.width - x - MARGIN - _SIGN)
        left = canvas.x(x + 34) if canvas.is_rtl else x
        signs.append(f'<g transform="translate({left:.5g} {y:.5g})">{key.sign}</g>')
        texts += [(line, x + _SIGN, y + n * _KEY.line) for n, line in enumerate(lines)]
        y += (len(lines) - 1) * _KEY.line
        x += needed + _BETWEEN
    if not signs:
        return Strip("", 0.0)
    svg = f'<g id="legend" fill="none">{"".join(signs)}{canvas.texts(texts, _KEY)}</g>'
    return Strip(svg, y + _ROW / 2 - top + PAD)


def _keys(own: DrawnMap) -> Iterator[Key]:
    """Yield the signs that are on the map, and no others."""
    t, main = own.context.wording, own.lines.curves[0]
    felt = [feeling for feeling in own.context.analysis.marked if feeling.score is not None]
    if any(curve.firm for curve in main) or any(feeling.firm for feeling in felt):
        yield Key(f'<path d="{_LINE}" stroke="{GOOD}" stroke-width="2.75"/>', t("map.legend.firm"))
    if any(curve.weak for curve in main) or not all(feeling.firm for feeling in felt):
        dotted = 'stroke-width="2.75" stroke-dasharray="2 5" stroke-linecap="round"'
        yield Key(f'<path d="{_LINE}" stroke="{GOOD}" {dotted}/>', t("map.legend.assumed"))
    if len(main) > 1:
        dashed = 'stroke-width="2" stroke-dasharray="11 4"'
        yield Key(f'<path d="{_LINE}" stroke="{GOOD}" {dashed}/>', t("map.legend.branch"))
    if any(map(is_gap, own.context.analysis.at)):
        hatched = f'<path d="{hatching(0, -7, 34, 14, 7)}" stroke="{EDGE}" stroke-opacity=".5"/>'
        yield Key(hatched, t("map.legend.unknown"))
    risks = set(own.context.analysis.facts.risks.values())
    for risk in _RISKS:
        if risk in risks:
            scale = 18 / DIAMOND_BOX
            sign = f'<g transform="translate(8 -9) scale({scale:g})">{diamond(risk, 1.5)}</g>'
            yield Key(sign, f"{t('home.key.moment')} {t(f'risk.{risk}.inside')}")


def foot_strip(own: DrawnMap, grid: PictureGrid, site: str, top: float) -> Strip:
    """Return where the picture comes from, and how old what it shows is: no day of any build."""
    journey, t, canvas = own.context.inputs.journey, own.context.wording, grid.canvas
    day = t("map.review.on", date=t.date(journey.reviewed_on)) if journey.reviewed_on else t("map.review.never")
    version = t("map.version", version=plain(journey.version)) if journey.version else ""
    text = t.listed(site, version, day, separator=" · ")
    lines = _FOOT.lines(text, canvas.language, canvas.width - 2 * MARGIN)
    places = [(line, MARGIN, top + PAD + (n + 0.5) * _FOOT.line) for n, line in enumerate(lines)]
    left, right = canvas.x(MARGIN), canvas.x(canvas.width - MARGIN)
    rule = f'<path d="M{left:.5g} {top:.5g}H{right:.5g}" fill="none" stroke="{RULE}"/>'
    return Strip(f'<g id="foot">{rule}{canvas.texts(places, _FOOT)}</g>', len(lines) * _FOOT.line + PAD + MARGIN)

"""A map's picture: its lanes and its lines as a file of its own, for a slide or a document."""

from cjsite.analysis.journey_input import JourneyInput
from cjsite.drawing.palette import PAPER
from cjsite.drawing.svg import document
from cjsite.pages.journey.drawn_map import DrawnMap, drawn_map
from cjsite.pages.journey.picture_feelings import feeling_strip
from cjsite.pages.journey.picture_grid import EDGE, PictureGrid, Strip, picture_grid
from cjsite.pages.journey.picture_legend import foot_strip, head_strip, legend_strip
from cjsite.pages.journey.picture_rows import borders, moment_row, stage_row, step_row, touchpoint_row
from cjsite.pages.page import SiteFrame
from cjsite.text.direction import text_direction
from cjsite.text.prose import plain
from cjsite.text.wording import Wording


def journey_picture(inputs: JourneyInput, frame: SiteFrame, wording: Wording) -> bytes:
    """Return the picture of a journey as SVG; it explains itself, and is the same wherever it is drawn."""
    own = drawn_map(inputs, wording)
    context, journey = own.context, inputs.journey
    language = journey.language or wording.language
    is_rtl = text_direction(language) == "rtl"
    several = sum(end is not None for end in own.lines.ends) > 1
    grid = picture_grid(len(context.columns), several, is_rtl, language)
    title = plain(journey.title) or journey.id
    body = _body(own, grid, title, frame)
    paper = f'<rect width="{grid.canvas.width:g}" height="{body.height:g}" fill="{PAPER}"/>'
    words = wording.paragraph(*(f"{who}{wording.colon if who else ''}{text}" for who, text in own.summaries))
    return document(grid.canvas.width, body.height, language, title, words, (paper, body.svg)).encode()


def _body(own: DrawnMap, grid: PictureGrid, title: str, frame: SiteFrame) -> Strip:
    """Return everything on the paper, one part below the other."""
    context = own.context
    head = head_strip(own, grid, title, EDGE)
    parts, top = [head.svg], EDGE + head.height
    y = top
    lanes = (stage_row, step_row, touchpoint_row, feeling_strip, moment_row) if context.columns else ()
    for lane in lanes:
        strip = lane(own, grid, y)
        parts.append(strip.svg)
        y += strip.height
    parts.insert(1, borders(own, grid, top, y))
    if lanes:
        legend = legend_strip(own, grid, y)
        parts.append(legend.svg)
        y += legend.height
    foot = foot_strip(own, grid, frame.site, y)
    return Strip("".join((*parts, foot.svg)), round(y + foot.height))

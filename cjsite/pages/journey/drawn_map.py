"""A journey's lines as they are drawn and told: worked out once for its page and for its picture."""

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.journey.context import MapContext, map_context
from cjsite.pages.journey.feeling_lines import FeelingLines, feeling_lines
from cjsite.pages.journey.summary import summary
from cjsite.summaries.journey_analysis import journey_analyses
from cjsite.text.wording import Wording


@frozen
class DrawnMap:
    """What a map's lines look like, and what they say in words; it is not for templates."""

    context: MapContext
    lines: FeelingLines
    summaries: tuple[tuple[str, str], ...]


@memo(by="inputs")
def drawn_map(inputs: JourneyInput, wording: Wording) -> DrawnMap:
    """Draw a journey's lines. summaries: a person's name ('' on a map of one line) and the line in words."""
    context = map_context(journey_analyses(inputs), wording.amid(inputs.journey.language))
    lines = feeling_lines(context)
    names = [line.name for line in lines.lines] if len(lines.lines) > 1 else [""]
    summaries = (summary(context, analysis) for analysis in context.analyses)
    return DrawnMap(context, lines, tuple(zip(names, summaries, strict=True)))

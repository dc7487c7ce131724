"""Whom a page's first figures tell of: the persona who fares worst."""

from cjsite.analysis.peak_end import peak_end
from cjsite.analysis.readings import of_persona, worst_off
from cjsite.summaries.journey_analysis import JourneyAnalysis, is_alike


def headline(analyses: tuple[JourneyAnalysis, ...]) -> JourneyAnalysis:
    """Return the journey as the persona lives it who fares worst."""
    if len(analyses) == 1:
        return analyses[0]
    names = worst_off(analyses[0].facts.readings)
    # Of several who fare as badly, not their order decides whose other figures are shown.
    return min((analysis for analysis in analyses if analysis.persona in names), key=_figures)


def worst_for(analysis: JourneyAnalysis) -> tuple[str, ...]:
    """Return the names of all who fare worst on a map; none where its personas feel alike."""
    return analysis.names(worst_off(analysis.facts.readings)) if _are_apart(analysis) else ()


def alike(analysis: JourneyAnalysis) -> tuple[str, ...]:
    """Return the names of all who feel as the persona of an analysis does; none where it is everyone on the map."""
    if not _are_apart(analysis):
        return ()
    every = of_persona(analysis.facts.readings).items()
    return analysis.names(persona for persona, own in every if is_alike(own, analysis.readings))


def _are_apart(analysis: JourneyAnalysis) -> bool:
    return len(analysis.facts.lines) > 1


def _figures(analysis: JourneyAnalysis) -> tuple[tuple[bool, float], ...]:
    values: list[float | None] = []
    for reading in analysis.readings:
        felt = (reading.along.ending, reading.along.highest)
        values += [peak_end(reading.feelings), *(None if feeling is None else feeling.value for feeling in felt)]
    return tuple((value is None, value or 0.0) for value in values)

"""A touchpoint as the pages of insights and the walkthrough show it."""

from cjsite.analysis.columns import Column, is_unowned
from cjsite.analysis.coverage import FACETS, missing
from cjsite.analysis.evidence import Standing
from cjsite.analysis.feeling import Feeling
from cjsite.analysis.pains import importance
from cjsite.analysis.sources import stated_at
from cjsite.base.frozen import frozen
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis


@frozen
class TouchpointEntry:
    """A touchpoint with its main feeling. stage: its number and title. channel: an id. known: how it is known.

    lacks: what nothing is said of. control: who controls the channel ('' = there is none). importance: the step's.
    """

    felt: FeelingEntry
    stage: tuple[int, str]
    phase: str
    channel: str
    devices: tuple[str, ...]
    control: str
    kind: str
    standing: Standing
    known: str
    depth: int
    lacks: tuple[str, ...]
    unowned: bool
    importance: int | None


def touchpoint_entry(analysis: JourneyAnalysis, column: Column, feeling: Feeling) -> TouchpointEntry:
    """Return a touchpoint of an analysed journey, with the feeling that stands for it."""
    inputs = analysis.inputs
    channel = inputs.channels.get(column.touchpoint.channel)
    lacks = missing(column)
    number = next(n for n, stage in enumerate(inputs.journey.stages, 1) if stage is column.stage)
    return TouchpointEntry(
        felt=analysis.felt_in(feeling, column),
        stage=(number, column.stage.title),
        phase=column.stage.phase or "",
        channel=column.touchpoint.channel,
        devices=tuple(dict.fromkeys(column.touchpoint.device)),
        control=channel.control if channel else "",
        kind=column.touchpoint.kind,
        standing=analysis.facts.standing(column),
        known=stated_at(feeling, column) or "",
        depth=len(FACETS) - len(lacks),
        lacks=lacks,
        unowned=is_unowned(column, inputs.channels),
        importance=importance(column),
    )

"""A touchpoint as the pages of insights and the walkthrough show it."""

from cjsite.analysis.columns import is_unowned
from cjsite.analysis.coverage import FACETS
from cjsite.analysis.evidence import Standing
from cjsite.analysis.pains import importance
from cjsite.analysis.readings import Observation
from cjsite.analysis.sources import stated_at
from cjsite.base.frozen import frozen
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis


@frozen
class TouchpointEntry:
    """A touchpoint with its main feeling, of whoever feels worst there. mean: the score of its mean feeling, None
    where none of its own is known. stage: its number and title. channel: an id. known: how it is known.
    lacks: what nothing is said of. control: who controls the channel ('' = there is none). importance: the step's.
    """

    felt: FeelingEntry
    mean: float | None
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


def touchpoint_entry(analysis: JourneyAnalysis, observation: Observation) -> TouchpointEntry:
    """Return a touchpoint of an analysed journey, with the feeling that stands for it."""
    inputs, column, mean = analysis.inputs, observation.column, analysis.facts.means.get(observation.column.number)
    channel = inputs.channels.get(column.touchpoint.channel)
    lacks = analysis.facts.lacks[column.number - 1]
    number = next(n for n, stage in enumerate(inputs.journey.stages, 1) if stage is column.stage)
    return TouchpointEntry(
        felt=analysis.observed(observation),
        mean=None if mean is None else inputs.scale.normal(mean),
        stage=(number, column.stage.title),
        phase=column.stage.phase or "",
        channel=column.touchpoint.channel,
        devices=tuple(dict.fromkeys(column.touchpoint.device)),
        control=channel.control if channel else "",
        kind=column.touchpoint.kind,
        standing=analysis.facts.standing(column),
        known=stated_at(observation.feeling, column) or "",
        depth=len(FACETS) - len(lacks),
        lacks=lacks,
        unowned=is_unowned(column, inputs.channels),
        importance=importance(column),
    )

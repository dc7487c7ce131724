"""What all parts of a journey's page look things up in; it refers to the model and is not for templates."""

from collections.abc import Iterable, Mapping
from itertools import chain

from cjsite.analysis.columns import Column
from cjsite.analysis.effort import arrivals
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.lane_names import PART_KEYS, TITLE_KEYS, own_title
from cjsite.analysis.routes import on_route
from cjsite.base.frozen import frozen, replace
from cjsite.drawing.dimensions import MOST_LINES
from cjsite.drawing.geometry import MAX_COLUMNS
from cjsite.model.journey import Journey, Stage
from cjsite.model.opportunity import Opportunity
from cjsite.model.types import MAIN
from cjsite.summaries.headline import headline
from cjsite.summaries.journey_analysis import JourneyAnalysis, journey_analyses
from cjsite.summaries.links import Link, whoever
from cjsite.summaries.reading_figures import ReadingFigures, reading_figures
from cjsite.summaries.urls import department_url, journey_url
from cjsite.text.prose import plain
from cjsite.text.wording import Wording


@frozen
class MapContext:
    """One journey's analysis.

    analyses: along each line that is drawn, the chosen one first. worst: of whoever fares worst. readings: the
    figures of each persona on each route, where there are several. anchors: the column that an id of a step or a
    touchpoint leads to. arrivals: the channel that the customer comes from where it changes, by number of column,
    on the main route where that comes by.
    """

    inputs: JourneyInput
    wording: Wording
    columns: tuple[Column, ...]
    analyses: tuple[JourneyAnalysis, ...]
    worst: JourneyAnalysis
    readings: tuple[ReadingFigures, ...]
    anchors: Mapping[str, Column]
    arrivals: Mapping[int, str]

    @property
    def analysis(self) -> JourneyAnalysis:
        """Return the analysis along the chosen line."""
        return self.analyses[0]

    @property
    def opportunities(self) -> Mapping[str, tuple[Opportunity, ...]]:
        """Return the opportunities of each step, by its id."""
        return self.analysis.facts.opportunities

    @property
    def drawable(self) -> bool:
        """Tell whether there is a map to draw side by side; a longer journey is a timeline only."""
        return 0 < len(self.columns) <= MAX_COLUMNS

    def department(self, name: str) -> Link:
        """Return the link to a department; an id that is none (customer, nobody) is a word of the theme."""
        record = self.inputs.departments.get(name)
        if record is None:
            return Link(self.wording(f"party.{name}") if name else "")
        return Link(plain(record.title) or name, department_url(name))

    def whoever(self, name: str) -> Link:
        """Return the link to a department, or who else it is in the author's words."""
        return whoever(name, self.inputs.departments)

    def link(self, address: str) -> Link:
        """Return the link to a step or touchpoint, here or of another journey (`journey#step`)."""
        journey, _, step = address.rpartition("#")
        if journey and journey != self.inputs.journey.id:
            return Link(plain(self.inputs.titles.get(address, address)), journey_url(journey, step))
        column = self.anchors.get(step)
        if column is None:
            return Link(step)
        is_of_step = step == column.step.id and len(column.step.touchpoints) > 1
        title = plain(column.step.title) if is_of_step else title_of(column)
        return Link(title or column.id, f"#at-{column.id}")

    def lane(self, name: str) -> str:
        """Return what a lane is called: by the author, else by the theme."""
        if name == "story":
            return self.story(self.inputs.journey.stages)
        return own_title(self.inputs.lane_names, name) or self.wording(TITLE_KEYS[name])

    def part(self, name: str) -> str:
        """Return what a part of the map that is no lane is called: by the author, else by the theme."""
        return own_title(self.inputs.lane_names, name) or self.wording(PART_KEYS[name])

    def story(self, stages: Iterable[Stage]) -> str:
        """Return what the lane of what stages say of themselves is called, after what these say."""
        return own_title(self.inputs.lane_names, "story") or self.wording(TITLE_KEYS["story"] + story_of(stages))

    def written(self, value: float) -> str:
        """Return a feeling's number as the author's scale has it: signed where the scale has two sides."""
        return self.wording.on_scale(value, self.inputs.scale.signs)


def map_context(analyses: tuple[JourneyAnalysis, ...], wording: Wording) -> MapContext:
    """Return what all parts of a journey's page share; analyses: along the line of each persona."""
    chosen = _told_apart(analyses)
    inputs, points = chosen[0].inputs, chosen[0].columns
    anchors = {column.step.id: column for column in reversed(points)} | {column.id: column for column in points}
    return MapContext(
        inputs=inputs,
        wording=wording,
        columns=points,
        analyses=chosen,
        worst=headline(analyses),
        readings=reading_figures(analyses),
        anchors=anchors,
        arrivals=_arrivals(inputs.journey, points),
    )


def _arrivals(journey: Journey, points: tuple[Column, ...]) -> Mapping[int, str]:
    names = [name for name in journey.paths if name != MAIN]
    along = (arrivals(on_route(points, name)) for name in (*names, MAIN))
    return dict(chain.from_iterable(own.items() for own in along))


def story_of(stages: Iterable[Stage]) -> str:
    """Return the end of the key of the words for what stages say of themselves: '' where that is their goal."""
    every = tuple(stages)
    if any(stage.goal for stage in every):
        return ".both" if any(stage.description for stage in every) else ""
    return ".description" if any(stage.description for stage in every) else ".incentive"


def other_state(context: MapContext) -> MapContext | None:
    """Return the context of the map's counterpart: the future of this state, or the present of this future."""
    other = context.inputs.counterpart
    if other is None:
        return None
    return map_context(
        journey_analyses(replace(context.inputs, journey=other, counterpart=None, measurements=())), context.wording
    )


def title_of(column: Column) -> str:
    """Return the name of a column."""
    return plain(column.touchpoint.title or column.step.title) or column.id


def _told_apart(analyses: tuple[JourneyAnalysis, ...]) -> tuple[JourneyAnalysis, ...]:
    """Return the lines to draw: personas who feel alike everywhere share one."""
    apart = {id(own.feelings): own for own in reversed(analyses)}
    return tuple(own for own in analyses if apart[id(own.feelings)] is own)[:MOST_LINES]

"""A journey diagram of Mermaid as a map of the model."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from cjsite.base.problem import Place
from cjsite.exchange.imported import Doubt, ImportedMap, ImportOptions, NotImported, TakenAs
from cjsite.exchange.mermaid_journey import MermaidJourney, MermaidSection
from cjsite.exchange.mermaid_scale import MermaidScale, beside_score, scale_of, score_in
from cjsite.exchange.mermaid_step import StepMaker, fitting
from cjsite.exchange.mermaid_text import PlacedText, with_commas
from cjsite.exchange.mermaid_third import ThirdField, customer_of, parted, takes_part_in_most, third_field
from cjsite.exchange.script_language import language_of
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey, Stage
from cjsite.model.slugs import slug
from cjsite.model.types import TEXT_LIMIT

_PLACEHOLDER = re.compile(r"\[[^\]]*\]|\{\{.*\}\}|\$\{.*\}|<[^>]*>|\.{3}|…")


class MermaidIds:
    """Ids that are given once each: the slug of a title where it is free."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._tried: Counter[str] = Counter()

    def id(self, title: str, kind: str) -> str:
        """Return an id for a title; kind: what it is called after where its title makes none."""
        stem = slug(title) or kind
        stem = stem if stem[0].isalnum() else kind
        free = stem
        while free in self._given:
            self._tried[stem] += 1
            free = f"{stem}-{self._tried[stem] + 1}"
        self._given.add(free)
        return free


def map_of(journey: MermaidJourney, options: ImportOptions, ids: MermaidIds, name: str) -> ImportedMap:
    """Return the map of a diagram; name: what it is called where neither it nor a heading above says."""
    _refuse_empty(journey)
    language = language_of(_names(journey))
    third, scale = third_field(journey, language), scale_of(journey, options)
    maker = StepMaker(third, scale, language)
    stages = tuple(_stages(journey, maker))
    title = journey.title.text if journey.title else journey.heading or name
    fields: dict[str, object] = {"title": fitting(title), "id": ids.id(title, "journey"), "stages": stages}
    if maker.has_feelings and scale.ends:
        fields["emotion_scale"] = Scale(min=scale.ends[0], max=scale.ends[1])
    if narrative := "\n\n".join(_narrative(journey, title)):
        fields["narrative"] = narrative
    if segment := _segment(journey, third):
        fields["segment"] = fitting(segment)
    if language:
        fields["language"] = language
    taken = (
        *_titles(journey, title), *_third_taken(journey, third, segment),
        *_scale_taken(journey, third, maker, scale),
        *(TakenAs(line.place, line.text, f"it is written; {what}") for line, what in journey.told),
    )  # fmt: skip
    if language:
        taken += (TakenAs(journey.place, "the script of its words", f"language: {language}"),)
    return ImportedMap(
        journey=Journey.model_validate(fields), personas=(), departments=(), channels=(), taken=taken,
        words=tuple(_words(journey)),
        doubts=(*_doubts(journey, third, maker, scale), *maker.doubts),
    )  # fmt: skip


def _words(journey: MermaidJourney) -> Iterator[tuple[Place, str]]:
    """Yield every piece of text as it is written: a score as a number, and what commas part for itself."""
    texts = [*filter(None, (journey.title, *journey.described)), *(note for _, _, note in journey.notes)]
    texts += (section.name for section in journey.sections)
    for task in (task for section in journey.sections for task in section.tasks):
        texts += (task.name, *(PlacedText(task.third.place, part) for part in parted(task.third.text)))
        number = score_in(task.score.text)
        plain = task.score.text if number is None or beside_score(task.score.text) else f"{number:g}"
        texts.append(PlacedText(task.score.place, plain))
    yield from ((text.place, text.text) for text in texts if text.text)


def _names(journey: MermaidJourney) -> Iterator[str]:
    for section in journey.sections:
        yield section.name.text
        yield from (task.name.text for task in section.tasks)


def _refuse_empty(journey: MermaidJourney) -> None:
    names = [task.name.text for section in journey.sections for task in section.tasks]
    if not journey.sections:
        raise NotImported(journey.place, "this `journey` diagram holds no section and no task, and so no stage")
    if names and all(_PLACEHOLDER.fullmatch(name) for name in names):
        raise NotImported(journey.place, f"this is a template, with {names[0]} for a name; fill it in first")
    for place, text in _words(journey):
        if len(text) > TEXT_LIMIT:
            raise NotImported(place, f"this text is longer than {TEXT_LIMIT:,} characters; shorten it")


def _stages(journey: MermaidJourney, maker: StepMaker) -> Iterator[Stage]:
    stage_ids, step_ids = MermaidIds(), MermaidIds()
    notes = _notes(journey)
    for number, section in enumerate(journey.sections):
        title = _stage_title(journey, section, number)
        fields: dict[str, object] = {"title": fitting(title), "id": stage_ids.id(title, "stage")}
        if len(title) > len(fitting(title)):
            fields["description"] = title
        steps = []
        for position, task in enumerate(section.tasks):
            own = maker.fields(task, number, position)
            title = str(own["title"])
            own["id"] = step_ids.id(title, "step")
            if (number, position) in notes:
                own["notes"] = notes[number, position]
            steps.append(own)
        if steps:
            fields["steps"] = steps
        yield Stage.model_validate(fields)


def _stage_title(journey: MermaidJourney, section: MermaidSection, number: int) -> str:
    if section.name.text:
        return section.name.text
    whole = journey.title.text if journey.title else journey.heading
    return whole if whole and len(journey.sections) == 1 else f"Stage {number + 1}"


def _notes(journey: MermaidJourney) -> Mapping[tuple[int, int], list[str]]:
    """Return the comments by the section and the number of the task that they stand above, or of the last one."""
    places = [(stage, at) for stage, section in enumerate(journey.sections) for at in range(len(section.tasks))]
    notes: dict[tuple[int, int], list[str]] = {}
    for stage, at, note in journey.notes if places else ():
        place = next((place for place in places if place >= (stage, at)), places[-1])
        notes.setdefault(place, []).append(note.text)
    return notes


def _narrative(journey: MermaidJourney, title: str) -> Iterator[str]:
    if len(title) > len(fitting(title)):
        yield title
    yield from (text.text for text in journey.described if text.text != title)
    if not any(section.tasks for section in journey.sections):
        yield from (note.text for _, _, note in journey.notes)


def _segment(journey: MermaidJourney, third: ThirdField) -> str:
    tasks = [task for section in journey.sections for task in section.tasks]
    if third.kind == "segment":
        return with_commas(tasks[0].third.text)
    return customer_of(tasks) if third.kind == "actors" else ""


def _titles(journey: MermaidJourney, title: str) -> Iterator[TakenAs]:
    place = journey.title.place if journey.title else journey.place
    source = "its title" if journey.title else ("the heading above" if journey.heading else "the file's name")
    yield TakenAs(place, f"{source} {title!r}", "title")
    for text in journey.described:
        yield TakenAs(text.place, text.text, "narrative")
    for _, _, note in journey.notes:
        yield TakenAs(note.place, f"the comment {note.text!r}", "notes, for authors alone")


_TARGETS = {
    "actors": "actors", "feelings": "emotion", "channels": "touchpoints", "segment": "segment",
    "mixed": "emotion and actors", "swapped": "title of the step, and the name before the score as its actors",
    "findings": "pain_points beside a low score, gains beside a high score, else a lane `Findings`",
}  # fmt: skip


def _first_third(journey: MermaidJourney) -> Place:
    return next(
        (task.third.place for section in journey.sections for task in section.tasks if task.third.text),
        journey.place,
    )


def _third_taken(journey: MermaidJourney, third: ThirdField, segment: str) -> Iterator[TakenAs]:
    if third.kind == "nothing":
        return
    target = _TARGETS.get(third.kind) or f"a lane `{third.lane}`"
    yield TakenAs(_first_third(journey), "the third field of the tasks", f"{target}: {third.why}")
    if segment and third.kind == "actors":
        yield TakenAs(_first_third(journey), f"the actor {segment!r}", "segment: whose journey it is, too")


def _scale_taken(
    journey: MermaidJourney, third: ThirdField, maker: StepMaker, scale: MermaidScale
) -> Iterator[TakenAs]:
    if maker.has_feelings and scale.ends:
        low, high = scale.ends
        yield TakenAs(
            journey.place, "the scores", f"emotion on a scale from {low:g} to {high:g}, by {scale.source}"
        )
    elif maker.has_scores:
        because = "beside a status they say how far work is; " if third.lane == "Status" else ""
        yield TakenAs(
            journey.place,
            "the scores",
            f"a lane `Score`: {because}`--scale LOWEST..HIGHEST` would make feelings of them",
        )


def _doubts(journey: MermaidJourney, third: ThirdField, maker: StepMaker, scale: MermaidScale) -> Iterator[Doubt]:
    tasks = [task for section in journey.sections for task in section.tasks]
    segment = _segment(journey, third)
    if not (journey.title or journey.heading):
        yield Doubt(
            journey.place,
            "",
            "nothing in the file says what this is a map of; it is called by the file's name",
            "title",
        )
    if segment and third.kind == "actors" and not takes_part_in_most(segment, tasks):
        message = (
            "this is the only word for customers among several who take part; look whether the journey is theirs"
        )
        yield Doubt(_first_third(journey), segment, message, "segment")
    if not third.is_sure:
        first = next(t.third for s in journey.sections for t in s.tasks if t.third.text)
        target = _TARGETS.get(third.kind) or f"a lane `{third.lane}`"
        yield Doubt(
            first.place, with_commas(first.text), f"the third field was taken as {target}; look whether it is that"
        )
    if maker.has_scores and scale.ends is None:
        first = next(t.score for s in journey.sections for t in s.tasks if t.score.text)
        yield Doubt(
            first.place, first.text,
            "some scores lie off Mermaid's scale from 1 to 5, so that all stand in a lane `Score`; if they are "
            "feelings, say their range, like `--scale 1..10`",
        )  # fmt: skip

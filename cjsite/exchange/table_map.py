"""A table with what stands around it as a map."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported, TakenAs, in_short
from cjsite.exchange.lane_words import lane_of, role_languages
from cjsite.exchange.script_language import language_in
from cjsite.exchange.table_axes import is_count
from cjsite.exchange.table_cells import items, unmarked
from cjsite.exchange.table_fields import Fields, as_prose
from cjsite.exchange.table_lanes import LaneUse, lanes_named
from cjsite.exchange.table_personas import ReadPersona, persona_of_heading, persona_of_line
from cjsite.exchange.table_points import TableReading
from cjsite.exchange.table_steps import StepsOfTable
from cjsite.exchange.table_texts import TextAround, around, doubt_of_title, is_to_be, kind_of, title_of
from cjsite.model.journey import Journey
from cjsite.model.registry import Channel, Department
from cjsite.model.slugs import slug
from cjsite.model.types import TEXT_LIMIT

_OF_MAP = {
    "segment": "segment", "job-to-be-done": "job", "scenario": "scenario", "business-goal": "business_goal",
    "product": "product", "motivation": "motivation",
}  # fmt: skip
_LISTS = {"journey-goal": "goal", "expectations": "expectations"}
_LINES = {"segment", "job", "product"}
Words = list[tuple[Place, str]]


def map_of(
    reading: TableReading,
    personas: Sequence[tuple[Grid, ReadPersona]],
    said: Sequence[tuple[str, Place, str]],
    path: str,
    options: ImportOptions,
) -> ImportedMap:
    """Return a table with the texts above it and the personas before it as a map."""
    grid = reading.grids[0]
    language = _language(reading)
    steps = StepsOfTable(reading, options.scale, (language or "en",))
    texts = _texts(reading, said)
    several = len(reading.grids) > 1
    titled = replace(grid, title="") if several and grid.headings else grid
    title, titled_at = title_of(titled, path, texts)
    words: Words = [(titled_at, title), *_words(reading, steps.uses)]
    person = _person(reading, personas, texts)
    fields = _fields(title, language, steps, texts, reading)
    if person:
        words += person.words
        fields["persona"] = person.persona.id
    words += [(place, text) for kind, place, text in texts.by_kind if kind != "title"]
    words += [(place, _plain(text)) for place, text in texts.prose]
    taken = (*reading.taken, *(taken for use in steps.uses for taken in use.taken), *_taken_around(texts, person))
    return ImportedMap(
        _journey(fields, grid),
        (person.persona,) if person else (),
        tuple(Department.model_validate({"id": key, "title": name}) for key, name in steps.departments.items()),
        tuple(Channel.model_validate({"id": key, "title": name}) for key, name in steps.channels.items()),
        tuple(words),
        taken,
        (
            *doubt_of_title(titled, texts),
            *(replace(doubt, at=steps.ats.get(doubt.place, "")) for doubt in reading.doubts),
            *steps.doubts,
        ),
    )


def _texts(reading: TableReading, said: Sequence[tuple[str, Place, str]]) -> TextAround:
    texts = around([entry for grid in reading.grids for entry in grid.above])
    by_kind, prose = list(texts.by_kind), list(texts.prose)
    for label, cell in reading.remarks:
        kind = kind_of(label.text) if label.text else ""
        if kind and not any(kind == other for other, _, _ in by_kind):
            by_kind.append((kind, cell.place, cell.text))
        else:
            prose.append((cell.place, f"{unmarked(label.text)}: {cell.text}" if label.text else cell.text))
    there = {kind for kind, _, _ in by_kind}
    by_kind += [entry for entry in said if entry[0] not in there]
    return replace(texts, by_kind=tuple(by_kind), prose=tuple(prose))


def _fields(title: str, language: str, steps: StepsOfTable, texts: TextAround, reading: TableReading) -> Fields:
    fields: Fields = {"title": title[:500]}
    if not slug(title):
        fields["id"] = "journey"
    if language:
        fields["language"] = language
    headings = [grid.title for grid in reading.grids[:1]] + [
        text for _, text in reversed(reading.grids[0].headings)
    ]
    if is_to_be(headings):
        fields["state"] = "to-be"
    prose = [text for _, text in texts.prose]
    for kind, _, text in texts.by_kind:
        name = _OF_MAP.get(kind) or _LISTS.get(kind)
        if name in _LISTS.values():
            fields[str(name)] = list(items(text))
        elif name and not (name in _LINES and len(text) > 500):
            fields[name] = unmarked(text) if name in _LINES else as_prose(items(text))
        elif kind not in ("title", "persona"):
            prose.append(text)
    if prose:
        fields["narrative"] = _narrative(prose, texts.prose[0][0] if texts.prose else reading.grids[0].place)
    if steps.scale:
        fields["emotion_scale"] = {"min": steps.scale[0], "max": steps.scale[1]}
    if names := lanes_named(reading, steps.uses):
        fields["lane_names"] = names
    return {**fields, "stages": steps.stages}


def _narrative(prose: Sequence[str], place: Place) -> str:
    text = "\n\n".join(prose)
    if len(text) > TEXT_LIMIT:
        sentence = (
            f"the texts around it have {len(text):,} characters; what is told of a map may have {TEXT_LIMIT:,}"
        )
        raise NotImported(place, f"{sentence}: leave out what is not about it")
    return text


def _journey(fields: dict[str, Any], grid: Grid) -> Journey:
    try:
        return Journey.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = "/".join(str(part) for part in first["loc"])
        raise NotImported(grid.place, f"the table does not fit the format: {first['msg']} ({where})") from error


def _language(reading: TableReading) -> str:
    """Return the language of the texts, or else that of most labels, '' where that is not clear."""
    counts: dict[str, int] = {}
    for lane in reading.lanes:
        for language in role_languages(lane.label.text, lane_of(lane.label.text)):
            counts[language] = counts.get(language, 0) + 1
    best = sorted(counts, key=lambda language: -counts[language])
    clear = len(best) == 1 or (len(best) > 1 and counts[best[0]] > counts[best[1]])
    labelled = best[0] if best and clear and counts[best[0]] > 1 else ""
    texts = (cell.text for point in reading.points for cell in (point.stage, point.step, *point.cells))
    return language_in(texts, labelled) if labelled else ""


def _words(reading: TableReading, uses: Sequence[LaneUse]) -> Words:
    """Return every piece of text of a table that the map must hold."""
    words: Words = [(use.lane.label.place, use.name) for use in uses if not use.field and any(use.texts)]
    for point in reading.points:
        words += [
            (cell.place, unmarked(cell.text)) for cell in (point.stage, point.step) if not is_count(cell.text)
        ]
        for cell in point.cells:
            words += [(cell.place, unmarked(item)) for item in items(cell.text)]
    return words


def _person(
    reading: TableReading, personas: Sequence[tuple[Grid, ReadPersona]], texts: TextAround
) -> ReadPersona | None:
    """Return whose journey it is: the persona that its texts name, or the nearest that is described before it."""
    place = reading.grids[0].place
    named = next(((at, text) for kind, at, text in texts.by_kind if kind == "persona"), None)
    titles = " ".join((reading.grids[0].title, *(text for _, text in reading.grids[0].headings))).casefold()
    for _, person in personas:
        name = person.persona.title.casefold()
        if name in titles or (named and name in named[1].casefold()):
            return person
    if named:
        return persona_of_line(*named)
    for heading in (reading.grids[0].title, *(text for _, text in reversed(reading.grids[0].headings))):
        if own := persona_of_heading(place, heading):
            return own
    before = [
        person for grid, person in personas if (grid.place.line, grid.place.column) < (place.line, place.column)
    ]
    return before[-1] if before else personas[0][1] if len(personas) == 1 else None


def _plain(text: str) -> str:
    return "\n".join(unmarked(line) for line in text.splitlines())


def _taken_around(texts: TextAround, person: ReadPersona | None) -> list[TakenAs]:
    taken = [
        TakenAs(place, f"'{in_short(unmarked(text))}'", f"`{_OF_MAP.get(kind) or _LISTS.get(kind) or kind}`")
        for kind, place, text in texts.by_kind
    ]
    if texts.prose:
        taken.append(TakenAs(texts.prose[0][0], "the text around the table", "`narrative`"))
    if person and person.words:
        taken.append(TakenAs(person.words[0][0], f"'{person.persona.title}'", "a persona"))
    return taken

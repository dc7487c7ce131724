"""The parking lot: a raw note from the workshop, put under a step's `notes:` in the map's file."""

from pathlib import Path

from cjsite.base.frozen import frozen
from cjsite.model.content import Content
from cjsite.preview.editable_map import EditableMap
from cjsite.preview.yaml_patch import Unsplicable, appended
from cjsite.text.prose import plain

LONGEST = 2000
"""Characters of a note."""


@frozen
class StepNote:
    """A note, and what the step is called that it is about."""

    step: str
    text: str


def notes_of(journey: str, whole: Content, shown: Content) -> tuple[StepNote, ...]:
    """Return the notes on those steps of a journey that are shown.

    whole: what its authors wrote, notes included. shown: what those see who are served: there may be more steps.
    """
    written, map_shown = whole.journeys.get(journey), shown.journeys.get(journey)
    if written is None or map_shown is None:
        return ()
    there = {step.id for step in map_shown.steps()}
    steps = (step for step in written.steps() if step.id in there)
    return tuple(StepNote(plain(step.title) or step.id, text) for step in steps for text in step.notes)


def add_note(content: Path, address: str, text: str) -> Path:
    """Append a note to the step at `journey#step` and return the file; the rest of it stays byte for byte.

    A touchpoint's address leads to its step. Raises Unsplicable with the reason where it cannot be done.
    """
    journey, _, step = address.partition("#")
    note = " ".join(text.split())
    if not note or len(note) > LONGEST:
        raise Unsplicable(f"a note has 1 to {LONGEST} characters")
    if not note.isprintable():
        # Half a sign, as a cut text may end with, is in no file either.
        raise Unsplicable("a note is made of letters and other signs that can be seen")
    if not step:
        raise Unsplicable(f"'{address}' names no step; write {journey or 'journey'}#step")
    draft = EditableMap(content, journey)
    draft.write(draft.changed(draft.spot(step).step, lambda yaml, loc: appended(yaml, loc, "notes", note)))
    return draft.path

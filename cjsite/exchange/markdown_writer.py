"""A map as a document in Markdown: a heading a stage, a heading a step, and what is said there under bold labels.

`headings.py` reads such documents: the words come in again, and the labels are those that it knows.
"""

from collections.abc import Iterator

from cjsite.analysis.journey_input import JourneyInput
from cjsite.exchange.export_formats import Export
from cjsite.exchange.markdown_fields import OF_JOURNEY, OF_POINT, OF_STAGE, MarkdownFields
from cjsite.model.journey import Stage
from cjsite.model.step import StepFields
from cjsite.model.types import Identified

_NOTHING = "–"
_HOLDERS = {
    "title",
    "id",
    "stages",
    "steps",
    "narrative",
    "lanes",
    "emotion_scale",
    "insights",
    "language",
    "description",
}


def write_markdown(inputs: JourneyInput) -> Export:
    """Return a map as a document that people read, with what it leaves out."""
    writer = _Writer(inputs)
    text = "\n\n".join(filter(None, writer.blocks())) + "\n"
    return Export(text.encode(), tuple(writer.left_out()))


class _Writer:
    """A document as it is written from the top; missed: the fields that it has no place for, with how often."""

    def __init__(self, inputs: JourneyInput) -> None:
        self.inputs, self.journey = inputs, inputs.journey
        self.fields = MarkdownFields(inputs)
        self.missed: dict[str, int] = {}

    def blocks(self) -> Iterator[str]:
        """Yield the paragraphs, headings and lists of the document."""
        yield f"# {_line(self.journey.title)}"
        yield from self._labelled(self.journey, OF_JOURNEY)
        yield self.journey.narrative.strip()
        for number, stage in enumerate(self.journey.stages, 1):
            yield from self._stage(number, stage)
        if self.journey.insights:
            yield "## What the research says"
            yield self.fields.listed(own.text for own in self.journey.insights)

    def left_out(self) -> Iterator[str]:
        """Yield what the document has no place for, each with how often it stands in the map."""
        for name, count in self.missed.items():
            times = "" if count == 1 else f" ({count} times)"
            yield f"`{name}`{times}"

    def _stage(self, number: int, stage: Stage) -> Iterator[str]:
        names = OF_STAGE if stage.steps else (*OF_STAGE, *OF_POINT)
        yield from self._section(f"## {number}. {_line(stage.title) or 'Stage'}", stage, names)
        for place, step in enumerate(stage.steps, 1):
            yield from self._section(f"### {number}.{place} {_line(step.title) or 'Step'}", step, OF_POINT)

    def _section(self, heading: str, thing: StepFields, names: tuple[str, ...]) -> Iterator[str]:
        """Yield a heading with what is said below it; a dash says that it is nothing."""
        texts = [thing.description.strip(), *self._labelled(thing, names), *self._lanes(thing)]
        yield heading
        yield from texts if any(texts) or (isinstance(thing, Stage) and thing.steps) else (_NOTHING,)

    def _labelled(self, thing: Identified, names: tuple[str, ...]) -> Iterator[str]:
        """Yield what is said in fields, each below its label, in the order of the names."""
        written = thing.model_fields_set
        for name in names:
            if name in written and (text := self.fields.text(name, getattr(thing, name))):
                yield self._entry(self.fields.label(name), text)
        for name in type(thing).model_fields:
            if name in written and name not in names and name not in _HOLDERS and getattr(thing, name):
                self.missed[name] = self.missed.get(name, 0) + 1

    def _lanes(self, thing: StepFields) -> Iterator[str]:
        for name, texts in thing.lanes.items():
            yield self._entry(_line(name), self.fields.listed(texts) if len(texts) > 1 else texts[0])

    def _entry(self, label: str, text: str) -> str:
        return f"**{label}:**\n\n{text}" if text.startswith("- ") else f"**{label}:** {text}"


def _line(text: str) -> str:
    return " ".join(text.split())

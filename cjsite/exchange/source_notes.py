"""What an importer notes while it reads a source: its words, what it took as what, and what it was not sure of."""

from dataclasses import dataclass, field

from cjsite.base.problem import Place
from cjsite.exchange.imported import Doubt, ImportedMap, TakenAs
from cjsite.model.journey import Journey
from cjsite.model.persona import Persona
from cjsite.model.registry import Department
from cjsite.reading.tree import Mark


@dataclass(slots=True)
class SourceNotes:
    """The notes on one map of a file; places are lines and columns of it."""

    path: str
    words: list[tuple[Place, str]] = field(default_factory=list)
    taken: list[TakenAs] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def text(self, mark: Mark, value: object) -> str:
        """Return a text of the source, noted as one that must be in what is written."""
        text = shown(value)
        if text:
            self.words.append((Place(self.path, *mark), text))
        return text

    def take(self, mark: Mark, source: str, target: str) -> None:
        """Note what a part of the source is taken as, once for all parts that are called so."""
        if all((own.source, own.target) != (source, target) for own in self.taken):
            self.taken.append(TakenAs(Place(self.path, *mark), source, target))

    def doubt(self, mark: Mark, text: str, message: str, at: str = "") -> None:
        """Note what is not sure; at: the field that it was written to."""
        self.doubts.append(Doubt(Place(self.path, *mark), text, message, at))

    def map(
        self, journey: Journey, personas: tuple[Persona, ...] = (), departments: tuple[Department, ...] = ()
    ) -> ImportedMap:
        """Return the map that was read with these notes."""
        notes = (tuple(self.words), tuple(self.taken), tuple(self.doubts))
        return ImportedMap(journey, personas, departments, (), *notes)


def shown(value: object) -> str:
    """Return a value of JSON or YAML as a text, as people write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:.12g}"
    return str(value).strip()

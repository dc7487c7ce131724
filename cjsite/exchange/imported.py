"""What an importer makes of a file: maps of the model, what it took as what, and what it was not sure of."""

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.model.content import Measurement
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.registry import Channel, Department, Evidence, Metric

_QUOTED = 60
"""Letters of the source that a report quotes."""


@frozen
class TakenAs:
    """What a part of the source was taken as: `column 'Touchpoints'` as `actions`. place: where it stands."""

    place: Place
    source: str
    target: str


@frozen
class Doubt:
    """What an importer was not sure of, in a sentence; text: the source's words. at: the field it wrote them to.

    at: like `stages/0/steps/2/emotion`, where the written file says so in a comment; '' for the whole map.
    """

    place: Place
    text: str
    message: str
    at: str = ""


@frozen
class ImportedMap:
    """A map as it comes from a file, before it is written into content.

    personas, departments, channels: those that the map names; they come along. words: every piece of text of the
    source with its place: each must be in what is written, or the import fails. taken, doubts: for the report.
    evidence, metrics, opportunities, measurements: likewise those that come along, where the source has them.
    unread: what of its file is not read, or is read in no usual way, each in a sentence. is_ours: whether it is of
    our own format, and so has left out what its site says for all maps.
    """

    journey: Journey
    personas: tuple[Persona, ...]
    departments: tuple[Department, ...]
    channels: tuple[Channel, ...]
    words: tuple[tuple[Place, str], ...]
    taken: tuple[TakenAs, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    metrics: tuple[Metric, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    unread: tuple[tuple[Place, str], ...] = ()
    is_ours: bool = False


def in_short(text: str) -> str:
    """Return the beginning of a text, up to the end of a word, as reports quote it."""
    line = " ".join(text.split())
    if len(line) <= _QUOTED:
        return line
    cut = line.rfind(" ", _QUOTED // 2, _QUOTED)
    return f"{line[: cut if cut > 0 else _QUOTED]} …"


@frozen
class ImportOptions:
    """What the command line says of a source.

    scale: the lowest and highest number for feelings, None where only the source can say. orientation: whether the
    steps of a table are its rows or its columns. lanes: fields of the format by the source's names for them.
    """

    scale: tuple[float, float] | None = None
    orientation: str = ""
    lanes: tuple[tuple[str, str], ...] = ()


class NotImported(Exception):
    """Raised with one sentence that says why a source is not taken in, and where it stands.

    is_final: whether it is of the format all right, so that reading it in another is no mend: a tie, a template.
    """

    def __init__(self, place: Place, sentence: str, *, is_final: bool = False) -> None:
        super().__init__(f"{place}: {sentence}")
        self.place, self.sentence, self.is_final = place, sentence, is_final

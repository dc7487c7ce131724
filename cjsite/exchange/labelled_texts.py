"""Texts of a document with labels before them: `**Actions:** …`, `- **Thoughts**: …`, a label above a list."""

import re
from collections.abc import Iterator, Sequence

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.lane_words import LANE_FIELDS, lane_of

_BULLET = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_BOLD = re.compile(
    r"(?:\*\*|__)(?P<label>[^*_\n]{1,60}?)\s*(?P<in>[:：]?)\s*(?:\*\*|__)\s*(?P<out>[:：]?|[–—-](?=\s))\s*(?P<text>.*)"
)
_PLAIN = re.compile(r"(?P<label>[^\s:：*_`\[<|][^:：\n*|]{0,50}?)\s*[:：](?!//)\s*(?P<text>.*)")


@frozen
class LabelledText:
    """A text with its label, '' where it has none."""

    label: str
    labelled_at: Place
    text: str
    place: Place

    @property
    def is_lane(self) -> bool:
        """Tell whether the label names a lane."""
        return lane_of(self.label) in LANE_FIELDS


def labelled_texts(texts: Sequence[tuple[Place, str]]) -> tuple[LabelledText, ...]:
    """Return the texts of a section by their labels; a list goes with the label above it."""
    groups: list[list[LabelledText]] = []
    for place, text in texts:
        for entry in _entries(place, text):
            if groups and not entry.label and _goes_on(groups[-1], entry):
                groups[-1].append(entry)
            else:
                groups.append([entry])
    return tuple(map(_joined, groups))


def _entries(place: Place, text: str) -> Iterator[LabelledText]:
    """Yield the parts of a paragraph or a list, each up to the next label."""
    lines: list[str] = []
    label, begun = "", place
    labelled_at = place
    for number, line in enumerate(text.split("\n")):
        at = Place(place.path, place.line + number, place.column)
        match = _label(line)
        if match:
            if label or any(map(str.strip, lines)):
                yield LabelledText(label, labelled_at, _flush(lines), begun)
            label, lines, begun, labelled_at = match["label"].strip(), [match["text"]], at, at
        else:
            lines.append(line)
    if label or any(map(str.strip, lines)):
        yield LabelledText(label, labelled_at, _flush(lines), begun)


def _label(line: str) -> re.Match[str] | None:
    """Return the label that a line begins with: in bold, or a known one before a colon."""
    stem = line[bullet.end() :] if (bullet := _BULLET.match(line)) else line.strip()
    bold = _BOLD.fullmatch(stem)
    if bold and (bold["in"] or bold["out"] or (not bold["text"] and lane_of(bold["label"]))):
        return bold
    plain = _PLAIN.fullmatch(stem)
    return plain if plain and lane_of(plain["label"]) in LANE_FIELDS else None


def _flush(lines: Sequence[str]) -> str:
    """Return the lines of a text, a list below its label without the blanks that all of it is indented by."""
    first, *rest = lines
    told = [line for line in rest if line.strip()]
    depth = min((len(line) - len(line.lstrip()) for line in told), default=0)
    return "\n".join([first.strip(), *(line[depth:].rstrip() for line in told)]).strip()


def _goes_on(group: Sequence[LabelledText], entry: LabelledText) -> bool:
    """Tell whether a text belongs to the label above it: a list does, and what stands below a label alone."""
    first, last = group[0], group[-1]
    is_open = not first.text and not _BULLET.match(last.text)
    return bool(first.label) and (is_open or bool(_BULLET.match(entry.text)))


def _joined(entries: Sequence[LabelledText]) -> LabelledText:
    """Return a label's text with the lists that go on with it."""
    first = entries[0]
    own = [entry for entry in entries if entry.text]
    text = "\n".join(entry.text for entry in own)
    return LabelledText(first.label, first.labelled_at, text, own[0].place if own else first.place)

"""The `journey` diagram of Mermaid 11.17 taken apart: title, sections, tasks, comments.

Source: packages/mermaid/src/diagrams/user-journey (journey.jison, journeyDb.js), https://github.com/mermaid-js/mermaid.
"""

import re
from collections.abc import Iterator

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.imported import NotImported
from cjsite.exchange.mermaid_source import MermaidDiagram, MermaidLine
from cjsite.exchange.mermaid_task import MermaidTask, are_turned, has_score, task_of, turned
from cjsite.exchange.mermaid_text import PlacedText, placed_text, without_entities

MOST_LINES = 5_000
_TITLE = re.compile(r"title(?:[ \t]+|$)(?P<text>.*)", re.IGNORECASE)
_SECTION = re.compile(r"(?P<word>section)(?:[ \t]+|$)(?P<text>.*)", re.IGNORECASE)
_ACCESSIBLE = re.compile(
    r"acc(?P<what>Title|Descr)\s*(?::\s*(?P<text>.*)|(?P<block>\{)\s*(?P<first>[^}]*)(?P<end>\})?)", re.I
)
_FIELD = re.compile(r"(?P<name>\w+)\s*:\s*(?P<text>.*)")


@frozen
class MermaidSection:
    """A section with its tasks; name: empty for the tasks before the first section."""

    name: PlacedText
    tasks: tuple[MermaidTask, ...]


@frozen
class MermaidJourney:
    """A journey diagram. heading: the nearest one above it, or ''.

    described: what else is said of it as a whole: other titles, the description for screen readers. notes: its
    comments, each with the section and the task that it stands before. told: lines that Mermaid draws otherwise
    than they are meant, each with what it makes of it.
    """

    place: Place
    title: PlacedText | None
    heading: str
    described: tuple[PlacedText, ...]
    sections: tuple[MermaidSection, ...]
    notes: tuple[tuple[int, int, PlacedText], ...]
    told: tuple[tuple[PlacedText, str], ...]


class _Reader:
    """Reads the lines of a diagram, one after another."""

    def __init__(self, diagram: MermaidDiagram) -> None:
        self.titles: list[PlacedText] = []
        self.front: list[PlacedText] = []
        self.accessible: list[PlacedText] = []
        self.sections: list[tuple[PlacedText, list[MermaidTask]]] = []
        self.notes: list[tuple[int, int, PlacedText]] = []
        self.told: list[tuple[PlacedText, str]] = []
        self.place = diagram.lines[0].place
        self._until = ""
        # Some hosts name the type of the diagram in their own tag, and the diagram does not say it again.
        self._begun = not any(line.text.lower().startswith("journey") for line in diagram.lines)
        self._in_front = 0
        for line in diagram.lines:
            if line.text:
                self._line(line)

    def _line(self, line: MermaidLine) -> None:
        text = line.text
        if self._until == "}":
            self._described(line)
        elif self._until:
            self._until = "" if self._until in text else self._until
        elif text.startswith("%%{"):
            self._until = "" if "}%%" in text else "}%%"
        elif text.startswith("---") and not self.sections and not text.strip("- "):
            self._in_front += 1
        elif self._in_front == 1:
            if (field := _FIELD.fullmatch(text)) and field["name"] == "title":
                self.front.append(placed_text(line, field["text"].strip("\"' "), field.start("text")))
        elif (text.startswith(("%%", "#")) and not text.startswith("#", 1) and text[:1] != "#") or text.startswith(
            "%%"
        ):
            self._note(line, text.lstrip("%"))
        elif without_entities(text).startswith("#"):
            self._note(line, text.lstrip("#"))
            self._tell(line, "Mermaid takes a line that begins with `#` for a comment")
        elif not self._begun:
            self._begin(line)
        else:
            self._statement(line)

    def _begin(self, line: MermaidLine) -> None:
        word, _, rest = line.text.partition(" ")
        if word.lower().strip(":;") == "journey":
            self._begun, self.place = True, line.place
            if rest.strip():
                self._statement(MermaidLine(rest.strip(), line.place))

    def _note(self, line: MermaidLine, text: str) -> None:
        note = placed_text(line, text, len(line.text) - len(text))
        if any(sign.isalnum() for sign in note.text):
            stage = len(self.sections) - 1
            self.notes.append((max(0, stage), len(self.sections[-1][1]) if self.sections else 0, note))

    def _tell(self, line: MermaidLine, what: str) -> None:
        self.told.append((placed_text(line, line.text, 0), what))

    def _described(self, line: MermaidLine) -> None:
        inner, closed, _ = line.text.partition("}")
        if inner.strip():
            self.accessible.append(placed_text(line, inner, 0))
        self._until = "" if closed else "}"

    def _statement(self, line: MermaidLine) -> None:
        if (accessible := _ACCESSIBLE.fullmatch(line.text)) is not None:
            self._accessible(line, accessible)
        elif self._is_title(line.text):
            match = _TITLE.fullmatch(line.text)
            assert match
            self.titles.append(placed_text(line, match["text"], match.start("text")))
        elif self._is_section(line.text):
            self._section(line)
        else:
            for part in _statements(line):
                self._task(part)

    def _accessible(self, line: MermaidLine, match: re.Match[str]) -> None:
        group = "first" if match["block"] else "text"
        if match[group].strip():
            self.accessible.append(placed_text(line, match[group], match.start(group)))
        self._until = "}" if match["block"] and not match["end"] else ""

    def _is_title(self, text: str) -> bool:
        if not _TITLE.fullmatch(text):
            return False
        return not has_score(text) or (not self.titles and not self.sections)

    def _is_section(self, text: str) -> bool:
        match = _SECTION.fullmatch(text)
        return bool(match and (match["word"].islower() or not has_score(text)))

    def _section(self, line: MermaidLine) -> None:
        match = _SECTION.fullmatch(line.text)
        assert match
        self.sections.append((placed_text(line, match["text"].rstrip(";"), match.start("text")), []))
        if bad := [sign for sign in ":;#" if sign in without_entities(match["text"])]:
            self._tell(line, f"Mermaid refuses a section with `{bad[0]}`" if bad[0] != "#" else _CUT)

    def _task(self, line: MermaidLine) -> None:
        text, sign, note = _without_note(line.text)
        if sign:
            self._note(line, note)
        task = task_of(MermaidLine(text, line.place))
        if not self.sections:
            self.sections.append((PlacedText(line.place, ""), []))
        self.sections[-1][1].append(task)
        if what := _drawn_otherwise(text):
            self._tell(line, what)


_CUT = "Mermaid cuts it off at `#`"


def journey_of(diagram: MermaidDiagram) -> MermaidJourney:
    """Return what a journey diagram says. Raises NotImported for one of too many lines."""
    count = sum(1 for line in diagram.lines if line.text)
    if count > MOST_LINES:
        raise NotImported(
            diagram.lines[0].place, f"this diagram has {count:,} lines, and at most {MOST_LINES:,} are read"
        )
    reader = _Reader(diagram)
    titles = [title for title in (*reader.titles, *reader.front, *reader.accessible[:1]) if title.text]
    title = titles[0] if titles and (reader.titles or reader.front or _is_short(titles[0])) else None
    others = (*reader.titles, *reader.front, *reader.accessible)
    described = {text.text: text for text in others if text.text and text != title}
    is_turned = are_turned([task for _, tasks in reader.sections for task in tasks])
    sections = tuple(
        MermaidSection(name, tuple(map(turned, tasks) if is_turned else tasks)) for name, tasks in reader.sections
    )
    return MermaidJourney(
        reader.place, title, diagram.heading, tuple(described.values()), sections, tuple(reader.notes),
        tuple(reader.told),
    )  # fmt: skip


def _is_short(text: PlacedText) -> bool:
    return len(text.text) < 120


def _statements(line: MermaidLine) -> Iterator[MermaidLine]:
    """Yield the tasks of a line: several if semicolons part what are tasks with a score each."""
    plain = without_entities(line.text)
    parts = plain.rstrip("; ").split(";")
    if len(parts) > 1 and all(has_score(part) for part in parts):
        at = 0
        for part in parts:
            yield MermaidLine(line.text[at : at + len(part)].strip(), line.place)
            at += len(part) + 1
    else:
        yield MermaidLine(line.text[: len(plain.rstrip("; "))], line.place)


def _without_note(text: str) -> tuple[str, bool, str]:
    match = re.search(r"\s%%(?!\{)", text)
    return (text[: match.start()], True, text[match.end() :]) if match else (text, False, "")


def _drawn_otherwise(text: str) -> str:
    """Return what Mermaid makes of a task that it does not draw as it was meant, '' if it does."""
    plain = without_entities(text)
    _, colon, data = plain.partition(":")
    if "#" in plain:
        return _CUT
    if ";" in plain.rstrip("; "):
        return "Mermaid refuses a name with `;`"
    if _TITLE.fullmatch(text):
        return "Mermaid takes a task that begins with `title` for the title of the diagram"
    if _SECTION.fullmatch(text):
        return "Mermaid refuses a task that begins with `section`"
    if not colon:
        return "Mermaid refuses a task without a score"
    first = data.split(":")[0].strip()
    if not re.fullmatch(r"[-+]?\d*\.?\d+", first):
        return "Mermaid reads no score here, and draws a neutral face" if first else ""
    return ""

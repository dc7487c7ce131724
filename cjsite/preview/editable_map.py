"""A journey's file as something to write in: where its steps and feelings stand, in YAML or between Markdown."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cjsite.analysis.columns import columns
from cjsite.base.frozen import frozen
from cjsite.base.writing import rewrite
from cjsite.model.journey import Journey, Stage
from cjsite.model.step import Step
from cjsite.preview.yaml_patch import Unsplicable
from cjsite.reading.files import decode_object, decode_settings
from cjsite.reading.hints import meant
from cjsite.reading.lexicon import Lexicon, for_map, lexicon
from cjsite.reading.markdown import journey_tree, yaml_tree
from cjsite.reading.source import Source
from cjsite.reading.tree import Fields, Items, Loc, Unreadable, load, mark_of

_FENCE = re.compile(r"(`{3,}|~{3,})\s*(?:ya?ml)\s*", re.IGNORECASE)
_NAME = re.compile(r"\w[\w.-]*")
_ENDINGS = (".yml", ".yaml", ".md")
_BOM = "\ufeff"
Change = Callable[[str, Loc], str]


@frozen
class ColumnPlace:
    """A column of a map: its step's place in the file's tree, and which of the step's touchpoints it is."""

    step: Loc
    touchpoint: int
    count: int


class EditableMap:
    """One journey's file as it is now; what is changed keeps everything else byte for byte.

    Raises Unsplicable where there is no such journey, or its file cannot be understood.
    """

    def __init__(self, content: Path, name: str) -> None:
        self.path = _path(content, name)
        self.data = self.path.read_bytes()
        try:
            self._text = self.data.decode("utf-8")
        except UnicodeDecodeError:
            raise Unsplicable("the file is not UTF-8") from None
        source = Source(f"journeys/{self.path.name}", self.data)
        self._is_markdown = self.path.suffix.lower() == ".md"
        self.tree: Any = journey_tree(source) if self._is_markdown else yaml_tree(source)
        words = _lexicon(content)
        self.lexicon = for_map(words, self.tree)
        decoded = decode_object(source.path, self.data, "journey", words)
        found = [entry.value for entry in decoded.entries if isinstance(entry.value, Journey)]
        if source.problems or not found:
            raise Unsplicable(f"{source.path} has a slip; mend it first")
        self.journey = found[0]

    def spot(self, name: str) -> ColumnPlace:
        """Return where a step or touchpoint stands."""
        for column in columns(self.journey):
            if name in (column.id, column.step.id):
                return ColumnPlace(self._step(column.stage, column.step), column.index, len(column.step.meetings))
        steps = {step.id for stage in self.journey.stages for step in stage.steps}
        raise Unsplicable(
            f"there is no step '{name}' in {self.path.name}; {meant(name, steps) or 'write one first'}"
        )

    def _step(self, stage: Stage, step: Step) -> Loc:
        """Return a step's place; a stage that is its only step is written in itself."""
        s = next(i for i, found in enumerate(self.journey.stages) if found is stage)
        loc = self.item(("stages",), s)
        if stage.is_step:
            return loc
        return self.item((*loc, "steps"), next(i for i, found in enumerate(stage.steps) if found is step))

    def at(self, loc: Loc) -> Any:
        """Return what stands at a place of the tree, None if nothing does."""
        found = self.tree
        for part in loc:
            if isinstance(found, Fields):
                found = found.get(str(part))
            else:
                found = found[int(part)] if isinstance(found, Items) and part in range(len(found)) else None
        return found

    def item(self, loc: Loc, index: int) -> Loc:
        """Return the place of one of several things; a single one may stand there without a list."""
        return (*loc, index) if isinstance(self.at(loc), Items) else loc

    def changed(self, loc: Loc, change: Change) -> bytes:
        """Return the file's bytes with a change made to the YAML that holds the step or field at `loc`."""
        lead = _BOM if self._text.startswith(_BOM) else ""
        text = self._text.removeprefix(_BOM)
        if not self._is_markdown:
            return (lead + change(text, loc)).encode()
        data = (lead + self._in_passage(text, loc, change)).encode()
        source = Source(self.path.name, data)
        journey_tree(source)
        if source.problems:
            raise Unsplicable("it cannot be put there without changing more; write it by hand")
        return data

    def _in_passage(self, text: str, loc: Loc, change: Change) -> str:
        line = mark_of(self.tree, loc)[0]
        # Not splitlines: it also breaks at signs that are no line ends to YAML.
        lines = re.findall(r"[^\n]*\n|[^\n]+", text)
        for first, last in _passages(lines):
            start, end = sum(map(len, lines[: first - 1])), sum(map(len, lines[:last]))
            if first <= line <= last:
                own = _own_loc(text[start:end], first, self.tree, loc)
                return text[:start] + change(text[start:end], own) + text[end:]
            if line < first and not "".join(lines[line : first - 2]).strip():
                # The fields of a step stand in the block straight under its heading.
                return text[:start] + change(text[start:end], ()) + text[end:]
        return self._with_block(lines, line, change)

    def _with_block(self, lines: list[str], line: int, change: Change) -> str:
        """Return the Markdown with a block of fields under the heading in that line."""
        # Not by the heading's own line: it may be the file's last, without an end.
        end = "\r\n" if any(other.endswith("\r\n") for other in lines) else "\n"
        fields = change("title: x\n", ()).removeprefix("title: x\n").rstrip("\n")
        if not lines[line - 1].endswith("\n"):
            lines[line - 1] += end
        lines.insert(line, f"```yaml{end}{fields}{end}```{end}")
        return "".join(lines)

    def write(self, data: bytes) -> None:
        """Replace the file, unless somebody saved it since it was read."""
        if self.path.read_bytes() != self.data:
            raise Unsplicable("the file was saved elsewhere just now; try again")
        rewrite(self.path.resolve(), data)


def _path(content: Path, name: str) -> Path:
    folder = content / "journeys"
    for suffix in _ENDINGS if _NAME.fullmatch(name) else ():
        path = folder / f"{name}{suffix}"
        if path.is_file():
            if not _is_of_project(path, content):
                raise Unsplicable(f"{path.name} is a link that leads out of the project; write where it leads to")
            return path
    there = {path.stem for path in folder.glob("*.*") if path.suffix in _ENDINGS}
    raise Unsplicable(f"there is no journey '{name}'; {meant(name, there) or 'write one first'}")


def _is_of_project(path: Path, content: Path) -> bool:
    """Tell whether a file lies in the content folder, or beside it, wherever a link leads."""
    target = path.resolve()
    return any(target.is_relative_to(folder.resolve()) for folder in (content, content.parent))


def _lexicon(content: Path) -> Lexicon:
    path = content / "site.yml"
    settings = decode_settings("site.yml", path.read_bytes() if path.is_file() else b"").settings
    return lexicon((settings.language,), settings.emotion_scale, settings.emotion_words)


def _passages(lines: list[str]) -> list[tuple[int, int]]:
    """Return the first and last line number of the front matter and of every fenced YAML block."""
    found: list[tuple[int, int]] = []
    fence, first = ("---", 2) if lines and lines[0].rstrip() == "---" else ("", 0)
    for number, line in enumerate(lines[1 if fence else 0 :], 2 if fence else 1):
        opening = _FENCE.fullmatch(line.strip())
        if fence and line.strip() in (fence, "..." if fence == "---" else fence):
            found.append((first, number - 1))
            fence = ""
        elif not fence and opening:
            fence, first = opening[1], number + 1
    return found


def _own_loc(placed: str, first: int, tree: Any, loc: Loc) -> Loc:
    """Return the place, in a placed's own tree, of the thing that stands at `loc` of the whole."""
    try:
        own = load(placed, first)
    except Unreadable:
        raise Unsplicable("the file has a slip; mend it first") from None
    for start in range(len(loc) + 1):
        rest = loc[start:]
        if _reaches(own, rest) and mark_of(own, rest) == mark_of(tree, loc):
            return rest
    raise Unsplicable("it cannot be found in the file; write it by hand")


def _reaches(tree: Any, loc: Loc) -> bool:
    for part in loc:
        if isinstance(tree, Fields) and part in tree:
            tree = tree[str(part)]
        elif isinstance(tree, Items) and part in range(len(tree)):
            tree = tree[int(part)]
        else:
            return False
    return True

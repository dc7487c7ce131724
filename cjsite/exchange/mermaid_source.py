"""Mermaid diagrams in the files that hold them: alone, in fences, in HTML, in shortcodes and macros."""

import codecs
import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.mermaid_hosts import HOSTS, end_of
from cjsite.exchange.source_text import text_of

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOST_ZEROS = 20
_HEADING = re.compile(
    r"^[ \t>]*#{1,6}[ \t]+(?P<marked>[^\n]{1,300})$|<h[1-6][^>]{0,300}>(?P<tagged>[^<]{1,300})"
    r"|^(?P<underlined>[^\n#<`|:][^\n]{0,200})\n(?:=+|-+|~+)[ \t]*$",
    re.MULTILINE,
)
_HEAD, _MOST_COMMENTS = 4_000, 30
"""How far into a host its diagram begins at the latest: signs, and comments before it."""
_BEFORE = re.compile(r"[ \t\n>\"'(|]*")
_SIGNIFICANT = re.compile(r"[^\W\d][\w-]*")
_ALONE = re.compile(r"journey[ \t:;]*(?:$|%%|title\b|section\b|\n)(?!\s*[=-]{3})", re.IGNORECASE | re.MULTILINE)
_AS_KEY = re.compile(r"journey[ \t]*:", re.IGNORECASE)
"""What is a key of YAML, unless something says that it is Mermaid."""
_FRONT = re.compile(r"\s*---[ \t]*\n(?P<fields>.*?)^[ \t]*---[ \t]*$", re.DOTALL | re.MULTILINE)
_TYPES = (
    "journey", "flowchart", "graph", "sequencediagram", "classdiagram", "statediagram", "erdiagram", "gantt", "pie",
    "quadrantchart", "requirementdiagram", "gitgraph", "mindmap", "timeline", "zenuml", "sankey", "xychart",
    "block", "packet", "kanban", "architecture", "radar", "treemap", "c4context", "c4container", "c4component",
    "c4dynamic",
    "c4deployment", "info", "venn", "ishikawa", "treeview",
)  # fmt: skip
"""What Mermaid's diagrams begin with, in small letters and without a version."""
_BARE = re.compile(r"^[ \t]*journey[ \t]*$", re.IGNORECASE | re.MULTILINE)
_WORDS = (
    "graph",
    "pie",
    "timeline",
    "block",
    "packet",
    "kanban",
    "architecture",
    "radar",
    "treemap",
    "info",
    "venn",
)
"""Those of them that any text may begin with."""


@frozen
class MermaidLine:
    """A line of a diagram and where it stands."""

    text: str
    place: Place


@frozen
class MermaidDiagram:
    """A diagram as its file holds it. kind: its first word. heading: the nearest one above it, or ''."""

    kind: str
    heading: str
    lines: tuple[MermaidLine, ...]

    @property
    def is_journey(self) -> bool:
        """Tell whether it is a `journey` diagram."""
        return self.kind.lower() == "journey"


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a file and the encoding that it is in; bytes that are no text are the text ''."""
    head = data[:_HEAD]
    if head.count(0) * 3 > len(head) and not data.startswith(_MARKS):
        little = head[1::2].count(0) >= head[::2].count(0)
        data = _MARKS[0 if little else 1] + data
    text = text_of(data)
    if data.startswith(_MARKS):
        return text, "UTF-16"
    if data.count(0) > _MOST_ZEROS:
        return "", "bytes"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return text, "an older encoding, like Windows-1252"
    return text, "UTF-8"


def diagrams_in(path: str, text: str) -> Iterator[MermaidDiagram]:
    """Yield the diagrams of a file in order, of whatever type; one that is shown twice is yielded twice."""
    text = _without_comments(text)
    is_named = path.lower().endswith((".mmd", ".mermaid"))
    whole = _kind(text, is_named=is_named) if len(_BARE.findall(text)) < 2 else ""
    if whole and (is_named or whole.lower() not in _WORDS):
        yield _lines(path, text).diagram(0, len(text), whole, "", False)
        return
    yield from _hosted(path, text)


def _without_comments(text: str) -> str:
    """Return a text with blanks in the place of what HTML hides, so that all else stays where it stands."""
    parts: list[str] = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        parts += (text[at:begin], re.sub(r"[^\n]", " ", text[begin : end + 3]))
        at = end + 3
    return "".join((*parts, text[at:]))


def _hosted(path: str, text: str) -> Iterator[MermaidDiagram]:
    word = "mermaid" in text.lower()
    hosts = [(number, host) for number, host in enumerate(HOSTS) if word or not host.is_named]
    openings = sorted(
        ((match.start(), number, match) for number, host in hosts for match in host.opening.finditer(text)),
        key=lambda opening: opening[:2],
    )
    headings = [(match.start(), _plain_heading(match)) for match in _HEADING.finditer(text)]
    end, above, heading = 0, 0, ""
    missing: set[str] = set()
    lines = _lines(path, text)
    for start, number, match in openings:
        kind = ""
        if start >= end:
            is_named = "mermaid" in match[0].lower()
            kind = _named_type(match) or _kind(text, match.end(), HOSTS[number].is_escaped, is_named=is_named)
        if not kind or (kind.lower() != "journey" and "mermaid" not in match[0].lower()):
            continue
        while above < len(headings) and headings[above][0] < start:
            heading = headings[above][1]
            above += 1
        end = end_of(text, HOSTS[number], match, missing)
        yield lines.diagram(match.end(), end, kind, heading, HOSTS[number].is_escaped)


def _named_type(opening: re.Match[str]) -> str:
    """Return the type of diagram that the opening itself names, as `{% mermaid journey %}` does."""
    name = opening.groupdict().get("kind") or ""
    return name if _is_type(name) else ""


def _kind(text: str, begin: int = 0, is_escaped: bool = False, *, is_named: bool) -> str:
    """Return the type of the diagram that begins somewhere in a text, '' where none does.

    is_named: whether something says that this is Mermaid.
    """
    end = begin + _HEAD
    front = _FRONT.match(text, begin, end)
    at = front.end() if front else begin
    for _ in range(_MOST_COMMENTS):
        at = _BEFORE.match(text, at, end).end()  # type: ignore[union-attr]
        if text.startswith("%%{", at):
            at = text.find("}%%", at, end) + 3
        elif text.startswith("%%", at) or (text.startswith(":", at) and at > begin):
            at = text.find("\n", at, end)
        elif is_escaped and text.startswith("<", at):
            at = text.find(">", at, end) + 1
        else:
            break
        if at < begin + 3:
            return ""
    match = _SIGNIFICANT.match(text, at)
    if match and match[0].lower() == "journey":
        return match[0] if _ALONE.match(text, at) and (is_named or not _AS_KEY.match(text, at)) else ""
    return match[0] if match and _is_type(match[0]) else ""


def _is_type(word: str) -> bool:
    return re.sub(r"(?:-v?\d+|-beta|-elk)+$", "", word.lower()) in _TYPES


def _plain_heading(match: re.Match[str]) -> str:
    text = html.unescape(match["marked"] or match["tagged"] or match["underlined"] or "")
    text = re.sub(r"\{#[^}]*\}\s*$|<[^>]*>", "", re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text))
    return " ".join(text.replace("**", "").replace("__", "").replace("`", "").split())


@frozen
class _Lines:
    """A text of a file with the numbers of its lines, to be asked for often. starts: where each line begins."""

    path: str
    text: str
    starts: tuple[int, ...]

    def diagram(self, begin: int, end: int, kind: str, heading: str, is_escaped: bool) -> MermaidDiagram:
        """Return the diagram between two points of the text."""
        number = bisect_right(self.starts, begin) - 1
        column = begin - self.starts[number]
        lines = []
        for count, piece in enumerate(self.text[begin:end].split("\n")):
            words = piece.lstrip(" \t>\u3000\xa0")
            place = Place(self.path, number + count + 1, (0 if count else column) + len(piece) - len(words) + 1)
            lines.append(MermaidLine((html.unescape(words) if is_escaped else words).rstrip(), place))
        return MermaidDiagram(kind, heading, tuple(lines))


def _lines(path: str, text: str) -> _Lines:
    return _Lines(path, text, tuple(accumulate((len(line) + 1 for line in text.split("\n")), initial=0)))

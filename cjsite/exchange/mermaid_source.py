"""Mermaid diagrams in the files that hold them: alone, in fences, in HTML, in shortcodes and macros."""

import codecs
import html
import re
from collections.abc import Iterator
from itertools import accumulate

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place

_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_HEADING = re.compile(
    r"^[ \t>]*#{1,6}[ \t]+(?P<marked>[^\n]*?)[ \t#]*$|<h[1-6][^>]*>(?P<tagged>[^<]+)"
    r"|^(?P<underlined>[^\n#<`|:][^\n]{0,200})\n(?:=+|-+|~+)[ \t]*$",
    re.MULTILINE,
)
_SIGNIFICANT = re.compile(r"[^\W\d][\w-]*")
_ALONE = re.compile(r"journey[ \t:;]*(?:$|%%|title\b|section\b|\n)(?!\s*[=-]{3})", re.IGNORECASE | re.MULTILINE)
_FRONT = re.compile(r"\s*---[ \t]*\n(?P<fields>.*?)^[ \t]*---[ \t]*$", re.DOTALL | re.MULTILINE)
_TYPES = (
    "journey", "flowchart", "graph", "sequencediagram", "classdiagram", "statediagram", "erdiagram", "gantt", "pie",
    "quadrantchart", "requirementdiagram", "gitgraph", "mindmap", "timeline", "zenuml", "sankey", "xychart",
    "block", "packet", "kanban", "architecture", "radar", "treemap", "c4context", "c4container", "c4component",
    "c4dynamic",
    "c4deployment", "info", "venn", "ishikawa", "treeview",
)  # fmt: skip
"""What Mermaid's diagrams begin with, in small letters and without a version."""
_COMMENTED = re.compile(r"<!--.*?-->", re.DOTALL)
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


_NEXT = (
    r"^[ \t]*(?:#{1,6}[ \t]|[`~:]{3}|</|\]\]>|\{[{%<]|[`'\"]{1,3}[;,)]?[ \t]*$|journey[ \t]*$)"
    rf"|^(?:{'|'.join(kind for kind in _TYPES if kind not in _WORDS)})\b"
)
"""Where a diagram ends that nothing closes: at what is no line of a journey diagram."""


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


@frozen
class _Host:
    """How a diagram is set into a file: what opens it, what closes it, and whether its signs are entities."""

    opening: re.Pattern[str]
    closing: str
    is_escaped: bool = False


_LINE = re.IGNORECASE | re.MULTILINE
_HOSTS = (
    _Host(re.compile(r"^[ \t>*+-]*(?:\d+[.)][ \t]+)?(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)$", _LINE), "fence"),
    _Host(re.compile(r"^[ \t>]*:{3,}[ \t]*\{?\.?mermaid\b[^\n]*$", _LINE), r"^[ \t>]*:{3,}[ \t]*$"),
    _Host(re.compile(r"""<(?P<tag>\w+)\b[^>]*\bclass\s*=\s*\\?["']?[^"'>]*mermaid[^>]*>""", _LINE), "tag", True),
    _Host(re.compile(r"""<(?P<tag>script)\b[^>]*\btype\s*=\s*["']?[^"'>]*mermaid[^>]*>""", _LINE), "tag"),
    _Host(re.compile(r"<(?P<tag>mermaid)[ \t]*>(?!\s*[{`])", _LINE), "tag", True),
    _Host(re.compile(r"<[\w.]*mermaid\w*\b[^>`]*?=\s*\{\s*(?:String\.raw)?`", _LINE), r"`"),
    _Host(re.compile(r"<[\w.]*mermaid\w*\b[^>]*>\s*\{\s*`", _LINE), r"`"),
    _Host(re.compile(r"<[\w.]*mermaid\w*\b[^>{]*?\b(?:chart|code|value|definition)\s*=\s*\"", _LINE), r'"', True),
    _Host(re.compile(r"\{\{[<%]\s*mermaid\b[^}]*[>%]\}\}", _LINE), r"\{\{[<%]\s*/\s*mermaid"),
    _Host(re.compile(r"\{%-?\s*mermaid\b\s*(?P<kind>\w*)[^%]*%\}", _LINE), r"\{%-?\s*endmermaid"),
    _Host(re.compile(r"^[ \t]*\{mermaid(?:-macro|-cloud)?(?::[^}\n]*)?\}", _LINE), r"\{mermaid"),
    _Host(re.compile(r"ac:name=\"mermaid[^\"]*\".*?<!\[CDATA\[", _LINE | re.DOTALL), r"\]\]>"),
    _Host(re.compile(r"ac:name=\"language\">mermaid<.*?<!\[CDATA\[", _LINE | re.DOTALL), r"\]\]>"),
    _Host(re.compile(r"^(?P<margin>[ \t]*)\.\.[ \t]+(?:mermaid|code(?:-block)?::[ \t]*mermaid)\b[^\n]*$", _LINE),
          "margin"),
    _Host(re.compile(r"^\[(?:source,[ \t]*)?mermaid\b[^\n]*\][ \t]*\n(?P<bar>-{4,}|\.{4,}|={4,})[ \t]*$", _LINE),
          "bar"),
    _Host(re.compile(r"\b\w*(?:code|chart|diagram|journey|mermaid|content)\w*\s*[:=]\s*`", _LINE), r"`"),
    _Host(re.compile(r"^(?=[ \t]*journey[ \t]*\n\s*(?:title|section|acc(?:Title|Descr))\b)", _LINE), "bare"),
)  # fmt: skip


def text_of(data: bytes) -> tuple[str, str]:
    """Return the text of a file and the encoding that it is in; bytes that are no text are the text ''.

    Line ends are `\\n`, and control characters, which no file of content may hold, are blanks.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, encoding = data.decode("utf-16", "replace"), "UTF-16"
    elif data[:400].count(0) * 3 > len(data[:400]):
        little = data[1:400:2].count(0) >= data[:400:2].count(0)
        text, encoding = data.decode("utf-16-le" if little else "utf-16-be", "replace"), "UTF-16"
    else:
        try:
            text, encoding = data.decode("utf-8-sig"), "UTF-8"
        except UnicodeDecodeError:
            text, encoding = data.decode("cp1252", "replace"), "Windows-1252"
        if text.count("\0") > 20:
            return "", encoding
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")), encoding


def diagrams_in(path: str, text: str) -> Iterator[MermaidDiagram]:
    """Yield the diagrams of a file in order, of whatever type; one that is shown twice is yielded twice."""
    text = _COMMENTED.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    whole = _kind(text) if len(_BARE.findall(text)) < 2 else ""
    if whole and (path.lower().endswith((".mmd", ".mermaid")) or whole.lower() not in _WORDS):
        yield _diagram(path, text, 0, len(text), whole, "", False)
        return
    yield from _hosted(path, text)


def _hosted(path: str, text: str) -> Iterator[MermaidDiagram]:
    openings = sorted(
        (
            (match.start(), number, match)
            for number, host in enumerate(_HOSTS)
            for match in host.opening.finditer(text)
        ),
        key=lambda opening: opening[:2],
    )
    headings = [(match.start(), _plain_heading(match)) for match in _HEADING.finditer(text)]
    end, above, heading = 0, 0, ""
    missing: set[str] = set()
    for start, number, match in openings:
        kind = ""
        if start >= end:
            kind = _named_type(match) or _kind(text[match.end() : match.end() + 20_000], _HOSTS[number].is_escaped)
        if not kind or (kind.lower() != "journey" and "mermaid" not in match[0].lower()):
            continue
        while above < len(headings) and headings[above][0] < start:
            heading = headings[above][1]
            above += 1
        end = _end(text, match, _HOSTS[number], missing)
        yield _diagram(path, text, match.end(), end, kind, heading, _HOSTS[number].is_escaped)


def _named_type(opening: re.Match[str]) -> str:
    """Return the type of diagram that the opening itself names, as `{% mermaid journey %}` does."""
    name = opening.groupdict().get("kind") or ""
    return name if _is_type(name) else ""


def _end(text: str, opening: re.Match[str], host: _Host, missing: set[str]) -> int:
    """Return where what an opening begins ends; the end of the text where nothing closes it."""
    closing = {
        "fence": lambda: rf"^[ \t>]*{re.escape(opening['fence'])}[^\n]*$",
        "tag": lambda: rf"</{opening['tag']}\s*>",
        "bar": lambda: rf"^{re.escape(opening['bar'])}[ \t]*$",
        "bare": lambda: _NEXT,
        "margin": lambda: rf"^(?!{re.escape(opening['margin'])}[ \t]|[ \t]*$)",
    }.get(host.closing, lambda: host.closing)()
    # What stands nowhere behind one opening stands nowhere behind a later one either.
    match = None if closing in missing else re.compile(closing, _LINE).search(text, opening.end() + 1)
    if match is None:
        missing.add(closing)
    return match.start() if match else len(text)


def _kind(text: str, is_escaped: bool = False) -> str:
    """Return the type of the diagram that a text begins with, '' where it begins with none."""
    at = 0
    if match := _FRONT.match(text):
        at = match.end()
    while True:
        at += len(text[at:]) - len(text[at:].lstrip(" \t\n>\"'(|"))
        if text.startswith(("%%{", "&#37;"), at):
            closed = text.find("}%%", at)
            at = closed + 3 if closed > 0 else len(text)
        elif text.startswith("%%", at) or (text[at : at + 1] == ":" and at):
            line = text.find("\n", at)
            at = line if line > 0 else len(text)
        else:
            break
    if is_escaped and text.startswith("<", at):
        at = text.find(">", at) + 1
    match = _SIGNIFICANT.match(text, at)
    if match and match[0].lower() == "journey":
        return match[0] if _ALONE.match(text, at) else ""
    return match[0] if match and _is_type(match[0]) else ""


def _is_type(word: str) -> bool:
    return re.sub(r"(?:-v?\d+|-beta|-elk)+$", "", word.lower()) in _TYPES


def _plain_heading(match: re.Match[str]) -> str:
    text = html.unescape(match["marked"] or match["tagged"] or match["underlined"] or "")
    text = re.sub(r"\{#[^}]*\}\s*$|<[^>]*>", "", re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text))
    return " ".join(text.replace("**", "").replace("__", "").replace("`", "").split())


def _diagram(
    path: str, text: str, begin: int, end: int, kind: str, heading: str, is_escaped: bool
) -> MermaidDiagram:
    pieces = text[begin:end].split("\n")
    line = text.count("\n", 0, begin) + 1
    lines = []
    for number, (piece, start) in enumerate(
        zip(pieces, accumulate((len(piece) + 1 for piece in pieces), initial=begin), strict=False)
    ):
        words = piece.lstrip(" \t>\u3000\xa0")
        column = (start - text.rfind("\n", 0, start) - 1 if not number else 0) + len(piece) - len(words) + 1
        plain = html.unescape(words) if is_escaped else words
        lines.append(MermaidLine(plain.rstrip(), Place(path, line + number, column)))
    return MermaidDiagram(kind, heading, tuple(lines))

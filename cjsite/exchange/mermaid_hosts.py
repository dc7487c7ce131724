"""What Mermaid diagrams are set into, and how it begins and ends: fences, HTML, components, shortcodes, macros."""

import re
from typing import Literal

from cjsite.base.frozen import frozen

_FLAGS = re.IGNORECASE | re.MULTILINE
_REACH = "{0,200}"
"""How far a sign is looked for, so that no file takes more time than its length does."""
Ending = Literal["fence", "tag", "bar", "margin", "bare", "itself"]


@frozen
class MermaidHost:
    """How a diagram is set into a file: what opens it, what closes it, and whether its signs are entities.

    ending: what of the opening the closing is made of; `closing` itself, or what is no line of a diagram.
    """

    opening: re.Pattern[str]
    ending: Ending
    closing: str = ""
    is_escaped: bool = False

    @property
    def is_named(self) -> bool:
        """Tell whether its opening says that this is Mermaid."""
        return self.ending not in ("fence", "bare") and "|content)" not in self.opening.pattern


def _host(opening: str, ending: Ending, closing: str = "", is_escaped: bool = False) -> MermaidHost:
    return MermaidHost(re.compile(opening.replace("*", _REACH), _FLAGS), ending, closing, is_escaped)


_COMPONENT = r"<[\w.]*mermaid\w*\b"
HOSTS = (
    _host(r"^[ \t>\x2a+-]*(?:\d+[.)][ \t]+)?(?P<fence>`{3,}|~{3,})[^\n`]*$", "fence"),
    _host(r"^[ \t>]*:{3,}[ \t]*\{?\.?mermaid\b[^\n]*$", "itself", r"^[ \t>]*:{3,}[ \t]*$"),
    _host(r"""<(?P<tag>\w+)\b[^>]*\bclass\s*=\s*\\?["']?[^"'>]*mermaid[^>]*>""", "tag", is_escaped=True),
    _host(r"""<(?P<tag>script)\b[^>]*\btype\s*=\s*["']?[^"'>]*mermaid[^>]*>""", "tag"),
    _host(r"<(?P<tag>mermaid)[ \t]*>(?!\s*[{`])", "tag", is_escaped=True),
    _host(_COMPONENT + r"[^>`]*?=\s*\{\s*(?:String\.raw)?`", "itself", "`"),
    _host(_COMPONENT + r"[^>]*>\s*\{\s*`", "itself", "`"),
    _host(_COMPONENT + r"""[^>{]*?\b(?:chart|code|value|definition)\s*=\s*\"""", "itself", '"', is_escaped=True),
    _host(r"\{\{[<%]\s*mermaid\b[^}]*[>%]\}\}", "itself", r"\{\{[<%]\s*/\s*mermaid"),
    _host(r"\{%-?\s*mermaid\b\s*(?P<kind>\w*)[^%]*%\}", "itself", r"\{%-?\s*endmermaid"),
    _host(r"^[ \t]*\{mermaid(?:-macro|-cloud)?(?::[^}\n]*)?\}", "itself", r"\{mermaid"),
    _host(r"ac:name=\"mermaid[^\"]*\"[\s\S]{0,2000}?<!\[CDATA\[", "itself", r"\]\]>"),
    _host(r"ac:name=\"language\">mermaid<[\s\S]{0,2000}?<!\[CDATA\[", "itself", r"\]\]>"),
    _host(r"^(?P<margin>[ \t]*)\.\.[ \t]+(?:mermaid|code(?:-block)?::[ \t]*mermaid)\b[^\n]*$", "margin"),
    _host(r"^\[(?:source,[ \t]*)?mermaid\b[^\n]*\][ \t]*\n(?P<bar>-{4,}|\.{4,}|={4,})[ \t]*$", "bar"),
    _host(r"\b\w*?(?:code|chart|diagram|journey|mermaid|content)\w*\s*[:=]\s*`", "itself", "`"),
    _host(r"^(?=[ \t]*journey[ \t]*\n\s*(?:title|section|acc(?:Title|Descr))\b)", "bare"),
)
_NO_LINE = (
    r"^[ \t]*(?:#{1,6}[ \t]|[`~:]{3}|</|\]\]>|\{[{%<]|[`'\"]{1,3}[;,)]?[ \t]*$|journey[ \t]*$)"
    r"|^(?:flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|gitGraph|mindmap|c4\w+)\b"
)


def closing_of(host: MermaidHost, opening: re.Match[str]) -> str:
    """Return a pattern for what closes a host that was opened so."""
    if host.ending == "fence":
        # A fence with a word behind it closes nothing in Markdown; inside a diagram, it can only be meant to.
        return rf"^[ \t>]*{re.escape(opening['fence'])}[^\n]*$"
    if host.ending == "tag":
        return rf"</{opening['tag']}\s*>"
    if host.ending == "bar":
        return rf"^{re.escape(opening['bar'])}[ \t]*$"
    if host.ending == "margin":
        return rf"^(?!{re.escape(opening['margin'])}[ \t]|[ \t]*$)"
    return _NO_LINE if host.ending == "bare" else host.closing


def end_of(text: str, host: MermaidHost, opening: re.Match[str], missing: set[str]) -> int:
    """Return where what an opening begins ends: at the end of the text where nothing closes it.

    missing: what was looked for before and not found; it stands nowhere behind a later opening either.
    """
    closing = closing_of(host, opening)
    match = None if closing in missing else re.compile(closing, _FLAGS).search(text, opening.end() + 1)
    if match is None:
        missing.add(closing)
    return match.start() if match else len(text)

"""The text of a spreadsheet's cell as Markdown: its bold and slanted parts, its links, its lines."""

import re
from collections.abc import Iterable
from itertools import groupby

from cjsite.base.controls import CONTROL

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How Excel writes what XML cannot hold."""
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_WEB = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)

Run = tuple[str, bool, bool]
"""A part of a text, whether it is bold, whether it is slanted."""


def clean(text: str) -> str:
    """Return a cell's text without control characters; soft line ends are line ends.

    >>> clean("one\\r\\ntwo\\x0bthree\\xa0 "), clean("a_x000D_\\nb")
    ('one\\ntwo\\nthree', 'a\\nb')
    """
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\u2028", "\n")
    return CONTROL.sub(" ", text).strip()


def in_markdown(runs: Iterable[Run]) -> str:
    """Return parts of a text with the marks of Markdown around those that stand out.

    >>> in_markdown([("They ", False, False), ("never ", True, False), ("said so", False, True)])
    'They **never** *said so*'
    """
    text = "".join(
        _marked("".join(run[0] for run in alike), is_bold, is_slanted)
        for (is_bold, is_slanted), alike in groupby(runs, lambda run: run[1:])
    )
    return clean(text)


def linked(text: str, target: str) -> str:
    """Return a text as a link, where it leads into the web and does not say so itself.

    >>> linked("the form", "https://example.org/a"), linked("a.example", "https://a.example/"), linked("b", "#c")
    ('[the form](https://example.org/a)', 'a.example', 'b')
    """
    bare = target.partition("//")[2].rstrip("/") or target.partition(":")[2]
    if not text or "\n" in text or "](" in text or bare in text or not _WEB.fullmatch(target):
        return text
    return f"[{text}]({target.replace('(', '%28').replace(')', '%29')})"


def _marked(text: str, is_bold: bool, is_slanted: bool) -> str:
    sign = "**" * is_bold + "*" * is_slanted
    if not sign:
        return text
    return "\n".join(_around(line, sign) for line in text.split("\n"))


def _around(line: str, sign: str) -> str:
    match = _EDGES.fullmatch(line)
    before, middle, after = match.groups() if match else ("", line, "")
    return f"{before}{sign}{middle}{sign}{after}" if any(map(str.isalnum, middle)) else line

"""HTML comments in Markdown: notes of the author's own, which are not published."""

import re

_PIECE = re.compile(
    r"""
    \\.                                                                         # a sign that is only a sign
    | ^[ >]*(?:(?:[-+*]|\d+[.)])[ ]+)*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}).*?(?:^[ >]*(?P=fence)[`~]*[ ]*$|\Z)
    | (?P<ticks>`+)(?!`)(?:(?!\n[ ]*\n).)*?(?<!`)(?P=ticks)(?!`)
    | `+
    | (?P<comment><!--(?:-?>|.*?-->))
    | (?P<opening><!--)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
"""Code, in which a comment is shown, and comments."""


def without_comments(text: str) -> tuple[str, int | None]:
    """Return a text without its comments, line by line as before, and where one begins that never ends."""
    if "<!--" not in text:
        return text, None
    unclosed = [match.start() for match in _PIECE.finditer(text) if match["opening"]]
    return _PIECE.sub(_uncommented, text), unclosed[0] if unclosed else None


def _uncommented(piece: re.Match[str]) -> str:
    return "\n" * piece[0].count("\n") if piece["comment"] else piece[0]

"""HTML comments in Markdown: notes of the author's own, which are not published."""

import re

_START = re.compile(
    r"""
    \\.                                                      # a sign that is only a sign
    | ^[ >]*(?:(?:[-+*]|\d+[.)])[ ]+)*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})
    | (?P<ticks>`+)
    | <!--(?P<empty>-?>)?
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
"""What begins code, in which a comment is shown, or a comment."""
_BLANK_LINE = re.compile(r"\n[ ]*\n")
_LONGEST_SPAN = 20_000
"""Letters of code in a line of words that are looked through for its end."""


def without_comments(text: str) -> tuple[str, int | None]:
    """Return a text without its comments, line by line as before, and where one begins that never ends."""
    if "<!--" not in text:
        return text, None
    kept: list[str] = []
    copied = at = 0
    while start := _START.search(text, at):
        at = _end(text, start)
        if not text.startswith("<!--", start.start()):
            continue
        if at < 0:
            return "".join([*kept, text[copied:]]), start.start()
        kept += [text[copied : start.start()], "\n" * text.count("\n", start.start(), at)]
        copied = at
    return "".join([*kept, text[copied:]]), None


def _end(text: str, start: re.Match[str]) -> int:
    """Return where that ends which begins at a place; -1 for a comment without an end."""
    here = start.end()
    if fence := start["fence"]:
        closing = re.compile(rf"^[ >]*{fence}{fence[0]}*[ ]*$", re.MULTILINE).search(text, here)
        return closing.end() if closing else len(text)
    if ticks := start["ticks"]:
        paragraph = _BLANK_LINE.search(text, here, here + _LONGEST_SPAN)
        most = paragraph.start() if paragraph else here + _LONGEST_SPAN
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(text, here, most)
        return closing.end() if closing else here
    if start[0].startswith("\\") or start["empty"]:
        return here
    closing_at = text.find("-->", here)
    return closing_at + 3 if closing_at >= 0 else -1

"""How a line looks that begins a block, as GitHub reads it; all match at the start of a line."""

import re


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


FENCE = _line(r"(?P<indent> {0,3})(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})")
HEADING = _line(r" {0,3}(?P<level>#{1,6})[ \t]+(?P<title>\S.*?)(?:[ \t]+#+)?[ \t]*$")
"""With a blank behind its signs: `#1 on the list` and `#Tags` are words."""
UNDERLINE = _line(r" {0,3}(?P<sign>[=-])(?P=sign)* *$")
"""What makes a heading of the paragraph above it."""
RULE = _line(r" {0,3}(?P<sign>[-_*])[ \t]*(?:(?P=sign)[ \t]*){2,}$")
QUOTE = _line(r" {0,3}> ?")
ITEM = _line(r"(?P<indent> {0,3})(?P<mark>[-+*]|(?P<number>\d{1,9})[.)])(?P<gap> +|$)(?P<rest>.*)")
FOOTNOTE = _line(r" {0,3}\[\^(?P<label>[^\]\s]+)\]:[ \t]*(?P<rest>.*)")
COLUMNS = _line(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
"""The second line of a table."""
_INTERRUPTING = _line(r" {0,3}(?:[-+*]|1[.)]) +\S")


def begins_block(line: str) -> bool:
    """Tell whether a line begins a block of its own where no paragraph is open."""
    return any(look.match(line) for look in (FENCE, HEADING, RULE, QUOTE, ITEM, FOOTNOTE))


def ends_paragraph(line: str) -> bool:
    """Tell whether a line right below a paragraph's begins a block of its own: `2. ` and a lone `-` do not."""
    return any(look.match(line) for look in (FENCE, HEADING, RULE, QUOTE, _INTERRUPTING, FOOTNOTE))


def closes(line: str, fence: str) -> bool:
    """Tell whether a line ends the code that a fence began."""
    signs = line.strip()
    return len(signs) >= len(fence) and not signs.strip(fence[0]) and not line.startswith("    ")


def fence_below(line: str, fence: str) -> str:
    """Return the fence of the code that the next line stands in, '' for none; fence: that of this line."""
    if fence:
        return "" if closes(line, fence) else fence
    opening = FENCE.match(line)
    return opening["fence"] if opening else ""

"""Control characters: nobody sees them in a text; terminals, calendars and HTML take them for more than text."""

import re

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""C0 but for the tab and the line feed, DEL and C1 (ISO/IEC 6429)."""

IN_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""The same and these two: what a name has in none of its places."""


def named(character: str) -> str:
    """Return what is said of a control character.

    >>> named("\\x1b")
    'a control character (U+001B) stands here'
    """
    return f"a control character (U+{ord(character):04X}) stands here"

"""Texts of others in a terminal or a log: what would move the cursor or begin a line is shown, and does nothing."""

import re

_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")
"""Control characters (C0, DEL, C1), line separators, overrides of direction, halves of characters."""
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def one_line(text: str) -> str:
    """Return a text with every control character written out.

    >>> one_line("red: \\x1b[31m, then\\na second line")
    'red: \\\\x1b[31m, then\\\\na second line'
    """
    return _ACTIVE.sub(_written, text)


def same_width(text: str) -> str:
    """Return a source line with a picture in place of each control character but the tab: columns stay the same."""
    return _ACTIVE.sub(lambda sign: sign[0] if sign[0] == "\t" else _picture(sign[0]), text)


def in_json(text: str) -> str:
    """Return JSON of the same meaning with an escape for each control character that it may hold as it is."""
    return _ACTIVE.sub(lambda sign: sign[0] if sign[0] == "\n" else f"\\u{ord(sign[0]):04x}", text)


def _written(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    return _SHORT.get(sign[0]) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def _picture(character: str) -> str:
    code = ord(character)
    return chr(0x2400 + code) if code < 32 else "\u2421" if code == 127 else "\ufffd"

"""Texts and numbers as a careful person writes them in YAML: plain where nothing can be taken for anything else."""

import re
import textwrap
from decimal import Decimal

from cjsite.base.controls import CONTROL

WIDTH = 100
"""Columns that a line of a long text may have."""
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_BEGIN = r"(?:[^\W_]|[(+/$]|[^\x00-\x7f\s\u2010-\u2015•‣\u2028\u2029\ufeff\ufffe\uffff])"
_PLAIN = re.compile(rf"{_BEGIN}(?:[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*\S)?")
"""What may stand without quotes if nothing in it is a mark of YAML: it begins with a letter, a digit, a quote …"""
_MARKS = re.compile(r":(?=\s|$)|\s#|[\t\n\u00ad\u200b-\u200f\u2060]")
_OTHERWISE_TYPED = re.compile(
    r"(?i:null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)"
    r"|[-+]?[\d.,:_]+(?:e[-+]?\d+)?|0x[\da-fA-F_]+|0o?[0-7_]+|0b[01_]+|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?"
)
"""What other programs take for a truth, a number, a time or a day, and editors underline where a text belongs."""
_LIKE_FIELD = re.compile(r"title\s|[A-Za-z_]+:(?=[^\s/\\])")
"""A list's item that begins so is taken for a field whose colon is missing, or the blank behind it."""
_IN_BRACKETS = re.compile(r"[^\W_](?:[\w .'’/-]*[\w.])?")
"""What may stand without quotes between brackets."""
_UNPRINTABLE = re.compile("[\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML ends a line at, or does not take at all, if it stands there as itself."""


def holdable(text: str) -> str:
    """Return a text with what no content file can hold put otherwise: control characters, and begun comments."""
    text = _LONE_SURROGATE.sub("\ufffd", CONTROL.sub("", _LINE_ENDS.sub("\n", text)))
    return text.replace("<!--", "&lt;!--")


def plain_or_quoted(text: str) -> str:
    """Return a text as a scalar in one line that means exactly this text."""
    is_doubtful = _MARKS.search(text) or _LIKE_FIELD.match(text) or _OTHERWISE_TYPED.fullmatch(text)
    if _PLAIN.fullmatch(text) and not is_doubtful:
        return text
    if _UNPRINTABLE.search(text) or any(sign in text for sign in "\n\t"):
        return f'"{_escaped(text)}"'
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'{}'".format(text.replace("'", "''"))


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return _UNPRINTABLE.sub(lambda sign: f"\\u{ord(sign[0]):04X}", text)


def number(value: float) -> str:
    """Return a number as people write it: no `.0`, and no exponent."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{Decimal(str(value)):f}".removesuffix(".0")


def in_brackets(text: str) -> bool:
    """Tell whether a text may stand as a word of a short list between brackets."""
    return len(text) <= 30 and bool(_IN_BRACKETS.fullmatch(text)) and plain_or_quoted(text) == text


def block(text: str, indent: int) -> list[str] | None:
    """Return a long text, or one of several lines, as the sign of a block and its lines; None where it is neither.

    A text that a block could not hold to the letter is none either.
    """
    stripped = text.strip("\n")
    if _UNPRINTABLE.search(text) or not stripped or text[0] in " \t\n" or stripped[-1] in " \t":
        return None
    ends = len(text) - len(text.rstrip("\n"))
    if "\n" in stripped:
        chomp = "-" if not ends else "" if ends == 1 else "+"
        lines = stripped.split("\n") + [""] * (ends - 1)
        return [f"|{chomp}", *(" " * indent + line if line else "" for line in lines)]
    return _folded(stripped, indent) if len(text) + indent > WIDTH and not ends else None


def _folded(text: str, indent: int) -> list[str] | None:
    """Return a long text in lines that a reader joins by blanks."""
    if "  " in text or "\t" in text:
        return None
    lines = textwrap.wrap(text, max(40, WIDTH - indent), break_long_words=False, break_on_hyphens=False)
    # No other blank than the plain one may have been broken at.
    return [">-", *(" " * indent + line for line in lines)] if " ".join(lines) == text else None

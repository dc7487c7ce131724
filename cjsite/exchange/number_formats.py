"""Numbers and days of a spreadsheet as its reader sees them: 0.25 is 25% where the format of its cell says so."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

Moment = datetime.datetime | datetime.date | datetime.time | datetime.timedelta

_SECTIONS = re.compile(r'(?:^|;)((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)')
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.'
    r"|(?P<digits>(?:General|[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+))|(?P<literal>.)",
    re.DOTALL,
)
_UNREAD = re.compile(r"[EeGg@/]")
"""In a format without its literals: exponents, eras, texts and fractions, which are shown as plain numbers."""
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General')
_CONDITION = re.compile(r"\[[<>=]")
_LONGEST = 15
"""Digits that a spreadsheet knows of a number."""


def shown_number(value: float | int, number_format: str) -> str:
    """Return a number as the format of its cell shows it, without signs between thousands.

    >>> shown_number(0.25, "0%"), shown_number(3.0, "General"), shown_number(1234.5, '#,##0.00 "EUR"')
    ('25%', '3', '1234.50 EUR')
    >>> shown_number(-2, '"good";"bad";"so so"'), shown_number(0.1 + 0.2, "General")
    ('bad', '0.3')
    """
    section, is_negative_told = _section(value, number_format)
    bare = _LITERALS.sub("", section)
    if section == "General" or _UNREAD.search(bare) or _CONDITION.search(number_format):
        return plain_number(value)
    shown, number = [], Decimal(repr(abs(value) if is_negative_told else value))
    if "%" in bare:
        number *= 100
    for token in _TOKEN.finditer(section):
        if digits := token["digits"]:
            shown.append(_digits(number, digits))
        else:
            shown.append(token["quoted"] or token["escaped"] or token["currency"] or token["literal"] or "")
    text = "".join(shown).strip()
    return re.sub(r"^(\D*)-(?=\d)", r"-\1", text) if number < 0 else text


def plain_number(value: float | int) -> str:
    """Return a number without a format: 3 and not 3.0, 0.3 and not 0.30000000000000004."""
    text = f"{value:.{_LONGEST}g}" if isinstance(value, float) else str(value)
    return f"{Decimal(text):f}" if "e" in text and abs(value) < 10**_LONGEST else text


def shown_day(value: Moment, number_format: str) -> str:
    """Return a day or a time of day as ISO 8601 writes it, as exactly as its cell shows it."""
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, datetime.time):
        return value.isoformat("seconds" if value.second else "minutes")
    bare = _LITERALS.sub("", number_format).lower()
    if isinstance(value, datetime.datetime) and (value.hour or value.minute) and "h" in bare:
        return value.strftime("%Y-%m-%d %H:%M")
    if "y" in bare and "d" not in bare:
        return value.strftime("%Y-%m") if "m" in bare else value.strftime("%Y")
    return value.strftime("%Y-%m-%d")


def _section(value: float, number_format: str) -> tuple[str, bool]:
    """Return the part of a format that a number is shown by, and whether it leaves the sign away."""
    sections = _SECTIONS.findall(number_format) or ["General"]
    if value < 0 and len(sections) > 1:
        return sections[1], True
    return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), False


def _digits(number: Decimal, digits: str) -> str:
    if digits == "General":
        return plain_number(float(number))
    whole, _, part = digits.partition(".")
    # A comma behind the last digit means thousands.
    number = number / 1000 ** (len(whole) - len(whole.rstrip(",")))
    text = f"{number.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP):f}"
    for sign in reversed(part):
        if sign == "0" or not text.endswith("0"):
            break
        text = text[:-1]
    least = whole.count("0")
    return f"{text.removesuffix('.'):0>{least}}" if number >= 0 else text.removesuffix(".")

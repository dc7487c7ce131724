"""Numbers as people write them: with a decimal comma, a true minus, spaces between thousands, as a share or rating.

Every field that holds a number reads it here, so that what is understood in one is understood in all. A text that
may mean two numbers is no number: it is told with a mend, and nothing is guessed.
"""

import re
from collections.abc import Callable

from pydantic_core import PydanticCustomError

_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
"""What needs no second look: nearly all numbers are written so."""
_DIGIT = re.compile(r"\d")
_GROUP = " \u00a0\u2007\u2009\u202f'’"
"""Between thousands: spaces of every width, and the Swiss apostrophe."""
_NUMERAL = re.compile(
    r"(?P<sign>[-+−–])?\s?(?:"
    rf"(?P<spaced>\d{{1,3}}(?P<gap>[{_GROUP}])\d{{3}}(?:(?P=gap)\d{{3}})*(?:[.,]\d+)?)"
    r"|(?P<commas>\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,}))"
    r"|(?P<dots>\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,}))"
    r"|(?P<either>[1-9]\d{0,2},\d{3})"
    r"|(?P<simple>\d+(?:[.,]\d+)?|[.,]\d+)"
    r")"
)
_PERCENT = re.compile(r"(?P<number>.*\d)\s*(?:[%％]|per ?cent)", re.IGNORECASE)
_RATING = re.compile(r"(?P<number>.*\d)\s*(?:/|\b(?:out of|of|von)\b)\s*(?P<top>\d.*)", re.IGNORECASE)
LONGEST = 40
"""Characters of the longest text that is looked at as a number."""


def number_in(text: str) -> float | int | None:
    """Return the number that a text is, None if it is none.

    Raises PydanticCustomError where it may be two: `1,234` is a thousand to some, and little over one to others.
    """
    match = _NUMERAL.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if not match:
        return None
    if either := match["either"]:
        sign = "-" if (match["sign"] or "+") in "-−–" else ""
        thousands, decimal = sign + either.replace(",", ""), sign + either.replace(",", ".")
        _refuse("'{text}' may be {thousands} or {decimal}; write the one that is meant", text,
                thousands=thousands, decimal=decimal)  # fmt: skip
    if match["commas"]:
        digits = match["commas"].replace(",", "")
    elif match["dots"]:
        digits = match["dots"].replace(".", "").replace(",", ".")
    else:
        digits = re.sub(f"[{_GROUP}]", "", match["spaced"] or match["simple"]).replace(",", ".")
    value = float(digits) if "." in digits else int(digits)
    return -value if (match["sign"] or "+") in "-−–" else value


def rating_in(text: str) -> tuple[float, float] | None:
    """Return the number and the top of a rating like `8/10` or `3 of 5`, None if a text is none."""
    match = None if _PLAIN.fullmatch(text) or len(text) > LONGEST else _RATING.fullmatch(text.strip())
    number, top = (number_in(match["number"]), number_in(match["top"])) if match else (None, None)
    return None if number is None or top is None else (number, top)


def share_in(text: str) -> float | None:
    """Return the per cent that a text like `12.5 %`, `8/10` or `3 of 5` says, None if it is no share."""
    match = _PERCENT.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if match:
        return number_in(match["number"])
    number, top = rating_in(text) or (0.0, 0.0)
    return 100 * number / top if top > 0 else None


def is_numeral(text: str) -> bool:
    """Tell whether a text is meant as a number, a share or a rating, whether or not one can be read."""
    stem = text.strip()
    if _PLAIN.fullmatch(stem):
        return True
    if len(stem) > LONGEST or not _DIGIT.search(stem):
        return False
    for form in (_PERCENT, _RATING):
        if match := form.fullmatch(stem):
            return all(_NUMERAL.fullmatch(part.strip()) for part in match.groups())
    return bool(_NUMERAL.fullmatch(stem))


def numeral(top: int | None = None) -> Callable[[object], object]:
    """Return how a field reads its number; top: what its ratings run to, where the format says that.

    What is no number at all is handed on, for the field's own type to refuse.
    """

    def read(value: object) -> object:
        if not isinstance(value, str) or _PLAIN.fullmatch(value):
            return value
        number = number_in(value)
        if number is not None:
            return number
        if rating := rating_in(value):
            if rating[1] == top:
                return rating[0]
            scale = f"write a number from 1 to {top}" if top else "write one number, on the scale that is used here"
            _refuse("'{text}' is a rating up to {of}; {mend}", value, of=f"{rating[1]:g}", mend=scale)
        if share_in(value) is not None:
            _refuse("'{text}' is a share, and this is a number; write it without the sign", value)
        return value

    return read


def _refuse(message: str, text: str, **context: str) -> None:
    raise PydanticCustomError("numeral", message, {"text": text.strip(), **context})

"""Ids that are made from titles."""

import re
import unicodedata

_DESTINATION = re.compile(r"\]\([^()]*\)")
_LONGEST = 80


def slug(title: str) -> str:
    """Return the id that a title gets when it names none: lower-case words joined by hyphens, any script."""
    return hyphenated(title)[:_LONGEST].strip("-")


def hyphenated(title: str) -> str:
    """Return all words of a text in lower case, joined by hyphens."""
    plain = unicodedata.normalize("NFKC", without_destinations(title)).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def without_destinations(text: str) -> str:
    """Return a text without where its links lead: that is none of its words, and perhaps not for all readers."""
    return _DESTINATION.sub("]", text) if "](" in text else text

"""Ids that are made from titles."""

import re
import unicodedata

_DESTINATION = re.compile(r"\]\([^()]*\)")


def slug(title: str) -> str:
    """Return the id that a title gets when it names none: lower-case words joined by hyphens, any script."""
    # Where a link leads is none of its words, and perhaps not for all who read the id.
    plain = unicodedata.normalize("NFKC", _DESTINATION.sub("]", title) if "](" in title else title).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:80].strip("-")

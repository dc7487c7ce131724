"""Quotation marks: whether a customer's words come with those of the author."""

import re

_TAG = re.compile(r"<[^>]*>")
_MARKUP = rf"(?:{_TAG.pattern}|[\s*_])*"
"""What may stand outside the marks, in HTML or in Markdown."""
_DOUBLE = re.compile('["“”„‟«»「」『』《》〈〉‹›＂]|&#34;|&quot;')
_OPENING = re.compile(rf"{_MARKUP}(?:{_DOUBLE.pattern})")
_CLOSING = re.compile(rf"(?:{_DOUBLE.pattern})[.!?…,;]?{_MARKUP}$")
_SINGLE = re.compile(rf"{_MARKUP}(?:['‘’‚]|&#39;).*(?:['‘’]|&#39;)[.!?…]?{_MARKUP}", re.DOTALL)
"""Single marks around everything; within words, these are apostrophes."""
_TAIL = 200
"""Characters at the end of a text in which its last mark is looked for."""


def is_quoted(words: str) -> bool:
    """Tell whether words, as text, Markdown or HTML, begin or end with quotation marks in any language's form.

    >>> is_quoted("«On y va ?»"), is_quoted("“No,” she says"), is_quoted("It's late"), is_quoted('It is 6"')
    (True, True, False, False)
    """
    if words[:1].isalnum() and (words[-1:].isalnum() or (words[-1:] in ".!?" and words[-2:-1].isalnum())):
        return False
    if _OPENING.match(words) or _SINGLE.fullmatch(words):
        return True
    # One mark alone at the end may be one of inches.
    return bool(_CLOSING.search(words[-_TAIL:])) and len(_DOUBLE.findall(_TAG.sub("", words))) > 1

"""How deep JSON is nested, asked before a parser that goes down as deep as the text does."""

import re
from itertools import accumulate

JSON_DEPTH_LIMIT = 40
"""Brackets within each other that JSON of ours may have; tables and messages have two or three."""
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_SIGNS = re.compile(r"[\[{\]}]")


def is_deep(text: str) -> bool:
    """Tell whether JSON is nested more deeply than is read.

    >>> is_deep("[" * 40), is_deep("[" * 41), is_deep('"' + "[" * 41 + '"')
    (False, True, False)
    """
    if text.count("[") + text.count("{") <= JSON_DEPTH_LIMIT:
        return False
    depths = accumulate(1 if sign in "[{" else -1 for sign in _SIGNS.findall(_STRING.sub("", text)))
    return max(depths, default=0) > JSON_DEPTH_LIMIT

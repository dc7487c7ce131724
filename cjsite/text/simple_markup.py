"""The markup that most texts have, read without the parser: emphasis, code and links of the web between words."""

import re

CONTROLS = r"\0-\x09\x0b-\x1f\x7f-\x9f"
_WORDS = rf"[^\\`*_~\[\]<>&@:.\s\xa0{CONTROLS}]++|:(?!//)|(?<![wW][wW])\."
_LINE = rf"{_WORDS}| (?!\n)"
_MARKED = rf"(?! )(?:{_LINE})++(?<! )"
_LETTER = rf"[^\\`<>&\s\xa0{CONTROLS}]"
_CODE = rf"`{_LETTER}(?:{_LETTER}| )*+(?<! )`(?!`)"
_LINK = rf"\[{_MARKED}\]\(https?://[A-Za-z0-9/][A-Za-z0-9/.?=#_-]*+\)"
_APART, _ENDS = r"(?<![^ \n(\"'])", r"(?![^ \n.,;:!?)\"'])"
"""Signs of emphasis and links are read alike by everybody where they stand apart from letters."""
_EMPHASIS = "|".join(rf"{_APART}{sign}{_MARKED}{sign}{_ENDS}" for sign in (r"\*", r"\*\*", "_"))
_SIMPLE = re.compile(rf"(?:{_LINE}|\n|[&<>](?= )|{_CODE}|{_APART}{_LINK}{_ENDS}|{_EMPHASIS})*+")
_TAGS = re.compile(r"`([^`]*)`|\[([^\]]*)\]\(([^)]*)\)|\*\*([^*]*)\*\*|\*([^*]*)\*|_([^_]*)_")


def is_simple(text: str) -> bool:
    """Tell whether all markup inside the lines of a text is such, and each sign of it stands for nothing else."""
    return _SIMPLE.fullmatch(text) is not None


def simple_html(text: str) -> str:
    """Return its HTML as the cleaner writes it; text: one that `is_simple`, but for its escaped signs.

    >>> simple_html("So *very* `late`")
    'So <em>very</em> <code>late</code>'
    """
    return _TAGS.sub(_tagged, text)


def _tagged(match: re.Match[str]) -> str:
    code, words, address, strong, emphasis, underlined = match.groups()
    if code is not None:
        return f"<code>{code}</code>"
    if words is not None:
        return f'<a href="{address}" rel="noopener noreferrer">{words}</a>'
    return f"<strong>{strong}</strong>" if strong is not None else f"<em>{emphasis or underlined}</em>"

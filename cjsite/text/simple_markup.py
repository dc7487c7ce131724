"""The markup that most texts have, read without the parser: emphasis, code, links of the web, and plain lists."""

import re

CONTROLS = r"\0-\x09\x0b-\x1f\x7f-\x9f"
BLOCK = re.compile(r"^(?:[^\S\n]|[-+=>:#]|\d+[.)]|\[[^\]]+\]:)|\||  $", re.MULTILINE)
"""What may begin a block, or a line in a paragraph, or end one."""
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
_ITEMS = re.compile(r"(?:\A|(?<=\n\n))- (?=\S)[^\n]+(?:\n- (?=\S)[^\n]+)*(?=\n\n[^-\n]|\Z)")
"""A list between paragraphs, each item on a line: not followed by another, with which it would be one."""


def is_simple(text: str) -> bool:
    """Tell whether all markup inside the lines of a text is such, and each sign of it stands for nothing else."""
    return _SIMPLE.fullmatch(text) is not None


def is_in_lists(text: str) -> bool:
    """Tell whether a text is paragraphs and lists of words, and needs no parser."""
    unlisted = _ITEMS.sub(lambda items: items[0][2:].replace("\n- ", "\n"), text)
    return not BLOCK.search(unlisted) and is_simple(unlisted)


def simple_html(text: str) -> str:
    """Return its HTML as the cleaner writes it; text: one that `is_simple`, but for its escaped signs.

    >>> simple_html("So *very* `late`")
    'So <em>very</em> <code>late</code>'
    """
    return _TAGS.sub(_tagged, text)


def listed(html: str) -> str:
    """Return the HTML of a paragraph, or of a list of which each line is an item."""
    if not html.startswith("- "):
        return f"<p>{html}</p>"
    return "<ul>\n<li>" + html[2:].replace("\n- ", "</li>\n<li>") + "</li>\n</ul>"


def _tagged(match: re.Match[str]) -> str:
    code, words, address, strong, emphasis, underlined = match.groups()
    if code is not None:
        return f"<code>{code}</code>"
    if words is not None:
        return f'<a href="{address}" rel="noopener noreferrer">{words}</a>'
    return f"<strong>{strong}</strong>" if strong is not None else f"<em>{emphasis or underlined}</em>"

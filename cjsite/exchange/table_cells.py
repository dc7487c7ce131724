"""What stands in a cell of a table: nothing, a reference to the cell before, a text, or a list."""

import re

from cjsite.exchange.lane_words import is_said, label_key

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_LONG = 2000
"""Characters above which no marks are looked for: it takes quadratic time."""
_MARKS = re.compile(r"(\*\*\*|\*\*|__|~~|==)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_WHOLE = re.compile(r"([*_`])(?=\S)([^*_`]+)(?<=\S)\1")
_BULLET = re.compile(r"^\s*(?:[•·‣▪▫◦●○■□➢➤►▶✓✔☑☐※]|[-*+–—](?=\s))\s*(?:\[[ xX]\]\s+)?")
_NUMBERED = re.compile(r"^\s*(?:\(?(\d{1,2})[.)](?!\d)|([①-⑳]))\s*")
_INLINE_BULLETS = re.compile(r"\s*[•‣▪◦●■➢➤►]\s*")
_INLINE_NUMBERS = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2})[.)]\s+")
_HELD = re.compile(r"`[^`]*`|\([^()]*\)|（[^（）]*）|\"[^\"]*\"|“[^“”]*”|;\s+|；\s*")
"""A semicolon between things, or what holds semicolons of its own."""
_STOPS = ".!?。！？"
_PAIR, _BRIEF = 2, 3
"""Parts of a sentence that a semicolon joins, and words of an item that is none whatever it begins with."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PLACEHOLDER = re.compile(
    r"""["“”'‘’«»*_`]*(?:\[[^\[\]]*\](?!\()|<[^<>]*>|&lt;.*?&gt;|\{\{?[^{}]*\}?\}|_{3,}|\.{3,}|…|x{3,})["“”'‘’«»*_`]*""",
    re.IGNORECASE | re.DOTALL,
)
_NOTHING = re.compile(r"[\s\-–—−‐―_./…~*×✗✘∅ー－]*")
_SAME = re.compile(r'["”“〃″]+|\'\'|〃|(?:-\s*)?["”]\s*-?|[↑←⬆⬅]\ufe0f?')


def tidy(text: str) -> str:
    """Return a cell's text without signs that no text has, each run of blanks as one.

    >>> tidy(" a \\t b \\n\\n c\\0")
    'a b\\nc'
    """
    lines = (" ".join(line.split()) for line in _CONTROL.sub(" ", text).splitlines())
    return "\n".join(line for line in lines if line)


def unmarked(text: str) -> str:
    """Return a label without marks of emphasis around the whole or a part, on one line.

    >>> unmarked("**1\\\\. Item** Lost"), unmarked("`Start`")
    ('1. Item Lost', 'Start')
    """
    if len(text) > _LONG:
        return " ".join(text.split())
    plain = _MARKS.sub(r"\2", text)
    whole = _WHOLE.fullmatch(plain.strip())
    plain = _MARKS.sub(r"\2", whole[2] if whole else plain)
    return " ".join(_ESCAPED.sub(r"\1", plain).split())


def is_blank(text: str) -> bool:
    """Tell whether a cell says nothing: it is empty, a dash, or says that there is nothing."""
    return bool(_NOTHING.fullmatch(text)) or (is_said(text, "nothing"))


def is_same(text: str) -> bool:
    """Tell whether a cell only says that it says what the one before it does."""
    return bool(_SAME.fullmatch(text.strip())) or (is_said(text, "same"))


def is_placeholder(text: str) -> bool:
    """Tell whether a cell is still to be filled in."""
    plain = text.strip()[:_LONG]
    rest = _PLACEHOLDER.sub("", plain)
    hollow = rest != plain and not re.search(r"[^\W\d_]", rest)
    return hollow or (is_said(plain, "template"))


def items(text: str) -> tuple[str, ...]:
    """Return the things that a cell lists, by lines, bullets, numbers or semicolons; one where it is no list.

    >>> items("• Ads • Blog"), items("1. Search 2. Ask"), items("Looks; asks"), items("Ads, blog")
    (('Ads', 'Blog'), ('Search', 'Ask'), ('Looks', 'asks'), ('Ads, blog',))
    >>> items("Nothing says where it is; relies on what colleagues know")
    ('Nothing says where it is; relies on what colleagues know',)
    """
    listed = _listed(text)
    # What is a list already has its things apart: a semicolon in one of them is a part of it.
    is_list = len(listed) > 1 or any(map(_BULLET.match, listed))
    return tuple(part for line in listed for part in _inline(line, by_semicolon=not is_list) if part)


def lines(text: str) -> tuple[str, ...]:
    """Return the things that a cell lists by lines and bullets alone.

    >>> lines("Looks; asks"), lines("• Ads • Blog")
    (('Looks; asks',), ('Ads', 'Blog'))
    """
    return tuple(part for line in _listed(text) for part in _inline(line, by_semicolon=False) if part)


def _listed(text: str) -> list[str]:
    return _joined_lines([line for line in text.splitlines() if line.strip()])


def _joined_lines(lines: list[str]) -> list[str]:
    """Return the lines, a line without a bullet below one with a bullet being part of it if it is further in."""
    joined: list[str] = []
    for line in lines:
        marked = bool(_BULLET.match(line) or _NUMBERED.match(line))
        if joined and not marked and line[:1].isspace() and _BULLET.match(joined[-1]):
            joined[-1] += f" {line.strip()}"
        else:
            joined.append(line)
    return joined


def _inline(line: str, *, by_semicolon: bool = True) -> list[str]:
    plain = _NUMBERED.sub("", _BULLET.sub("", line)) if _is_listed(line) else line
    if len(parts := [part.strip() for part in _INLINE_BULLETS.split(plain) if part.strip()]) > 1:
        return parts
    if len(parts := _by_number(line)) > 1:
        return parts
    if by_semicolon and len(parts := _by_semicolon(plain)) > 1:
        return parts
    return [plain.strip()]


def _is_listed(line: str) -> bool:
    numbered = _NUMBERED.match(line)
    return bool(_BULLET.match(line)) or bool(numbered and re.search(r"[^\W\d_]", line[numbered.end() :]))


def _by_number(line: str) -> list[str]:
    """Return what stands behind 1., 2., 3. on one line."""
    marks = list(_INLINE_NUMBERS.finditer(line))
    if len(marks) < 2 or marks[0].start() or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    return [line[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]


def is_joined(line: str) -> bool:
    """Tell whether a semicolon stands in a line that is one text all the same: it goes on behind it."""
    return _goes_on(_parts(line))


def _by_semicolon(line: str) -> list[str]:
    """Return what semicolons part as a list does."""
    parts = _parts(line)
    return [line] if _goes_on(parts) else parts


def _goes_on(parts: list[str]) -> bool:
    """Tell whether two parts are one sentence: the second begins small below a capital, or ends with the stop."""
    if len(parts) != _PAIR or max(len(part.split()) for part in parts) <= _BRIEF:
        return False
    first, second = parts
    return (first[0].isupper() and second[0].islower()) or (second[-1] in _STOPS and first[-1] not in _STOPS)


def _parts(line: str) -> list[str]:
    """Return what semicolons part, but for those in brackets, in code or in what somebody says."""
    begin, parts = 0, []
    for match in _HELD.finditer(line):
        if match[0][0] in ";；":
            parts.append(line[begin : match.start()])
            begin = match.end()
    return [part for piece in (*parts, line[begin:]) if (part := piece.strip().rstrip(";"))]


def same_label(label: str, other: str) -> bool:
    """Tell whether two labels say the same."""
    return (label_key(label) or label.strip()) == (label_key(other) or other.strip())

"""Tables as text: what their cells are separated by."""

import re

SIGNS = (",", ";", "\t")
_NAMES = {"\t": "a tab"}
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def declared_separator(text: str, signs: tuple[str, ...] = SIGNS) -> str:
    """Return the sign that a first line like `sep=;` names, '' where none is named.

    >>> declared_separator("sep=;\\nstep;value"), declared_separator("step;value")
    (';', '')
    """
    first = text.lstrip("\ufeff \n").partition("\n")[0]
    return first[4:5] if first.lower().startswith("sep=") and first[4:5] in signs else ""


def named_separator(sign: str) -> str:
    """Return what a separator is called in a sentence.

    >>> named_separator("\\t"), named_separator(";")
    ('a tab', '`;`')
    """
    return _NAMES.get(sign, f"`{sign}`")


def separator_of(line: str, signs: tuple[str, ...] = SIGNS) -> str:
    """Return the sign that stands most often between the cells of a line, the first of them where none does.

    >>> separator_of('step;"one, two, three";value')
    ';'
    """
    return max(signs, key=_QUOTED.sub("", line).count)

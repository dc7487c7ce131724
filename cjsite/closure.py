"""Which templates a page is made with: it is made anew when one of these has another text."""

import re
from collections.abc import Mapping
from functools import lru_cache

_STRING = re.compile(r"""(["'])(.*?)\1""")
_STATEMENT = re.compile(r"\{%[-+]?\s*(?:from|import|include|extends)\b(.*?)[-+]?%\}", re.DOTALL)
_TAIL = re.compile(r"\b(?:import|as|ignore|with|without)\b.*", re.DOTALL)
_CALL = re.compile(r"""\bfragments?\s*\((?:\s*(["'])([^"'\n]*)\1\s*,)?""")


def closure(name: str, templates: Mapping[str, str]) -> dict[str, str]:
    """Return the text of a template and of all that it extends, includes, imports or shows as fragments, by name.

    templates: the texts of all. One that works out the name of another may mean any of them, and so names all.
    """
    texts: dict[str, str] = {}
    waiting = [name]
    while waiting:
        found = waiting.pop()
        if found not in texts and found in templates:
            texts[found] = templates[found]
            named = _named(texts[found])
            waiting += templates if named is None else named
    return texts


@lru_cache(2**10)
def _named(text: str) -> frozenset[str] | None:
    """Return the templates that a template's text names, None if it works out a name."""
    statements = _STATEMENT.findall(text)
    names = {name for _, name in _CALL.findall(text)}
    if "" in names or any(map(_is_worked_out, statements)):
        return None
    return frozenset(names.union(name for statement in statements for _, name in _STRING.findall(statement)))


def _is_worked_out(statement: str) -> bool:
    """Tell whether a statement names a template by more than texts in quotes."""
    return re.search(r"[\w~+|]", _TAIL.sub("", _STRING.sub("", statement))) is not None

"""Which templates a page is made with: it is made anew when one of these has another text."""

import re
from collections.abc import Mapping
from functools import lru_cache

_QUOTED = r"""(?:"[^"\\\n]*"|'[^'\\\n]*')"""
_STATEMENT = re.compile(r"\{%[-+]?\s*(?:from|import|include|extends)\b(.*?)[-+]?%\}", re.DOTALL)
_LITERAL = re.compile(
    rf"\s*[(\[]?\s*({_QUOTED}(?:\s*,\s*{_QUOTED})*)\s*,?\s*[)\]]?\s*(?:(?:import|as|ignore|with|without)\b.*)?",
    re.DOTALL,
)
# Begun with a letter, for then it is found several times as fast.
_CALL = re.compile(rf"f(?<!\wf)ragments?\b(?:\s*\(\s*({_QUOTED})\s*,)?")


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
            direct = named(texts[found])
            waiting += templates if direct is None else direct
    return texts


@lru_cache(2**10)
def named(text: str) -> frozenset[str] | None:
    """Return the templates that a template's text names, None if it names one by more than a text in quotes."""
    found = [literal[1] if (literal := _LITERAL.fullmatch(one)) else "" for one in _STATEMENT.findall(text)]
    found += _CALL.findall(text)
    if "" in found:
        return None
    return frozenset(name[1:-1] for one in found for name in re.findall(_QUOTED, one))

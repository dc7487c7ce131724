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


def closure(template: str, templates: Mapping[str, str]) -> dict[str, str]:
    """Return the text of a template and of all that it extends, includes, imports or shows as fragments, by name.

    templates: the texts of all. One that works out the name of another may mean any of them, and so names all.
    """
    texts: dict[str, str] = {}
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name not in texts and name in templates:
            texts[name] = templates[name]
            direct = _named(texts[name])
            waiting += templates if direct is None else direct
    return texts


# Remembered by text: each page asks, and a new look of a theme has mostly the same templates.
@lru_cache(2**10)
def _named(text: str) -> frozenset[str] | None:
    """Return the templates that a template's text names, None if it names one by more than a text in quotes."""
    literals = map(_LITERAL.fullmatch, _STATEMENT.findall(text))
    lists = [literal[1] if literal else "" for literal in literals] + _CALL.findall(text)
    if "" in lists:
        return None
    return frozenset(name[1:-1] for names in lists for name in re.findall(_QUOTED, names))

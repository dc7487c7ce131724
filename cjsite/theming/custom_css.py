"""What a stylesheet cannot keep in a property: named media conditions and named selectors, written out in full.

The names are those of two drafts: `@custom-media` (Media Queries Level 5) and `@custom-selector` (CSS Extensions).
No browser knows them yet.
"""

import re
from collections.abc import Mapping

_DEFINITION = re.compile(r"@custom-(media|selector)\s+:?(--[\w-]+)\s+([^;]+);\n?")
_CONDITION = re.compile(r"(?<=@media)[^{};]+(?=\{)")
_MEDIA = re.compile(r"\((--[\w-]+)\)")
_SELECTOR = re.compile(r":(--[\w-]+)(?=\s*\{)")


def definitions(css: str) -> str:
    """Return what a stylesheet defines, for another one that is loaded beside it."""
    return "".join(match[0] for match in _DEFINITION.finditer(css))


def written_out(css: str) -> str:
    """Return a stylesheet with its named conditions and selectors written out.

    The last definition of a name counts. A name stands for its text: `@media (--name) and …` needs a name of
    one condition, not of a list, and a rule for `:--name` has no other selector. Raises ValueError for a narrowed
    list and for a name without a definition.
    """
    named: dict[str, dict[str, str]] = {"media": {}, "selector": {}}
    for kind, name, text in _DEFINITION.findall(css):
        named[kind][name] = text.strip()
    rules = _DEFINITION.sub("", css)
    rules = _CONDITION.sub(lambda match: _condition(match[0], named["media"], ()), rules)
    return _SELECTOR.sub(lambda match: _text(match[1], named["selector"]), rules)


def _condition(text: str, media: Mapping[str, str], above: tuple[str, ...]) -> str:
    return ",".join(_member(member, media, above) for member in text.split(","))


def _member(text: str, media: Mapping[str, str], above: tuple[str, ...]) -> str:
    for name in _MEDIA.findall(text):
        if name in above:
            raise ValueError(f"`{name}` is defined by itself")
        full = _condition(_text(name, media), media, (*above, name))
        if "," in full and text.strip() != f"({name})":
            raise ValueError(f"`{name}` is a list of conditions and cannot be narrowed: `{text.strip()}`")
        text = text.replace(f"({name})", full)
    return text


def _text(name: str, named: Mapping[str, str]) -> str:
    if name not in named:
        raise ValueError(f"`{name}` is used in the stylesheet, but no @custom-media or @custom-selector defines it")
    return named[name]

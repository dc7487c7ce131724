"""What each template may read: every page's own template, its data, and all values inside, field by field."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args, get_type_hints

from cjsite.authoring.reference import Anchors, Part
from cjsite.base.frozen import is_value
from cjsite.build import Builder, Site
from cjsite.model.types import Record
from cjsite.pages.page import Page
from cjsite.pages.redirects import RedirectData
from cjsite.pages.tags import TagData, TagsData
from cjsite.templating.dependencies import closure
from cjsite.theming.bundles import Assets
from docs.generate.markers import anchor
from docs.generate.value_types import purpose, reads, type_words

_ROOT = Path(__file__).parents[2]
_BASE = "base.html"


_OTHERS = (("moved.html", RedirectData), ("tag.html", TagData), ("tags.html", TagsData))
"""The kinds of pages that the example site has none of."""


@cache
def page_kinds() -> Iterable[tuple[str, type]]:
    """Return the template and the type of the data of each kind of page: those of the example site, and others.

    This is the one place that knows which kinds there are.
    """
    pages = (stub.make() for stub in _example().pages.values())
    every = {*_OTHERS, *((page.template, type(page.data)) for page in pages)}
    return sorted(every, key=lambda kind: kind[0])


@cache
def _example() -> Site:
    return Builder(_ROOT, datetime.date(2026, 11, 21)).site()


def template_parts() -> Mapping[str, Part]:
    """Return what makes the generated parts of the document."""
    every = {"page": Page, "frame": get_type_hints(Page)["frame"], "theme": Assets}
    shown = {name: partial(_table, kind) for name, kind in every.items()}
    return {**shown, "templates": _templates, "values": _values}


@cache
def values() -> Mapping[type, str]:
    """Return every type that pages' data is made of, with its title; of several with one name, with its module."""
    found: dict[type, None] = {}
    waiting = [data for _, data in page_kinds()]
    while waiting:
        kind = waiting.pop()
        if kind not in found and _is_value(kind):
            found[kind] = None
            waiting += [inner for read in reads(kind) for inner in _inside(read.type)]
    names = Counter(kind.__name__ for kind in found)
    return {
        kind: kind.__name__ if names[kind.__name__] == 1 else f"{kind.__name__} ({_module(kind)})" for kind in found
    }


def _is_value(kind: type) -> bool:
    return is_value(kind) or (isinstance(kind, type) and issubclass(kind, Record))


def _inside(annotation: Any) -> Iterator[Any]:
    yield getattr(annotation, "__origin__", annotation)
    for arg in get_args(annotation):
        yield from _inside(arg)


def _module(kind: type) -> str:
    return kind.__module__.partition(".")[2]


def _link(kind: type) -> str:
    title = values().get(kind)
    return f"[{title}](#{anchor(title)})" if title else f"`{kind.__name__}`"


def _templates(_anchors: Anchors) -> str:
    return "\n\n".join(_template(template, data) for template, data in page_kinds())


def _template(template: str, data: type) -> str:
    known = _example().renderer.theme.templates
    own = sorted(closure(template, known).keys() - closure(_BASE, known).keys() - {template})
    made_with = f" Made with {', '.join(f'`{name}`' for name in own)}." if own else ""
    return f"### {template}\n\n`data`: {_link(data) if _is_value(data) else 'nothing'}.{made_with}"


def _values(_anchors: Anchors) -> str:
    by_title = sorted((title, kind) for kind, title in values().items())
    return "\n\n".join(f"### {title}\n\n{_table(kind, {})}" for title, kind in by_title)


def _table(kind: type, _anchors: Anchors) -> str:
    rows = "\n".join(f"| `{read.name}` | {type_words(read.type, _link)} | {read.about} |" for read in reads(kind))
    return f"{purpose(kind)}\n\n| Field | Type | What it says |\n|---|---|---|\n{rows}"

"""The Jinja environment: a theme's templates with our filters and names, as code that is kept between builds."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2

from cjsite.templating import codegen
from cjsite.templating.bytecode import bytecode_cache
from cjsite.templating.codegen import QuickEnvironment, ThemeEnvironment

LoadTemplate = Callable[[str], tuple[str, str, None] | None]
"""Finds a template: its text, the name of its file, and None, as it does not change."""


def environment(
    load: LoadTemplate, filters: Mapping[str, Callable[..., Any]], names: Mapping[str, object], *, exact: bool
) -> ThemeEnvironment:
    """Return the environment of a theme's templates; names: what they see besides their values.

    exact: whether `a.b` may be an item of `a`, as Jinja allows; else AttributeError says that it is no attribute.
    """
    kind = ThemeEnvironment if exact else QuickEnvironment
    made = kind(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=bytecode_cache("exact" if exact else "quick", Path(__file__), Path(codegen.__file__)),
    )
    made.filters.update((name, _when_rendering(work)) for name, work in filters.items())
    made.globals.update(names)
    return made


def _when_rendering(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that Jinja leaves alone when it compiles a template.

    Else it would put `1.5|number` into the code as this site's language writes it, and the code is for all sites.
    """

    @jinja2.pass_context
    def filtered(_: object, value: object, *args: object, **named: object) -> object:
        return work(value, *args, **named)

    return filtered

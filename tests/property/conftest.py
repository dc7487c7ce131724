"""Hundreds of builds: templates of one text are compiled once for all of them."""

from collections.abc import Iterator
from typing import Any

import jinja2
import pytest


@pytest.fixture(autouse=True, scope="session")
def compiled_once() -> Iterator[None]:
    """Remember what Jinja makes of a text: all builders set it up alike, so nothing else matters."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("compile", "parse"):
            patch.setattr(jinja2.Environment, name, _remembering(getattr(jinja2.Environment, name)))
        yield


def _remembering(method: Any) -> Any:
    known: dict[Any, Any] = {}

    def remembered(self: jinja2.Environment, source: str, *names: Any, **more: Any) -> Any:
        key = (source, names, tuple(sorted(more.items())))
        if key not in known:
            known[key] = method(self, source, *names, **more)
        return known[key]

    return remembered

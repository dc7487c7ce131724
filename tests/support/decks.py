"""Decks as python-pptx reads them."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from cjsite.model.content import Content
from cjsite.poster.deck import deck
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.page import TODAY, data, wording

SOFT_HYPHEN = "\u00ad"


def made(one: Content, name: str = "a") -> bytes:
    """Return a map of a site as a deck."""
    return deck(
        journey_inputs(one, TODAY)[name], data(one, f"journeys/{name}.html"), wording(one.settings.language)
    )


def slides(pptx: bytes) -> list[Any]:
    """Return the slides of a deck."""
    return list(Presentation(io.BytesIO(pptx)).slides)


def frames(shape: Any) -> Iterator[Any]:
    """Yield the texts of a shape, those of its cells if it is a table."""
    if shape.has_text_frame:
        yield shape.text_frame
    elif shape.has_table:
        yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def text(pptx: bytes) -> str:
    """Return the words of a deck, those of its notes apart, without breaks in them."""
    every = (frame.text for slide in slides(pptx) for shape in slide.shapes for frame in frames(shape))
    return "\n".join(every).replace(SOFT_HYPHEN, "")

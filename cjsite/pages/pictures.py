"""Pictures on pages: of touchpoints, and of personas."""

from markupsafe import Markup

from cjsite.base.content_path import content_path
from cjsite.base.frozen import frozen
from cjsite.model.persona import Persona
from cjsite.model.touchpoint import Image
from cjsite.summaries.urls import file_url
from cjsite.text.prose import inline, plain


@frozen
class Picture:
    """A picture; its address is relative to the site's root."""

    url: str
    alt: str
    credit: Markup


def picture(image: Image | None) -> Picture | None:
    """Return the picture of a touchpoint, None where it has none."""
    if image is None:
        return None
    return Picture(file_url(content_path("journeys", image.file)), plain(image.alt), inline(image.credit))


def photo(persona: Persona) -> str:
    """Return the address of a persona's picture from the site's root, '' for none."""
    return file_url(content_path("personas", persona.photo)) if persona.photo else ""

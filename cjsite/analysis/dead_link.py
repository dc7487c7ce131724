"""A link or a picture in an author's text that leads nowhere."""

from typing import Literal

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place

Miss = Literal["page", "anchor", "picture", "format", "scheme", "remote"]
"""What is missing: the page or file, the place on it, the picture, a form of it that browsers show, a way to it, a
place of its own beside the content."""


@frozen
class DeadLink:
    """A link that leads nowhere. at: the thing whose text it stands in, as `kind/id`.

    address: as it was written. near: what was most likely meant, '' where nothing is near.
    """

    miss: Miss
    at: str
    place: Place
    address: str
    near: str

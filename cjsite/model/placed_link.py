"""A link or a picture in an author's text, and where it stands."""

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place


@frozen
class PlacedLink:
    """A link or a picture: its address as it was written, and as it is published, and the place of that."""

    place: Place
    written: str
    address: str
    is_picture: bool

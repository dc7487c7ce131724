"""A file of a site on its way out."""

from collections.abc import Callable

from cjsite.base.frozen import frozen


@frozen
class SiteFile:
    """A file of a site. mark: what tells it from any other of its path; data: returns its bytes."""

    path: str
    mark: bytes
    data: Callable[[], bytes]

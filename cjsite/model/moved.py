"""What has an address of its own, as redirects name it: a map, a step on one, or another page."""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from cjsite.base.content_path import is_reserved
from cjsite.base.frozen import frozen
from cjsite.model.one_text import one_form
from cjsite.model.types import Kind

FOLDERS: Mapping[str, Kind] = {
    "journeys": "journey",
    "personas": "persona",
    "departments": "department",
    "pages": "page",
}
"""The folders of the site that pages stand in by the ids of things."""
_ID = re.compile(r"\w[\w.-]{0,119}")
_PAGE = ".html"
_FILES = (_PAGE, ".yml", ".yaml", ".md")
_LISTED = ("persona", "department")
"""Kinds of which all stand on a page of their own, `index.html` in their folder."""


@frozen
class AddressedThing:
    """A thing that has a page. step: on a map, '' for the whole."""

    kind: Kind
    id: str
    step: str = ""

    def __str__(self) -> str:
        """Return it as messages call it."""
        folder = next(folder for folder, kind in FOLDERS.items() if kind == self.kind)
        whole = self.id if self.kind == "journey" else f"{folder}/{self.id}"
        return f"{whole}#{self.step}" if self.step else whole

    @property
    def whole(self) -> "AddressedThing":
        """Return the map that a step is on; anything else is that itself."""
        return AddressedThing(self.kind, self.id) if self.step else self


def addressed_thing(text: str) -> AddressedThing | None:
    """Return what an id or an address of a page means, None for what is neither.

    >>> str(addressed_thing("ride#pay")), str(addressed_thing("/journeys/ride.html#at-pay"))
    ('ride#pay', 'ride#pay')
    >>> str(addressed_thing("personas/anna.html")), addressed_thing("insights/atlas.html")
    ('personas/anna', None)
    >>> addressed_thing("index.html"), addressed_thing("departments/index.html")
    (None, None)
    """
    path, mark, part = str(one_form(unquote(text.strip()))).partition("#")
    folder, _, name = path.removeprefix("./").lstrip("/").rpartition("/")
    kind = FOLDERS.get(folder) if folder else "journey"
    stem, ending = posixpath.splitext(name)
    id_ = stem if ending in _FILES else name
    step = part.removeprefix("at-")
    # No map has a page beside the home page; what stands there is a page of all.
    is_of_all = (ending == _PAGE and not folder) or (kind in _LISTED and id_.casefold() == "index")
    is_id = bool(_ID.fullmatch(id_)) and not is_reserved(id_) and not is_of_all
    if kind is None or not is_id or (mark and not (kind == "journey" and _ID.fullmatch(step))):
        return None
    return AddressedThing(kind, id_, step)


def thing_in_file(path: str) -> AddressedThing | None:
    """Return the thing that stands in a file of the content and has a page, by the file's path; None for any other.

    >>> str(thing_in_file("journeys/sales/ride.yml")), thing_in_file("journeys/ride.csv")
    ('ride', None)
    """
    folder, _, rest = path.partition("/")
    stem, ending = posixpath.splitext(posixpath.basename(rest))
    return addressed_thing(f"{folder}/{stem}.html") if ending.lower() in _FILES[1:] else None


def moved_things(redirects: Mapping[str, str]) -> Mapping[AddressedThing, AddressedThing]:
    """Return where what has moved is now, of redirects that hold."""
    both = ((addressed_thing(old), addressed_thing(new)) for old, new in redirects.items())
    return {old: new for old, new in both if old and new}

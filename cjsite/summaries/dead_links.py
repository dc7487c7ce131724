"""Which links in authors' texts lead nowhere, and what was meant: nothing is read for it but addresses."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import count
from urllib.parse import unquote

from cjsite.analysis.dead_link import DeadLink, Miss
from cjsite.model.picture_formats import is_unshown
from cjsite.model.placed_link import PlacedLink
from cjsite.reading.hints import nearest
from cjsite.summaries.link_targets import LinkTargets, page_of, resolved
from cjsite.text.prose import SCHEMES
from cjsite.text.safeguards import is_remote

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SOURCE = (".md", ".yml", ".yaml")
_HOST = re.compile(
    r"(?:[\w-]+\.)+(?:com|org|net|edu|gov|io|info|eu|int|de|at|ch|fr|uk|nl|es|it|pl)(?:[/?#]|$)", re.I
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LOOKED = 50
"""Dead links of which it is worked out what was meant; the next are told without."""


def dead_links(uses: Iterable[tuple[str, PlacedLink]], targets: LinkTargets) -> Iterator[DeadLink]:
    """Yield the links that lead nowhere; uses: each with the thing in whose texts it stands, as `kind/id`."""
    looked = count()
    for thing, link in uses:
        page = page_of(thing)
        miss = _miss(link, page, targets)
        if miss:
            near = _near(link, page, miss, targets) if next(looked) < _LOOKED else ""
            yield DeadLink(miss, thing, link.place, link.written, near)


def _miss(link: PlacedLink, page: str, targets: LinkTargets) -> Miss | None:
    if link.is_picture and is_remote(link.address):
        return "remote"
    scheme = _SCHEME.match(link.address)
    if scheme:
        return None if scheme[1].lower() in SCHEMES else "scheme"
    if link.address.startswith("//"):
        return None
    url, anchor = resolved(page, link.address)
    if link.is_picture and is_unshown(url):
        return "format"
    if link.is_picture:
        return None if url in targets.files else "picture"
    if not link.address or not targets.has_page(url):
        return "page"
    return "anchor" if anchor and not targets.has_anchor(url, anchor) else None


def _near(link: PlacedLink, page: str, miss: Miss, targets: LinkTargets) -> str:
    if miss == "remote":
        return ""
    if miss == "scheme":
        return _other_scheme(link.written, page, targets)
    if miss == "anchor":
        return _other_anchor(link, page, targets)
    if _HOST.match(link.written) or link.written.startswith("www."):
        return f"https://{link.written}"
    if _MAIL.fullmatch(link.written):
        return f"mailto:{link.written}"
    return _alike(re.split("[?#]", link.written)[0], _addresses_like(link, page, targets))


def _other_scheme(written: str, page: str, targets: LinkTargets) -> str:
    scheme, _, rest = written.partition(":")
    if (near := nearest(scheme, SCHEMES)) and len(scheme) > 2:
        return f"{near}:{rest}"
    # Of a file, one of its name may lie beside the content; of other programs' addresses no part is a file's name.
    stem = _stem(re.split(r"[/\\]", written)[-1]) if scheme.lower() == "file" or len(scheme) == 1 else ""
    files = targets.addresses("file", posixpath.dirname(page))
    return next((address for address in files if stem and _stem(address) == stem), "")


def _other_anchor(link: PlacedLink, page: str, targets: LinkTargets) -> str:
    url, anchor = resolved(page, link.address)
    place = targets.place_near(url, anchor)
    path = link.written.partition("#")[0]
    if not place:
        return ""
    if url.startswith("journeys/") and not path:
        # The file's name makes it a link that works on every page which shows the text.
        path = posixpath.basename(link.place.path)
    is_published = url.startswith("journeys/") and not path.endswith(_SOURCE)
    return f"{path}#at-{place}" if is_published else f"{path}#{place}"


def _addresses_like(link: PlacedLink, page: str, targets: LinkTargets) -> tuple[str, ...]:
    """Return the addresses that a link may have meant, in the form in which its author wrote it."""
    if link.is_picture:
        return targets.addresses("file", posixpath.dirname(page))
    if re.split("[?#]", link.written)[0].endswith(_SOURCE):
        return targets.addresses("source", posixpath.dirname(link.place.path))
    return targets.addresses("any", posixpath.dirname(page))


def _alike(written: str, addresses: tuple[str, ...]) -> str:
    """Return the address that was most likely meant: one of the same name elsewhere, else one of a name near it."""
    stem = _stem(written)
    if not stem:
        return ""
    if same := [address for address in addresses if _stem(address) == stem]:
        return max(same, key=lambda address: _likeness(address, written))
    ending = posixpath.splitext(written)[1].lower()
    kind = [address for address in addresses if not ending or address.lower().endswith(ending)]
    beside = {_stem(a): a for a in kind if posixpath.dirname(a) == posixpath.dirname(written)}
    for stems in (beside, {_stem(address): address for address in kind}):
        if near := nearest(stem, stems):
            return stems[near]
    return ""


def _likeness(address: str, written: str) -> tuple[bool, bool, bool]:
    """Return how like a written address one of its stem is: the name, the folder, being the page of a map."""
    name, wanted = (posixpath.basename(unquote(path).casefold()) for path in (address, written))
    folder = posixpath.dirname(address)
    return name == wanted, folder == posixpath.dirname(written), posixpath.basename(folder) in ("", "journeys")


def _stem(address: str) -> str:
    return posixpath.splitext(posixpath.basename(unquote(address).casefold()))[0]

"""Addresses on the web that a site is told: where it stands, and where its sources are edited."""

import re
from typing import Annotated
from urllib.parse import SplitResult, quote, unquote, urlsplit

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

SCHEMES = ("https", "http")
PATH_SIGN = "{path}"
"""What stands for a file's path in the address where it is edited."""
_LONGEST = 500
_INDEX = re.compile(r"/index\.html?$", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WITH_PORT = re.compile(r"[\w.-]+:\d+(/|$)")
_NO_SIGN_OF_PATH = "/:@!$&'()*+,;=-._~%"


def _refused(message: str, mend: str) -> PydanticCustomError:
    return PydanticCustomError("web_address", "{message}; {mend}", {"message": message, "mend": mend})


def site_address(text: str) -> str:
    """Return the address that a site stands at, with a `/` at its end. Raises PydanticCustomError for any other.

    >>> site_address("https://Example.org"), site_address("http://example.org:8080/our maps/index.html")
    ('https://example.org/', 'http://example.org:8080/our%20maps/')
    """
    written = text.strip()
    parts = _split(written, "https://maps.example.org/")
    if parts.query or parts.fragment or written.endswith(("?", "#")):
        mend = f"end it before the `{'?' if '?' in written else '#'}`"
        raise _refused("the address of a site has no `?` and no `#`", mend)
    path = _INDEX.sub("/", parts.path).rstrip("/")
    if {".", ".."} & set(unquote(path).split("/")):
        raise _refused(
            "the address of a site has no `.` and no `..` in its path", "write the path that these lead to"
        )
    return f"{parts.scheme}://{_host(parts)}{quote(path, safe=_NO_SIGN_OF_PATH)}/"


def edit_address(text: str) -> str:
    """Return the pattern of the addresses at which files are edited. Raises PydanticCustomError for any other."""
    written = text.strip()
    if PATH_SIGN not in written:
        mend = f"write {PATH_SIGN} where the path of a file in the content folder goes"
        raise _refused(f"`edit_url` does not say where a file's path goes: there is no {PATH_SIGN} in it", mend)
    # A sign that no address has would be told of first, although it is the one that must be there.
    parts = _split(written, f"https://code.example.org/maps/edit/main/content/{PATH_SIGN}")
    if PATH_SIGN in parts.netloc:
        raise _refused("a file's path cannot be the name of a host", f"write {PATH_SIGN} after the host's name")
    rest = written.partition(parts.netloc)[2]
    return f"{parts.scheme}://{_host(parts)}{quote(rest, safe=_NO_SIGN_OF_PATH + '?#{}')}"


def _split(written: str, example: str) -> SplitResult:
    """Return the parts of an address. Raises PydanticCustomError for one that is not on the web."""
    try:
        parts = urlsplit(written)
        has_host = bool(parts.hostname and parts.port != 0)
    except ValueError:
        raise _refused(f"'{written}' is no address on the web", f"write one like {example}") from None
    if not _SCHEME.match(written) or _WITH_PORT.match(written):
        begin = written.lstrip("/")
        raise _refused("an address on the web begins with https:// or http://", f"write https://{begin}")
    if parts.scheme not in SCHEMES:
        raise _refused(f"{parts.scheme}: is no address on the web", f"write one like {example}")
    if not has_host or re.search(r"[\s\\<>\"^`|]", parts.netloc):
        raise _refused(f"'{written}' names no host", f"write one like {example}")
    if "@" in parts.netloc:
        raise _refused(
            "names and passwords would stand in every page",
            f"leave out what stands before {parts.netloc.rpartition('@')[2]}",
        )
    return parts


def _host(parts: SplitResult) -> str:
    """Return the host as addresses write it: in small letters, and in signs that every program reads."""
    name = parts.hostname or ""
    try:
        written = name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        raise _refused(f"'{name}' cannot be the name of a host", "write it as your browser shows it") from None
    bracketed = f"[{written}]" if ":" in written else written
    return bracketed if parts.port is None else f"{bracketed}:{parts.port}"


SiteAddress = Annotated[str, StringConstraints(max_length=_LONGEST), AfterValidator(site_address)]
"""Where a site stands on the web; pages stand below it."""
EditAddress = Annotated[str, StringConstraints(max_length=_LONGEST), AfterValidator(edit_address)]
"""Where a file is edited on the web, with `{path}` for its path."""

"""The text files of a theme: the same bytes whichever system wrote them, and addresses that lead to its files."""

import re
from collections.abc import Collection, Mapping
from urllib.parse import quote

_TEXTS = (".css", ".js", ".html", ".svg", ".txt", ".json", ".xml", ".webmanifest", ".yml", ".yaml", ".md")
_URL = re.compile(r"url\(\s*(?:\"([^\"\\\n]+)\"|'([^'\\\n]+)'|([^\"'()\\\s]+))\s*\)")


def with_unix_line_ends(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a theme's files with `\\n` at the ends of lines in its texts; some systems check out others."""
    return {path: _unix(data) if path.lower().endswith(_TEXTS) else data for path, data in files.items()}


def _unix(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


def with_encoded_urls(css: str, files: Collection[str]) -> str:
    """Return a stylesheet in which the names of files beside it are encoded as addresses have it.

    What names none of the files stays as it is: it may be encoded already, or no file at all.
    """

    def address(url: re.Match[str]) -> str:
        path = url[1] or url[2] or url[3]
        return f'url("{quote(path)}")' if path in files and quote(path) != path else url[0]

    return _URL.sub(address, css)

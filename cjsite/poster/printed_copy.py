"""A map's page and what it needs, as files of a folder that a browser prints from and that is then gone."""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from cjsite.summaries.urls import absolute_url

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'"
"""What the page may load, and that is what lies beside it: nothing that authors wrote runs, or calls anywhere."""
_ROOT_TAG = re.compile(rb"<html\b")
_CHARSET = b'<meta charset="utf-8">'
_LINK = re.compile(rb"(<a\b[^>]*?)\s+href=\"([^\"]*)\"")
_KEPT = ("https", "http", "mailto")
_PRINT_SHEET = re.compile(rb"(<link\b[^>]*?) media=\"print\"")
_ADDRESS = re.compile(rb"\b(?:src|href)=\"([^\"#?]+)\"")
_CONDITION = re.compile(rb"@media[^{};]*")
_IN_STYLES = re.compile(rb"url\(\s*[\"']?([^\"')#?]+)")


def write_copy(site: Mapping[str, bytes], url: str, paper: str, folder: Path, address: str = "") -> Path:
    """Write a page of a site, to be printed on a paper, and what it refers to; return where the page lies.

    address: of the site, '' where nobody says.
    """
    page = for_paper(site[url], paper, address and absolute_url(address, url))
    _write(folder, url, page)
    for path in sorted(_needed(site, url, page)):
        _write(folder, path, as_on_paper(site[path]) if path.endswith(".css") else site[path])
    return folder / url


def for_paper(page: bytes, paper: str, address: str = "") -> bytes:
    """Return a page as it is printed: on one paper, in print's own looks, under a policy, with whole links.

    address: its own, '' where nobody says. Then it has no links: they would hold where it lay on the machine that
    printed it.
    """
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'.encode()
    page = _ROOT_TAG.sub(f'<html data-paper="{paper}"'.encode(), page, count=1)
    page = page.replace(_CHARSET, _CHARSET + policy, 1)
    page = _LINK.sub(lambda match: match[1] + _whole_link(match[2].decode("utf-8", "replace"), address), page)
    return _PRINT_SHEET.sub(rb"\1", page)


def _whole_link(written: str, address: str) -> bytes:
    """Return a link as it holds everywhere, b'' for one that leads nowhere outside the machine that prints."""
    try:
        whole = urljoin(address, unescape(written)) if address else ""
        leads_out = urlsplit(whole).scheme in _KEPT
    except ValueError:
        return b""
    return f' href="{escape(whole)}"'.encode() if leads_out else b""


def as_on_paper(css: bytes) -> bytes:
    """Return a stylesheet that holds for the screen, where the page is laid out, as it holds for print."""
    return _CONDITION.sub(lambda match: match[0].replace(b"screen", b"tty").replace(b"print", b"all"), css)


def _needed(site: Mapping[str, bytes], url: str, page: bytes) -> set[str]:
    """Return the files of a site that a page refers to, and those that their stylesheets do."""
    needed = {path for path in _paths(_ADDRESS, url, page) if path in site and not path.endswith(".html")}
    styles = [path for path in needed if path.endswith(".css")]
    return needed | {path for style in styles for path in _paths(_IN_STYLES, style, site[style]) if path in site}


def _paths(address: "re.Pattern[bytes]", url: str, text: bytes) -> Iterator[str]:
    """Yield what a file refers to, as paths from the site's root; what leads out of it is no path of the site."""
    for match in address.findall(text):
        parts = url.split("/")[:-1]
        for part in unquote(match.decode("utf-8", "replace")).split("/"):
            if part == "..":
                del parts[-1:]
            elif part not in ("", "."):
                parts.append(part)
        yield "/".join(parts)


def _write(folder: Path, path: str, data: bytes) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)

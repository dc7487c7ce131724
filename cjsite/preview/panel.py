"""What the preview adds to a page: the reload client, and the problems of a save that could not be published."""

from collections.abc import Sequence
from html import escape

from cjsite.problem import Problem

_CLIENT = b'<script src="/livereload.js" defer></script>'
_EMPTY = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Problems</title></head><body></body></html>'
)


def with_panel(page: bytes, problems: Sequence[Problem]) -> bytes:
    """Return the page with the reload client and, where there are problems, a list of them before its end."""
    panel = _panel(problems) if problems else b""
    head, found, tail = (page or _EMPTY).rpartition(b"</body>")
    return head + panel + _CLIENT + found + tail if found else tail + panel + _CLIENT


def _panel(problems: Sequence[Problem]) -> bytes:
    items = "".join(
        f"<li><code>{escape(str(p.place))}</code> {escape(p.message)}"
        + (f"; <strong>{escape(p.mend)}</strong>" if p.mend else "")
        + (f"<pre>{escape(p.excerpt)}</pre>" if p.excerpt else "")
        + "</li>"
        for p in problems
    )
    title = "This page shows the last whole version. To mend:"
    return f'<aside class="preview-problems" role="alert"><h2>{title}</h2><ol>{items}</ol></aside>'.encode()

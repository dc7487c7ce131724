"""How people in the room get to the preview: an address, and a code that their phones read."""

import io
from html import escape

import segno

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Join</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/assets/favicon.svg"></head>
<body class="preview-empty"><main class="preview-join"><h1>{title}</h1>{body}</main></body></html>"""
_CODE = """<p class="preview-address"><a href="{address}">{address}</a></p>
<img src="/_preview/join.svg" alt="QR code of that address" width="480" height="480">
<p>You see each save as it happens. <b>Follow the presenter</b> takes you where the talk is.</p>"""
_CLOSED = "<p>The preview is open on this machine only. <code>cjsite serve --lan</code> opens it to the room.</p>"


def join_page(address: str) -> bytes:
    """Return the page to put on the projector; without an address it says how to open the room."""
    title = "Join on your phone" if address else "Not open to the room"
    body = _CODE.format(address=escape(address)) if address else _CLOSED
    return _PAGE.format(title=title, body=body).encode()


def qr_picture(address: str) -> bytes:
    """Return the address's QR code as SVG."""
    out = io.BytesIO()
    segno.make_qr(address, error="m").save(out, kind="svg", border=3, dark="#000", light="#fff", scale=10)
    return out.getvalue()


def qr_text(address: str) -> str:
    """Return the address's QR code in characters for a terminal."""
    out = io.StringIO()
    segno.make_qr(address, error="m").terminal(out, border=2, compact=True)
    return out.getvalue()

"""What the preview adds to a page on its way to a browser; a built site has none of it."""

import re
from collections.abc import Sequence
from html import escape

from cjsite.base.frozen import frozen
from cjsite.base.problem import Problem
from cjsite.preview.notes import StepNote
from cjsite.preview.panel import panel

_HEAD = re.compile(rb"<head\b[^>]*>|<!doctype[^>]*>", re.IGNORECASE)
# The client tries again within two seconds at most after a server or a laptop woke up; by itself it would
# double its patience up to a minute.
_SCRIPTS = (
    '<script src="/_preview/early.js"></script>'
    '<link rel="stylesheet" href="/_preview/preview.css">'
    '<script src="/_preview/preview.js" defer></script>'
    '<script src="/livereload.js?mindelay=250&amp;maxdelay=2000" defer></script>'
)
_EMPTY = (
    '<!doctype html><html lang="en"><head><title>{title}</title></head>'
    '<body class="preview-empty">{body}</body></html>'
)


@frozen
class Viewer:
    """Who asks: the presenter, at this machine, has a token to write with; others have none."""

    token: str = ""
    may_edit: bool = False
    has_room: bool = False

    @property
    def is_presenter(self) -> bool:
        """Tell whether the one who asks sits at this machine."""
        return bool(self.token)


def with_preview(
    page: bytes,
    problems: Sequence[Problem],
    viewer: Viewer,
    notes: Sequence[StepNote] = (),
    *,
    is_elsewhere: bool = False,
) -> bytes:
    """Return a page with the preview's scripts, its bar, and its problems if there are any.

    notes: on the page's map, for nobody but the presenter. is_elsewhere: it is a page of the root, shown at another
    address.
    """
    head = _HEAD.search(page)
    cut = head.end() if head else 0
    before, found, after = page[cut:].rpartition(b"</body>")
    if not found:
        before, after = after, b""
    extra = (_bar(viewer, notes) + panel(problems, in_full=viewer.is_presenter)).encode()
    base = b'<base href="/">' if is_elsewhere else b""
    return b"".join((page[:cut], base, _in_head(viewer).encode(), before, extra, found, after))


def waiting(problems: Sequence[Problem], viewer: Viewer) -> bytes:
    """Return the page that stands where there is no whole version to show."""
    title = "There is nothing to show yet" if problems else "The site is being built …"
    body = f'<main class="preview-waiting"><h1>{title}</h1></main>'
    return with_preview(_EMPTY.format(title=title, body=body).encode(), problems, viewer)


def _in_head(viewer: Viewer) -> str:
    token = f'<meta name="preview-token" content="{escape(viewer.token)}">' if viewer.token else ""
    edit = '<meta name="preview-edit" content="yes">' if viewer.may_edit else ""
    return token + edit + _SCRIPTS


def _bar(viewer: Viewer, notes: Sequence[StepNote]) -> str:
    if not viewer.is_presenter:
        buttons = _toggle("follow", "Follow the presenter")
    else:
        reference = '<a href="/_preview/reference">Reference</a>'
        buttons = reference + _toggle("projector", "Large type") + _NOTE.format(notes=_listed(notes))
        if viewer.has_room:
            buttons = _toggle("lead", "Lead the room") + '<a href="/_preview/join">Join page</a>' + buttons
    return f'<aside class="preview-bar" id="preview-bar" aria-label="Live preview">{buttons}</aside>'


def _listed(notes: Sequence[StepNote]) -> str:
    """Return the notes on a map: they are on no page, and this is where it is seen that one came into the file."""
    items = "".join(f"<li><b>{escape(note.step)}:</b> {escape(note.text)}</li>" for note in notes)
    return f'<ul class="preview-notes" aria-label="Notes on this map">{items}</ul>' if items else ""


def _toggle(name: str, text: str) -> str:
    return f'<button type="button" data-preview="{name}" aria-pressed="false">{text}</button>'


_NOTE = (
    '<button type="button" data-preview="note" aria-expanded="false" aria-controls="preview-note">Note</button>'
    '<form id="preview-note" hidden><label>At <select name="at"></select></label>'
    '<label>Note <textarea name="text" rows="3" maxlength="2000" required></textarea></label>'
    '<button type="submit">Add to the map</button><p role="status"></p>{notes}</form>'
)

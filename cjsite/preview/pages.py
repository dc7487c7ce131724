"""What the server answers to reading: pages and files of the site, the preview's own files, the join page."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

import livereload

from cjsite.preview.access import Guarded
from cjsite.preview.inject import with_preview
from cjsite.preview.join import join_page, qr_picture
from cjsite.preview.session import Session

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jfif": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
}
"""Not by the `mimetypes` of Python, which knows on each machine what that machine was told."""
_ASSETS = Path(__file__).parent / "assets"
_CLIENT = Path(livereload.__file__).parent / "vendors" / "livereload.js"


def own_files() -> Mapping[str, bytes]:
    """Return the preview's own files by name; the scripts of a page come as one."""
    scripts = ("idiomorph.js", "morph.js", "live.js", "room.js", "desk.js")
    return {
        "early.js": (_ASSETS / "early.js").read_bytes(),
        "preview.css": (_ASSETS / "preview.css").read_bytes(),
        "reference.css": (_ASSETS / "reference.css").read_bytes(),
        "preview.js": b"\n".join((_ASSETS / name).read_bytes() for name in scripts),
        "livereload.js": _CLIENT.read_bytes(),
    }


class SitePages(Guarded):
    """The site, from memory: an address is looked up in it, and never in a folder."""

    def initialize(self, stage: Session, pool: ThreadPoolExecutor) -> None:
        """Answer from a stage; pages are rendered on a thread of their own, one at a time."""
        self.stage = stage
        self.pool = pool

    async def get(self, path: str) -> None:
        """Send a page or file; only a word if the browser has this very version."""
        url = path + "index.html" if not path or path.endswith("/") else path
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(self.pool, self.stage.answer, url, self.viewer)
        if answer is None:
            self.refuse(404)
            return
        if answer.version and self.request.headers.get("X-Preview-Have") == answer.version:
            self.set_status(204)
            return
        self.set_status(answer.status)
        self.set_header("X-Preview-Version", answer.version)
        self.set_header("Content-Type", _type_of(url))
        self.finish(answer.data)

    async def head(self, path: str) -> None:
        """Send what `get` sends, without the body."""
        await self.get(path)


class OwnFiles(Guarded):
    """The preview's scripts and styles."""

    def initialize(self, files: Mapping[str, bytes]) -> None:
        """Serve these files."""
        self.files = files

    def get(self, name: str) -> None:
        """Send one of them."""
        if name not in self.files:
            self.refuse(404)
        self.set_header("Content-Type", _type_of(name))
        self.finish(self.files[name])


class JoinHandler(Guarded):
    """How the room joins: a page for the projector, and its picture."""

    def initialize(self, address: str) -> None:
        """Lead to this address; '' where the room is not let in."""
        self.address = address

    def get(self, suffix: str) -> None:
        """Send the page or the QR code."""
        if suffix and self.address:
            self.set_header("Content-Type", _TYPES[".svg"])
            self.finish(qr_picture(self.address))
        elif suffix:
            self.refuse(404)
        else:
            self.finish(with_preview(join_page(self.address), (), self.viewer))


def _type_of(url: str) -> str:
    return _TYPES.get(PurePosixPath(url).suffix.lower(), "application/octet-stream")

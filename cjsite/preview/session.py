"""What browsers see: always a whole site, and what keeps the newest save from being shown."""

import contextlib
import os
import traceback
from collections.abc import Callable, Collection
from hashlib import blake2b
from html import escape
from pathlib import Path
from urllib.parse import unquote

from cjsite.authoring.schema import write_site_schemas
from cjsite.authoring.schema_view import Ids
from cjsite.base.folder import from_here
from cjsite.base.frozen import frozen
from cjsite.base.problem import Broken, Place, Problem
from cjsite.build import Builder, Site
from cjsite.preview.inject import Viewer, waiting, with_preview
from cjsite.preview.notes import StepNote, notes_of
from cjsite.reporting.report import as_text

Problems = tuple[Problem, ...]
ALL_CONTENT = Place(".", 0, 0)
"""The place of what no file is to blame for."""
MOST_READY = 4
"""How many pages are worked out before they are asked for: those in front of people, not all that they read."""


@frozen
class Snapshot:
    """One moment of the preview: the last whole site (None before the first), and the newest save's problems."""

    site: Site | None
    problems: Problems


@frozen
class Answer:
    """What is sent for an address; version: another one for other bytes."""

    status: int
    data: bytes
    version: str = ""


class Session:
    """Builds on one thread and answers on another; between them stands one value, replaced as a whole.

    is_cut_off: the last build could not read the disk, which no save may ever tell to be there again.
    """

    def __init__(self, builder: Builder, say: Callable[[str], None]) -> None:
        self._builder = builder
        self._say = say
        self._before: Site | None = None
        self._good: dict[str, bytes] = {}
        self._current: set[str] = set()
        self._asked: dict[str, None] = {}
        self._ids: Ids = {}
        self.is_cut_off = False
        self.scene = Snapshot(None, ())

    def build(self, changed: Collection[str] | None = None) -> bool:
        """Build what is on disk; tell whether browsers have to look again. A broken save keeps the last site.

        changed: the paths of all that changed since the last build, None where nobody can tell.
        """
        old = self.scene
        site, problems = old.site, Problems()
        self.is_cut_off = False
        try:
            site = self._builder.site(changed)
        except Broken as error:
            problems = self._newest_first(error.problems)
        except OSError as error:
            place = self._place_of(error.filename)
            mend = "mend its rights" if isinstance(error, PermissionError) else "it is tried again and again"
            problems = (Problem(place, f"cannot be read: {error.strerror}", mend),)
            self.is_cut_off = True
        except Exception as error:
            # Whatever it is, it is not worth a blank screen in front of people.
            self._say(traceback.format_exc())
            problems = (Problem(ALL_CONTENT, f"the build failed: {error!r}"),)
        if problems and problems != old.problems:
            self._say(as_text(problems, (), from_here(self._builder.content_folder)))
        elif old.problems and not problems:
            self._say("mended")
        if old.site is not None and site is not None:
            if old.site.is_like(site):
                site = old.site
            elif old.site.files != site.files:
                self._before = old.site
        self.scene = Snapshot(site, problems)
        if site is not old.site:
            self._current.clear()
        return problems != old.problems or site is not old.site

    def new_ids(self) -> Ids | None:
        """Return what the site has now, None where that is what it had when it was asked last."""
        ids, old = self._ids, self._ids
        # Whatever it is, completion in an editor is not worth a blank screen in front of people.
        with contextlib.suppress(Exception):
            ids = self._ids = self._builder.ids()
        return None if ids == old else ids

    def renew_schemas(self, ids: Ids) -> None:
        """Let editors know what the site has, where its folder may be written in."""
        with contextlib.suppress(OSError):
            write_site_schemas(self._builder.root, ids)

    def _newest_first(self, problems: Problems) -> Problems:
        """Put the file that was saved last in front: one slip in it may have many consequences elsewhere."""
        saved: dict[str, float] = {}
        for name in {problem.place.path for problem in problems}:
            root = self._builder.root if name.startswith("themes/") else self._builder.content_folder
            with contextlib.suppress(OSError):
                saved[name] = (root / name).stat().st_mtime
        return tuple(sorted(problems, key=lambda problem: -saved.get(problem.place.path, 0.0)))

    def _place_of(self, path: str | bytes | None) -> Place:
        """Return where a file or folder stands, as the places of problems say it."""
        content, root = self._builder.content_folder.resolve(), self._builder.root.resolve()
        file = Path(os.fsdecode(path or content)).resolve()
        below = root if file.is_relative_to(root / "themes") else content
        return Place(Path(os.path.relpath(file, below)).as_posix(), 0, 0)

    def make_ready(self) -> None:
        """Work out the pages that browsers asked for last: they will ask for them again in a moment."""
        asked, self._asked = list(self._asked), {}
        site = self.scene.site
        for url in asked[: -MOST_READY - 1 : -1]:
            if site is not None and url in site.pages:
                with contextlib.suppress(Broken):  # whoever asks is told
                    site[url]

    def answer(self, url: str, viewer: Viewer) -> Answer | None:
        """Return what is to be sent for an address relative to the root, or None if there is nothing there."""
        scene = self.scene
        if scene.site is None:
            return _versioned(503, waiting(scene.problems, viewer)) if url.endswith(".html") else None
        if url.endswith(".html"):
            return self._page(scene, scene.site, url, viewer)
        if url in scene.site.downloads:
            data, _ = self._made(scene.site, url)
            return Answer(200, data) if data is not None else None
        for site in (scene.site, self._before):
            # A browser may still ask for what the page before the newest save named.
            is_withheld = url in scene.site.whole.files and url not in scene.site.files
            if site is not None and url in site.files and not is_withheld:
                return Answer(200, site.files[url])
        return None

    def shows(self, path: str, part: str = "") -> bool:
        """Tell whether a path leads to a page that somebody saw as it is now, and a part of that name is on it."""
        url = unquote(path).lstrip("/")
        page = f"{url}index.html" if not url or url.endswith("/") else url
        # What the page said before the newest save may be what others are no longer to know.
        data = self._good.get(page) if page in self._current else None
        name = escape(unquote(part).lstrip("#"))
        return data is not None and (not name or f'id="{name}"'.encode() in data)

    def _page(self, scene: Snapshot, site: Site, url: str, viewer: Viewer) -> Answer:
        status = 200 if url in site.pages else 404
        name = url if status == 200 else "404.html"
        self._asked.pop(name, None)
        self._asked[name] = None
        data, faults = self._made(site, name)
        problems = sorted({*scene.problems, *faults}) if faults else scene.problems
        if data is None:
            return _versioned(status, waiting(problems, viewer))
        notes = _notes(site, url) if viewer.is_presenter else ()
        return _versioned(status, with_preview(data, problems, viewer, notes, is_elsewhere=status == 404))

    def _made(self, site: Site, url: str) -> tuple[bytes | None, Problems]:
        """Return the bytes of a page or download, the last whole ones where they fail now, and why they do."""
        problems = Problems()
        try:
            self._good[url] = site[url]
            if site is self.scene.site:
                self._current.add(url)
        except Broken as error:
            problems = tuple(error.problems)
        except Exception as error:
            self._say(traceback.format_exc())
            problems = (Problem(ALL_CONTENT, f"{url} cannot be made: {error!r}"),)
        return self._good.get(url), problems


def _notes(site: Site, url: str) -> tuple[StepNote, ...]:
    """Return the notes on the map that a page shows."""
    folder, _, file = url.partition("/")
    is_map = folder == "journeys" and url in site.pages
    return notes_of(file.removesuffix(".html"), site.whole, site.content) if is_map else ()


def _versioned(status: int, data: bytes) -> Answer:
    return Answer(status, data, blake2b(data, digest_size=12).hexdigest())

"""A small site that is built again and again, and what each build had to make."""

import re
from pathlib import Path

import pytest

from cjsite.tasks import site_journeys
from cjsite.tasks.journey_task import MadeRun, RunTask
from cjsite.tasks.shared_pages import MadePage, SharedPages
from cjsite.tasks.site_file import SiteFile
from cjsite.tasks.worker import make_runs
from tests.support.command import TODAY, Done, cjsite
from tests.support.files import published, write

_JOURNEY = """\
title: {name}
persona: {persona}
goal: To be awake
audience: {audience}
reviewed_on: 2026-11-01
stages:
  - title: Queue
    steps:
      - {{title: Sees the queue, emotion: -1, department: shop}}
      - {{title: Orders, emotion: 1}}
"""


def journey(name: str, audience: str = "everyone", persona: str = "ana") -> dict[str, bytes]:
    """Return the file of a small map."""
    text = _JOURNEY.format(name=name, audience=audience, persona=persona)
    return {f"content/journeys/{name}.yml": text.encode()}


SITE: dict[str, bytes] = {
    "content/site.yml": b"title: Cafe\naudiences: {crew: The crew}\n",
    "content/departments.yml": b"shop: {title: Shop}\n",
    "content/personas/ana.yml": b"title: Ana\n",
    "content/personas/bob.yml": b"title: Bob\n",
    **journey("tea"),
    **journey("milk", persona="bob"),
    **journey("secret", "crew"),
}

_taken = SharedPages.taken


class Rebuilds:
    """Builds of one site by the command, with one cache."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.output, self.cache = write(root / "site", SITE), root / "output", root / "cache"
        self.made: list[str] = []
        self.pages: list[str] = []
        self.looked_at: list[str] = []
        monkeypatch.setattr(site_journeys, "make_runs", self._noting)
        monkeypatch.setattr(SharedPages, "taken", lambda pages, made: self._noting_page(pages, made))

    def _noting(self, shared: bytes, tasks: list[RunTask]) -> list[MadeRun]:
        self.made += [own.id for task in tasks for own in task.journeys]
        return make_runs(shared, tasks)

    def _noting_page(self, pages: SharedPages, made: MadePage) -> SiteFile:
        self.looked_at.append(made.file.path)
        self.pages += [made.file.path] * (made.data is not None)
        return _taken(pages, made)

    def build(self, *more: str | Path, output: Path | None = None, today: str = TODAY) -> Done:
        """Build the site; `made` has the maps that had to be made for it, `pages` the other pages.

        looked_at: these, and what was put together anew and came to the same.
        """
        for noted in (self.made, self.pages, self.looked_at):
            noted.clear()
        where = ("--source", self.root, "--output", output or self.output, "--cache", self.cache)
        return cjsite("build", *where, "--today", today, *more, cwd=self.root)

    def written(self, *more: str | Path, output: Path | None = None, today: str = TODAY) -> int:
        """Build the site, hold it against a clean build, and return how many files were written."""
        done = self.build(*more, output=output, today=today)
        assert done.code == 0, done.err
        made, pages, looked_at = list(self.made), list(self.pages), list(self.looked_at)
        clean = self.root.parent / f"clean{len([*self.root.parent.iterdir()])}"
        assert self.build(*more, "--no-cache", output=clean, today=today).code == 0
        assert published(output or self.output) == published(clean)
        self.made[:], self.pages[:], self.looked_at[:] = made, pages, looked_at
        (counted,) = re.findall(r"(\d+) files written", done.out)
        return int(counted)

    def change(self, path: str, before: str, after: str) -> None:
        """Change a text in a file of the site."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")

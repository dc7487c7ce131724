"""Somebody who edits a site at random, and what building again gives after each edit."""

import datetime
import random
import shutil
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from cjsite.base.problem import Broken, Problem, count
from cjsite.build import Builder
from cjsite.edition.readers import Readers
from cjsite.publish.build_site import build_site
from cjsite.publish.order import BuildOrder
from cjsite.reporting.report import as_text
from tests.support import mutate
from tests.support.command import ROOT, start_cjsite
from tests.support.files import published

TODAY = datetime.date(2026, 11, 21)
Result = dict[str, bytes] | tuple[Problem, ...]


def result(builder: Builder, changed: Collection[str] | None = None) -> Result:
    """Return every file of the site as it is now, or what is wrong with its sources; changed: as for a build."""
    try:
        return dict(builder.site(changed).items())
    except Broken as broken:
        return broken.problems


class Author:
    """Somebody who edits at random: mostly sensibly, sometimes not, and puts things right again."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = random.Random(seed)
        self.undo: list[Callable[[], object]] = []
        self.changed: set[str] = set()

    def edit(self) -> str:
        """Make one edit, or undo all of them, and say what was done."""
        if len(self.undo) > 4 or (self.undo and self.random.random() < 0.2):
            while self.undo:
                self.undo.pop()()
            return "undo"
        weights = {
            self._value: 8, self._harsh: 2, self._remove: 2, self._rename: 2, self._add: 2, self._setting: 2,
            self._template: 2, self._style: 1, self._words: 1, self._picture: 1,
        }  # fmt: skip
        return self.random.choices(list(weights), list(weights.values()))[0]()

    def _write(self, path: Path, data: bytes | None) -> None:
        before = path.read_bytes() if path.exists() else None
        self.changed.add(str(path))
        self.undo.append(lambda: path.unlink(missing_ok=True) if before is None else path.write_bytes(before))
        if data is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def _sources(self, *suffixes: str) -> list[Path]:
        return [p for p in sorted((self.root / "content").rglob("*")) if p.suffix in (suffixes or (".yml", ".md"))]

    def _value(self) -> str:
        path = self.random.choice(self._sources(".yml"))
        self._write(path, mutate.kindly(self.random, path.read_bytes()))
        return f"value in {path.name}"

    def _harsh(self) -> str:
        path = self.random.choice(self._sources())
        self._write(path, mutate.by_line(self.random, path.read_bytes()))
        return f"line in {path.name}"

    def _remove(self) -> str:
        path = self.random.choice(self._sources(".yml", ".md", ".csv", ".svg"))
        self._write(path, None)
        return f"{path.name} removed"

    def _rename(self) -> str:
        path = self.random.choice(self._sources())
        data = path.read_bytes()
        self._write(path, None)
        self._write(path.with_stem(f"{path.stem}-2"), data)
        return f"{path.name} renamed"

    def _add(self) -> str:
        path = self.random.choice(self._sources(".yml", ".md"))
        if path.parent == self.root / "content":
            path = self.root / "content" / "pages" / "news.md"
            self._write(path, b"# News\n\nSomething is *new*.\n")
        else:
            self._write(path.with_stem(f"{path.stem}-copy"), path.read_bytes())
        return f"{path.name} added"

    def _setting(self) -> str:
        line = self.random.choice(
            [b"title: Another", b"footer: Another", b"language: de", b"language: ar", b"review_every: 3 months",
             b"emotion_scale: {min: -3, max: 3}", b"menu: []", b"organisation: Another",
             b"lane_names: {pains: Woes}"]
        )  # fmt: skip
        key = line.partition(b":")[0]
        path = self.root / "content" / "site.yml"
        if key in (b"language", b"lane_names"):
            # Of the site, or of one map.
            path = self.random.choice([path, *(p for p in self._sources(".yml") if p.parent.name == "journeys")])
        lines = (path.read_bytes() if path.exists() else b"").split(b"\n")  # it may have been removed or renamed
        kept = [li for li in lines if not li.startswith(key + b":")] if key != b"emotion_scale" else lines
        self._write(path, b"\n".join([line, *kept]))
        return f"setting {line.decode()} in {path.name}"

    def _template(self) -> str:
        shipped = ROOT / "themes" / "default" / "templates"
        name = self.random.choice(sorted(p.relative_to(shipped).as_posix() for p in shipped.rglob("*.html")))
        path = self.root / "themes" / "default" / "templates" / name
        before = (path if path.exists() else shipped / name).read_bytes()
        self._write(path, before.replace(b"</h1>", b"!</h1>") + b"{# edited #}\n")
        return f"template {name}"

    def _style(self) -> str:
        shipped = ROOT / "themes" / "default"
        sheet = self.random.choice(sorted((shipped / "assets").rglob("*.css")))
        path = self.root / "themes" / "default" / sheet.relative_to(shipped)
        self._write(path, b"main { color: red }\n" * self.random.randrange(1, 9))
        return f"style {path.name}"

    def _words(self) -> str:
        shipped = ROOT / "themes" / "default" / "words" / "en.yml"
        path = self.root / "themes" / "default" / "words" / "en.yml"
        before = (path if path.exists() else shipped).read_bytes()
        self._write(path, before.replace(b"ourney", b"ourNey", self.random.randrange(1, 9)))
        return "words"

    def _picture(self) -> str:
        path = self.random.choice(self._sources(".svg"))
        self._write(path, path.read_bytes() + b"\n")
        return f"picture {path.name}"


class Rebuilt:
    """A site built into a folder after each edit, each time as by a program that has just been started."""

    def __init__(self, root: Path, place: Path) -> None:
        self.root = root
        self._output, self._store = place / "output", place / "kept"

    def result(self) -> Result:
        """Return every file of the folder after a build, or what is wrong with the sources."""
        order = BuildOrder(self.root, self._output, TODAY, store=self._store, jobs=1)
        try:
            build_site(order, lambda *_: None)
        except Broken as broken:
            return broken.problems
        return published(self._output)


class Restarted:
    """A site that is built after each edit by the command, in a process of its own."""

    def __init__(self, root: Path, place: Path) -> None:
        self.root = root
        self._output, self._store = place / "output", place / "kept"

    def result(self) -> Result | str:
        """Return every file of the folder after a build, or what the command said of the sources."""
        where = ("--source", ".", "--output", self._output, "--cache", self._store, "--today", f"{TODAY}")
        done = start_cjsite("build", *where, "--quiet", "--jobs", "2", cwd=self.root)
        return published(self._output) if done.code == 0 else done.err


def as_said(problems: Sequence[Problem]) -> str:
    """Return what a command says of problems, called where the content is."""
    return f"{as_text(problems, (), 'content')}\n{count(len(problems), 'problem')}\n"


def edit_and_rebuild(
    root: Path, content: Path, seed: int, edits: int, kind: type[Rebuilt | Restarted] = Rebuilt
) -> Counter[str]:
    """Edit a copy of the content at random, and compare building with what earlier builds kept with a clean build.

    Returns how often the edited site was whole, and how often it had problems.
    """
    shutil.copytree(content, root / "content")
    author, rebuilt = Author(root, seed), kind(root, root.with_name(f"{root.name}-built"))
    rebuilt.result()
    history = []
    outcomes: Counter[str] = Counter()
    for _ in range(edits):
        history.append(author.edit())
        again, clean = rebuilt.result(), result(Builder(root, TODAY, readers=Readers()))
        if isinstance(clean, dict) and isinstance(again, dict):
            different = {url for url in clean.keys() | again.keys() if clean.get(url) != again.get(url)}
            assert different == set(), history
        assert again == clean or (isinstance(clean, tuple) and again == as_said(clean)), history
        outcomes["whole" if isinstance(clean, dict) else "with problems"] += 1
    return outcomes


def edit_and_compare(root: Path, content: Path, seed: int, edits: int) -> Counter[str]:
    """Edit a copy of the content at random, and compare building again with a clean build after each edit.

    Returns how often the edited site was whole, and how often it had problems.
    """
    shutil.copytree(content, root / "content")
    author = Author(root, seed)
    builder = Builder(root, TODAY)
    result(builder)
    history = []
    outcomes: Counter[str] = Counter()
    for _ in range(edits):
        history.append(author.edit())
        # As a preview does it that was told of files, where an edit is no taking back of others.
        changed = None if history[-1] == "undo" else author.changed
        again, clean = result(builder, changed), result(Builder(root, TODAY))
        author.changed.clear()
        if isinstance(clean, dict) and isinstance(again, dict):
            different = {url for url in clean.keys() | again.keys() if clean.get(url) != again.get(url)}
            assert different == set(), history
        assert again == clean, history
        outcomes["whole" if isinstance(clean, dict) else "with problems"] += 1
    return outcomes

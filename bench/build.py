"""Where a build's time and memory go: cold, unchanged, and after one edit, in one process.

Run `python bench/build.py [MAPS …]` (default: 20 200 1000). Times are CPU milliseconds of one process on one core.
cold, same: until everything is on the disk; unchanged files are read and compared.
After an edit: until everything is on the disk, until all pages are made, and until the edited page is.

The first build on a machine compiles the theme's templates, once for all sites. A process of its own does that
before anything is measured, so that no figure depends on what was built before.
"""

import argparse
import datetime
import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from maps import write_project

from cjsite.base.garbage import no_collection
from cjsite.build import Builder
from cjsite.edition.readers import Readers
from cjsite.publish.output import publish
from cjsite.reading import tree
from cjsite.text import prose

TODAY = datetime.date(2026, 11, 21)
_SMALL = 20
"""Maps from which a site has pages of all kinds that the bench measures."""


class Clock:
    """CPU time spent inside some functions, added up by name."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def wrap(self, owner: object, name: str, label: str) -> None:
        """Measure a function; calls inside a measured call of the same label count once."""
        inner: Callable[..., object] = getattr(owner, name)
        depth = 0

        def timed(*args: object, **kwargs: object) -> object:
            nonlocal depth
            depth += 1
            start = time.process_time()
            try:
                return inner(*args, **kwargs)
            finally:
                depth -= 1
                if depth == 0:
                    self.spent[label] = self.spent.get(label, 0.0) + time.process_time() - start

        setattr(owner, name, timed)


def _compile_templates() -> float:
    """Return the CPU seconds of a process that builds a small site, and so compiles what is not compiled yet."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), _SMALL)
        command = [sys.executable, "-m", "cjsite", "build", "--source", folder, "--output", f"{folder}/output"]
        subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _cpu(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(maps: int) -> dict[str, float]:
    """Return the figures of one size in milliseconds (memory in MB)."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_project(root, maps)
        builder = Builder(root, TODAY, readers=Readers())
        path = root / "content" / "journeys" / "map-0007.yml"

        def published() -> None:
            publish(builder.site(), root / "output", (root / "content",))

        def every_page() -> None:
            with no_collection():
                site = builder.site()
                assert all(site[url] for url in site)

        def one_page() -> None:
            assert builder.site()["journeys/map-0007.html"]

        cold = _cpu(published)
        pages = builder.cache.renders
        same = _cpu(published)
        edit = median(_edited(path, turn, published) for turn in range(5))
        before = builder.cache.renders
        made = median(_edited(path, turn, every_page) for turn in range(5, 10))
        return {
            "maps": maps,
            "pages": pages,
            "cold": cold * 1000,
            "cold/map": cold * 1000 / maps,
            "same": same * 1000,
            "edit, published": edit * 1000,
            "edit, all pages": made * 1000,
            "pages rendered": (builder.cache.renders - before) / 5,
            "edit, one page": median(_edited(path, turn, one_page) for turn in range(10, 15)) * 1000,
            "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def _edited(path: Path, turn: int, work: Callable[[], object]) -> float:
    """Change one step's feeling and title, and return the CPU seconds of the work after it."""
    text = path.read_text("utf-8")
    title = next(line for line in text.splitlines() if "title: Step 3 of" in line)
    feeling = next(line for line in text.splitlines() if "emotion: {value:" in line)
    text = text.replace(title, f"      - title: Step 3 of the way {turn}", 1)
    text = text.replace(feeling, f"        emotion: {{value: {turn % 4 - 2}, words: calm}}", 1)
    path.write_text(text, "utf-8")
    return _cpu(work)


def main() -> None:
    """Print the table of all sizes, and the parts of the last cold build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("maps", nargs="*", type=int, default=[20, 200, 1000])
    maps = parser.parse_args().maps
    print(f"{_SMALL} maps, built by a process of its own: {_compile_templates():.2f} s", file=sys.stderr)
    clock = Clock()
    clock.wrap(tree, "load", "YAML")
    clock.wrap(prose, "_convert", "Markdown")
    rows = [measure(size) for size in maps]
    names = list(rows[0])
    print(" ".join(f"{name:>15}" for name in names))
    for row in rows:
        print(" ".join(f"{row[name]:15.1f}" for name in names))
    for label, spent in sorted(clock.spent.items()):
        print(f"{label}: {spent:.2f} s of all", file=sys.stderr)


if __name__ == "__main__":
    main()

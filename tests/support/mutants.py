"""The example with one file damaged at a time, and what is built of it."""

import datetime
import random
import shutil
from collections import Counter
from pathlib import Path

from cjsite.base.problem import Broken
from cjsite.build import Builder
from tests.support import mutate
from tests.support.command import ROOT
from tests.support.files import write

KINDS = (".yml", ".md", ".csv", ".json", ".svg", ".css", ".html", ".js")
OTHERS = """\
-- content/journeys/damaged.json --
[{"step": "t", "metric": "csat", "date": "2026-01-01", "value": 4.5}]
-- content/journeys/damaged.yml --
title: Damaged
stages: [{title: S, steps: [{title: T, emotion: 1, image: {file: ../img/damaged.svg, alt: A circle}}]}]
-- content/img/damaged.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<title>A circle</title><circle cx="5" cy="5" r="4" fill="#36c"/>
</svg>
-- themes/own/theme.yml --
extends: default
css: [own.css]
scripts: [own.js]
-- themes/own/assets/own.css --
:root { --own: #123456 }
.map .cell { border-color: var(--own) }
-- themes/own/assets/own.js --
document.documentElement.dataset.own = "1";
-- themes/own/templates/document.html --
{% extends "default/document.html" %}
-- themes/own/words/en.yml --
site.menu: Ways
days: {one: "{n} d", other: "{n} d"}
"""
"""Files of the kinds that the example has none of."""
TODAY = datetime.date(2026, 11, 21)


def damage_and_build(root: Path, seed: int, rounds: int) -> Counter[str]:
    """Damage one file of a copy of the example a round: a site, or problems with their places, must come of it.

    Returns how often there was a whole site, and how often there were problems.
    """
    shutil.copytree(ROOT / "content", root / "content")
    write(root, OTHERS)
    site = root / "content" / "site.yml"
    site.write_text(site.read_text("utf-8").replace("theme: default", "theme: own"), "utf-8")
    files = [p for p in sorted(root.rglob("*")) if p.suffix in KINDS]
    random_ = random.Random(seed)
    builder = Builder(root, TODAY)
    assert builder.site().content.settings.theme == "own", "nothing is damaged yet"
    outcomes: Counter[str] = Counter()
    for number in range(rounds):
        path = random_.choice(files)
        whole = path.read_bytes()
        change = random_.choice(mutate.HARSH if path.suffix in (".yml", ".md") else mutate.HARSH[:2])
        path.write_bytes(change(random_, whole))
        what = f"{seed}/{number}: {change.__name__} in {path.name}"
        try:
            for data in builder.site().values():
                assert data is not None
            outcomes["whole"] += 1
        except Broken as broken:
            _assert_placed(broken, root, what)
            outcomes["with problems"] += 1
        except Exception as error:
            kept = root / "mutation.txt"
            kept.write_bytes(path.read_bytes())
            raise AssertionError(f"{what}, kept as {kept}") from error
        path.write_bytes(whole)
    return outcomes


def _assert_placed(broken: Broken, root: Path, what: str) -> None:
    assert broken.problems, what
    for problem in broken.problems:
        below = root if problem.place.path.startswith("themes/") else root / "content"
        source = below / problem.place.path
        assert source.is_file(), f"{what}: {problem}"
        lines = source.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.place.line <= len(lines), f"{what}: {problem}"
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, f"{what}: {problem}"
        assert problem.message, what

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

TODAY = datetime.date(2026, 11, 21)


def damage_and_build(root: Path, seed: int, rounds: int) -> Counter[str]:
    """Damage one file of a copy of the example a round: a site, or problems with their places, must come of it.

    Returns how often there was a whole site, and how often there were problems.
    """
    shutil.copytree(ROOT / "content", root / "content")
    files = [p for p in sorted((root / "content").rglob("*")) if p.suffix in (".yml", ".md", ".csv")]
    random_ = random.Random(seed)
    builder = Builder(root, TODAY)
    outcomes: Counter[str] = Counter()
    for number in range(rounds):
        path = random_.choice(files)
        whole = path.read_bytes()
        change = random_.choice(mutate.HARSH if path.suffix == ".yml" else mutate.HARSH[:2])
        path.write_bytes(change(random_, whole))
        what = f"{seed}/{number}: {change.__name__} in {path.name}"
        try:
            for data in builder.site().values():
                assert data is not None
            outcomes["whole"] += 1
        except Broken as broken:
            _assert_placed(broken, root / "content", what)
            outcomes["with problems"] += 1
        except Exception as error:
            kept = root / "mutation.txt"
            kept.write_bytes(path.read_bytes())
            raise AssertionError(f"{what}, kept as {kept}") from error
        path.write_bytes(whole)
    return outcomes


def _assert_placed(broken: Broken, content: Path, what: str) -> None:
    assert broken.problems, what
    for problem in broken.problems:
        source = content / problem.place.path
        assert source.is_file(), f"{what}: {problem}"
        lines = source.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.place.line <= len(lines), f"{what}: {problem}"
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, f"{what}: {problem}"
        assert problem.message, what

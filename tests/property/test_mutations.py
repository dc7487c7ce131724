"""Whatever a source file holds, there is either a site or a list of problems with their places."""

import datetime
import random
import shutil
from pathlib import Path

import pytest

from cjsite.base.problem import Broken
from cjsite.build import Builder
from tests.support import mutate
from tests.support.command import ROOT

TODAY = datetime.date(2026, 11, 21)
ROUNDS, EACH = 10, 50


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_site_or_placed_problems(tmp_path: Path, seed: int) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    files = [p for p in sorted((tmp_path / "content").rglob("*")) if p.suffix in (".yml", ".md", ".csv")]
    random_ = random.Random(seed)
    builder = Builder(tmp_path, TODAY)
    for number in range(EACH):
        path = random_.choice(files)
        whole = path.read_bytes()
        change = random_.choice(mutate.HARSH if path.suffix == ".yml" else mutate.HARSH[:2])
        path.write_bytes(change(random_, whole))
        try:
            for data in builder.site().values():
                assert data is not None
        except Broken as broken:
            _assert_placed(broken, tmp_path / "content", f"{seed}/{number}: {change.__name__} in {path.name}")
        except Exception as error:
            kept = tmp_path / "mutation.txt"
            kept.write_bytes(path.read_bytes())
            raise AssertionError(f"{seed}/{number}: {change.__name__} in {path.name}, kept as {kept}") from error
        path.write_bytes(whole)


def _assert_placed(broken: Broken, content: Path, what: str) -> None:
    assert broken.problems, what
    for problem in broken.problems:
        source = content / problem.place.path
        assert source.is_file(), f"{what}: {problem}"
        lines = source.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.place.line <= len(lines), f"{what}: {problem}"
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, f"{what}: {problem}"
        assert problem.message, what

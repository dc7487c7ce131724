"""The same sources give the same bytes: on any machine, at any time, in any order."""

import shutil
from pathlib import Path

import pytest

from tests.support import command
from tests.support.files import read
from tests.support.html import Site

pytestmark = pytest.mark.no_cover  # the same build again and again

_FAR_EAST = {"TZ": "Pacific/Kiritimati"}
_FAR_WEST = {"TZ": "Etc/GMT+12"}
_NO_LOCALE = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
_TURKISH = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}
# What does not matter does not matter together either, and each build takes as long as many tests.
OPTIMISED_FAR_EAST = {
    "PYTHONHASHSEED": "0", "PYTHONOPTIMIZE": "2", **_FAR_EAST, **_NO_LOCALE, **command.AS_FOR_PEOPLE,
}  # fmt: skip
TURKISH_FAR_WEST = {"PYTHONHASHSEED": "4242", **_FAR_WEST, **_TURKISH}


def test_circumstances_do_not_matter(example: Site, tmp_path: Path) -> None:
    built = command.build(command.ROOT, tmp_path / "output", "--no-cache", env=OPTIMISED_FAR_EAST)
    assert _differences(read(built), read(example.folder)) == []


def test_other_circumstances_the_place_and_the_order_of_files_do_not_matter(example: Site, tmp_path: Path) -> None:
    """A file system lists files in the order in which they came; the copy's come backwards, in another folder."""
    source = tmp_path / "elsewhere ü" / "deep"
    for path in sorted((command.ROOT / "content").rglob("*"), reverse=True):
        if path.is_file():
            target = source / path.relative_to(command.ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    built = command.build(source, tmp_path / "output", "--no-cache", env=TURKISH_FAR_WEST)
    assert _differences(read(built), read(example.folder)) == []


def test_a_build_over_an_older_one_is_a_clean_build(map_folder: Path) -> None:
    output = _built(map_folder, "output")
    extra = map_folder / "content" / "journeys" / "tea.yml"
    shutil.copyfile(map_folder / "content" / "journeys" / "coffee.yml", extra)
    _built(map_folder, "output")
    assert (output / "journeys" / "tea.html").is_file()
    extra.unlink()
    _built(map_folder, "output")
    assert read(output) == read(_built(map_folder, "clean", "--no-cache"))


def _built(folder: Path, output: str, *more: str) -> Path:
    done = command.cjsite("build", "--output", output, "--today", command.TODAY, *more, cwd=folder)
    assert done.code == 0, done.err
    return folder / output


def _differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))

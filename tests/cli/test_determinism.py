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
CIRCUMSTANCES = {
    "far east, no locale": {"PYTHONHASHSEED": "0", **_FAR_EAST, **_NO_LOCALE},
    "far west, Turkish": {"PYTHONHASHSEED": "4242", **_FAR_WEST, **_TURKISH},
    "optimised": {"PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "2"},
}


@pytest.mark.parametrize("env", [pytest.param(env, id=name) for name, env in CIRCUMSTANCES.items()])
def test_circumstances_do_not_matter(example: Site, tmp_path: Path, env: dict[str, str]) -> None:
    built = command.build(command.ROOT, tmp_path / "output", "--no-cache", env=env)
    assert _differences(read(built), read(example.folder)) == []


def test_the_place_and_the_order_of_files_do_not_matter(example: Site, tmp_path: Path) -> None:
    """A file system lists files in the order in which they came; the copy's come backwards, in another folder."""
    source = tmp_path / "elsewhere ü" / "deep"
    for path in sorted((command.ROOT / "content").rglob("*"), reverse=True):
        if path.is_file():
            target = source / path.relative_to(command.ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    built = command.build(source, tmp_path / "output", "--no-cache")
    assert _differences(read(built), read(example.folder)) == []


def test_a_build_over_an_older_one_is_a_clean_build(map_folder: Path) -> None:
    output = command.build(map_folder, map_folder / "output")
    extra = map_folder / "content" / "journeys" / "tea.yml"
    shutil.copyfile(map_folder / "content" / "journeys" / "coffee.yml", extra)
    command.build(map_folder, output)
    extra.unlink()
    command.build(map_folder, output)
    assert read(output) == read(command.build(map_folder, map_folder / "clean", "--no-cache"))


def _differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))

"""What is published: a source archive to test and build from, and a wheel of it that is the whole product."""

import os
import shutil
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.support.command import ROOT, TODAY, run_apart
from tests.support.files import read
from tests.support.html import Site

FOLDERS = ("bench", "cjsite", "content", "docs", "findings", "tests", "themes")
FILES = (
    ".pre-commit-hooks.yaml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "SECURITY.md",
    "constraints.txt", "pyproject.toml",
)  # fmt: skip


@pytest.fixture(scope="module")
def unpacked(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive as somebody who got it unpacks it."""
    folder = tmp_path_factory.mktemp("unpacked")
    (archive,) = archives.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    (root,) = folder.iterdir()
    return root


def test_the_source_archive_holds_all_that_is_documented_and_tested(unpacked: Path) -> None:
    own = {f"{folder}/{path}" for folder in FOLDERS for path in read(ROOT / folder)}
    caches = {path for path in own if "/." in path or "/__pycache__/" in path}
    assert ({*own, *FILES} - caches) - read(unpacked).keys() == set()
    assert {path.name for path in unpacked.iterdir()} - {*FOLDERS, *FILES} == {".gitignore", "PKG-INFO"}


def test_the_tests_can_be_run_from_the_source_archive(unpacked: Path) -> None:
    """Every test is found, with what it reads when it is imported; those of the layout are run."""
    # Nobody reads why one of them fails: to write assertions anew takes half of the time.
    plain = ("-p", "no:cacheprovider", "--assert", "plain")
    run_apart(sys.executable, "-m", "pytest", *plain, "-k", "test_floors", cwd=unpacked)


def test_the_wheel_holds_the_package_alone(archives: Path) -> None:
    (wheel,) = archives.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "cjsite/themes/default/theme.yml" in names
    assert {"cjsite/authoring/messages/yaml.txt", "cjsite/authoring/topics/csv.md"} <= set(names)
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"cjsite"}


def test_an_empty_environment_builds_the_same_site(archives: Path, example: Site, tmp_path: Path) -> None:
    (wheel,) = archives.glob("*.whl")
    home = tmp_path / "environment"
    venv.create(home, symlinks=os.name != "nt")
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    # As the Makefile installs; by the pip that is there, which takes less than to put one in there first.
    install = (sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet", "--no-compile")
    slow = ("--timeout", "180", "--retries", "5", "--constraint", ROOT / "constraints.txt")
    run_apart(*install, *slow, wheel, cwd=tmp_path)
    empty = tmp_path / "empty"
    shutil.copytree(ROOT / "content", empty / "content")
    run_apart(programs / "cjsite", "build", "--today", TODAY, cwd=empty)
    built, expected = read(empty / "output"), read(example.folder)
    assert built.keys() == expected.keys()
    assert [path for path in built if built[path] != expected[path]] == []

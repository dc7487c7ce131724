"""Results are those of a version: of the files of a wheel wherever it is installed, or of a checkout as it is."""

import os
from pathlib import Path

import pytest

from cjsite.base import versions
from tests.support.files import write


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {"cjsite/a.py": b"a", "cjsite/b/c.py": b"c", "themes/default/x.css": b"x"})
    monkeypatch.setattr(versions, "_PACKAGE", tmp_path / "cjsite")
    return tmp_path


def _now() -> bytes:
    versions.versions.cache_clear()
    try:
        return versions.versions()
    finally:
        versions.versions.cache_clear()


@pytest.mark.parametrize("path", ["cjsite/b/c.py", "themes/default/x.css"])
def test_in_a_checkout_every_change_of_a_file_is_one(package: Path, path: str) -> None:
    before = _now()
    assert _now() == before
    os.utime(package / path, (1, 1))
    assert _now() != before


def test_a_wheel_is_the_same_wherever_and_whenever_it_is_installed(package: Path) -> None:
    record = "cjsite/a.py,sha256=abc,1\ncjsite/__pycache__/a.pyc,,\n../bin/cjsite,sha256={script},9\n"
    path = "cjsite-1.0.dist-info/RECORD"
    write(package, {path: record.format(script="here").encode()})
    before = _now()
    os.utime(package / "cjsite/a.py", (1, 1))
    write(package, {path: record.format(script="elsewhere").encode()})
    assert _now() == before
    write(package, {path: record.replace("abc", "abd").encode()})
    assert _now() != before

"""Compiled templates: kept between builds, never run when damaged, never needed."""

from pathlib import Path
from unittest.mock import Mock

import jinja2
import pytest

from cjsite.templating import bytecode
from cjsite.templating.bytecode import bytecode_cache


def _rendered(cache: jinja2.BytecodeCache) -> str:
    loader = jinja2.DictLoader({"a.html": "Hello {{ name }}"})
    return (
        jinja2.Environment(loader=loader, bytecode_cache=cache, autoescape=True)
        .get_template("a.html")
        .render(name="you")
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(jinja2.FileSystemBytecodeCache, "_get_default_cache_dir", lambda _: str(tmp_path))
    return tmp_path


def _cache() -> jinja2.BytecodeCache:
    cache = bytecode_cache("test", Path(bytecode.__file__))
    assert cache is not None
    return cache


def test_code_is_kept_and_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _rendered(_cache()) == "Hello you"
    assert len(list(folder.iterdir())) == 1
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *_, **__: pytest.fail("it was compiled again"))
    assert _rendered(_cache()) == "Hello you"


def test_a_damaged_file_is_neither_run_nor_fatal_and_is_mended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _rendered(_cache())
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    refused = Mock()
    monkeypatch.setattr(jinja2.bccache.Bucket, "bytecode_from_string", refused)
    for damaged in (b"", whole[:40], whole[:-1], whole[:50] + bytes([whole[50] ^ 1]) + whole[51:], b"x" + whole):
        path.write_bytes(damaged)
        assert _rendered(_cache()) == "Hello you"
        assert path.read_bytes() == whole
    assert not refused.called


def test_a_folder_that_was_swept_away_is_no_failure(folder: Path) -> None:
    cache = _cache()
    folder.rmdir()
    assert _rendered(cache) == "Hello you"
    assert not folder.exists()

"""What the document on imports shows as a source becomes what it shows below."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjsite.exchange.formats import FORMATS
from tests.support import examples
from tests.support.command import ROOT, cjsite
from tests.support.files import write

TEXT = (ROOT / "docs/import.md").read_text("utf-8")


def _imports() -> Iterator[tuple[examples.Block, list[examples.Block]]]:
    """Yield the blocks `import`, each with what it becomes."""
    source, became = None, list[examples.Block]()
    for block in examples.blocks(TEXT):
        if block.purpose.split()[:1] == ["import"]:
            if source:
                yield source, became
            source, became = block, []
        elif block.purpose == "becomes":
            became.append(block)
    if source:
        yield source, became


@pytest.mark.parametrize(("source", "became"), [pytest.param(*pair, id=pair[0].path) for pair in _imports()])
def test_an_example_becomes_what_is_shown(
    tmp_path: Path, source: examples.Block, became: list[examples.Block]
) -> None:
    write(tmp_path, {source.path: source.body.encode()})
    done = cjsite("import", source.path, *shlex.split(source.purpose)[1:], cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert became, f"line {source.line} does not say what it becomes"
    for block in became:
        assert (tmp_path / "content" / block.path).read_text("utf-8") == block.body, f"line {block.line}"
    check = cjsite("check", cwd=tmp_path)
    assert check.code == 0, check.err


def test_every_format_that_comes_in_is_in_the_document() -> None:
    assert [
        own.name for own in FORMATS if f"`{own.name}`" not in TEXT and f"--format {own.name}`" not in TEXT
    ] == []

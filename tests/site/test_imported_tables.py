"""What stood in a table stands on the built page of its map."""

import html
import re
from pathlib import Path

import pytest

from tests.support.command import cjsite
from tests.support.imported import TABLES, read_file, words_of

_HIDDEN = re.compile(r"<(script|style)\b.*?</\1>|<[^<>]*>", re.DOTALL)


@pytest.mark.parametrize("name", ["confluence.html", "readme.md"])
def test_every_word_of_a_table_is_on_the_page(tmp_path: Path, name: str) -> None:
    done = cjsite("import", str(TABLES / name), cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert cjsite("build", "--quiet", cwd=tmp_path).code == 0
    pages = " ".join(path.read_text("utf-8") for path in (tmp_path / "output").rglob("*.html"))
    shown = words_of([html.unescape(_HIDDEN.sub(" ", pages))])
    _, (made,) = read_file(name)
    links = {"https", "example", "org"}
    assert words_of(text for _, text in made.words) - shown - links == set()

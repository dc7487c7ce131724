"""Thousands of random saves under a running preview: it comes to show what a clean build gives."""

import queue
import re
import shutil
from collections import Counter
from collections.abc import Callable
from html import escape
from pathlib import Path

from cjsite.build import Builder
from tests.support.author import TODAY, Author, Result, result
from tests.support.command import ROOT
from tests.support.preview import Preview, previewing
from tests.support.soak import Part


def test_a_small_site(tmp_path: Path, part: Part, tell: Callable[[Counter[str]], None]) -> None:
    shutil.copytree(ROOT / "tests" / "golden" / "content", tmp_path / "content")
    author = Author(tmp_path, part.seed)
    outcomes: Counter[str] = Counter()
    history = []
    with previewing(tmp_path, project="") as preview:
        for _ in range(5 * part.rounds):
            history.append(author.edit())
            clean = result(Builder(tmp_path, TODAY))
            for url, shown in _expected(clean).items():
                assert _comes(preview, url, shown), (url, history)
            assert "Traceback" not in "".join(preview.said), history
            outcomes["whole" if isinstance(clean, dict) else "with problems"] += 1
    tell(outcomes)


def _expected(clean: Result) -> dict[str, bytes]:
    """Return for each address what must be in the answer: a page's head and body, a file's bytes, or a problem."""
    if isinstance(clean, dict):
        return {url: _inner(data) if url.endswith(".html") else data for url, data in clean.items()}
    if len(clean) > 1:
        return {"index.html": b"problems in the newest save"}
    # A template that fails is found when its page is asked for, and told there.
    failing = re.search(r"fails on (\S+\.html)", clean[0].message)
    return {failing[1] if failing else "index.html": escape(clean[0].message).encode()}


def _inner(page: bytes) -> bytes:
    """Return a page without its ends, where the preview adds its own."""
    return page[page.index(b">", page.index(b"<head")) + 1 : page.rindex(b"</body>")]


def _comes(preview: Preview, url: str, shown: bytes) -> bool:
    """Wait for what is to be shown; tell whether it came before the builds ended."""
    while shown not in preview.ask(preview.get(f"/{url}")):
        try:
            preview.built()
        except queue.Empty:
            return False
    return True

"""Decks as LibreOffice shows them: every letter of them, none beyond a slide or in its foot.

Needs LibreOffice Impress and the programs of poppler.
"""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from cjsite.analysis.rules import CODES
from cjsite.model.content import Content
from cjsite.poster.deck_file import FOOT_TOP, HEIGHT, WIDTH
from cjsite.reading.read import read
from tests.support.command import ROOT
from tests.support.content import content
from tests.support.decks import HARD, frames, made, slides
from tests.support.every_field import every_field
from tests.support.files import read as files_below
from tests.support.page import TODAY


@pytest.fixture(autouse=True)
def _programs() -> None:
    """Both programs must be there."""
    assert shutil.which("soffice") and shutil.which("pdftotext"), "LibreOffice Impress or poppler is not installed"


_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_SHAPED = "ar"
"""A language whose letters PDF has as they are joined."""


def _example() -> Content:
    return read(files_below(ROOT / "content"), CODES, TODAY)


CASES = [
    *(("content", name) for name in ("dead-battery", "first-ebike", "life-with-windhover", "dead-battery.to-be")),
    ("every field", "a"),
    *((language, "a") for language in HARD),
]


def _content(source: str) -> Content:
    if source == "content":
        return _example()
    return content(every_field()[0] if source == "every field" else HARD[source])


@pytest.mark.parametrize(("source", "name"), CASES)
def test_libreoffice_shows_every_letter_within_the_slides(source: str, name: str, tmp_path: Path) -> None:
    pptx = made(_content(source), name)
    (tmp_path / "deck.pptx").write_bytes(pptx)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "deck.pptx")], check=True, capture_output=True, timeout=300)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(tmp_path / "deck.pdf"), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    pages = boxes.split("<page ")[1:]
    own = slides(pptx)
    assert len(pages) == len(own)
    for number, (page, slide) in enumerate(zip(pages, own, strict=True), 1):
        seen = [(*map(float, box), word) for *box, word in _WORD.findall(page)]
        beyond = [
            word for left, top, right, end, word in seen if left < 0 or top < 0 or right > WIDTH or end > HEIGHT
        ]
        assert beyond == [], number
        foot = " ".join(str(word) for _, top, _, _, word in seen if float(top) >= FOOT_TOP - 1)
        placed = [shape for shape in slide.placeholders if shape.placeholder_format.idx == 11]
        if source != _SHAPED:
            assert _letters(foot) - Counter(str(number)) == _letters(placed[0].text_frame.text), number
            assert _missing(slide, "".join(str(word) for *_, word in seen)) == Counter(), number


def _missing(slide: object, shown: str) -> Counter[str]:
    texts = [frame.text for shape in slide.shapes for frame in frames(shape)]  # type: ignore[attr-defined]
    return _letters("".join(texts)) - _letters(shown)


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if letter.isalnum())

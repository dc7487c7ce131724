"""What holds for every journey diagram, however it is damaged: maps, or a sentence; and no word is lost."""

import random
import re
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.mermaid import is_mermaid, read_mermaid
from tests.support import mutate
from tests.support.mermaid import PAGE, map_in

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30)
SIGNS = st.text(":;#%, ()5/\n", max_size=6)
LINES = st.lists(
    st.one_of(WORDS, SIGNS, st.sampled_from(["section ", "title ", ": 3: ", ", ", " %% "])), max_size=8
)


def _lost(one: ImportedMap) -> set[str]:
    written = "".join(_words(str(one.journey.model_dump(exclude_unset=True, mode="json"))))
    return {word for _, text in one.words for word in _words(text) if word not in written}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", normalize("NFKC", text).casefold())


@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_a_damaged_page_gives_maps_or_a_sentence(random_: random.Random, damages: int) -> None:
    data = PAGE.encode()
    for _ in range(damages):
        data = random_.choice(mutate.HARSH[:2])(random_, data)
    is_mermaid("page.md", data)
    try:
        maps = read_mermaid("page.md", data, ImportOptions())
    except NotImported as refused:
        assert refused.sentence and refused.place.path == "page.md"
        return
    assert maps
    for one in maps:
        assert one.journey.stages and not _lost(one)
        assert all(doubt.place.line >= 1 and doubt.message for doubt in one.doubts)


@given(st.lists(LINES, min_size=1, max_size=8))
def test_no_word_of_a_diagram_is_lost(lines: list[list[str]]) -> None:
    body = "\n".join("".join(parts) for parts in lines)
    one = map_in(f"journey\nsection Stage one\n  Make tea: 5: Ida\n{body}\n")
    assert not _lost(one)
    assert one.journey.stages[0].title == "Stage one" and next(one.journey.steps()).title == "Make tea"

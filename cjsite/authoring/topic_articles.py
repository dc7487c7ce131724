"""The articles on what is no field: Markdown, tables of figures, words for feelings, and the list of all."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import groupby

from babel import Locale

from cjsite.authoring.article import Article, Specimen
from cjsite.text.emotion_words import LANGUAGES, emoji_scores, emotion_words

_BLOCK = re.compile(
    r"^`(?P<file>\S+)`:\n\n(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)\n", re.MULTILINE | re.DOTALL
)
TOPICS = ("markdown", "csv", "emotions")


def topic_articles() -> Iterator[Article]:
    """Yield the article on each topic, and one on each list of words for feelings."""
    for name in TOPICS:
        items = tuple(f"emotions.{language}" for language in _lists()) if name == "emotions" else ()
        yield _article(name, items)
    for language, words in _lists().items():
        rows = groupby(sorted(words.items(), key=lambda row: -row[1]), key=lambda row: row[1])
        facts = tuple(
            (f"{score:+g}" if score else "0", ", ".join(word for word, _ in group)) for score, group in rows
        )
        yield Article(f"emotions.{language}", f"Words for feelings: {_language(language)}", (), facts)


def _article(name: str, items: tuple[str, ...]) -> Article:
    text = resources.files("cjsite.authoring").joinpath("topics", f"{name}.md").read_text("utf-8")
    heading, *paragraphs = _BLOCK.sub("", text).strip().split("\n\n")
    facts = tuple(
        (row.partition(": ")[0].removeprefix("- "), row.partition(": ")[2])
        for paragraph in paragraphs if paragraph.startswith("- ") for row in paragraph.split("\n")
    )  # fmt: skip
    prose = tuple(paragraph for paragraph in paragraphs if not paragraph.startswith("- ") and paragraph)
    specimens = tuple(Specimen(match["file"], match["text"]) for match in _BLOCK.finditer(text))
    return Article(name, heading.removeprefix("# "), prose, facts, specimens, items)


@cache
def _lists() -> dict[str, dict[str, float]]:
    lists = {language: dict(emotion_words(language)) for language in LANGUAGES}
    return {**lists, "emoji": dict(emoji_scores())}


def _language(name: str) -> str:
    return name if name == "emoji" else Locale.parse(name).english_name or name

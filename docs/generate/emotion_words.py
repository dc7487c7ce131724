"""Renew the words of cjsite/text/emotion_words/ that come from Unicode CLDR.

`python -m docs.generate.emotion_words FOLDER`, in the project's folder; FOLDER holds the unpacked npm package
cldr-annotations-full. A word is valued as the faces in emoji.txt are that CLDR gives it for; words under a good and
a bad face are left out. What CLDR says of a face is mostly no feeling (*mouth*, *sweat*), so a word comes into a
list only by hand: below the last heading, with any number. This program values those that stand there, drops those
that no longer hold, and prints the others.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from cjsite.text.emotion_words import LANGUAGES, emotion_words, word_key

LISTS = Path("cjsite/text/emotion_words")
_HEADING = "# From Unicode CLDR"
_OTHER_SIGNS = "# Other signs"
_ANNOTATIONS = {"zh": ("zh", "zh-Hant")}


def face_words(folder: Path, language: str, faces: Mapping[str, float]) -> Mapping[str, float]:
    """Return the words that CLDR gives for faces, with their scores: the mean of the faces', to a half."""
    found: dict[str, list[float]] = defaultdict(list)
    for name in _ANNOTATIONS.get(language, (language,)):
        text = (folder / "annotations" / name / "annotations.json").read_text("utf-8")
        notes = json.loads(text)["annotations"]["annotations"]
        for face, score in faces.items():
            for word in notes.get(face, {}).get("default", ()):
                found[word_key(word)].append(score)
    found.pop("", None)
    return {
        word: round(2 * sum(scores) / len(scores)) / 2
        for word, scores in found.items()
        if min(scores) * max(scores) >= 0
    }


def renewed(text: str, words: Mapping[str, float]) -> str:
    """Return a list with the words of its last section valued anew, and without those that have no value."""
    by_hand, heading, section = text.partition(_HEADING)
    if not heading:
        return text
    kept = re.findall(r"(?<=: |, )[^,\n]+", section.partition("\n")[2])
    rows = sorted(((words[word], word) for word in kept if word in words), key=lambda row: (-row[0], row[1]))
    lines = [f"{score:g}: {', '.join(word for _, word in group)}\n" for score, group in groupby(rows, _score)]
    return "".join((by_hand, heading, section.partition("\n")[0], "\n", *lines))


def faces(text: str) -> Collection[str]:
    """Return the faces of the list of emoji: those above its other signs."""
    rows = [row for row in text.partition(_OTHER_SIGNS)[0].splitlines() if not row.startswith("#")]
    return {face for row in rows for face in row.partition(": ")[2].split(", ")}


def new_words(listed: Collection[str], words: Mapping[str, float]) -> Iterator[str]:
    """Yield the words that are in no list yet, for somebody to read through."""
    rows = sorted((-score, word) for word, score in words.items() if word not in listed)
    for score, group in groupby(rows, _score):
        yield f"{-score:g}: {', '.join(word for _, word in group)}"


def _score(row: tuple[float, str]) -> float:
    return row[0]


def main(folder: Path) -> None:
    """Write every list anew and print what CLDR has besides."""
    ours = faces((LISTS / "emoji.txt").read_text("utf-8"))
    scores = {face: score for face, score in emotion_words("emoji").items() if face in ours}
    for language in LANGUAGES:
        words = face_words(folder, language, scores)
        path = LISTS / f"{language}.txt"
        path.write_text(renewed(path.read_text("utf-8"), words), "utf-8", newline="\n")
        print(f"\n{language}", *new_words(emotion_words(language).keys(), words), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

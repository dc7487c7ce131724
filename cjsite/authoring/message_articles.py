"""The articles on problems: each way to err that is known, by an example, and every word that is said of it.

They are the lists that the tests of the reader go through, so what is told here is what authors read.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from cjsite.authoring.article import Article, Specimen
from cjsite.base.frozen import replace
from cjsite.model.slugs import slug

_SHIPPED = Path(__file__).parent / "messages"
_LISTS = _SHIPPED if _SHIPPED.is_dir() else Path(__file__).parents[2] / "tests" / "reading" / "problems"
_CASE = re.compile(r"^== (.+)\n((?:.*\n)*?)(?=^== |\Z)", re.MULTILINE)
_FILE = re.compile(r"^-- (\S+) --\n((?:.*\n)*?)(?=^-- |\Z)", re.MULTILINE)
_BLANK = re.compile(r"'[^']*'|`[^`]*`|[-−\d.,]*\d")
_PLACE = re.compile(r"^\S+:\d+:\d+: ")
_FEWEST = 6
"""Letters of a message that are enough to look for it."""


def message_articles() -> Iterator[Article]:
    """Yield the article on each way to err."""
    for path in sorted(_LISTS.glob("*.txt")):
        for name, text in _CASE.findall(path.read_text("utf-8")):
            files = {file: body.rstrip("\n") + "\n" for file, body in _FILE.findall(text)}
            said = tuple(files.pop("problems").splitlines())
            *others, last = (Specimen(file, body) for file, body in files.items())
            specimens = (*others, Specimen(last.file, last.text, said))
            yield Article(f"message.{slug(name)}", name[:1].upper() + name[1:], specimens=specimens)


def articles_on(message: str, every: Iterable[Article]) -> list[Article]:
    """Return the articles that have a message, or a part of one, whatever names and numbers stand in it.

    Of what is said in them, they keep what was asked for; the nearest comes first.
    """
    wanted = _pattern(message)
    if len(wanted) < _FEWEST:
        return []
    kept = [(own, tuple(line for line in own.specimens[-1].said if _says(line, wanted))) for own in every]
    narrow = [_narrowed(own, said) for own, said in kept if said]
    return sorted(narrow, key=lambda own: _distance(own, wanted))


def _distance(own: Article, wanted: str) -> tuple[bool, int]:
    """Return the sort key that puts first what says the whole of a message, then what shows it with the least."""
    is_other = all(wanted not in _pattern(line) for line in own.specimens[-1].said)
    return is_other, sum(len(specimen.text) for specimen in own.specimens)


def _says(line: str, wanted: str) -> bool:
    said = _pattern(line)
    # The mend is often of the case, and what is wrong is not.
    return wanted in said or said.partition(";")[0] == wanted.partition(";")[0]


def _narrowed(own: Article, said: tuple[str, ...]) -> Article:
    *others, last = own.specimens
    return replace(own, specimens=(*others, replace(last, said=said)))


def _pattern(message: str) -> str:
    return " ".join(_BLANK.sub("…", _PLACE.sub("", message)).casefold().split())

"""The articles on problems: each way to err that is known, by an example, and every word that is said of it.

They are the lists that the tests of the reader go through, so what is told here is what authors read.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from cjsite.authoring.article import Article, Specimen
from cjsite.model.types import slug

_SHIPPED = Path(__file__).parent / "messages"
_LISTS = _SHIPPED if _SHIPPED.is_dir() else Path(__file__).parents[2] / "tests" / "reading" / "problems"
_CASE = re.compile(r"^== (.+)\n((?:.*\n)*?)(?=^== |\Z)", re.MULTILINE)
_FILE = re.compile(r"^-- (\S+) --\n((?:.*\n)*?)(?=^-- |\Z)", re.MULTILINE)
_BLANK = re.compile(r"'[^']*'|`[^`]*`|[-−\d.,]*\d")
_PLACE = re.compile(r"^\S+:\d+:\d+: ")


def message_articles() -> Iterator[Article]:
    """Yield the article on each way to err."""
    for path in sorted(_LISTS.glob("*.txt")):
        for name, text in _CASE.findall(path.read_text("utf-8")):
            files = {file: body.rstrip("\n") + "\n" for file, body in _FILE.findall(text)}
            said = tuple(files.pop("problems").splitlines())
            *others, last = (Specimen(file, body) for file, body in files.items())
            specimens = (*others, Specimen(last.file, last.text, said))
            yield Article(f"message.{slug(name)}", name[:1].upper() + name[1:], specimens=specimens)


def said_in(message: str, article: Article) -> bool:
    """Tell whether an article has a message, or a part of one, whatever names and numbers stand in it."""
    wanted = _pattern(message)
    if slug(message) == article.name.partition(".")[2]:
        return True
    said = (line for specimen in article.specimens for line in specimen.said)
    return len(wanted) > 5 and any(wanted in _pattern(line) or _begins_alike(wanted, line) for line in said)


def _begins_alike(wanted: str, line: str) -> bool:
    return _pattern(line).partition(";")[0] == wanted.partition(";")[0]


def _pattern(message: str) -> str:
    return " ".join(_BLANK.sub("…", _PLACE.sub("", message)).casefold().split())

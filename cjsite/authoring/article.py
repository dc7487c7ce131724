"""One entry of the reference for authors, whoever shows it: a document, a terminal, a page of the preview."""

import re
from collections.abc import Callable

from cjsite.base.frozen import frozen

_LINK = re.compile(r"\[(?P<words>[^][]+)\]\((?P<name>[^()\s]+)\)")


@frozen
class Specimen:
    """A file that shows what an article is about.

    said: what cjsite says of it, line by line. part: the lines that it is shown for, '' for all.
    """

    file: str
    text: str
    said: tuple[str, ...] = ()
    part: str = ""


@frozen
class Article:
    """What there is to know of one thing that authors write, or read of what they wrote.

    name: what it is asked for by. text: paragraphs. facts: names of facts, and each in words. items: other articles
    that belong to this one, by their names. Texts are Markdown of one line, with links to articles by their names.
    """

    name: str
    title: str
    text: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    specimens: tuple[Specimen, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def brief(self) -> str:
        """Return what a list says of it beside its name: its title, or what it is where the title is the name."""
        is_name = self.title.strip("`") in self.name or self.title.casefold().replace(" ", "-") == self.name
        return self.text[0] if self.text and is_name else self.title


def relinked(text: str, link: Callable[[str, str], str]) -> str:
    """Return a text with each link written anew, of its words and the name that it leads to."""
    return _LINK.sub(lambda place: link(place["words"], place["name"]), text)

"""Named facts with any number of items, as details and backgrounds list them."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from cjsite.analysis.pains import Level
from cjsite.base.frozen import frozen
from cjsite.text.prose import inline, plain


@frozen
class FactItem:
    """One thing: a text that may be a link, and a note after it; label: a few words before it.

    Texts that are not Markup are words without Markdown in them. level: severity dots before it, which `word` says
    to those who hear the page. priority, quality: other marks before it.
    """

    text: Markup | str
    url: str = ""
    note: Markup | str = ""
    label: str = ""
    level: Level | None = None
    word: str = ""
    priority: str = ""
    quality: str = ""

    @property
    def is_here(self) -> bool:
        """Tell whether the link leads to another page of this site."""
        return not self.url.startswith(("#", "https://", "http://", "mailto:"))


@frozen
class Fact:
    """A name and its items; speech: whether they are somebody's own words."""

    name: str
    items: tuple[FactItem, ...]
    speech: bool = False


def fact(name: str, *items: FactItem) -> Fact:
    """Return a fact of the items."""
    return Fact(name, items)


def texts(name: str, written: str | Iterable[str], speech: bool = False) -> Iterator[Fact]:
    """Yield a fact of the author's texts, or none where there are none."""
    found = [written] if isinstance(written, str) else written
    items = tuple(FactItem(inline(text)) for text in found if text)
    if items:
        yield Fact(name, items, speech)


def words(name: str, *shown: str) -> Iterator[Fact]:
    """Yield a fact of words without Markdown in them, or none where there are none."""
    items = tuple(FactItem(text) for text in shown if text)
    if items:
        yield Fact(name, items)


def tracked(link: str) -> FactItem:
    """Return an author's link elsewhere; anything but a web or mail address is shown as words only."""
    return FactItem(plain(link), link if link.startswith(("https://", "http://", "mailto:")) else "")

"""Named facts with any number of items, as details and backgrounds list them."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from cjsite.analysis.pains import Level
from cjsite.base.frozen import frozen
from cjsite.model.amount import Amount
from cjsite.summaries.links import Link
from cjsite.text.prose import inline, plain
from cjsite.text.wording import Wording


@frozen
class FactItem:
    """One thing: a text that may be a link, and a note after it; label: a few words before it.

    Texts that are not Markup are words without Markdown in them. level: severity dots before it, which `word` says
    to those who hear the page. priority, quality: other marks before it. by: who does or says it, at the end.
    """

    text: Markup | str
    url: str = ""
    note: Markup | str = ""
    label: str = ""
    level: Level | None = None
    word: str = ""
    priority: str = ""
    quality: str = ""
    by: Link | None = None

    @property
    def is_here(self) -> bool:
        """Tell whether the link leads to another page of this site."""
        return not self.url.startswith(("#", "https://", "http://", "mailto:"))


@frozen
class Fact:
    """A name and its items."""

    name: str
    items: tuple[FactItem, ...]


def fact(name: str, *items: FactItem) -> Fact:
    """Return a fact of the items."""
    return Fact(name, items)


def texts(name: str, written: str | Iterable[str]) -> Iterator[Fact]:
    """Yield a fact of the author's texts, or none where there are none."""
    written_texts = [written] if isinstance(written, str) else written
    items = tuple(FactItem(inline(text)) for text in written_texts if text)
    if items:
        yield Fact(name, items)


def sums(name: str, amount: Amount, t: Wording) -> Iterator[Fact]:
    """Yield a fact of a sum of money, or of the author's text for one, or none where nothing is said."""
    if amount.amount is None:
        yield from texts(name, amount.text)
    else:
        yield Fact(name, (FactItem(money(amount, t), note=inline(amount.text)),))


def money(amount: Amount, t: Wording) -> str:
    """Return a sum in words, like `€31 per case`; where there is none, the author's text."""
    if amount.amount is None:
        return plain(amount.text)
    written = t.money(amount.amount, amount.currency)
    return t(f"amount.{amount.per}", amount=written) if amount.per else written


def amount(value: float, unit: str, t: Wording) -> str:
    """Return a figure with its unit, held together."""
    return t.beside(f"{t.number(value)}\N{NO-BREAK SPACE}{unit}") if unit else t.number(value)


def words(name: str, *shown: str) -> Iterator[Fact]:
    """Yield a fact of words without Markdown in them, or none where there are none."""
    items = tuple(FactItem(text) for text in shown if text)
    if items:
        yield Fact(name, items)


def tracked(link: str) -> FactItem:
    """Return an author's link elsewhere; anything but a web or mail address is shown as words only."""
    return FactItem(plain(link), link if link.startswith(("https://", "http://", "mailto:")) else "")

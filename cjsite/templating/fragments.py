"""The parts of a page that stay as they are while the values that they show do, and how they become a page.

A page of a thousand rows of which one changed should cost one row. So a template does not put out a fragment but
a mark with the fragment's number, and the page is cut at the marks and joined with the fragments as they already
stand in the file.
"""

import re
import secrets
import threading
from collections.abc import Iterator, Mapping, Sequence

import jinja2
from markupsafe import Markup

from cjsite.base.frozen import frozen

_SYMBOL = re.compile(rb'href="#i-([^"]*)')
_UNSEEN = "".join(map(chr, range(0x0E, 0x1B)))
"""What a mark is written with: where pages have no such letters, looking for one takes long strides."""
_SECRET = 18
"""Letters of a mark: as many as nobody can guess, 66 bits."""
_END = "\x03"


@frozen
class Fragment:
    """A part of a page as it stands in the file; symbols: the names of the drawings that it refers to."""

    html: bytes
    symbols: frozenset[str]


Slot = tuple[str, str]
"""A template, and what tells the fragments, or the lists, of one page that are made with it apart."""
ShownValue = tuple[object, Fragment]
"""A value with the fragment that shows it."""


@frozen
class FragmentList:
    """A list: the values that it shows, what shows them by key, and all of it as one fragment.

    Of two values with one key the later one is kept; the other is rendered again whenever the list changes.
    """

    values: tuple[object, ...]
    by_key: Mapping[str, ShownValue]
    whole: Fragment


def joined(fragments: Sequence[Fragment]) -> Fragment:
    """Return fragments as one, each on lines of its own."""
    html = b"\n".join([fragment.html for fragment in fragments])
    return Fragment(html, frozenset[str]().union(*[fragment.symbols for fragment in fragments]))


class PageFragments:
    """What a page is made of: fragments that stand alone, and lists."""

    def __init__(self) -> None:
        self.alone: dict[Slot, ShownValue] = {}
        self.lists: dict[Slot, FragmentList] = {}


class Assembly(threading.local):
    """The page that is being rendered; a thread does not see the page of another.

    last, now: what the page was made of when it was rendered before, and what its templates asked for so far.
    """

    def __init__(self) -> None:
        # Drawn by lot: content that held a mark would put a fragment where its author likes.
        self._sign = "\x02" + "".join(secrets.choice(_UNSEEN) for _ in range(_SECRET))
        self._mark = self._sign.encode()
        self.begin(PageFragments())

    def begin(self, last: PageFragments) -> None:
        """Begin with a page that was made of `last` before."""
        self.last, self.now = last, PageFragments()
        self._placed: list[Fragment | None] = []

    def mark(self, fragment: Fragment | None) -> Markup:
        """Return the mark that a fragment will take the place of; None: it is put in later."""
        self._placed.append(fragment)
        return Markup(f"{self._sign}{len(self._placed) - 1}{_END}")

    def put_in(self, mark: Markup, fragment: Fragment) -> None:
        """Give a mark that has none its fragment."""
        self._placed[int(mark.removeprefix(self._sign).removesuffix(_END))] = fragment

    def assembled(self, html: bytes) -> bytes:
        """Return the file's bytes, each fragment in its place, which has had those in it since it was made."""
        if self._mark not in html:
            return html
        begin, *pieces = html.split(self._mark)
        whole = [begin]
        for number, rest in self._cut(pieces):
            fragment = self._placed[number]
            if fragment is None:
                raise jinja2.TemplateRuntimeError("what `drawings` returns can only be put out as it is")
            whole += (fragment.html, rest)
        return b"".join(whole)

    def symbols(self, html: bytes) -> frozenset[str]:
        """Return the names of the drawings that a piece of HTML and the fragments in it refer to."""
        own = frozenset(map(bytes.decode, set(_SYMBOL.findall(html))))
        if self._mark not in html:
            return own
        fragments = [self._placed[number] for number, _ in self._cut(html.split(self._mark)[1:])]
        return own.union(*[fragment.symbols for fragment in fragments if fragment])

    def without_marks(self, value: object) -> object:
        """Return a value, if it is HTML with its fragments in their places.

        Marks are numbered anew for each page: two values with the same mark may show different fragments.
        """
        if isinstance(value, Markup) and self._sign in value:
            return Markup(self.assembled(value.encode()).decode())
        return value

    @staticmethod
    def _cut(pieces: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        """Yield the number of each mark, and what follows it."""
        for piece in pieces:
            number, _, rest = piece.partition(_END.encode())
            yield int(number), rest

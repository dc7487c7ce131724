"""Long lists: a page of a hundred rows, and the pages on which it goes on."""

from collections.abc import Sequence
from typing import TypeVar

from cjsite.base.frozen import frozen, replace
from cjsite.summaries.links import Link

D = TypeVar("D")
T = TypeVar("T")
MOST = 100
"""How many rows of a list stand on a page."""
AROUND = 2
"""How many pages before and after its own a page leads to, beside the first and the last."""


@frozen
class PageWay:
    """A way to another page of a list; number 0: pages between are left out."""

    number: int
    url: str = ""


@frozen
class Paging:
    """Which page of a list it is: `number` of `count`. url: of the first page.

    total: the rows on all of them, 0 where several lists of different lengths go on.
    """

    url: str
    number: int = 1
    count: int = 1
    total: int = 0

    @property
    def continues(self) -> bool:
        """Tell whether the list began on another page."""
        return self.number > 1

    @property
    def first(self) -> int:
        """Return the number of the first row on this page, from 1."""
        return (self.number - 1) * MOST + 1

    @property
    def last(self) -> int:
        """Return the number of the last row on this page."""
        return min(self.number * MOST, self.total)

    @property
    def before(self) -> str:
        """Return the address of the page before this one, '' on the first."""
        return self.address(self.number - 1) if self.number > 1 else ""

    @property
    def after(self) -> str:
        """Return the address of the page after this one, '' on the last."""
        return self.address(self.number + 1) if self.number < self.count else ""

    @property
    def ways(self) -> tuple[PageWay, ...]:
        """Return the first page, the last, and those around this one.

        >>> [way.number for way in Paging("index.html", 50, 90).ways]
        [1, 0, 48, 49, 50, 51, 52, 0, 90]
        """
        around = range(max(1, self.number - AROUND), min(self.count, self.number + AROUND) + 1)
        shown = sorted({1, *around, self.count})
        ways: list[PageWay] = []
        for number in shown:
            if ways and number > ways[-1].number + 1:
                ways.append(PageWay(0))
            ways.append(PageWay(number, self.address(number)))
        return tuple(ways)

    def address(self, number: int) -> str:
        """Return the address of one of the pages.

        >>> Paging("index.html").address(1), Paging("departments/it.html").address(2)
        ('index.html', 'departments/it/2.html')
        """
        # In a folder of its own: beside the page of `it` there may be one of a department called `it-2`.
        return self.url if number == 1 else f"{self.url.removesuffix('.html')}/{number}.html"

    def rows(self, every: Sequence[T], most: int = MOST) -> tuple[T, ...]:
        """Return the rows of a list that stand on this page; of a list without other pages all of them.

        A list that has more rows than its pages have room for fills all of them alike.

        >>> Paging("index.html", 2, 2).rows(range(130))[:2], Paging("index.html", 2, 2).rows(range(300))[:2]
        ((100, 101), (150, 151))
        """
        size = self._size(len(every), most)
        return tuple(every[(self.number - 1) * size : self.number * size])

    def across(self, lists: Sequence[Sequence[T]]) -> tuple[tuple[T, ...], ...]:
        """Return each list's part on this page, where the lists follow each other as if they were one.

        >>> Paging("list.html", 2, 2).across([range(90), range(90, 120), range(120, 130)])[1][:2]
        (100, 101)
        """
        size = self._size(sum(map(len, lists)))
        parts, begin = [], (self.number - 1) * size
        for rows in lists:
            parts.append(tuple(rows[max(0, begin) : max(0, begin + size)]))
            begin -= len(rows)
        return tuple(parts)

    def _size(self, rows: int, most: int = MOST) -> int:
        return max(most, -(-rows // self.count))

    def part(self, data: D, *lists: str, most: int = MOST) -> D:
        """Return what this page shows of a value: of each of the lists by these names its own rows."""
        return replace(data, **{name: self.rows(getattr(data, name), most) for name in lists})

    def elsewhere(self, places: Sequence[tuple[str, str]]) -> tuple[tuple[str, Link], ...]:
        """Return, on the first page, the places of the rows on others, each with the link to the row there.

        places: of all rows, the name of each and its title. What leads to a row may know the first page alone.

        >>> Paging("list.html", 1, 2).elsewhere([(f"row-{n}", f"Row {n}") for n in range(101)])
        (('row-100', Link(title='Row 100', url='list/2.html#row-100', language='')),)
        """
        if self.continues:
            return ()
        size = self._size(len(places))
        return tuple(
            (name, Link(title, f"{self.address(position // size + 1)}#{name}"))
            for position, (name, title) in enumerate(places)
            if position >= size
        )


def pages_for(rows: int, most: int = MOST) -> int:
    """Return on how many pages so many rows stand.

    >>> pages_for(100), pages_for(101), pages_for(0)
    (1, 2, 1)
    """
    return max(1, -(-rows // most))


def pages_of(url: str, count: int, total: int = 0) -> tuple[Paging, ...]:
    """Return so many pages of a list; total: its rows, 0 where that is not said."""
    return tuple(Paging(url, number, count, total) for number in range(1, count + 1))

"""A day that notes how far it could be another one without anything coming out otherwise."""

import datetime
from typing import Any

_ONE = datetime.timedelta(1)
_TELLING = frozenset(
    {"ctime", "isocalendar", "isoformat", "isoweekday", "replace"}
    | {"strftime", "timetuple", "toordinal", "weekday"}
)
"""What a day can be asked by name."""


class WatchedDay(datetime.date):
    """Today, which keeps the first and last day on which all that was asked of it would be answered alike.

    Held against other days it narrows them down; whatever else is asked of it holds on this day alone. So what was
    made with it is known to hold tomorrow, or not to, and nobody has to say what depends on the date.
    What reads its fields in C, as `datetime.combine` does, passes unseen.
    """

    since: datetime.date
    until: datetime.date

    def __new__(cls, day: datetime.date) -> "WatchedDay":
        """Return a day of which nothing has been asked yet."""
        made = super().__new__(cls, day.year, day.month, day.day)
        made.since, made.until = datetime.date.min, datetime.date.max
        return made

    @property
    def _plain(self) -> datetime.date:
        return datetime.date(super().year, super().month, super().day)

    def only(self) -> datetime.date:
        """Note that what comes of it holds on this day alone, and return the plain day."""
        self.since = self.until = self._plain
        return self._plain

    def _not_before(self, day: datetime.date) -> None:
        self.since = max(self.since, day)

    def _not_after(self, day: datetime.date) -> None:
        self.until = min(self.until, day)

    def __lt__(self, other: datetime.date) -> bool:
        """Tell whether it lies before another day."""
        is_before = self._plain < other
        if is_before:
            self._not_after(other - _ONE)
        else:
            self._not_before(other)
        return is_before

    def __ge__(self, other: datetime.date) -> bool:
        """Tell whether it does not lie before another day."""
        return not self < other

    def __gt__(self, other: datetime.date) -> bool:
        """Tell whether it lies after another day."""
        is_after = self._plain > other
        if is_after:
            self._not_before(other + _ONE)
        else:
            self._not_after(other)
        return is_after

    def __le__(self, other: datetime.date) -> bool:
        """Tell whether it does not lie after another day."""
        return not self > other

    def __eq__(self, other: object) -> bool:
        """Tell whether it is another day."""
        return self.only() == other

    def __ne__(self, other: object) -> bool:
        """Tell whether it is not another day: `date` has a comparison of its own for that, which passes unseen."""
        return self.only() != other

    def __hash__(self) -> int:
        """Return the hash of the day: what is remembered by it may depend on it in any way."""
        return hash(self.only())

    def __sub__(self, other: Any) -> Any:
        """Return the time since another day, or a day before it."""
        return self.only() - other

    def __rsub__(self, other: Any) -> Any:
        """Return the time until another day."""
        return other - self.only()

    def __add__(self, other: datetime.timedelta) -> Any:
        """Return a day after it."""
        return self.only() + other

    __radd__ = __add__

    @property
    def year(self) -> int:
        """Return its year."""
        return self.only().year

    @property
    def month(self) -> int:
        """Return its month."""
        return self.only().month

    @property
    def day(self) -> int:
        """Return its day of the month."""
        return self.only().day

    def __str__(self) -> str:
        """Return it as YYYY-MM-DD."""
        return str(self.only())

    def __format__(self, how: str) -> str:
        """Return it as a text."""
        return format(self.only(), how)

    def __repr__(self) -> str:
        """Return it as code."""
        return repr(self.only())

    def __getattribute__(self, name: str) -> Any:
        """Return a method; of those that tell something of the day in yet another way, none passes unseen."""
        return getattr(self.only(), name) if name in _TELLING else super().__getattribute__(name)

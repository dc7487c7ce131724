"""A rule: what is looked for; what it says stands in the theme's words by its code, like `rule.E101.title`."""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from cjsite.base.frozen import frozen, labelled
from cjsite.base.problem import Place, Severity
from cjsite.base.span import Span
from cjsite.text.wording import Wording

T = TypeVar("T")
Level = Literal["journey", "step", "site"]
_PLACE = re.compile(r"\$([a-z-]+)")


@labelled
class Insert:
    """What is put into a blank and is no text of an author; its kind says how it is told.

    One class for all kinds, and a day as its ISO text, since what is found is written down as data and read back.
    """

    kind: Literal["term", "near", "day", "time"]
    text: str


def term(key: str) -> Insert:
    """Return a word of a closed list; its key in the theme's words is `term.` and this."""
    return Insert("term", key)


def near(name: str) -> Insert:
    """Return what an author most likely meant, '' for nothing; told in the theme's words as a question."""
    return Insert("near", name)


def day(date: datetime.date) -> Insert:
    """Return a day; a message says in which form."""
    return Insert("day", date.isoformat())


def time(minutes: Span) -> Insert:
    """Return a length of time."""
    return Insert("time", f"{minutes.low} {minutes.high}")


Value = str | int | Insert | tuple[str | Insert, ...]
Params = tuple[tuple[str, Value], ...]
"""What fills the blanks of a message, by their names; lists are joined with the word `rule.CODE.join`."""


@dataclass(slots=True, unsafe_hash=True)
class RuleHit:
    """What a rule found, and where. at: the id of a touchpoint or step ('' = the map), or `kind/id`, or a path.

    place: the point in a file, where that is not simply where the thing stands.
    """

    at: str
    params: Params
    place: Place | None

    def __init__(self, at: str = "", place: Place | None = None, /, **params: Value) -> None:
        self.at = at
        self.params = tuple(params.items())
        self.place = place


@frozen
class Rule(Generic[T]):
    """One kind of finding. example: YAML that it finds something in; mended: the same put right.

    Both hold `$pays` where the theme's word `example.pays` is to stand. level: where the example stands: among the
    fields of a journey, of a step, or of registries by name.
    """

    code: str
    severity: Severity
    level: Level
    example: str
    mended: str
    check: Callable[[T], Iterable[RuleHit]]


class Book(Generic[T]):
    """The rules of one module in the order in which they are written down."""

    def __init__(self) -> None:
        self.rules: list[Rule[T]] = []

    def rule(
        self, code: str, severity: Severity, *, example: str, mended: str, level: Level = "step"
    ) -> Callable[[Callable[[T], Iterable[RuleHit]]], Callable[[T], Iterable[RuleHit]]]:
        """Register the function below as the check of a rule."""

        def register(check: Callable[[T], Iterable[RuleHit]]) -> Callable[[T], Iterable[RuleHit]]:
            self.rules.append(Rule(code, severity, level, example, mended, check))
            return check

        return register


def in_words(example: str, wording: Wording) -> str:
    """Return an example with its texts in the wording's language; ids stay as they are."""
    return _PLACE.sub(lambda place: wording(f"example.{place[1]}"), example).strip()

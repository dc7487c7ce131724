"""What can be wrong with content, and where: values that know nothing of a terminal."""

import posixpath
from collections.abc import Iterable
from typing import Literal

from cjsite.base.frozen import ordered

Severity = Literal["error", "warning", "note"]
_GRADES = ("error", "warning", "note")


@ordered
class Place:
    """A point in a source file; line and column count from 1, and are 0 for what is a folder, or not there."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def below(self, content: str) -> str:
        """Return the path where the content folder is called `content`; themes lie beside that folder."""
        if not content:
            return self.path
        beside = self.path.startswith("themes/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(content) if beside else content, self.path))


@ordered
class Problem:
    """What cannot be understood; it stops publishing. `mend` says what to do about it."""

    place: Place
    message: str
    mend: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" + (f"; {self.mend}" if self.mend else "")


@ordered
class Finding:
    """What the analysis says about a map that can be understood: never an error.

    advice: what to do. title, why: what its rule is called and why it matters. waived: why it may stand, or ''.
    """

    place: Place
    code: str
    severity: Severity
    message: str
    advice: str = ""
    title: str = ""
    why: str = ""
    waived: str = ""


def use_order(severity: str, places: int, code: str) -> tuple[int, int, str]:
    """Return the sort key that puts first the findings that are most useful to mend.

    The worse ones come first; then those that their rule finds in the most places, for one kind of mend clears them
    all; then the code decides.
    """
    return (_GRADES.index(severity), -places, code)


class Broken(Exception):
    """Raised with every problem found, sorted by place, when content cannot be published."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(f"{len(self.problems)} problems")


class Refusal(Exception):
    """Raised with a sentence for whoever gave a command that is not carried out."""


def count(number: int, noun: str) -> str:
    """Return a number with its English noun, like `1 problem` or `3 problems`."""
    return f"{number} {noun}" + ("" if number == 1 else "s")

"""Content from a text, for tests of what is made of it."""

from cjsite.analysis.columns import Column, columns
from cjsite.model.content import Content
from cjsite.reading.read import read
from tests.support.files import parse


def content(text: str) -> Content:
    """Return the content of files written as one text."""
    return read(parse(text))


def map_of(steps: str, more: str = "") -> Content:
    """Return content with one journey `a` of one stage, its steps given as YAML list items, and more files."""
    indented = "".join(f"      {line}\n" for line in steps.strip("\n").split("\n"))
    journey = f"-- journeys/a.yml --\ntitle: A\nstages:\n  - title: S\n    steps:\n{indented}"
    return content(journey + more)


def columns_of(one: Content) -> tuple[Column, ...]:
    """Return the columns of the journey `a`."""
    return columns(one.journeys["a"])

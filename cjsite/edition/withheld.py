"""The names of what an edition leaves out."""

from collections.abc import Mapping

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.reading.entry import Need


@frozen
class Withheld:
    """What is left out: by kind and id what is named in its place, '' for nothing.

    ids: those of them that nothing has which is kept.
    """

    named: Mapping[Need, str]
    ids: frozenset[str] = frozenset()


@memo(by="which")
def settled(which: str, withheld: Withheld) -> Withheld:  # noqa: ARG001
    """Return it as the very object that it was in the last build, where it is the same."""
    return withheld

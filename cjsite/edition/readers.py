"""For whom an edition is: which audiences it serves, and what else it holds back."""

from collections.abc import Iterator

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place, Problem
from cjsite.model.site import Settings
from cjsite.model.types import EVERYONE
from cjsite.reading.hints import meant


@frozen
class Readers:
    """Who reads an edition, beside everyone.

    archived: whether it has maps that nobody works with any more. drafts: whether it has unsettled ones.
    """

    audiences: frozenset[str] = frozenset()
    archived: bool = False
    drafts: bool = True

    def are_among(self, audience: frozenset[str]) -> bool:
        """Tell whether one of them is of an audience."""
        return EVERYONE in audience or not audience.isdisjoint(self.audiences)


def undeclared(readers: Readers, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each audience that an edition is asked for, and that there is not."""
    for name in sorted(readers.audiences - settings.audiences.keys() - {EVERYONE}):
        mend = meant(name, (*settings.audiences, EVERYONE)) or "declare it under `audiences:`"
        yield Problem(Place("site.yml"), f"there is no audience '{name}', which `--audience` names", mend)

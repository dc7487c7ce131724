"""Who may read a thing: its own audience, as far as they may read what it stands in."""

from collections.abc import Iterable, Iterator

from cjsite.base.problem import Problem
from cjsite.model.types import EVERYONE
from cjsite.reading.entry import Located
from cjsite.reading.tree import Loc


def unreadable(references: Iterable[Located]) -> Iterator[Problem]:
    """Yield a problem for each thing that nobody may read; references: all of one object."""
    named: dict[Loc, list[Located]] = {}
    for located in references:
        if located[0].ref.kind == "audience":
            named.setdefault(located[0].loc[:-2], []).append(located)
    may_read: dict[Loc, tuple[str, ...]] = {}
    for loc in sorted(named, key=len):
        own = tuple(dict.fromkeys(reference.name for reference, _, _ in named[loc]))
        around = next((may_read[loc[:n]] for n in range(len(loc) - 1, -1, -1) if loc[:n] in may_read), (EVERYONE,))
        if EVERYONE in own or EVERYONE in around:
            may_read[loc] = around if EVERYONE in own else own
            continue
        may_read[loc] = tuple(name for name in own if name in around) or around
        if not set(own) & set(around):
            _, place, excerpt = named[loc][0]
            message = f"nobody may read this: it is for {_listed(own)}, and what it stands in for {_listed(around)}"
            mend = f"add {_listed(own)} to the `audience` around it, or name some of {_listed(around)} here"
            yield Problem(place, message, mend, excerpt)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)

"""What must hold between objects: references, circles, pictures that exist, measured steps."""

import datetime
import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from cjsite.base.problem import Place, Problem
from cjsite.model.content import Measurement
from cjsite.model.picture_formats import is_unshown
from cjsite.model.types import Identified, Kind
from cjsite.reading.audiences import unreadable
from cjsite.reading.circles import circles, shown
from cjsite.reading.entry import AnyEntry, Located, Need, need
from cjsite.reading.files import DecodedSettings
from cjsite.reading.hints import meant, nearest
from cjsite.reading.redirects import redirect_problems
from cjsite.reading.references import fault

Objects = Mapping[Kind, Mapping[str, Identified]]
Tables = Mapping[str, Sequence[tuple[int, Measurement]]]


def relation_problems(
    entries: Sequence[AnyEntry],
    needs: frozenset[Need],
    own: DecodedSettings,
    objects: Objects,
    steps: Collection[str],
    files: Mapping[str, bytes],
    tables: Tables,
    blind: Collection[Need],
    codes: Collection[str],
    today: datetime.date,
) -> list[Problem]:
    """Return every problem between objects; what may stand in a file that cannot be read is not missed.

    needs: what the entries refer to. own: the site's settings.
    """
    audiences = own.settings.audiences
    known: dict[Kind, Collection[str]] = {**objects, "step": steps, "finding": codes, "audience": audiences}
    problems = list(_dangling(entries, needs, known, blind))
    problems += _broken(own.references, "", known, blind)
    problems += redirect_problems(own.redirects, objects, steps, blind)
    problems += _for_nobody(entries, needs, audiences)
    problems += _circles(entries)
    problems += _missing_pictures(entries, files)
    problems += _days_ahead(entries, today)
    problems += _unmeasurable(tables, objects, steps, blind)
    return problems


def _dangling(
    entries: Sequence[AnyEntry],
    needs: frozenset[Need],
    ids: Mapping[Kind, Collection[str]],
    blind: Collection[Need],
) -> Iterator[Problem]:
    # Thousands of references hold; only where one does not is it worth looking at each.
    missing = {(kind, name) for kind, name in needs if name not in ids.get(kind, ())}
    for entry in entries if missing else ():
        if missing.isdisjoint(entry.needs):
            continue
        paths = entry.outline.paths if entry.outline else ()
        yield from _broken(entry.references, entry.id, {**ids, "path": paths}, blind)


def _broken(
    references: Iterable[Located], owner: str, ids: Mapping[Kind, Collection[str]], blind: Collection[Need]
) -> Iterator[Problem]:
    for reference, place, excerpt in references:
        said = fault(reference, ids, owner)
        if said and not _may_be(need(reference, owner), owner, blind):
            message, _, mend = said.partition("; ")
            yield Problem(place, message, mend, excerpt)


def _for_nobody(
    entries: Iterable[AnyEntry], needs: frozenset[Need], audiences: Collection[str]
) -> Iterator[Problem]:
    few = needs & {("audience", name) for name in audiences}
    for entry in entries if few else ():
        if not few.isdisjoint(entry.needs):
            yield from unreadable(entry.references)


def _may_be(wanted: Need, owner: str, blind: Collection[Need]) -> bool:
    kind, name = wanted
    if kind == "step":
        kind, name = "journey", name.partition("#")[0]
        if name == owner:  # a map's own steps are seen as far as the map is
            return False
    return (kind, name) in blind or (kind, "*") in blind


def _circles(entries: Sequence[AnyEntry]) -> Iterator[Problem]:
    journeys = {entry.id: entry for entry in entries if entry.outline}
    for field in ("parent", "derived_from"):
        links = {name: link for name, entry in journeys.items() if (link := getattr(entry.outline, field))}
        for circle in circles(links):
            place, excerpt = next((p, x) for r, p, x in journeys[circle[0]].references if r.loc == (field,))
            message = f"`{field}` runs in a circle: {shown(circle)}"
            yield Problem(place, message, f"remove `{field}` from one of them", excerpt)


def _missing_pictures(entries: Iterable[AnyEntry], files: Mapping[str, bytes]) -> Iterator[Problem]:
    for entry in entries:
        for place, path in entry.pictures:
            if is_unshown(path):
                form = posixpath.splitext(path)[1]
                mend = "save it as .jpg, .png or .webp, and name that file"
                yield Problem(place, f"browsers cannot show pictures in the form {form}", mend)
            elif path not in files:
                near = nearest(path, [f for f in files if posixpath.dirname(f) == posixpath.dirname(path)])
                mend = f"did you mean '{posixpath.basename(near)}'?" if near else f"put it at {path}"
                yield Problem(place, f"there is no picture '{posixpath.basename(path)}'", mend)


def _days_ahead(entries: Iterable[AnyEntry], today: datetime.date) -> Iterator[Problem]:
    for entry in entries:
        for past in entry.past:
            if past.day > today:
                message = f"`{past.field}` lies ahead: {past.day} is after {today}"
                yield Problem(past.place, message, "write the day on which it happened", past.excerpt)


def _unmeasurable(
    tables: Tables, objects: Objects, steps: Collection[str], blind: Collection[Need]
) -> Iterator[Problem]:
    for path, rows in tables.items():
        journey = posixpath.splitext(posixpath.basename(path))[0]
        if ("journey", journey) in blind:
            continue
        if journey not in objects["journey"]:
            yield Problem(Place(path), f"there is no journey '{journey}'", meant(journey, objects["journey"]))
            continue
        there = [step.partition("#")[2] for step in steps if step.startswith(f"{journey}#")]
        for line, row in rows:
            if f"{journey}#{row.step}" not in steps:
                yield Problem(Place(path, line), f"there is no step '{row.step}'", meant(row.step, there))
            if row.metric not in objects["metric"]:
                mend = meant(row.metric, objects["metric"])
                yield Problem(Place(path, line), f"there is no metric '{row.metric}'", mend)

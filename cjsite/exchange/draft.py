"""What an import would write into a content folder: files that are not there, and ends of registries that are."""

from collections.abc import Iterable

from cjsite.base.content_path import is_reserved
from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.imported import ImportedMap, NotImported
from cjsite.exchange.measurement_table import measurement_table
from cjsite.exchange.placed_things import COMES_ALONG, PlacedThings, as_id, free_name
from cjsite.exchange.read_back import read_back
from cjsite.exchange.registry_files import RegistryFiles
from cjsite.exchange.renaming import renamed, renaming
from cjsite.exchange.short_forms import shortened
from cjsite.exchange.site_content import SiteContent
from cjsite.exchange.source_words import lost_words
from cjsite.exchange.yaml_writer import journey_yaml
from cjsite.model.emotion import SCORES
from cjsite.model.journey import Journey
from cjsite.model.slugs import slug
from cjsite.model.types import Kind, Record

_SHOWN = 20
"""How many lost words are named."""


@frozen
class DraftedMap:
    """A map as it will be written; path: of its file below the content folder."""

    path: str
    journey: Journey
    source: ImportedMap


class Draft:
    """Files for a content folder, gathered source by source."""

    def __init__(self, site: SiteContent) -> None:
        self.site = site
        self._journeys: dict[str, bytes] = {}
        self._things = PlacedThings(site)

    def add(self, path: str, maps: Iterable[ImportedMap]) -> tuple[DraftedMap, ...]:
        """Take up the maps of the source at a path: all of them, or none. Raises NotImported."""
        before = dict(self._journeys), self._things.copy()
        try:
            return tuple([self._add(Place(path, 0, 0), own) for own in maps])
        except NotImported:
            self._journeys, self._things = before
            raise

    def files(self) -> RegistryFiles:
        """Return all files that would be written."""
        things = self._things.files()
        return RegistryFiles({**self._journeys, **things.new}, things.longer)

    def _add(self, place: Place, source: ImportedMap) -> DraftedMap:
        if not source.journey.stages:
            raise NotImported(place, "it holds no stage of a journey")
        name = self._free_name(place, source.journey)
        names: dict[tuple[Kind, str], str] = {("journey", source.journey.id): name}
        along: list[Record] = []
        for kind, field in COMES_ALONG.items():
            for thing in getattr(source, field):
                placed = self._things.place(kind, renamed(thing, renaming(names)), place)
                names[kind, thing.id] = placed.id
                along.append(placed)
        journey = shortened(renamed(source.journey, renaming(names)))
        journey = self._on_its_scale(journey, is_ours=source.is_ours)
        if not source.is_ours and journey.language == self.site.settings.language:
            journey = journey.unset("language")
        path = f"journeys/{name}.yml"
        self._journeys[path] = journey_yaml(journey, source.doubts).encode()
        if source.measurements:
            self._journeys[f"journeys/{name}.csv"] = measurement_table(source.measurements)
        read = read_back(path, self._journeys[path], self.site.words, place)
        assert isinstance(read, Journey), path
        _check_words(source, [read, *along])
        return DraftedMap(path, read, source)

    def _free_name(self, place: Place, journey: Journey) -> str:
        """Return the id of a map, another one than those of this run have. Raises NotImported where it is there."""
        name = as_id(journey.id) or slug(journey.title) or "imported-map"
        path = f"journeys/{f'{name}-journey' if is_reserved(name) else name}.yml"
        if self.site.has(path):
            mend = "nothing is overwritten: move or rename that file, or give the map another title"
            raise NotImported(place, f"{path} is there already, and {mend}")
        taken = {other.casefold() for other in self._journeys}

        def is_taken(other: str) -> bool:
            return f"journeys/{other}.yml".casefold() in taken or self.site.has(f"journeys/{other}.yml")

        return free_name(path.removeprefix("journeys/").removesuffix(".yml"), is_taken)

    def _on_its_scale(self, journey: Journey, *, is_ours: bool) -> Journey:
        """Return a map that says what its numbers stand on where the site's stand on another.

        One that comes from elsewhere says so always: nobody who reads it knows what numbers stand on here.
        """
        of_site, own = self.site.settings.emotion_scale, journey.emotion_scale
        if own is None:
            return journey if of_site.is_like(SCORES) else journey.but(emotion_scale=SCORES.but(min=-2.0, max=2.0))
        is_told = is_ours and own.is_like(of_site) and not own.labels
        return journey.unset("emotion_scale") if is_told else journey


def _check_words(source: ImportedMap, written: Iterable[Record]) -> None:
    lost = lost_words(source.words, written)
    if lost:
        named = ", ".join(f"'{word}' in line {place.line}" for place, word in lost[:_SHOWN])
        more = f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
        raise NotImported(lost[0][0], f"words of it would be lost: {named}{more}")

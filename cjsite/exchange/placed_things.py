"""What comes along with maps, each thing under the id that it has in the site."""

from collections.abc import Callable, Mapping

from cjsite.base.content_path import is_reserved
from cjsite.base.problem import Place
from cjsite.exchange.read_back import read_back
from cjsite.exchange.registry_files import RegistryFiles, registry_files
from cjsite.exchange.site_content import FOLDER_OF, SiteContent
from cjsite.exchange.source_words import texts_of, words_in
from cjsite.exchange.yaml_writer import persona_markdown, registry_yaml
from cjsite.model.persona import Persona
from cjsite.model.slugs import slug
from cjsite.model.types import Identified, Kind

_SUFFIXES = ("yml", "yaml", "md")


class PlacedThings:
    """The things of a site that maps name, and those that come along with maps."""

    def __init__(self, site: SiteContent) -> None:
        self._site = site
        self._things = {kind: dict(things) for kind, things in site.things.items()}
        self._new: list[tuple[Kind, Identified]] = []

    def copy(self) -> "PlacedThings":
        """Return the same, to go on from without changing it."""
        copy = PlacedThings(self._site)
        copy._things = {kind: dict(things) for kind, things in self._things.items()}
        copy._new = list(self._new)
        return copy

    def place(self, kind: Kind, thing: Identified, source: Place) -> Identified:
        """Return a thing as the site has it: one that says the same, and perhaps more, is it already.

        source: of the map that names it. Raises NotImported.
        """
        things = self._things[kind]
        if same := next((own for own in things.values() if _is_within(thing, own)), None):
            return same
        name = as_id(thing.id) or slug(thing.title) or kind
        name = free_name(f"{name}-{kind}" if is_reserved(name) else name, lambda other: self._is_taken(kind, other))
        own = thing.but(id=name)
        things[name] = read_back(*_file(kind, own), self._site.words, source)
        self._new.append((kind, own))
        return things[name]

    def files(self) -> RegistryFiles:
        """Return the files that hold what the site does not have yet."""
        added: dict[Kind, list[Identified]] = {}
        personas: dict[str, bytes] = {}
        for kind, thing in self._new:
            if isinstance(thing, Persona):
                path, data = _file(kind, thing)
                personas[path] = data
            else:
                added.setdefault(kind, []).append(thing)
        registries = registry_files(self._site, added)
        return RegistryFiles({**personas, **registries.new}, registries.longer)

    def _is_taken(self, kind: Kind, name: str) -> bool:
        paths = (f"{FOLDER_OF[kind]}/{name}.{suffix}" for suffix in _SUFFIXES)
        return name.casefold() in map(str.casefold, self._things[kind]) or any(map(self._site.has, paths))


def _file(kind: Kind, thing: Identified) -> tuple[str, bytes]:
    """Return the file that a thing could have alone: its path, and its bytes."""
    if isinstance(thing, Persona):
        return f"personas/{thing.id}.md", persona_markdown(thing).encode()
    return f"{FOLDER_OF[kind]}.yml", registry_yaml([thing]).encode()


def as_id(name: str) -> str:
    """Return a name as it is if a file may be called so, else made into one that may."""
    made = slug(name)
    return name if made and made == name.casefold().replace("_", "-").replace(".", "-") else made


def free_name(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return a name, with a number behind it if it is taken."""
    if not is_taken(name):
        return name
    number = 2
    while is_taken(f"{name}-{number}"):
        number += 1
    return f"{name}-{number}"


def _is_within(thing: Identified, other: Identified) -> bool:
    """Tell whether a thing is called like another, and says nothing that this does not."""
    title = slug(thing.title)
    is_named_so = other.id.casefold() == thing.id.casefold() or bool(title and slug(other.title) == title)
    return is_named_so and set(words_in(texts_of(thing))) <= set(words_in(texts_of(other)))


COMES_ALONG: Mapping[Kind, str] = {
    "department": "departments",
    "channel": "channels",
    "evidence": "evidence",
    "metric": "metrics",
    "persona": "personas",
    "opportunity": "opportunities",
}
"""The fields of a map that comes in, in an order in which each names only what was placed before it."""

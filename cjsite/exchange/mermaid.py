"""Journey diagrams of Mermaid, alone or inside whatever holds them, as maps of the model.

Format: Mermaid 11.17, https://mermaid.js.org/syntax/userJourney.html.
"""

import posixpath
from collections.abc import Sequence

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported, TakenAs
from cjsite.exchange.mermaid_journey import journey_of
from cjsite.exchange.mermaid_map import MermaidIds, map_of
from cjsite.exchange.mermaid_source import MermaidDiagram, decoded, diagrams_in

_SUFFIXES = (".mmd", ".mermaid")
_MOST_REPLACED = 0.1
MOST_SIGNS = 1_000_000


def is_mermaid(path: str, data: bytes) -> bool:
    """Tell whether a file is a Mermaid diagram, or holds one of the type `journey`."""
    if path.lower().endswith(_SUFFIXES):
        return True
    if len(data) > 4 * MOST_SIGNS:
        return False
    if b"journey" not in data.lower().replace(b"\0", b"") and b"mermaid" not in data[:400].lower():
        return _is_other_diagram(path, data)
    return any(diagram.is_journey for diagram in diagrams_in(path, decoded(data)[0])) or _is_other_diagram(
        path, data
    )


def _is_other_diagram(path: str, data: bytes) -> bool:
    first = next(diagrams_in(path, decoded(data[:20_000])[0]), None)
    return first is not None and first.lines[0].place.line == 1 and first.lines[0].place.column == 1


def read_mermaid(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:
    """Return a map for each journey diagram in a file; one that is shown twice is one map.

    Raises NotImported for a file that holds none.
    """
    text, encoding = decoded(data)
    if not text.strip() or text.count("\ufffd") > _MOST_REPLACED * len(text):
        raise NotImported(Place(path), "this is no text, and so no Mermaid diagram")
    if len(text) > MOST_SIGNS:
        sentence = f"this file has {len(text):,} characters, and at most {MOST_SIGNS:,} are searched for diagrams"
        raise NotImported(Place(path), sentence)
    diagrams = tuple(diagrams_in(path, text))
    journeys = {_words(diagram): diagram for diagram in reversed(diagrams) if diagram.is_journey}
    if not journeys:
        raise NotImported(*_refusal(path, diagrams))
    stem = posixpath.splitext(posixpath.basename(path))[0]
    maps, refused, ids = [], [], MermaidIds()
    for diagram in reversed(journeys.values()):
        try:
            maps.append(map_of(journey_of(diagram), options, ids, stem if stem.strip("-") else "Journey"))
        except NotImported as error:
            refused.append(error)
    if not maps:
        raise refused[0]
    aside = [TakenAs(error.place, "a `journey` diagram", f"nothing: {error.sentence}") for error in refused]
    if encoding != "UTF-8":
        aside.append(TakenAs(Place(path), "the file", f"text in {encoding}"))
    return (replace(maps[0], taken=(*aside, *maps[0].taken)), *maps[1:])


def _words(diagram: MermaidDiagram) -> tuple[str, ...]:
    return tuple(line.text for line in diagram.lines if line.text)


def _refusal(path: str, diagrams: Sequence[MermaidDiagram]) -> tuple[Place, str]:
    if not diagrams:
        return Place(path), "there is no `journey` diagram of Mermaid in this file"
    kinds = list(dict.fromkeys(f"`{diagram.kind}`" for diagram in diagrams))
    types = f"types {', '.join(kinds[:-1])} and {kinds[-1]}" if len(kinds) > 1 else f"type {kinds[0]}"
    place = next((line.place for line in diagrams[0].lines if line.text), Place(path))
    return place, f"this is Mermaid of the {types}; of its diagrams, only a `journey` is a journey map"

"""What stands around a table: its map's title, whose journey it is, the goal, the story."""

import re
from collections.abc import Iterator, Sequence

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid
from cjsite.exchange.imported import Doubt
from cjsite.exchange.lane_words import contains_role, has_role, label_key
from cjsite.exchange.table_cells import is_blank, is_placeholder, unmarked
from cjsite.exchange.table_shape import rectangle

_LABELLED = re.compile(
    r"^\s*(?:[-*+•]\s+|>\s*)?(?P<label>\*\*[^*\n]{1,60}?\*\*\s*[:：]?|__[^_\n]{1,60}__\s*[:：]?|[^\s:：*_`\[|][^:：\n*]{0,40}?\s*[:：])"
    r"(?!//)\s*(?P<text>\S.*)",
    re.DOTALL,
)
_BESIDE = re.compile(r"\s+[·•|]\s+")
_NUMBER = re.compile(r"^\s*(?:#+\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.)、．]?|[IVX]{1,4}[.)])\s+")
_GENERIC = re.compile(r"[\W_]+")
_HOLLOW = ("map", "mapping", "the", "of", "stages", "table", "summary", "overview", "details", "detail",
           "stage-by-stage", "phase-by-phase", "step-by-step")  # fmt: skip
_IN_SHORT = ("in short", "in brief", "at a glance", "auf einen blick", "kurz", "kurzfassung", "übersicht")
_STATES = ("to-be", "as-is", "to-be-alone", "as-is-alone")
_KINDS = ("persona", "segment", "job-to-be-done", "scenario", "journey-goal", "business-goal", "product",
          "motivation", "expectations", "title")  # fmt: skip


@frozen
class TextAround:
    """What stands around a table by what it is, and the rest as prose."""

    by_kind: tuple[tuple[str, Place, str], ...]
    prose: tuple[tuple[Place, str], ...]

    def first(self, kind: str) -> str:
        """Return the first text of a kind, '' if there is none."""
        return next((text for name, _, text in self.by_kind if name == kind), "")


def kind_of(label: str) -> str:
    """Return what a label says of a whole map, '' if it says nothing; its one actor is whose map it is."""
    kind = next((kind for kind in _KINDS if has_role(label, kind)), "")
    return "persona" if not kind and has_role(label, "persona-actor") else kind


def around(texts: Sequence[tuple[Place, str]]) -> TextAround:
    """Return texts by what their labels say that they are."""
    by_kind: list[tuple[str, Place, str]] = []
    prose: list[tuple[Place, str]] = []
    for place, text in entries(texts):
        match = _LABELLED.match(text)
        kind = kind_of(match["label"].strip("*_:： ")) if match else ""
        if match and kind and not any(kind == other for other, _, _ in by_kind):
            by_kind.append((kind, place, match["text"].strip()))
        else:
            prose.append((place, text))
    return TextAround(tuple(by_kind), tuple(prose))


def entries(texts: Sequence[tuple[Place, str]]) -> Iterator[tuple[Place, str]]:
    """Yield texts, those whose lines all bear labels line by line."""
    for place, text in texts:
        lines = [line for line in text.splitlines() if line.strip()]
        beside = _BESIDE.split(text)
        if len(beside) > 1 and all(map(_LABELLED.match, beside)):
            yield from ((place, part.strip()) for part in beside)
        elif len(lines) > 1 and all(_LABELLED.match(line) for line in lines):
            for number, line in enumerate(lines):
                yield Place(place.path, place.line + number, place.column), line.strip()
        else:
            yield place, text


def heading_text(text: str) -> str:
    """Return a heading without its number and marks."""
    return _NUMBER.sub("", unmarked(text)).strip(" :#") or unmarked(text)


def is_generic_title(text: str) -> bool:
    """Tell whether a heading only says that a journey follows, and not which."""
    key = label_key(_NUMBER.sub("", text))
    plain = " ".join(word for word in key.split(" ") if word not in _HOLLOW)
    journey = has_role(plain, "strong-journey") or has_role(key, "strong-journey")
    return not plain or key in _IN_SHORT or journey or has_role(plain.removeprefix("journey "), "stage")


def title_of(grid: Grid, path: str, texts: TextAround) -> tuple[str, Place]:
    """Return what a map is called, by what names it best: its heading, those above, the file."""
    if texts.first("title"):
        return unmarked(texts.first("title")), grid.place
    headings = [*([(grid.place, grid.title)] if grid.title.strip() else []), *reversed(grid.headings)]
    state = heading_text(headings[0][1]) if headings and is_state(headings[0][1]) else ""
    outer = headings[1:] if state else headings
    telling = [entry for entry in outer if not is_generic_title(entry[1])] or outer[-1:]
    if telling:
        place, text = telling[0]
        return (f"{heading_text(text)}: {state}" if state else heading_text(text)), place
    if state:
        return state, headings[0][0]
    stem = path.rpartition("/")[2].rpartition(".")[0] or path
    words = _GENERIC.sub(" ", stem).strip()
    return (words[:1].upper() + words[1:] or "Journey"), grid.place


def doubt_of_title(grid: Grid, texts: TextAround) -> Iterator[Doubt]:
    """Yield that a map is called by its file, where nothing in that says what it is a map of."""
    if not (texts.first("title") or grid.title.strip() or grid.headings):
        message = "nothing in the file says what this is a map of; it is called by the file's name"
        yield Doubt(grid.place, "", message, "title")


def is_state(text: str) -> bool:
    """Tell whether a heading only says whether a map shows what is, or what should be."""
    key = label_key(_NUMBER.sub("", text))
    return any(has_role(part, role) for part in (key, key.replace(" journey", "")) for role in _STATES)


def is_to_be(titles: Sequence[str]) -> bool:
    """Tell whether the nearest heading that says so says that a map shows what should be."""
    for title in titles:
        if contains_role(title, "as-is") or has_role(title, "as-is-alone"):
            return False
        if contains_role(title, "to-be") or has_role(title, "to-be-alone"):
            return True
    return False


def properties_of(grid: Grid) -> tuple[tuple[str, Place, str], ...]:
    """Return what a table of two columns says of a whole map, like its goal; nothing if it is another table."""
    rows = rectangle(grid.rows)
    if not rows or len(rows[0]) != 2:
        return ()
    pairs = [(kind_of(row[0].text), row[1].place, row[1].text) for row in rows if not is_blank(row[1].text)]
    kinds = {kind for kind, _, _ in pairs if kind}
    if len(kinds) < 2 and not (kinds and grid.is_front):
        return ()
    return tuple((kind, place, text) for kind, place, text in pairs if kind and not is_placeholder(text))


def said_of_map(grids: Sequence[Grid], table: Grid) -> tuple[tuple[str, Place, str], ...]:
    """Return what is said of a map elsewhere than above its table: before all, in lists, below other headings."""
    over = {place for place, _ in table.headings}
    said: list[tuple[str, Place, str]] = []
    for grid in grids:
        if not all(place in over for place, _ in grid.headings):
            continue
        kind = kind_of(heading_text(grid.title)) if grid.title else ""
        if grid.rows:
            said += properties_of(grid)
        elif grid.place in over:
            said += around(grid.above).by_kind
        elif kind not in ("", "persona", "title"):
            said.append((kind, grid.place, "\n".join(text for _, text in grid.above)))
        elif not kind and len(listed := around(grid.above).by_kind) > 1:
            said += listed
    return tuple(entry for n, entry in enumerate(said) if entry[0] not in {kind for kind, _, _ in said[:n]})

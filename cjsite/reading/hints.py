"""Did you mean …: the nearest of the names that would have been right."""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

SYNONYMS: Mapping[str, str] = {
    "action": "actions", "activities": "actions", "activity": "actions", "doing": "actions", "does": "actions",
    "thinking": "thoughts", "thinks": "thoughts", "thought": "thoughts",
    "feeling": "emotion", "feelings": "emotion", "feels": "emotion", "mood": "emotion", "sentiment": "emotion",
    "pain": "pain_points", "pains": "pain_points", "problems": "pain_points", "frustrations": "pain_points",
    "pleasures": "gains", "needs": "expectation", "wants": "expectation", "expectations": "expectation",
    "ideas": "opportunities", "solutions": "opportunities", "improvements": "opportunities",
    "team": "department", "departments": "department", "dept": "department", "responsible": "owner",
    "channels": "channel", "medium": "channel", "quote": "quotes", "name": "title", "heading": "title",
    "description": "narrative", "summary": "narrative", "story": "narrative", "text": "narrative",
    "phases": "stages", "columns": "stages", "time": "duration", "waiting": "wait", "kpi": "metrics",
    "kpis": "metrics", "nav": "menu", "navigation": "menu", "site_name": "title", "site_title": "title",
    "site_url": "address", "base_url": "address", "baseurl": "address", "url": "address", "homepage": "address",
    "label": "title", "image": "photo", "picture": "photo", "avatar": "photo",
    "lang": "language", "locale": "language",
    "moment": "moment_of_truth", "mot": "moment_of_truth", "objective": "goal", "objectives": "goal",
    "customer": "persona", "actor": "actors", "source": "evidence", "sources": "evidence", "proof": "evidence",
    "titel": "title", "ziel": "goal", "ziele": "goal", "sprache": "language", "phasen": "stages",
    "schritte": "steps", "kanal": "channel", "kanäle": "channel", "abteilung": "department",
    "gefühl": "emotion", "gefühle": "emotion",
    "gedanken": "thoughts", "dauer": "duration", "wartezeit": "wait", "quelle": "evidence", "quellen": "evidence",
    "belege": "evidence", "schmerz": "pain_points", "schmerzpunkte": "pain_points", "chancen": "opportunities",
    "kennzahlen": "metrics", "zitat": "quotes", "zitate": "quotes", "handlung": "actions", "handlungen": "actions",
}  # fmt: skip
"""What people call a field, by what it is called here; asked before letters are compared."""


_ID = re.compile(r"\w[\w.-]*(?:#\w[\w.-]*)?")
_SINGLE = frozenset(
    {"channel", "department", "owner", "parent", "derived_from", "to", "from", "compensated_by", "metric"}
)
"""Fields that hold the name of one thing, and no list."""


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that the author most likely meant, None if none is near."""
    by_case = {name.casefold().replace("_", "-"): name for name in names}
    wanted = word.casefold().replace("_", "-").replace(" ", "-").strip()
    found = get_close_matches(wanted, by_case, n=1, cutoff=0.6)
    if not found:
        found = [
            name for name in by_case if len(wanted) > 2 and (name.startswith(wanted) or wanted.startswith(name))
        ]
    return by_case[found[0]] if found else None


def stranger(persona: str) -> tuple[str, str]:
    """Return what is wrong with a persona that is not the map's, and the mend."""
    return f"'{persona}' is not one of this map's personas", f"add `{persona}` to `personas:`"


def meant(word: str, names: Iterable[str], most: int | None = 8) -> str:
    """Return `did you mean 'x'?`, or the choice there is, or nothing; most: names told at most, None for all."""
    ordered = sorted(names)
    near = nearest(word, ordered)
    if near:
        return f"did you mean '{near}'?"
    if not ordered:
        return ""
    shown = ", ".join(ordered[:most]) + (" …" if most is not None and len(ordered) > most else "")
    return f"there is {shown}" if len(ordered) > 1 else f"there is only {shown}"


def other_form(name: str, ids: Collection[str], field: str) -> str:
    """Return the mend for a title where an id belongs, or for several ids in one text; '' where it is neither.

    field: of one id, '' in a list of them.
    """
    parts = [part.strip() for part in re.split("[,;]", name)]
    if len(parts) > 1 and all(map(_ID.fullmatch, parts)):
        # Of a journey's personas one may be named first; all others stand in the list.
        listed = f"[{', '.join(parts)}]"
        plural = f"write `personas: {listed}`" if field == "persona" else f"write a list: {listed}"
        return "name one of them" if field in _SINGLE else plural
    if not isinstance(ids, Mapping):
        return ""
    by_title = {thing.title: id_ for id_, thing in ids.items() if thing.title}
    called = nearest(name, by_title) if nearest(name, ids) is None else None
    return f"write its id: {by_title[called]}" if called else ""

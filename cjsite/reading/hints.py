"""Did you mean …: the nearest of the names that would have been right."""

from collections.abc import Iterable
from difflib import get_close_matches


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


def meant(word: str, names: Iterable[str]) -> str:
    """Return `did you mean 'x'?`, or the choice there is, or nothing."""
    known = sorted(names)
    near = nearest(word, known)
    if near:
        return f"did you mean '{near}'?"
    if not known:
        return ""
    shown = ", ".join(known[:8]) + (" …" if len(known) > 8 else "")
    return f"there is {shown}" if len(known) > 1 else f"there is only {shown}"

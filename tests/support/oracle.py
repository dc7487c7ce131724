"""The figures of maps by arithmetic of our own on their YAML: nothing of cjsite is used, and its pages must agree.

Maps are read as texts, as an author sees them; feelings are numbers, lengths of time single ones. Written from "How
the figures are made".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

Tree = dict[str, Any]
WORDS = {"happy": "1.5", "annoyed": "-1", "wistful": "0.3"}
"""Feelings that the example has in a word only, with the numbers of the lists and of its own `emotion_words`."""
_MINUTES = {"m": 1, "h": 60, "d": 1440, "w": 10080}


@dataclass
class Felt:
    """A feeling at a place on the way, counted from 0; place: of a step as a whole, where it stands first."""

    title: str
    place: int
    value: Decimal


@dataclass
class Lived:
    """A map as one persona lives it on one route."""

    feelings: list[Felt]
    places: int
    known: int
    ending: Decimal | None

    @property
    def mean(self) -> Decimal | None:
        at: dict[tuple[int, str], list[Decimal]] = {}
        for felt in self.feelings:
            at.setdefault((felt.place, felt.title), []).append(felt.value)
        means = [sum(values, Decimal()) / len(values) for values in at.values()]
        return sum(means, Decimal()) / len(means) if means else None


def journeys(content: Path) -> dict[str, Tree]:
    """Return the maps that are written in YAML, by id, those that figures count."""
    read = {
        path.stem: yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) for path in content.glob("journeys/*.yml")
    }
    return {
        name: tree for name, tree in read.items()
        if tree.get("state", "as-is") == "as-is" and tree.get("status") != "archived"
    }  # fmt: skip


def listed(value: Any) -> list[Any]:
    """Return what may be one thing or a list of them as a list."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def people(tree: Tree) -> list[str]:
    """Return the personas of a map; '' where it names none."""
    return list(dict.fromkeys([*listed(tree.get("persona")), *listed(tree.get("personas"))])) or [""]


def routes(tree: Tree, persona: str) -> list[str]:
    """Return the routes that a persona may take."""
    paths = tree.get("paths") or {}
    open_to = [
        name for name, path in paths.items() if persona in (listed((path or {}).get("personas")) or [persona])
    ]
    return ["main", *(name for name in open_to if name != "main")]


def steps(tree: Tree, route: str) -> Iterator[Tree]:
    """Yield the steps that a route walks, in the order of the file."""
    for stage in tree["stages"]:
        for step in listed(stage.get("steps")):
            step = step if isinstance(step, dict) else {"title": step}
            if not listed(step.get("path")) or route in listed(step.get("path")):
                yield step


def meetings(step: Tree) -> list[Tree]:
    """Return the touchpoints of a step: itself, where it has one at most."""
    own = [one if isinstance(one, dict) else {"title": one} for one in listed(step.get("touchpoints"))]
    return own if len(own) > 1 else [{**step, **(own[0] if own else {})}]


def values(thing: Tree, persona: str) -> list[Decimal]:
    """Return what a persona feels at a touchpoint or step, in the order of time."""
    mine = (thing.get("emotions") or {}).get(persona, thing.get("emotion"))
    found = [sample.get("value", "") if isinstance(sample, dict) else str(sample) for sample in listed(mine)]
    return [Decimal(str(WORDS.get(value, value)).replace("−", "-")) for value in found if value]


def lived(tree: Tree, persona: str, route: str) -> Lived:
    """Return a map as a persona lives it on a route."""
    feelings: list[Felt] = []
    place = known = 0
    ending: Decimal | None = None
    for step in steps(tree, route):
        own = meetings(step)
        whole = values(step, persona) if len(own) > 1 else []
        first = None
        for meeting in own:
            mine = values(meeting, persona)
            if not mine and whole:
                # It stands for all that have none, and weighs once.
                first = place if first is None else first
                mine = whole if first == place else []
                known += 1
                ending = whole[-1]
            else:
                known += bool(mine)
                ending = mine[-1] if mine else None
            title = step["title"] if mine is whole else str(meeting.get("title", step["title"]))
            feelings += [Felt(title, place, value) for value in mine]
            place += 1
    return Lived(feelings, place, known, ending)


def worst(tree: Tree) -> tuple[str, Decimal | None]:
    """Return the persona who fares worst, and their lowest feeling on any route; then the main mean decides."""
    faring = []
    for persona in people(tree):
        felt = [f.value for route in routes(tree, persona) for f in lived(tree, persona, route).feelings]
        mean = lived(tree, persona, "main").mean
        faring.append((min(felt, default=Decimal(99)), Decimal(99) if mean is None else mean, persona))
    low, _, persona = min(faring)
    return persona, None if low == 99 else low


def peak_end(life: Lived, middle: Decimal) -> Decimal | None:
    """Return the mean of the strongest feeling, of two as strong the bad one, and the last."""
    if life.ending is None or not life.feelings:
        return None
    peak = max((felt.value for felt in life.feelings), key=lambda value: (abs(value - middle), -value))
    return (peak + life.ending) / 2


def spent(tree: Tree, route: str, field: str) -> tuple[Decimal | None, int, int]:
    """Return the minutes or contacts stated along a route, at how many touchpoints, and how many there are."""
    found: list[Decimal] = []
    stated = total = 0
    for step in steps(tree, route):
        own = meetings(step)
        texts = [meeting.get(field) for meeting in own]
        whole = step.get(field) if len(own) > 1 and field != "contacts" else None
        # What a step says stands for those of its touchpoints that say nothing, and is spent once.
        found += [_amount(text) for text in (*texts, whole if None in texts else None) if text]
        stated += len(own) if whole else sum(text is not None for text in texts)
        total += len(own)
    return (sum(found, Decimal()) if found else None), stated, total


def _amount(text: str) -> Decimal:
    if text.isdigit():
        return Decimal(text)
    return sum((Decimal(part[:-1]) * _MINUTES[part[-1]] for part in text.split()), Decimal())


def risks(tree: Tree) -> list[str]:
    """Return the grade of each moment of truth, whoever fares worst there; on −2 to +2."""
    lowest: dict[int, list[Decimal]] = {}
    moments: dict[int, Tree] = {}
    for persona in people(tree):
        for route in routes(tree, persona):
            for step in steps(tree, route):
                for meeting in meetings(step):
                    at = id(step) if len(meetings(step)) == 1 else id(meeting)
                    mine = values(meeting, persona) or values(step, persona)
                    # Of several feelings in one touchpoint the strongest stands for it.
                    lowest.setdefault(at, []).extend(sorted(mine, key=abs)[-1:])
                    if meeting.get("moment_of_truth") is not None:
                        moments[at] = meeting
    return [_grade(meeting, min(lowest[at], default=None)) for at, meeting in moments.items()]


def _grade(meeting: Tree, low: Decimal | None) -> str:
    said = meeting["moment_of_truth"]
    rate = said.get("bail_rate") if isinstance(said, dict) else None
    share = Decimal(rate.rstrip("% ")) if rate else None
    importance = int(meeting.get("importance") or 3)
    if low is not None and low <= Decimal("-1.5"):
        return "high"
    if low is not None and low < 0 and share is not None and share >= 25 and importance >= 4:
        return "high"
    if (share is not None and share >= 10) or (low is not None and low < 0):
        return "some"
    return "unknown" if low is None and share is None else "low"


def written(value: Decimal | None, signs: bool = True) -> str:
    """Return a feeling as pages write it: one decimal, half away from zero."""
    if value is None:
        return "Not known"
    tenth = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    sign = "−" if tenth < 0 else "+" if tenth > 0 and signs else ""
    return f"{sign}{abs(tenth)}"

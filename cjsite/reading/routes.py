"""What a map's paths must agree on: each customer takes one route, and its personas are the map's."""

from math import fsum

from cjsite.model.journey import Journey
from cjsite.model.step import StepFields
from cjsite.model.types import MAIN
from cjsite.reading.hints import stranger
from cjsite.reading.placed_steps import placed_steps, placed_touchpoints
from cjsite.reading.source import Source
from cjsite.reading.tree import Loc, mark_of


def check_routes(journey: Journey, tree: object, source: Source) -> None:
    """Note what contradicts itself in a journey's paths."""
    _check_shares(journey, tree, source)
    if any(path.personas for path in journey.paths.values()):
        _check_personas(journey, tree, source)
        _check_feelings(journey, tree, source)


def _check_personas(journey: Journey, tree: object, source: Source) -> None:
    for name, path in journey.paths.items():
        if name == MAIN and path.personas:
            mark = mark_of(tree, ("paths", name, "personas"), key=True)
            mend = "remove it, and name personas at the paths that not all of them may take"
            source.problem(mark, "`main` is open to every persona", mend)
            continue
        for index, persona in enumerate(path.personas):
            if persona not in journey.people:
                source.problem(mark_of(tree, ("paths", name, "personas", index)), *stranger(persona))


def _check_feelings(journey: Journey, tree: object, source: Source) -> None:
    """Note feelings of personas who never come by: no route of theirs would count them."""
    for loc, step in placed_steps(journey):
        absent = [persona for persona in journey.people if not _comes_by(persona, step, journey)]
        if absent:
            _check_step(step, absent, loc, tree, source)


def _comes_by(persona: str, step: StepFields, journey: Journey) -> bool:
    # What is not declared keeps nobody out, and `main` need not be.
    paths = journey.paths
    return not step.path or any(name not in paths or paths[name].is_open_to(persona) for name in step.path)


def _check_step(step: StepFields, absent: list[str], loc: Loc, tree: object, source: Source) -> None:
    for part, meeting in placed_touchpoints(loc, step):
        for persona in absent:
            if persona in meeting.emotions:
                mark = mark_of(tree, (*part, "emotions", persona), key=True)
                mend = f"take the feeling off, or add `{persona}` to the `personas` of such a path"
                source.problem(mark, f"'{persona}' may take none of the paths of this step", mend)


def _check_shares(journey: Journey, tree: object, source: Source) -> None:
    shares = {name: path.share for name, path in journey.paths.items() if path.share is not None}
    total = round(fsum(shares.values()), 6)
    if total > 100:
        mark = mark_of(tree, ("paths", list(shares)[-1], "share"))
        mend = "each is a share of all customers, and `main` has what the others leave"
        source.problem(mark, f"the shares of these paths add up to {total:g}%", mend)
    elif total < 100 and MAIN in shares and journey.paths.keys() == shares.keys():
        rest = round(100 - total + shares[MAIN], 6)
        mark = mark_of(tree, ("paths", MAIN, "share"))
        message = f"the other paths leave {rest:g}% of all customers for `main`, not {shares[MAIN]:g}%"
        source.problem(mark, message, "remove the share of `main`, or mend another")

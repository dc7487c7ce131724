"""Journeys written in a line, for tests of what is computed from them."""

from collections.abc import Mapping

from cjsite.model.journey import Journey

Fields = Mapping[str, object]


def journey(*steps: Fields, **fields: object) -> Journey:
    """Return a journey of one stage with these steps; each gets a title and an id if it has none."""
    named = [{"title": f"Step {n}", "id": f"s{n}", **step} for n, step in enumerate(steps, 1)]
    stages = [{"title": "All", "id": "all", "phase": "during", "steps": named}]
    return Journey.model_validate({"title": "Coffee", "id": "coffee", "stages": stages, **fields})

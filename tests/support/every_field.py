"""A journey that uses every field of the format, each text a word of its own."""

import json

from cjsite.model.journey import OF_STEP, Journey, Stage
from cjsite.model.step import SPANNING, Step
from cjsite.model.touchpoint import Touchpoint, TouchpointFields
from cjsite.model.types import Kind
from tests.support.filled import Filler

_IDS: dict[Kind, str] = {
    "audience": "everyone", "channel": "phone", "department": "support", "evidence": "talks", "journey": "b",
    "metric": "csat", "opportunity": "o", "page": "p", "path": "detour", "persona": "priya", "step": "known",
}  # fmt: skip
_FIXED: dict[str, object] = {
    "image": {"file": "x.png", "alt": "zqalt", "credit": "zqcredit"},
    "emotion": [{"value": -1, "words": ["zqword"], "trigger": "zqtrigger", "because": "zqbecause"}],
    "waive": [],
    "emotion_scale": {"min": -3, "max": 3, "labels": {"-1.7": "zqlabel"}},
    "language": "en",
    "done_on": None,
}
_WORLD = """
-- departments.yml --
support: {title: Service}
-- channels.yml --
phone: {title: Phone, control: none}
-- evidence.yml --
talks: {title: Interviews, source: customer}
-- personas/priya.md --
---
title: Priya Nair
quote: It is my office
---
-- journeys/b.yml --
title: The other one
stages: [{title: S, steps: [{title: Known, id: known}]}]
-- journeys/x.png --
"""


def every_field() -> tuple[str, list[str]]:
    """Return the files of a site whose journey `a` uses every field there is, and the words in it."""
    filler = Filler(_IDS, _FIXED)
    journey = filler.fill(Journey, "stages", "paths", "derived_from", "parent", "personas", "state")
    journey |= {"paths": {"detour": {"title": "zqdetour", "share": "30%"}}, "parent": "b"}
    plain = filler.fill(Step, "touchpoints", "caused_by") | {"caused_by": "known"}
    of_touchpoints = TouchpointFields.model_fields.keys() - {"emotion", *SPANNING}
    steps = [{"title": "Known", "id": "known"}, plain]
    # What a step says for several touchpoints: for all, for one, and each says it for itself.
    for own in ((), SPANNING), ((), ()), (SPANNING, SPANNING):
        meetings = [filler.fill(Touchpoint, *without, "emotion") for without in own]
        steps.append(filler.fill(Step, "touchpoints", *of_touchpoints) | {"touchpoints": meetings})
    journey["stages"] = [filler.fill(Stage, "steps", *OF_STEP) | {"steps": steps}]
    # A stage that is its only step.
    journey["stages"].append(filler.fill(Stage, "steps", "touchpoints", "caused_by"))
    more = ["zqdetour", "zqalt", "zqcredit", "zqword", "zqtrigger", "zqbecause", "zqlabel"]
    return f"-- journeys/a.yml --\n{json.dumps(journey)}\n{_WORLD}", [*filler.words, *more]

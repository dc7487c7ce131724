"""Fields of a map as people read them in a document: what is named by an id by its title, lists as lists."""

from collections.abc import Iterable, Mapping
from typing import Any

from cjsite.analysis.journey_input import JourneyInput
from cjsite.model.amount import Amount
from cjsite.model.emotion import Sample
from cjsite.model.opportunity import Opportunity
from cjsite.model.step import PainPoint
from cjsite.model.touchpoint import Backstage, Handoff, MomentOfTruth, Touchpoint
from cjsite.model.types import Record

OF_JOURNEY = (
    "personas", "persona", "segment", "job", "product", "scenario", "goal", "business_goal", "motivation",
    "expectations", "alternatives", "state", "status", "owner", "contributors", "reviewed_on", "review_every",
    "version", "parent", "derived_from", "evidence", "tags",
)  # fmt: skip
OF_STAGE = ("phase", "goal", "time", "ends", "incentive")
OF_POINT = (
    "actions", "actors", "thoughts", "quotes", "touchpoints", "channel", "department", "device", "place", "why",
    "emotion", "emotions", "satisfaction", "importance", "intensity", "functional", "expectation", "promise",
    "moment_of_truth", "pain_points", "gains", "opportunities", "frontstage", "backstage", "props", "handoff",
    "duration", "wait", "contacts", "cost", "benefit", "metrics", "evidence", "confidence", "perceived", "intended",
    "domain", "caused_by", "path", "journey", "tags", "notes",
)  # fmt: skip
_LABELS = {
    "job": "Job to be done", "review_every": "Reviewed every", "parent": "Part of", "why": "Why this way",
    "emotions": "Emotions by persona", "functional": "Functional value", "wait": "Waiting time",
    "journey": "Shown in detail in", "ends": "How it ends", "incentive": "To come back",
}  # fmt: skip
"""What fields are called whose names alone say too little."""
_JOINED = {"personas", "device", "tags", "domain", "actors", "path", "contributors"}
"""Lists of short things, which stand on one line."""


class MarkdownFields:
    """How the values of one map are written."""

    def __init__(self, inputs: JourneyInput) -> None:
        self.inputs = inputs
        self.titles: Mapping[str, Mapping[str, Any]] = {
            "department": inputs.departments, "owner": inputs.departments, "channel": inputs.channels,
            "evidence": inputs.evidence, "metrics": inputs.metrics, "opportunities": inputs.opportunities,
            "persona": {own.id: own for own in inputs.personas},
        }  # fmt: skip

    def label(self, name: str) -> str:
        """Return what a field is called, with the scale that its numbers stand on."""
        label = _LABELS.get(name) or name.replace("_", " ").capitalize()
        if name not in ("emotion", "emotions", "functional"):
            return label
        return f"{label} ({self.inputs.scale.min:g} to {self.inputs.scale.max:g})"

    def text(self, name: str, value: Any) -> str:
        """Return what a field says, '' for nothing."""
        if isinstance(value, tuple):
            texts = [text for item in value if (text := self.text(name, item))]
            # Commas may stand in names; what reads this again parts at semicolons alone.
            joint = "; " if any("," in text for text in texts) or name == "actors" else ", "
            return joint.join(texts) if name in _JOINED else texts[0] if len(texts) == 1 else self.listed(texts)
        if isinstance(value, dict):
            return self.listed(self._pair(name, key, own) for key, own in value.items())
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, float):
            return f"{value:g}"
        return "" if value is None else self._title(name, str(getattr(value, "text", value)))

    def listed(self, texts: Iterable[str]) -> str:
        """Return texts as a list; further lines of one stand below its beginning."""
        return "\n".join("- " + "\n  ".join(text.strip().split("\n")) for text in texts)

    def _title(self, name: str, text: str) -> str:
        kind = "persona" if name in ("personas", "emotions", "actors") else name
        thing = self.titles.get(kind, {}).get(text)
        if name in ("caused_by", "journey", "parent", "derived_from"):
            return self._elsewhere(text)
        return thing.title if thing else self.inputs.cast.get(text, text) if name == "actors" else text.strip()

    def _elsewhere(self, name: str) -> str:
        """Return the title of a step, or of another journey."""
        inputs = self.inputs
        others = {own.id: own.title for own in (inputs.parent, inputs.basis) if own}
        steps = {step.id: step.title for step in inputs.journey.steps()}
        return steps.get(name) or others.get(name) or inputs.titles.get(name, name)

    def _pair(self, name: str, key: str, value: Any) -> str:
        text = self.text(name, value)
        return f"{self._title(name, key)}: {text}" if text else self._title(name, key)

    def _record(self, record: Record) -> str:
        if isinstance(record, Sample):
            return self._feeling(record)
        if isinstance(record, PainPoint):
            return record.text + (f" (severity {record.severity.word or record.rank})" if record.severity else "")
        if isinstance(record, Opportunity):
            return self._title("opportunities", record.title)
        if isinstance(record, Amount):
            return str(record)
        if isinstance(record, Backstage):
            who = self._title("department", record.department) if record.department else ""
            return ": ".join(filter(None, (who, record.does))) + (f" ({record.system})" if record.system else "")
        if isinstance(record, Handoff):
            parts = (record.carries, f"after {record.wait.text}" if record.wait else "", record.quality or "")
            return ": ".join(filter(None, (self._title("department", record.to), ", ".join(filter(None, parts)))))
        if isinstance(record, MomentOfTruth):
            ways = (("those who go on", record.continues), ("those who give up", record.bails_out))
            rate = f"{record.bail_rate:g}% give up" if record.bail_rate is not None else ""
            said = (record.asks, *(f"{who}: {text}" for who, text in ways if text), rate)
            return "; ".join(filter(None, said)) or "yes"
        if isinstance(record, Touchpoint):
            return self._touchpoint(record)
        return ""

    def _feeling(self, sample: Sample) -> str:
        number = "" if sample.value is None else f"{sample.value:g}"
        said = " ".join(filter(None, (number, ", ".join(sample.said))))
        return f"{said} – {sample.trigger.strip()}" if sample.trigger else said

    def _touchpoint(self, touchpoint: Touchpoint) -> str:
        own = [
            f"{self.label(name).lower()}: {' '.join(text.split())}"
            for name in OF_POINT
            if name in touchpoint.model_fields_set and (text := self.text(name, getattr(touchpoint, name)))
        ]
        return touchpoint.title + (f" ({'; '.join(own)})" if own else "")

"""A task of a Mermaid diagram as a step of the model."""

from collections import OrderedDict

from cjsite.exchange.imported import Doubt
from cjsite.exchange.mermaid_scale import MermaidScale, beside_score, score_in
from cjsite.exchange.mermaid_task import MermaidTask, is_no_score
from cjsite.exchange.mermaid_text import with_commas
from cjsite.exchange.mermaid_third import ThirdField, is_felt, parted
from cjsite.text.emotion_words import word_key

_LINE_LIMIT = 500
_SHORT = 80


def fitting(text: str) -> str:
    """Return a text as it may stand on one line: the beginning of one that is too long."""
    return text if len(text) <= _LINE_LIMIT else text[:_SHORT].rsplit(" ", 1)[0] + " …"


class StepMaker:
    """Makes steps of tasks, by what the scores and the third field of their diagram are.

    has_feelings, has_scores: whether any score was taken as a feeling, and whether any stands in a lane instead.
    """

    def __init__(self, third: ThirdField, scale: MermaidScale, language: str) -> None:
        self.has_feelings = self.has_scores = False
        self.doubts: list[Doubt] = []
        self._third, self._scale, self._language = third, scale, language

    def fields(self, task: MermaidTask, stage: int, position: int) -> dict[str, object]:
        """Return the fields of a task's step; stage, position: where it will stand."""
        self._fields: dict[str, object] = {}
        self._lanes: OrderedDict[str, list[str]] = OrderedDict()
        self._felt: list[str] = []
        self._value = self._score(task, f"stages/{stage}/steps/{position}/emotion")
        title, third = task.name.text, task.third.text
        if self._third.kind == "swapped" and third:
            title, third = with_commas(third), title
            self._fields["actors"] = parted(third)
        elif third:
            self._take(third)
        return self._made(title or "?")

    def _made(self, title: str) -> dict[str, object]:
        fields = self._fields
        if len(title) > _LINE_LIMIT:
            fields["description"] = title
        if self._value is not None or self._felt:
            feeling: dict[str, object] = {} if self._value is None else {"value": self._value}
            fields["emotion"] = {**feeling, "words": self._felt} if self._felt else feeling
        if self._lanes:
            fields["lanes"] = self._lanes
        return {"title": fitting(title), **fields}

    def _score(self, task: MermaidTask, at: str) -> float | None:
        text = task.score.text
        number = score_in(text)
        if number is None:
            if text and is_felt(text, self._language):
                self._felt.append(text)
            elif text and not (is_no_score(text) and not any(map(str.isalnum, text))):
                self._stand_alone(text)
            return None
        if beside := beside_score(text):
            self._felt.append(beside)
        ends = self._scale.ends
        if ends is None or (self._third.lane == "Status" and self._scale.source != "--scale"):
            self._stand_alone(text.removesuffix(beside).strip())
            return None
        if not ends[0] <= number <= ends[1]:
            self._stand_alone(text)
            runs = f"from {ends[0]:g} to {ends[1]:g}"
            self.doubts.append(Doubt(task.score.place, text, f"this score is off the scale, which runs {runs}", at))
            return None
        self.has_feelings = True
        if "/" in text:
            self._stand_alone(text)
        return number

    def _stand_alone(self, text: str) -> None:
        self.has_scores = True
        self._lanes.setdefault("Score", []).append(text)

    def _take(self, text: str) -> None:
        kind = self._third.kind
        if kind == "actors":
            self._fields["actors"] = [fitting(part) for part in parted(text)]
            self._keep_whole(text)
        elif kind == "feelings":
            self._felt += [part for part in parted(text) if len(part) <= _LINE_LIMIT]
            self._keep_whole(text)
        elif kind == "channels":
            self._fields["touchpoints"] = parted(text)
        elif kind == "mixed":
            self._felt += [part for part in parted(text) if word_key(part) in self._third.felt]
            if others := [fitting(part) for part in parted(text) if word_key(part) not in self._third.felt]:
                self._fields["actors"] = others
            self._keep_whole(text)
        elif kind == "findings":
            self._find(with_commas(text))
        elif kind == "lane":
            self._lanes.setdefault(self._third.lane, []).append(with_commas(text))
        else:
            self._keep_whole(text)

    def _keep_whole(self, text: str) -> None:
        """Keep what no short text may hold, where the fields above hold its beginning."""
        if any(len(part) > _LINE_LIMIT for part in parted(text)):
            self._lanes.setdefault("Third field", []).append(with_commas(text))

    def _find(self, text: str) -> None:
        """Take what is said of a task by its feeling: what hurts, what pleases, or neither."""
        ends = self._scale.ends
        share = None if self._value is None or ends is None else (self._value - ends[0]) / (ends[1] - ends[0])
        if share is not None and share < 0.5:
            self._fields["pain_points"] = [{"text": text}]
        elif share is not None and share > 0.5:
            self._fields["gains"] = [text]
        else:
            self._lanes.setdefault("Findings", []).append(text)

"""Sites in which every text, id and file name is a word of its own, and a third of the things are for few."""

import json
import random
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from cjsite.analysis.rules import CODES
from cjsite.model.journey import OF_STEP, Insight, Journey, Path, Stage
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.site import Document
from cjsite.model.step import SPANNING, Step
from cjsite.model.touchpoint import Touchpoint, TouchpointFields
from cjsite.model.types import Kind, Record
from cjsite.model.waiver import StepWaiver
from tests.support.filled import Filler

AUDIENCES = ("crew", "office")
Condition = tuple[frozenset[str], ...]
"""Who may read a word: somebody of each of these."""
_ALL = frozenset({*AUDIENCES, "everyone"})
_NOBODY = frozenset({"nobody"})
_MODELS: dict[Kind, tuple[str, type[Record]]] = {
    "department": ("departments", Department), "channel": ("channels", Channel), "evidence": ("evidence", Evidence),
    "metric": ("metrics", Metric), "persona": ("personas", Persona), "page": ("pages", Document),
    "journey": ("journeys", Journey), "opportunity": ("opportunities", Opportunity),
}  # fmt: skip
"""The folder and the model of each kind; opportunities name steps, and come last."""
_KEPT = {"title", "text", "steps", "stages", "file", "alt", "value", "amount", "phase"}
"""Fields that are never left out."""
_SHARE = 1 / 8
"""How many things say for whom they are; with what stands in them, a third of all texts is for few."""
_UNWANTED = {"emotion_scale", "lane_names", "language", "done_on", "image", "photo", "views", "menu"}
_LINKS = (
    "{0} [{1}]({2})",
    "[{0}]({2} 'See there') {1}",
    "![{0}](<{2}>) {1}",
)
"""Ways to lead to something in Markdown."""


@dataclass
class Confidential:
    """A site, and who may read each word of it."""

    files: dict[str, bytes] = field(default_factory=dict)
    words: dict[str, Condition] = field(default_factory=dict)
    along: list[tuple[list[str], list[str]]] = field(default_factory=list)
    """Words that go with any of the steps that they are about: both as words."""

    def hidden(self, audiences: Collection[str], *, archived: bool) -> set[str]:
        """Return the words that an edition must not hold."""
        readers = {*audiences, "everyone", *(["archived"] if archived else [])}
        own = {word for word, condition in self.words.items() if any(readers.isdisjoint(one) for one in condition)}
        return own.union(*(words for words, steps in self.along if not own.isdisjoint(steps)))


class _Author(Filler):
    """Fills models with some of their fields, and makes a third of what may be restricted so."""

    def __init__(self, seed: int) -> None:
        super().__init__({}, {"metrics": {"csat": 3}})
        self.random = random.Random(seed)
        self.site = Confidential()
        self.choices: dict[Kind, list[str]] = {"finding": sorted(CODES)}
        self.condition: Condition = (_ALL,)
        self.made: list[str] = []
        self.links: list[str] = []

    @contextmanager
    def under(self, condition: Condition) -> Iterator[None]:
        """Let what is written meanwhile be read by those alone."""
        before, self.condition = self.condition, condition
        yield
        self.condition = before

    def restriction(self, model: type[Record]) -> tuple[Condition, dict[str, Any]]:
        """Return who may read a new thing, and the field that says so."""
        *more, around = self.condition
        few = sorted(around - {"everyone"})
        if "audience" not in model.model_fields or self.random.random() > _SHARE:
            return self.condition, {}
        named = {self.random.choice(few), *self.random.sample(AUDIENCES, self.random.randint(0, 2))}
        return (*more, around & named), {"audience": sorted(named)}

    def fill(self, model: type[Record], *without: str) -> dict[str, Any]:
        condition, audience = self.restriction(model)
        with self.under(condition):
            return self.fields(model, *without) | audience

    def fields(self, model: type[Record], *without: str) -> dict[str, Any]:
        """Return fields of a model for those who may read what is written now."""
        free = [n for n, own in model.model_fields.items() if n not in _KEPT and not own.is_required()]
        dropped = [name for name in free if self.random.random() < 0.4]
        first = len(self.made)
        filled = super().fill(model, "audience", *without, *_UNWANTED, *dropped)
        if model in (Insight, StepWaiver):
            about = filled.get("steps", []) if model is Insight else [filled.get("step", "")]
            self.site.along.append((self.made[first:], [step.rpartition("#")[2] for step in about]))
        if filled.get("phase") != "after":
            filled.pop("incentive", None)
        return filled

    def _field(self, name: str, field: FieldInfo) -> Any:
        if name == "notes":
            with self.under((_NOBODY, *self.condition)):
                return [self.word()]
        if name == "actors":
            return [self.word(), *self.choices["persona"]]
        if name in ("body", "narrative", "description") and self.links:
            return f"{self.word()} [{self.word()}][it]\n\n[it]: {self.random.choice(self.links)}\n"
        if name == "link" and self.links:
            return self.random.choice(self.links)
        return super()._field(name, field)

    def _value(self, annotation: Any) -> Any:
        if get_origin(annotation) is Literal:
            return self.random.choice(get_args(annotation))
        for kind, names in self.choices.items():
            self.ids[kind] = self.random.choice(names) if names else ""
        return super()._value(annotation)

    def _word(self) -> str:
        # Some texts lead to other things, by what these are called in the files.
        if self.links and self.random.random() < 0.2:
            form = self.random.choice(_LINKS)
            return form.format(self.word(), self.word(), self.random.choice(self.links))
        return self.word()

    def word(self) -> str:
        """Return a new word, which those may read who may read where it stands."""
        word = super()._word()
        self.site.words[word] = self.condition
        self.made.append(word)
        return word

    def picture(self, folder: str) -> str:
        """Return the name of a new picture, as a file beside its folder names it."""
        name = f"{folder}/{self.word()}.png"
        self.site.files[f"content/{name}"] = b"\x89PNG\r\n\x1a\n" + self.word().encode()
        return f"../{name}"

    def journey(self, name: str, before: list[str], condition: Condition, said: dict[str, Any]) -> dict[str, Any]:
        """Return a journey; before: the ids of those that were written already."""
        everybody = self.choices["persona"]
        self.choices["persona"] = people = self.random.sample(everybody, 2)
        with self.under(condition):
            paths = {}
            for _ in range(2):
                own, audience = self.restriction(Path)
                with self.under(own):
                    paths[self.word()] = self.fields(Path) | audience
            self.choices["path"] = list(paths)
            stages = [self.stage(name) for _ in range(self.random.randint(1, 3))]
            parts = ("stages", "paths", "personas", "persona", "parent", "derived_from", "state", "status", "waive")
            written = self.fields(Journey, *parts) | said
            waive = [self.fill(StepWaiver) for _ in range(3)]
        self.choices["persona"] = everybody
        kin = {field: self.random.choice(before) for field in ("parent", "derived_from") if before}
        return {**written, **kin, "personas": people, "paths": paths, "stages": stages, "waive": waive}

    def stage(self, journey: str) -> dict[str, Any]:
        """Return a stage with some steps, or one that is a step."""
        condition, audience = self.restriction(Stage)
        with self.under(condition):
            if self.random.random() < 0.3:
                return self.named(journey, self.fields(Stage, "steps", "touchpoints")) | audience
            steps = [self.step(journey) for _ in range(self.random.randint(1, 3))]
            return {"id": self.word(), "steps": steps} | self.fields(Stage, "steps", *OF_STEP) | audience

    def step(self, journey: str) -> dict[str, Any]:
        """Return a step, with or without touchpoints."""
        condition, audience = self.restriction(Step)
        with self.under(condition):
            count = self.random.choice((0, 1, 2, 3))
            of_touchpoints = TouchpointFields.model_fields.keys() - {"emotion", *SPANNING} if count > 1 else ()
            step = (
                self.named(journey, self.fields(Step, "touchpoints", *of_touchpoints), is_one=count < 2) | audience
            )
            step["touchpoints"] = [self.touchpoint(journey, "path" in step) for _ in range(count)]
        return step

    def touchpoint(self, journey: str, is_aside: bool) -> dict[str, Any]:
        """Return a touchpoint; is_aside: whether not all personas may come by."""
        condition, audience = self.restriction(Touchpoint)
        with self.under(condition):
            fields = self.fields(Touchpoint, *(["emotions"] if is_aside else []))
            return self.named(journey, fields) | audience

    def named(self, journey: str, fields: dict[str, Any], *, is_one: bool = True) -> dict[str, Any]:
        """Return a step or touchpoint with an id that others may name; one point may have a picture."""
        name = self.word()
        if "path" in fields:
            fields.pop("emotions", None)
        if "opportunities" in fields:
            fields["opportunities"].append(self.random.choice(self.choices["opportunity"]))
        if is_one and self.random.random() < 0.3:
            fields["image"] = {"file": self.picture("img"), "alt": self.word()}
        self.choices["step"].append(f"{journey}#{name}")
        self.links += [f"../journeys/{journey}.yml#{name}", f"../journeys/{journey}.html#at-{name}", f"#{name}"]
        return {"id": name, **fields}


def confidential(seed: int) -> Confidential:
    """Return a site, another one for each seed."""
    author = _Author(seed)
    author.choices |= {"step": [], "path": []}
    things: list[tuple[Kind, str, Condition, dict[str, Any]]] = []
    for kind, (_, model) in _MODELS.items():
        for _ in range(3):
            condition, audience = author.restriction(model)
            with author.under(condition):
                things.append((kind, author.word(), condition, audience))
        author.choices[kind] = [name for own, name, _, _ in things if own == kind]
    author.choices["metric"].append("csat")
    author.links += [
        f"../{_MODELS[kind][0]}/{name}.{end}" for kind, name, _, _ in things for end in ("yml", "html")
    ]
    author.links += [f"../reference.html#{kind}-{name}" for kind, name, _, _ in things]
    for kind, name, condition, audience in things:
        folder, model = _MODELS[kind]
        status = author.random.choice((*["published"] * 3, *["draft"] * 3, "archived")) if kind == "journey" else ""
        if status == "archived":
            condition = (frozenset({"archived"}), *condition)
            author.site.words[name] = condition
        with author.under(condition):
            if kind == "journey":
                before = author.choices["journey"][: author.choices["journey"].index(name)]
                said = {"status": status, "state": "to-be" if before and author.random.random() < 0.3 else "as-is"}
                fields = author.journey(name, before, condition, said)
                author.site.files[f"content/{folder}/{name}.csv"] = _table(author, name)
            else:
                fields = author.fields(model)
            if kind == "persona":
                fields["photo"] = author.picture("faces")
            author.site.files[f"content/{folder}/{name}.yml"] = json.dumps(fields | audience).encode()
    author.site.files["content/site.yml"] = json.dumps(_settings(author)).encode()
    with author.under((_NOBODY,)):
        author.picture("img")
    return author.site


def _table(author: _Author, journey: str) -> bytes:
    steps = [address.partition("#")[2] for address in author.choices["step"] if address.startswith(f"{journey}#")]
    rows = [f"{step},{author.random.choice(author.choices['metric'])},2026-01-02,3" for step in steps]
    return "\n".join(["step,metric,date,value", *rows]).encode()


def _settings(author: _Author) -> dict[str, Any]:
    audiences = {}
    for name in AUDIENCES:
        with author.under((frozenset({name}),)):
            audiences[name] = {"title": author.word()}
    about = [f"{kind}/{name}" for kind in _MODELS for name in author.choices[kind]]
    waive = [
        {"code": author.random.choice(author.choices["finding"]), "because": "So", "about": one} for one in about
    ]
    return {
        "title": author.word(),
        "footer": author.word(),
        "audiences": audiences,
        "menu": author.choices["page"],
        "waive": waive,
    }

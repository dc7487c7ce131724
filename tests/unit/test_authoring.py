"""Documents are made from the code: generated parts, values in an author's words, types in a theme maker's."""

import datetime
from collections import OrderedDict
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

import pytest
from markupsafe import Markup
from pydantic import Field

from cjsite.authoring.reference import fields, records, table
from cjsite.authoring.rule_articles import rule_texts
from cjsite.authoring.value_words import value_words
from cjsite.base.frozen import frozen
from cjsite.model.quantities import DurationText, Share
from cjsite.model.types import ONE_OR_MANY, Count, Line, Number, Ordered, Rank, Record, Ref, Text
from docs.generate.markers import anchor, headings, renewed
from docs.generate.rule_reference import rule_parts
from docs.generate.value_types import purpose, reads, type_words


class _Inner(Record):
    short = "text"
    text: Text = Field(description="What it says.")


class _Every(Record):
    line: Line = ""
    text: Text = ""
    rank: Rank | None = None
    count: Count | None = None
    number: Number | None = None
    choice: Literal["one", "two", "three"] = "one"
    day: datetime.date | None = None
    yes: bool = False
    time: DurationText | None = None
    share: Share | None = None
    owner: Annotated[str, Ref("department", frozenset({"nobody"}))] = ""
    steps: Annotated[tuple[Annotated[str, Ref("step")], ...], *ONE_OR_MANY] = ()
    inner: Annotated[tuple[_Inner, ...], *ONE_OR_MANY] = ()
    pair: tuple[Number, Number] | None = None
    named: Ordered[Annotated[str, Ref("metric")], Number] = Field(default_factory=OrderedDict)


@pytest.mark.parametrize(
    ("field", "words"),
    {
        "line": "a short text",
        "text": "a text",
        "rank": "1 to 5",
        "count": "a whole number",
        "number": "a number",
        "choice": "`one`, `two` or `three`",
        "day": "a day, like `2026-09-14`",
        "yes": "`true` or `false`",
        "time": "a length of time, like `25m`",
        "share": "a share, like `12%`",
        "owner": "a department's id or `nobody`",
        "steps": "a step's address, or a list",
        "inner": "[_Inner], or a list",
        "pair": "`[low, high]`, each a number",
        "named": "pairs: a metric's id, then a number",
    }.items(),
)
def test_values_are_told_in_an_authors_words(field: str, words: str) -> None:
    assert value_words(_Every.model_fields[field], lambda record: f"[{record.__name__}]") == words


def test_a_table_leads_to_the_others_by_the_headings_they_stand_under() -> None:
    shown = table("step", {name: f"all-of-{name}" for name in records()})
    assert "[all of pain point](#all-of-pain-point)" in shown
    assert "Written as one text, it is the `title`." in shown
    assert "| `id` | a word | made from the title |" in shown
    assert "| `text` | a text | **needed** |" in table("pain-point", dict.fromkeys(records(), ""))


def test_what_files_are_called_by_is_no_field_and_what_touchpoints_have_is_told_once() -> None:
    assert "id" not in fields("journey") and "id" in fields("stage")
    assert "channel" not in fields("step") and "channel" in fields("touchpoint")


DOCUMENT = """\
# A document
## The *one* part
<!-- generated: one -->
stale
<!-- end -->
```
## No heading
<!-- generated: three -->
```
"""


def test_parts_are_written_anew_and_nothing_else() -> None:
    written = renewed(DOCUMENT, {"one": lambda anchors: f"fresh {anchors['one']}\n"})
    assert written == DOCUMENT.replace("stale", "\nfresh the-one-part\n")
    assert renewed(written, {"one": lambda _: "fresh the-one-part"}) == written
    assert headings(DOCUMENT) == ["A document", "The *one* part"]


@pytest.mark.parametrize(
    ("text", "names", "message"),
    [
        (DOCUMENT, [], "one"),
        (DOCUMENT, ["one", "two"], "two"),
        (DOCUMENT * 2, ["one"], "each generated part needs one marker"),
        (DOCUMENT.replace("<!-- end -->", ""), ["one"], "has no end"),
    ],
)
def test_wrong_markers_are_errors(text: str, names: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        renewed(text, dict.fromkeys(names, lambda _: ""))


def test_addresses_of_headings_are_those_of_code_hosts() -> None:
    assert anchor("E103 A moment of truth is guessed") == "e103-a-moment-of-truth-is-guessed"
    assert anchor("Every page's `journey.html`, and more") == "every-pages-journeyhtml-and-more"


def test_each_rule_is_told_with_all_its_texts() -> None:
    told = {letter: part({}) for letter, part in rule_parts().items()}
    for rule in rule_texts():
        entry = told[rule.code[0]].partition(f"### {rule.code} {rule.title}\n")[2].partition("\n### ")[0]
        assert all(text in entry for text in (rule.why, rule.advice, rule.example, rule.mended)), rule.code
        assert rule.severity in entry.lower()
        assert f"[{rule.code}](#" in told["index"]


@frozen
class _Shown:
    """What a page shows: nothing much. one: the first. two, three: the others, if `one` says so."""

    one: tuple[str, ...]
    two: Mapping[str, int]
    three: tuple[float, Markup] | None
    four: Any

    @property
    def size(self) -> int:
        """Return how many there are."""
        return len(self.one)

    @cached_property
    def _hidden(self) -> int:
        return 1


def test_docstrings_are_told_field_by_field() -> None:
    assert purpose(_Shown) == "What a page shows: nothing much."
    assert {read.name: read.about for read in reads(_Shown)} == {
        "one": "the first",
        "two": "the others, if `one` says so",
        "three": "the others, if `one` says so",
        "four": "",
    }


def test_types_are_told_in_words() -> None:
    told = [type_words(read.type, lambda kind: kind.__name__) for read in reads(_Shown)]
    assert told == ["list of text", "whole number by text", "(number, HTML) or none", "value"]

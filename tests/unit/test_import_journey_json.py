"""cjsite's own JSON comes in with what it names; other JSON is told by its keys."""

import json
from typing import Any

import pytest

from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.journey_json import is_journey_json, read_journey_json

DOCUMENT: dict[str, Any] = {
    "format": "cjsite-journey",
    "version": 1,
    "journey": {
        "id": "router",
        "title": "A broken router",
        "parent": "whole",
        "stages": [
            {
                "id": "notice",
                "title": "Notice",
                "steps": [
                    {
                        "id": "calls",
                        "title": "Calls",
                        "channel": "phone",
                        "emotion": [{"value": 2}],
                        "evidence": ["log", "~customer"],
                        "image": {"file": "img/a.jpg", "alt": "A router"},
                        "opportunities": [{"id": "callback", "title": "Call back"}, {"id": "own", "title": "Own"}],
                    }
                ],
            }
        ],
    },
    "emotion_scale": {"min": 1, "max": 5, "labels": {}},
    "channels": {"phone": {"title": "Phone", "kind": "human"}},
    "evidence": {"log": {"title": "Call log"}},
    "metrics": {"csat": {"title": "Satisfaction"}, "volume": {"title": "Calls"}},
    "opportunities": {"callback": {"title": "Call back", "steps": ["router#calls", "other#x"]}},
    "measurements": [{"step": "calls", "metric": "volume", "date": "2026-01-31", "value": 3}],
}


def _read(document: Any) -> ImportedMap:
    (one,) = read_journey_json("a.json", json.dumps(document, indent=1).encode(), ImportOptions())
    return one


def test_it_comes_with_what_it_names() -> None:
    one = _read(DOCUMENT)
    (step,) = one.journey.steps()
    assert [own.title for own in step.opportunities] == ["callback", "Own"]
    assert [(own.id, own.title, own.kind) for own in one.channels] == [("phone", "Phone", "human")]
    assert [own.id for own in one.evidence] == ["log"]
    assert [own.id for own in one.metrics] == ["volume"], "csat is there without being written"
    assert one.opportunities[0].steps == ("router#calls",)
    assert one.measurements[0].value == 3
    assert one.journey.emotion_scale is not None
    assert one.journey.emotion_scale.max == 5


def test_what_does_not_come_along_is_doubted_where_it_stands() -> None:
    one = _read(DOCUMENT)
    doubts = {doubt.text: doubt for doubt in one.doubts}
    assert doubts.keys() == {"whole", "img/a.jpg", "~customer"}
    assert "import it too" in doubts["whole"].message
    assert doubts["img/a.jpg"].at == "stages/0/steps/0/image/file"
    assert doubts["whole"].place.line > 1
    assert next(one.journey.steps()).evidence == ("log",)


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ({"nodes": [], "edges": []}, "a graph or a flow chart, and no journey map; its keys are `nodes`, `edges`"),
        ({"type": "FeatureCollection", "features": []}, "this JSON is places or a route on a map"),
        ([{"event": "click", "timeStamp": 1}], "this JSON is an event log: what systems recorded"),
        ({"colour": "red"}, "this JSON is no journey of a format known here; its keys are `colour`"),
        (
            [{"step": "x", "at": 1}, {"who": 2}],
            "a list of 2 entries, and no journey; its keys are `step`, `at`, `who`",
        ),
        ({f"k{n}": n for n in range(20)}, "`k11` …"),
        ([1, 2], "a list of 2 entries, and no journey"),
        ({**DOCUMENT, "version": 2}, "this is version 2 of cjsite-journey, and version 1 is read here"),
        ({**DOCUMENT, "extra": 2}, "unknown key `extra`"),
        ({"format": "cjsite-journey", "version": 1}, "`journey` is missing"),
        ({**DOCUMENT, "journey": {"title": 3, "stages": "x"}}, "`title` must be a text, not '3'"),
        ({**DOCUMENT, "journey": [1]}, "expected fields"),
    ],
)
def test_other_json_is_refused_with_its_keys(document: Any, sentence: str) -> None:
    with pytest.raises(NotImported) as raised:
        _read(document)
    assert sentence in raised.value.sentence


def test_json_is_known_by_its_first_sign() -> None:
    assert is_journey_json("a.json", b"\xef\xbb\xbf {broken")
    assert is_journey_json("-", b'{"a": 1}')
    assert not is_journey_json("a.md", b"[A link](b.md)")
    assert not is_journey_json("a.json", b"title: x")

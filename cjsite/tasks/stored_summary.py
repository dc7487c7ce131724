"""Summaries as they are kept: each field is decoded when a page asks for it, and none is held."""

import zlib
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, ClassVar, cast, get_origin, get_type_hints

import msgspec

from cjsite.base.frozen import fields
from cjsite.base.problem import Refusal
from cjsite.base.reads import note
from cjsite.base.stores import DAMAGED
from cjsite.summaries.department_insights import DepartmentInsights
from cjsite.summaries.department_work import DepartmentWork
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.journey_run import JourneyRun
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.toplist import TopList

_WORK, _SHARES = "department_work", "department_insights"
_BY_DEPARTMENT = {_WORK: DepartmentWork, _SHARES: DepartmentInsights}
"""Fields that hold a value for each department, and its class."""
_INSIGHTS = "insights"
OF_JOURNEYS, OF_RUNS = "journey.", "run."
_SMALL = 300
"""Bytes up to which nothing is won by compressing them."""


class _Stored:
    """A value of a class, encoded field by field."""

    __slots__ = ("_encoded",)
    of: ClassVar[type]
    part: ClassVar[str]
    """Stands before the name of a field where it is noted that somebody has read it, of one value or of many."""
    within: ClassVar[str] = ""
    """Stands before the name of a field where it is encoded."""

    def __init__(self, encoded: Mapping[str, bytes]) -> None:
        self._encoded = encoded

    def __getattr__(self, name: str) -> Any:
        """Return a field."""
        note(self.part + name)
        data = self._encoded.get(self.within + name)
        if data is None:
            raise AttributeError(name)
        return _read(_decoder(self.of, name), data)


class StoredInsights(_Stored):
    """Stands for `JourneyInsights`."""

    __slots__ = ()
    of = JourneyInsights
    part = f"{OF_JOURNEYS}{_INSIGHTS}."
    within = f"{_INSIGHTS}."
    journey = JourneyInsights.journey
    findings = JourneyInsights.findings


class StoredSummary(_Stored):
    """Stands for a `JourneySummary`; ten thousand of them as values would fill the memory of many machines."""

    __slots__ = ()
    of = JourneySummary
    part = OF_JOURNEYS
    card = JourneySummary.card
    cards = JourneySummary.cards
    current = JourneySummary.current
    worked = JourneySummary.worked

    @property
    def insights(self) -> StoredInsights:
        """Return what pages of insights need."""
        return StoredInsights(self._encoded)


class StoredRun(_Stored):
    """Stands for a `JourneyRun`; what it says of departments is kept for each of them, field by field."""

    __slots__ = ()
    of = JourneyRun
    part = OF_RUNS

    def of_department(self, field: str, department: str, name: str) -> Any:
        """Return a field of what one of the fields by department says to one of them, None for nothing.

        Entries of a `TopList` are left as data: of what all rows put forward, a list takes the first.
        """
        at = f"{field}.{department}.{name}"
        note(self.part + at)
        data = self._encoded.get(at)
        return None if data is None else _read(_list_decoder(_BY_DEPARTMENT[field], name), data)


def encoded_summary(summary: JourneySummary) -> dict[str, bytes]:
    """Return a summary field by field, and so the insights in it."""
    insights = _encoded(summary.insights)
    own = _encoded(summary, without=(_INSIGHTS,))
    return own | {StoredInsights.within + name: data for name, data in insights.items()}


def encoded_run(run: JourneyRun) -> dict[str, bytes]:
    """Return what a row of journeys comes to, field by field, and what it says of each department."""
    own = _encoded(run, without=(_WORK, _SHARES))
    for field, parts in ((_WORK, run.department_work), (_SHARES, run.department_insights)):
        for department, part in parts:
            own |= {f"{field}.{department}.{name}": data for name, data in _encoded(part).items()}
    return own


def stored_summary(encoded: Mapping[str, bytes]) -> JourneySummary:
    """Return the summary that was encoded field by field."""
    return cast(JourneySummary, StoredSummary(encoded))


def decoded_summary(encoded: Mapping[str, bytes]) -> JourneySummary:
    """Return a summary as a value, for who asks for most of its fields, and for some of them often."""
    own, insights = StoredSummary(encoded), StoredInsights(encoded)
    whole = JourneyInsights(**{name: getattr(insights, name) for name in fields(JourneyInsights)})
    rest = {name: getattr(own, name) for name in fields(JourneySummary) if name != _INSIGHTS}
    return JourneySummary(**rest, insights=whole)


def stored_run(encoded: Mapping[str, bytes]) -> JourneyRun:
    """Return what a row of journeys comes to, encoded field by field."""
    return cast(JourneyRun, StoredRun(encoded))


def _encoded(value: object, without: Collection[str] = ()) -> dict[str, bytes]:
    names = [name for name in fields(value) if name not in without]
    return {name: _packed(msgspec.msgpack.encode(getattr(value, name))) for name in names}


def _packed(data: bytes) -> bytes:
    """Return data with a letter in front that says whether it is compressed: a tenth is left of most."""
    return b"z" + zlib.compress(data, 1) if len(data) > _SMALL else b"p" + data


def _read(decoder: "msgspec.msgpack.Decoder[Any]", data: bytes) -> Any:
    try:
        return decoder.decode(zlib.decompress(data[1:]) if data[:1] == b"z" else data[1:])
    except (zlib.error, msgspec.MsgspecError):
        raise Refusal(DAMAGED) from None


@cache
def _decoder(kind: type, name: str) -> "msgspec.msgpack.Decoder[Any]":
    return msgspec.msgpack.Decoder(_hints(kind)[name])


@cache
def _list_decoder(kind: type, name: str) -> "msgspec.msgpack.Decoder[Any]":
    hint = _hints(kind)[name]
    return msgspec.msgpack.Decoder(TopList[msgspec.Raw]) if get_origin(hint) is TopList else _decoder(kind, name)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)

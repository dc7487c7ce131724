"""What became of each field of a touchpoint: what it was, and what it is to be."""

from collections.abc import Callable, Mapping

from cjsite.analysis.columns import Column
from cjsite.analysis.compare import ColumnChange
from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen
from cjsite.summaries.links import name
from cjsite.text.wording import Wording

Said = Callable[[Column], str]


@frozen
class FieldChange:
    """A field that differs; before, after: what it says on either side, both '' where that is too long."""

    field: str
    before: str
    after: str


def field_changes(change: ColumnChange, inputs: JourneyInput, t: Wording) -> tuple[FieldChange, ...]:
    """Return what differs between both sides of a pair; what can be said in full stands first."""
    old, new = change.before, change.after
    if old is None or new is None:
        return ()
    sayings = _sayings(inputs, t)

    def became(field: str) -> FieldChange:
        saying = sayings.get(field)
        was, becomes = (saying(old), saying(new)) if saying else ("", "")
        if was == becomes:
            return FieldChange(field, "", "")
        unsaid = t("map.detail.unsaid")
        return FieldChange(field, was or unsaid, becomes or unsaid)

    every = (became(field) for field in change.fields if field != "feeling")
    return tuple(sorted(every, key=lambda own: not own.before))


def _sayings(inputs: JourneyInput, t: Wording) -> Mapping[str, Said]:
    """Return for fields that can be said in a few words how they are."""

    def channel(column: Column) -> str:
        record = inputs.channels.get(column.touchpoint.channel)
        return t.beside(name(record)) if record else column.touchpoint.channel

    def department(column: Column) -> str:
        record = inputs.departments.get(column.touchpoint.department)
        return t.beside(name(record)) if record else column.touchpoint.department

    def duration(column: Column) -> str:
        spent = column.touchpoint.duration
        return t.duration(spent.minutes) if spent else ""

    def wait(column: Column) -> str:
        waited = column.touchpoint.wait
        return t.duration(waited.minutes) if waited else ""

    def contacts(column: Column) -> str:
        count = column.touchpoint.contacts
        return "" if count is None else t.number(count)

    def leaving(column: Column) -> str:
        moment = column.touchpoint.moment_of_truth
        rate = moment.bail_rate if moment else None
        return "" if rate is None else t("map.moment.gives-up", rate=t.percent(rate))

    def pains(column: Column) -> str:
        return t.number(len(column.step.pain_points))

    return {
        "channel": channel,
        "department": department,
        "duration": duration,
        "wait": wait,
        "contacts": contacts,
        "moment_of_truth": leaving,
        "pain_points": pains,
    }

"""Objects of a kind by id, of which some are changed or gone; journeys that nobody has asked for stay unread."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from cjsite.reading.sourced import SourcedJourneys


def replaced(things: Mapping[str, Any], changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return things with some of them changed, and without those that are None."""
    if isinstance(things, SourcedJourneys):
        return things.replaced(changes)
    left = ((name, changes.get(name, thing)) for name, thing in things.items())
    return OrderedDict((name, thing) for name, thing in left if thing is not None)


def is_as_before(before: Mapping[str, Any], things: Mapping[str, Any], name: str) -> bool:
    """Tell whether a thing is the very one that it was."""
    if isinstance(before, SourcedJourneys) and isinstance(things, SourcedJourneys):
        return name in things and things.is_as_in(before, name)
    return things.get(name) is before.get(name)

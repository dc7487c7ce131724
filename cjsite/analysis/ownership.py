"""Who stands behind a touchpoint: which departments, frontstage and backstage, or nobody."""

from collections.abc import Mapping

from cjsite.model.registry import Channel
from cjsite.model.touchpoint import Touchpoint


def backstage(touchpoint: Touchpoint) -> tuple[str, ...]:
    """Return the departments that work out of the customer's sight, each once, in order."""
    if not touchpoint.backstage:
        return ()
    front = touchpoint.department
    named = [work.department for work in touchpoint.backstage]
    return tuple(dict.fromkeys([name for name in named if name and name != front]))


def departments(touchpoint: Touchpoint) -> tuple[str, ...]:
    """Return every department at a touchpoint, the one that the customer meets first."""
    front = touchpoint.department
    return (front, *backstage(touchpoint)) if front else backstage(touchpoint)


def holder(touchpoint: Touchpoint) -> str:
    """Return the department that holds the case at a touchpoint: the one met, else the first backstage, else ''."""
    return next(iter(departments(touchpoint)), "")


def is_ours(touchpoint: Touchpoint, channels: Mapping[str, Channel]) -> bool:
    """Tell whether we could shape a touchpoint: it has a channel, and somebody on our side controls it."""
    channel = channels.get(touchpoint.channel)
    return channel is not None and channel.control != "none"

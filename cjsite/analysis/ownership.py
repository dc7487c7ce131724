"""Who stands behind a touchpoint: which departments, frontstage and backstage, or nobody."""

from collections.abc import Mapping

from cjsite.model.registry import Channel
from cjsite.model.touchpoint import TouchpointFields


def frontstage(touchpoint: TouchpointFields) -> tuple[str, ...]:
    """Return the departments that work in the customer's sight, the one that the customer meets first."""
    front = (touchpoint.department,) if touchpoint.department else ()
    if not touchpoint.frontstage:
        return front
    return tuple(dict.fromkeys((*front, *(work.department for work in touchpoint.frontstage if work.department))))


def backstage(touchpoint: TouchpointFields) -> tuple[str, ...]:
    """Return the departments that work out of the customer's sight only, each once, in order."""
    if not touchpoint.backstage:
        return ()
    front = frontstage(touchpoint)
    named = [work.department for work in touchpoint.backstage]
    return tuple(dict.fromkeys([name for name in named if name and name not in front]))


def departments(touchpoint: TouchpointFields) -> tuple[str, ...]:
    """Return every department at a touchpoint, the one that the customer meets first."""
    front, back = frontstage(touchpoint), backstage(touchpoint)
    return front + back if back else front


def holder(touchpoint: TouchpointFields) -> str:
    """Return the department that holds the case at a touchpoint: the one met, else the first backstage, else ''."""
    return next(iter(departments(touchpoint)), "")


def is_ours(touchpoint: TouchpointFields, channels: Mapping[str, Channel]) -> bool:
    """Tell whether we could shape a touchpoint: it has a channel, and somebody on our side controls it."""
    channel = channels.get(touchpoint.channel)
    return channel is not None and channel.control != "none"

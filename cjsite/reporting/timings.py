"""Where the time of a build went, for whoever wonders: stages, and what was slowest."""

from collections.abc import Mapping

from cjsite.reporting.one_line import one_line

SLOWEST = 10
"""How many pages and maps are named."""
_LEAST = 0.0005
"""Seconds below which nothing took any time."""


def as_timings(stages: Mapping[str, float], seconds: Mapping[str, float]) -> str:
    """Return a line a stage in their order, and a line each for what took longest by itself."""
    total = sum(stages.values())
    lines = [f"Where the time went: {total:.3f} s"]
    lines += [f"  {taken:8.3f} s  {_share(taken, total):>4}  {name}" for name, taken in stages.items()]
    slowest = sorted(seconds.items(), key=lambda item: (-item[1], item[0]))[:SLOWEST]
    if not slowest:
        return "\n".join([*lines, "No page or map was made."])
    lines.append(f"The slowest of {len(seconds)} maps and pages that were made, in seconds of one processor:")
    lines += [f"  {taken:8.3f} s  {one_line(what)}" for what, taken in slowest]
    return "\n".join(lines)


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.0%}" if whole > _LEAST else ""

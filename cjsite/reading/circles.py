"""Links that lead back to where they began."""

from collections.abc import Iterator, Mapping


def circles(links: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield each circle that following one link from each name runs into, its smallest name first."""
    done: set[str] = set()
    for start in sorted(links):
        way: dict[str, int] = {}
        name = start
        while name in links and name not in done and name not in way:
            way[name] = len(way)
            name = links[name]
        if name in way:
            circle = list(way)[way[name] :]
            smallest = circle.index(min(circle))
            yield (*circle[smallest:], *circle[:smallest])
        done.update(way)


def shown(circle: tuple[str, ...]) -> str:
    """Return a circle as text, closed: `a → b → a`."""
    return " → ".join((*circle, circle[0]))

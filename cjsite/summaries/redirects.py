"""What stands at the old addresses of what has moved."""

from collections.abc import Iterator, Mapping

from cjsite.base.frozen import frozen
from cjsite.base.rollup import grouped
from cjsite.model.content import Content
from cjsite.model.moved import AddressedThing, moved_things
from cjsite.summaries.links import Titled, name
from cjsite.summaries.urls import (
    comparison_url,
    department_url,
    document_url,
    findings_url,
    journey_url,
    persona_url,
    touchpoints_url,
    walk_url,
)

_PAGES = {"persona": persona_url, "department": department_url, "page": document_url}


@frozen
class MovedPage:
    """The page at an old address: what it leads to, and what that is called.

    steps: places that were on it and are elsewhere than these would be there, each with where it is now.
    """

    url: str
    target: str
    title: str
    steps: tuple[tuple[str, str], ...] = ()


def moved_pages(content: Content) -> tuple[MovedPage, ...]:
    """Return the pages at old addresses, those of views of maps and departments among them."""
    if not content.settings.redirects:
        return ()
    moved = moved_things(content.settings.redirects)
    steps = grouped((old.id, (f"at-{old.step}", url_of(new))) for old, new in moved.items() if old.step)
    whole = ((old, new) for old, new in moved.items() if not old.step)
    return tuple(page for old, new in whole for page in _pages(old, new, content, tuple(steps.get(old.id, ()))))


def moved_steps(content: Content) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return what was on each map that is there, by its id: the old place, and the address of where it is now."""
    if not content.settings.redirects:
        return {}
    moved = moved_things(content.settings.redirects).items()
    steps = grouped((old.id, (old.step, url_of(new))) for old, new in moved if old.step)
    return {name: tuple(own) for name, own in steps.items() if name in content.outlines}


def url_of(thing: AddressedThing) -> str:
    """Return the address of a thing."""
    return journey_url(thing.id, thing.step) if thing.kind == "journey" else _PAGES[thing.kind](thing.id)


def _pages(
    old: AddressedThing, new: AddressedThing, content: Content, steps: tuple[tuple[str, str], ...]
) -> Iterator[MovedPage]:
    title = _title(new, content)
    yield MovedPage(url_of(old), url_of(new), title, steps if old.kind == "journey" else ())
    if old.kind == new.kind == "journey":
        yield MovedPage(walk_url(old.id), walk_url(new.id), title)
        yield MovedPage(findings_url(old.id), findings_url(new.id), title)
        brief = content.outlines[new.id]
        if brief.state == "to-be" and brief.derived_from in content.outlines:
            yield MovedPage(comparison_url(old.id), comparison_url(new.id), title)
    if old.kind == new.kind == "department":
        yield MovedPage(touchpoints_url(old.id), touchpoints_url(new.id), title)


def _title(thing: AddressedThing, content: Content) -> str:
    registries: Mapping[str, Mapping[str, Titled]] = {
        "journey": content.outlines,
        "persona": content.personas,
        "department": content.departments,
        "page": content.documents,
    }
    return name(registries[thing.kind][thing.id])

"""Rules on links and pictures in authors' texts that lead nowhere."""

from collections.abc import Iterator

from cjsite.analysis.dead_link import Miss
from cjsite.analysis.rules.rule import Book, RuleHit, near
from cjsite.analysis.rules.site_facts import SiteFacts
from cjsite.model.moved import moved_things, thing_in_file
from cjsite.model.picture_formats import is_unshown

book: Book[SiteFacts] = Book()


@book.rule(
    "S131", "warning", level="site", example="channels: {counter: {description: '[$hear](journeys/cofee.yml)'}}",
    mended="channels: {counter: {description: '[$hear](journeys/coffee.yml)'}}",
)  # fmt: skip
def no_page(facts: SiteFacts) -> Iterator[RuleHit]:
    yield from _dead(facts, "page")


@book.rule(
    "S132", "warning", level="site",
    example="channels: {counter: {description: '[$pays](journeys/coffee.yml#order)'}}",
    mended="channels: {counter: {description: '[$pays](journeys/coffee.yml#orders)'}}",
)  # fmt: skip
def no_anchor(facts: SiteFacts) -> Iterator[RuleHit]:
    yield from _dead(facts, "anchor")


@book.rule(
    "S133", "warning", level="site", example="channels: {counter: {description: '![$cup](cup.png)'}}",
    mended="channels: {counter: {description: $cup}}",
)  # fmt: skip
def no_picture(facts: SiteFacts) -> Iterator[RuleHit]:
    yield from _dead(facts, "picture")


@book.rule(
    "S134", "warning", level="site", example="channels: {counter: {description: '[$cup](file:///C:/cup.pdf)'}}",
    mended="channels: {counter: {description: '[$cup](https://example.org/cup.pdf)'}}",
)  # fmt: skip
def no_way(facts: SiteFacts) -> Iterator[RuleHit]:
    yield from _dead(facts, "scheme")


@book.rule(
    "S135", "warning", level="site", example="channels: {counter: {description: '![$cup](cup.heic)'}}",
    mended="channels: {counter: {description: $cup}}",
)  # fmt: skip
def unshown(facts: SiteFacts) -> Iterator[RuleHit]:
    for path in filter(is_unshown, facts.content.unread):
        yield RuleHit(path, address=path)
    for link in facts.dead_links:
        if link.miss == "format":
            yield RuleHit(link.at, link.place, address=link.address)


@book.rule(
    "S141", "warning", level="site",
    example="departments: {shop: {description: '![The till](https://example.org/till.png)'}}",
    mended="departments: {shop: {description: '![The till](../journeys/cup.svg)'}}",
)  # fmt: skip
def remote_picture(facts: SiteFacts) -> Iterator[RuleHit]:
    for link in facts.dead_links:
        if link.miss == "remote":
            yield RuleHit(link.at, link.place, file=link.place.path)


@book.rule("S142", "note", level="site", example="renamed: {break: coffee}", mended="redirects: {break: coffee}")
def renamed(facts: SiteFacts) -> Iterator[RuleHit]:
    """Yield what the history knows by another name, from which nothing leads on."""
    moved = moved_things(facts.content.settings.redirects)
    renames, places = facts.content.history.renamed, facts.content.places
    # On many disks names that differ by capitals are one, so that no page can stand at the old one.
    taken = frozenset(map(str.casefold, places if renames else ()))
    for path, now in renames.items():
        old, new = thing_in_file(path), thing_in_file(now)
        if not (old and new and old.kind == new.kind) or old in moved:
            continue
        if f"{new.kind}/{new.id}" in places and f"{old.kind}/{old.id}".casefold() not in taken:
            yield RuleHit(f"{new.kind}/{new.id}", old=str(old), new=str(new))


def _dead(facts: SiteFacts, miss: Miss) -> Iterator[RuleHit]:
    for link in facts.dead_links:
        if link.miss == miss:
            yield RuleHit(link.at, link.place, address=link.address, near=near(link.near))

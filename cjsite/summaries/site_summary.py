"""What pages about the whole site are made from: the summaries of its journeys, and what these come to."""

import datetime
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from cjsite.analysis.dead_link import DeadLink
from cjsite.analysis.findings import RuleFinding, site_findings
from cjsite.analysis.rules import RULES
from cjsite.analysis.rules.site_facts import site_facts
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.base.problem import Finding, Place
from cjsite.base.reads import ReadOnce, forget_reads, note, read_once, unnoted
from cjsite.model.content import Content
from cjsite.model.file_history import SourceFile
from cjsite.summaries.dead_links import dead_links
from cjsite.summaries.journey_rollups import JourneyRollups
from cjsite.summaries.journey_run import JourneyRun
from cjsite.summaries.journey_search import search_weights
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.link_targets import LinkTargets
from cjsite.summaries.links import Link, department_link
from cjsite.summaries.list_lengths import JourneyRows, ListLengths, list_lengths
from cjsite.summaries.review_due import ReviewDue, by_urgency
from cjsite.summaries.source_files import source_files
from cjsite.text.wording import Wording

P = ParamSpec("P")
T = TypeVar("T")
VALUES: dict[str, Callable[["SiteSummary"], object]] = {}
"""Parts that are known by what they are, and not by what they were made from: small values made of much."""


def value_part(make: Callable[["SiteSummary"], T]) -> Callable[["SiteSummary"], T]:
    """Make a function of a site one whose readers depend on what it returns alone."""
    name = f"{make.__module__}.{make.__name__}"

    @wraps(make)
    def value(site: "SiteSummary") -> T:
        note(name)
        return site.valued(make)

    VALUES[name] = value
    return value


class SiteSummary(JourneyRollups):
    """The registries, and what all journeys come to; each part is worked out when a page first asks for it.

    Of the journeys themselves only their summaries are read. Which parts a page reads is noted. today: the day that
    reviews are counted from. pages: the addresses of all pages; downloads: of what they offer.
    """

    def __init__(
        self,
        content: Content,
        summaries: Sequence[Lazy[JourneySummary]],
        today: datetime.date,
        pages: Lazy[frozenset[str]],
        downloads: Lazy[frozenset[str]],
        rows_of: Callable[[str], JourneyRows] | None = None,
        runs: Lazy[Sequence[JourneyRun]] | None = None,
    ) -> None:
        super().__init__(content, summaries, runs)
        self._today = today
        self._pages = pages
        self._downloads = downloads
        self._rows_of = rows_of
        self._once: dict[Callable[..., object], ReadOnce[object]] = {}
        self._values: dict[Callable[..., object], object] = {}

    @property
    @value_part
    def today(self) -> datetime.date:
        """Return the day that reviews are counted from."""
        return self._today

    def once(self, make: Callable[Concatenate["SiteSummary", P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return make(self, …), worked out by the first of the pages of a list that asks for it."""
        if make not in self._once:
            self._once[make] = ReadOnce(partial(make, self, *args, **kwargs))
        return cast(T, self._once[make]())

    def valued(self, make: Callable[["SiteSummary"], T]) -> T:
        """Return make(self), worked out once; what it reads is nothing that a page has read."""
        if make not in self._values:
            with unnoted():
                self._values[make] = make(self)
        return cast(T, self._values[make])

    def forget(self) -> None:
        """Let go what the pages of one list had in common; of ten thousand maps each part is many megabytes."""
        self._once.clear()
        forget_reads(self)

    def origin(self, kind: str, name: str) -> str:
        """Return the path of the file that a thing of a kind stands in."""
        return self._content.places[f"{kind}/{name}"][""].path

    @property
    @value_part
    def address(self) -> str:
        """Return where the site stands on the web, '' where nobody says."""
        return self._content.settings.address

    @property
    @value_part
    def page_addresses(self) -> tuple[str, ...]:
        """Return the addresses of all pages, from the root, in order."""
        return tuple(sorted(self._pages()))

    @property
    @value_part
    def source_files(self) -> Mapping[str, SourceFile]:
        """Return the files of things that have a page, journeys apart, as far as pages tell of them."""
        return source_files(self._content, ["department", "page", "persona"])

    @property
    @value_part
    def lengths(self) -> ListLengths:
        """Return how many rows lists over all maps have, without a summary of any."""
        return list_lengths(self._content, self._rows_of)

    @cached_property
    def search_weights(self) -> Sequence[tuple[str, int, int]]:
        """Return the ids of all journeys, each with how much a search has to know of it."""
        journeys, rows_of = self._content.journeys, self._rows_of
        if rows_of:
            return [(name, *rows_of(name).weights) for name in journeys]
        return [(name, *search_weights(journey)) for name, journey in journeys.items()]

    @property
    def map_languages(self) -> frozenset[str]:
        """Return the languages of maps that are not in that of the site."""
        return frozenset(outline.language for outline in self._content.outlines.values() if outline.language)

    @read_once
    def department_links(self) -> Mapping[str, Link]:
        """Return the links to all departments by id, in the order of their registry."""
        departments = self.content.departments
        return OrderedDict((name, department_link(department)) for name, department in departments.items())

    @read_once
    def current_reviews(self) -> tuple[ReviewDue, ...]:
        """Return the reviews of the journeys that figures count, by urgency."""
        return _reviews("current", tuple([journey.review for journey in self.current]))

    @read_once
    def kept_reviews(self) -> tuple[ReviewDue, ...]:
        """Return the reviews of all maps that are not archived, by urgency."""
        kept = [journey.review for journey in self.journeys if journey.status != "archived"]
        return _reviews("kept", tuple(kept))

    @property
    @value_part
    def shared_findings(self) -> tuple[RuleFinding, ...]:
        """Return what the rules find in what journeys share."""
        used = {journey.id: journey.used for journey in self.journeys}
        return site_findings(site_facts(self._content, used, self._today, self._dead_links()))

    def _dead_links(self) -> tuple[DeadLink, ...]:
        by_journey = {f"journey/{journey.id}": journey.links for journey in self.journeys if journey.links}
        every = {**self._content.links, **by_journey}
        if not every:
            return ()
        targets = LinkTargets(self._content, self.journeys, self._pages() | self._downloads())
        return tuple(dead_links(((thing, link) for thing, links in every.items() for link in links), targets))

    def findings(self, wording: Wording) -> tuple[Finding, ...]:
        """Return every finding with its place, in words, sorted by place; those that may stand say why."""
        placed = []
        for journey in self.journeys:
            places = self._content.places[f"journey/{journey.id}"]
            placed += [
                _placed(finding, places.get(finding.at, places[""]), wording)
                for finding in journey.insights.findings
            ]
        placed += [
            _placed(finding, finding.place or self._place(finding.at), wording) for finding in self.shared_findings
        ]
        return tuple(sorted(placed))

    def _place(self, at: str) -> Place:
        places, taken = self._content.places, self._content.taken_out
        if at in taken:
            return taken[at][0][1]
        return places[at][""] if at in places else Place(at or "site.yml")


def _placed(finding: RuleFinding, place: Place, wording: Wording) -> Finding:
    title, why, advice = (wording(f"rule.{finding.code}.{part}") for part in ("title", "why", "advice"))
    severity = RULES[finding.code].severity
    return Finding(place, finding.code, severity, finding.message(wording), advice, title, why, finding.waived)


@memo(by="which")
def _reviews(which: str, reviews: Iterable[ReviewDue]) -> tuple[ReviewDue, ...]:  # noqa: ARG001
    return by_urgency(reviews)

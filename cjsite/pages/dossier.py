"""What is known of one journey, and its own pages: each worked out when it is first asked for."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.pages.cast import Cast
from cjsite.pages.casting import casts
from cjsite.pages.due import due
from cjsite.pages.insights.along import along
from cjsite.pages.insights.aspect import Aspect, aspect
from cjsite.pages.insights.comparison import comparison_page, comparison_url
from cjsite.pages.insights.feelings import borne
from cjsite.pages.insights.findings import findings_url, journey_findings_page
from cjsite.pages.insights.past import past
from cjsite.pages.insights.walk import walk_page, walk_url
from cjsite.pages.journey import journey_page
from cjsite.pages.page import Draft, Frame, Later, journey_url
from cjsite.pages.sharing import shares
from cjsite.pages.summary import summary
from cjsite.pages.survey import surveys
from cjsite.wording import Wording

T = TypeVar("T")


class Dossier:
    """A journey for all pages that tell of it; kept from build to build while what its own may read stays the same.

    surveys: along the line of each persona. summary, aspect, along, past: as lists, the pages of insights, that of
    feelings and that of the past year need it; borne: what is borne on it. shares: what each department has in its
    insights.
    """

    def __init__(self, read: Cast) -> None:
        self.journey = read.journey
        self.is_compared = read.journey.state == "to-be" and read.basis is not None
        self._parts: dict[Callable[[Aspect], object], Any] = {}
        # None of these refers to the dossier: the collector of circles does not look at what is kept for long.
        self.surveys = found = Later(lambda: surveys(read))
        self.summary = told = Later(lambda: summary(found()))
        self.aspect = seen = Later(lambda: aspect(found(), told().row))
        self.along = way = Later(lambda: along(found(), told().row))
        self.borne = Later(lambda: borne(way()))
        self.past = Later(lambda: past(found(), seen()))
        self.shares = Later(lambda: shares(found(), seen()))
        self.due = Later(lambda: due(read))

    def part(self, of: Callable[[Aspect], T]) -> T:
        """Return what a page of insights makes of the journey: of(aspect), asked once."""
        if of not in self._parts:
            self._parts[of] = of(self.aspect())
        made: T = self._parts[of]
        return made


def dossiers(content: Content, today: datetime.date, memory: Memory) -> Mapping[str, Dossier]:
    """Return the dossier of each journey by its id."""
    return {name: memory(Dossier, name, read) for name, read in casts(content, today, memory).items()}


class JourneyPages:
    """The pages of a journey: its map, and what leads from there. origin: the path of its source."""

    def __init__(self, dossier: Dossier, origin: str, frame: Frame, wording: Wording) -> None:
        name, found = dossier.journey.id, dossier.surveys
        walk = Later(lambda: walk_page(found(), frame, wording))
        findings = Later(lambda: journey_findings_page(dossier.aspect(), frame, wording))
        compared = Later(lambda: comparison_page(found(), frame, wording))
        self.map = Draft(journey_url(name), origin, Later(lambda: journey_page(found(), frame, wording)))
        self.others = [Draft(walk_url(name), "", walk), Draft(findings_url(name), "", findings)]
        if dossier.is_compared:
            self.others.append(Draft(comparison_url(name), "", compared))

"""Every rule there is, by code."""

from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.rules import (
    coverage,
    effort,
    evidence,
    feeling,
    future,
    links,
    measured,
    review,
    site,
    structure,
    telling,
)
from cjsite.analysis.rules.rule import Rule
from cjsite.analysis.rules.site_facts import SiteFacts

_BOOKS = (
    evidence.book,
    feeling.book,
    measured.book,
    telling.book,
    coverage.book,
    effort.book,
    future.book,
    review.book,
    structure.book,
)
JOURNEY_RULES: tuple[Rule[JourneyFacts], ...] = tuple(rule for book in _BOOKS for rule in book.rules)
SITE_RULES: tuple[Rule[SiteFacts], ...] = (*site.book.rules, *links.book.rules)
AnyRule = Rule[JourneyFacts] | Rule[SiteFacts]
_EVERY: tuple[AnyRule, ...] = (*JOURNEY_RULES, *SITE_RULES)
RULES: dict[str, AnyRule] = {rule.code: rule for rule in sorted(_EVERY, key=lambda rule: rule.code)}
CODES = frozenset(RULES)

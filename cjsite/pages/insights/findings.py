"""Findings: of each map, of the site, and the catalogue of everything that is looked for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from cjsite.analysis.findings import Found
from cjsite.analysis.rules import RULES, AnyRule
from cjsite.frozen import frozen
from cjsite.gathering import ByName, Together, chained
from cjsite.pages.insights.aspect import Aspect
from cjsite.pages.insights.hit import Hit, sentence
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.ranked import Ranked
from cjsite.wording import Wording

GROUPS = ("E", "F", "C", "W", "R", "S")
SHOWN = 40
"""How many findings of one rule the page of the whole site lists."""


@frozen
class Rule:
    """What the catalogue says of a rule; count: how often it finds something that may not stand."""

    code: str
    severity: str
    title: str
    why: str
    advice: str
    example: str
    mended: str
    count: int


@frozen
class Finds:
    """What was found in one map, or in many. standing: what may not stand, by the rule's code.

    waived: what may, with its code. maps: of each its findings, itself, and its numbers of warnings and notes.
    """

    standing: tuple[tuple[str, Ranked[Hit]], ...] = ()
    waived: tuple[tuple[str, Hit], ...] = ()
    maps: tuple[tuple[Link, Link, int, int], ...] = ()


@frozen
class Group:
    """The first findings of one rule; the rest stand on the pages of their maps."""

    rule: Rule
    hits: Ranked[Hit]


@frozen
class FindingsData:
    """What the page shows. journey: the map it is about (no address: the site). maps: the count of each map."""

    journey: Link
    groups: tuple[Group, ...]
    waived: tuple[tuple[str, Hit], ...]
    warnings: int
    notes: int
    maps: tuple[tuple[Link, Link, int, int], ...]


@frozen
class CatalogueData:
    """Every rule by the letter of its group."""

    groups: tuple[tuple[str, tuple[Rule, ...]], ...]
    total: int


def findings_url(journey: str) -> str:
    """Return the address of a map's findings."""
    return f"findings/{journey}.html"


def findings_page(finds: Finds, shared: tuple[Found, ...], frame: Frame, wording: Wording) -> Page:
    """Return the findings of all maps, `finds`, and of what they share."""
    every = finds_together((finds, _shared(shared)))
    data = _data(Link(""), every)
    title, description = wording("insight.findings"), wording("insight.findings.lead")
    return Page("insights/findings.html", "insights/findings.html", title, frame, data, description, "insights")


def journey_findings_page(aspect: Aspect, frame: Frame, wording: Wording) -> Page:
    """Return the findings of one map, all of them."""
    own = _finds(zip(aspect.found, aspect.hits, strict=True), len(aspect.found))
    data = _data(aspect.journey, own)
    title = wording("insight.findings.of", title=aspect.journey.title)
    return Page(findings_url(aspect.row.id), "insights/findings.html", title, frame, data, "", "insights")


def catalogue_page(finds: Finds, shared: tuple[Found, ...], frame: Frame, wording: Wording) -> Page:
    """Return the catalogue of rules, each with an example."""
    counts = {code: hits.count for code, hits in finds_together((finds, _shared(shared))).standing}
    groups = ((letter, [rule for code, rule in RULES.items() if code.startswith(letter)]) for letter in GROUPS)
    data = CatalogueData(
        tuple((letter, tuple(_rule(rule, counts) for rule in rules)) for letter, rules in groups), len(RULES)
    )
    title, description = wording("insight.catalogue"), wording("insight.catalogue.lead")
    return Page("insights/catalogue.html", "insights/catalogue.html", title, frame, data, description, "insights")


def finds(aspect: Aspect) -> Finds:
    """Return what was found in one map."""
    own = Link(aspect.journey.title, findings_url(aspect.row.id))
    found = _finds(zip(aspect.found, aspect.hits, strict=True), SHOWN)
    return replace(found, maps=((own, aspect.journey, aspect.warnings, aspect.notes),))


finds_together = Together(Finds, standing=ByName(partial(Ranked.merged, most=SHOWN)), waived=chained, maps=chained)
"""Puts what was found in many maps together."""


def _finds(found: Iterable[tuple[Found, Hit]], most: int) -> Finds:
    by_code: dict[str, list[Hit]] = {}
    waived = []
    for one, hit in found:
        if one.waived:
            waived.append((one.code, hit))
        else:
            by_code.setdefault(one.code, []).append(hit)
    return Finds(tuple((code, Ranked.of(hits, most)) for code, hits in by_code.items()), tuple(waived))


def _shared(found: tuple[Found, ...]) -> Finds:
    return _finds(((one, Hit(sentence(one), Link(""), Link(""), one.waived)) for one in found), SHOWN)


def _rule(rule: AnyRule, counts: Mapping[str, int]) -> Rule:
    example, mended = rule.example.strip(), rule.mended.strip()
    count = counts.get(rule.code, 0)
    return Rule(rule.code, rule.severity, rule.title, rule.why, rule.advice, example, mended, count)


def _data(journey: Link, finds: Finds) -> FindingsData:
    groups = [Group(_rule(RULES[code], {}), hits) for code, hits in finds.standing]
    groups.sort(key=lambda group: (group.rule.severity != "warning", -group.hits.count, group.rule.code))
    counts = {s: sum(g.hits.count for g in groups if g.rule.severity == s) for s in ("warning", "note")}
    return FindingsData(journey, tuple(groups), finds.waived, counts["warning"], counts["note"], finds.maps)

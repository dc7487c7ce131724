"""Findings: of each map, of the site, and the catalogue of everything that is looked for."""

from collections.abc import Iterable, Mapping

from cjsite.analysis.findings import Found, rules_in
from cjsite.analysis.rules import RULES, AnyRule
from cjsite.frozen import frozen
from cjsite.pages.insights.aspect import Aspect
from cjsite.pages.insights.hit import Hit, sentence
from cjsite.pages.page import Frame, Link, Page
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
class Group:
    """The first findings of one rule, and how many it has in all; the rest stand on the pages of their maps."""

    rule: Rule
    hits: tuple[Hit, ...]
    count: int


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


def findings_page(aspects: tuple[Aspect, ...], shared: tuple[Found, ...], frame: Frame, wording: Wording) -> Page:
    """Return the findings of all maps and of what they share."""
    hits = [pair for aspect in aspects for pair in zip(aspect.found, aspect.hits, strict=True)]
    hits += [(found, Hit(sentence(found), Link(""), Link(""), found.waived)) for found in shared]
    data = _data(Link(""), hits, tuple(_map(aspect) for aspect in aspects))
    title, description = wording("insight.findings"), wording("insight.findings.lead")
    return Page("insights/findings.html", "insights/findings.html", title, frame, data, description, "insights")


def journey_findings_page(aspect: Aspect, frame: Frame, wording: Wording) -> Page:
    """Return the findings of one map."""
    data = _data(aspect.journey, zip(aspect.found, aspect.hits, strict=True), ())
    title = wording("insight.findings.of", title=aspect.journey.title)
    return Page(findings_url(aspect.row.id), "insights/findings.html", title, frame, data, "", "insights")


def catalogue_page(aspects: tuple[Aspect, ...], shared: tuple[Found, ...], frame: Frame, wording: Wording) -> Page:
    """Return the catalogue of rules, each with an example."""
    every = [found for aspect in aspects for found in aspect.found] + list(shared)
    counts = {code: sum(not one.waived for one in found) for code, found in rules_in(every).items()}
    groups = ((letter, [rule for code, rule in RULES.items() if code.startswith(letter)]) for letter in GROUPS)
    data = CatalogueData(
        tuple((letter, tuple(_rule(rule, counts) for rule in rules)) for letter, rules in groups), len(RULES)
    )
    title, description = wording("insight.catalogue"), wording("insight.catalogue.lead")
    return Page("insights/catalogue.html", "insights/catalogue.html", title, frame, data, description, "insights")


def _rule(rule: AnyRule, counts: Mapping[str, int]) -> Rule:
    example, mended = rule.example.strip(), rule.mended.strip()
    count = counts.get(rule.code, 0)
    return Rule(rule.code, rule.severity, rule.title, rule.why, rule.advice, example, mended, count)


def _data(
    journey: Link, hits: Iterable[tuple[Found, Hit]], maps: tuple[tuple[Link, Link, int, int], ...]
) -> FindingsData:
    every = list(hits)
    single = bool(journey.url)
    standing = [(found.code, hit) for found, hit in every if found.waived]
    by_code: dict[str, list[Hit]] = {}
    for found, hit in every:
        if not found.waived:
            by_code.setdefault(found.code, []).append(hit)
    groups = [
        Group(_rule(RULES[code], {}), tuple(found if single else found[:SHOWN]), len(found))
        for code, found in by_code.items()
    ]
    groups.sort(key=lambda group: (group.rule.severity != "warning", -group.count, group.rule.code))
    counts = {s: sum(g.count for g in groups if g.rule.severity == s) for s in ("warning", "note")}
    return FindingsData(journey, tuple(groups), tuple(standing), counts["warning"], counts["note"], maps)


def _map(aspect: Aspect) -> tuple[Link, Link, int, int]:
    own = Link(aspect.journey.title, findings_url(aspect.row.id))
    return own, aspect.journey, aspect.warnings, aspect.notes

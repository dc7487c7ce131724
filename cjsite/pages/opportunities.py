"""All opportunities of the site with everything that is written about them."""

from collections.abc import Iterator, Mapping
from operator import attrgetter

from markupsafe import Markup

from cjsite.analysis.priorities import NOTHING_KNOWN, Priority, by_priority, priority
from cjsite.analysis.stakes import Stakes
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.amount import Amount
from cjsite.model.opportunity import Opportunity, Solution
from cjsite.model.registry import Department, Evidence
from cjsite.pages.downloads import OPPORTUNITIES_CSV_URL, OfferedFile, offered
from cjsite.pages.facts import Fact, FactItem, fact, money, sums, texts, tracked, words
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.links import Link, department_named, name
from cjsite.summaries.opportunity import is_written_at_step
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.tags import tag_links
from cjsite.summaries.urls import journey_url, opportunity_url, reference_url
from cjsite.text.prose import block, plain
from cjsite.text.wording import Wording


@frozen
class OpportunityDetails:
    """An opportunity in full; state: whose it is and how far."""

    id: str
    title: str
    priority: Priority | None
    state: str
    body: Markup
    facts: tuple[Fact, ...]


@frozen
class OpportunitiesData:
    """What the page of opportunities shows; others: those on the pages after it, by the names of their places.

    at_steps: how many more there are that are written at steps. downloads: what has all of them.
    """

    opportunities: tuple[OpportunityDetails, ...]
    at_steps: int
    others: tuple[tuple[str, Link], ...] = ()
    downloads: tuple[OfferedFile, ...] = ()


@frozen
class _WholeList:
    """What its pages have in common."""

    entries: tuple[OpportunityDetails, ...]
    at_steps: int


@list_page(opportunity_url(), lambda site: len(site.content.opportunities))
def opportunities(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page of all opportunities."""
    return opportunities_page(site.once(_whole, wording), paging, frame, wording)


def _whole(site: SiteSummary, wording: Wording) -> _WholeList:
    content, steps = site.content, _steps(site)
    registries = (content.opportunities, content.departments, content.evidence)
    at_stake = {card.key: card.stakes for card in site.opportunities}
    at_steps = sum(map(is_written_at_step, site.opportunities))
    return _WholeList(all_opportunities(*registries, steps, at_stake, wording), at_steps)


@memo(by="paging")
def opportunities_page(whole: _WholeList, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page of all opportunities, or one on which it goes on.

    What leads to an opportunity knows the first page alone: there those of the other pages have their places too.
    """
    entries = whole.entries
    others = ((f"opportunity-{entry.id}", entry.title) for entry in entries)
    table = offered(OPPORTUNITIES_CSV_URL, "opportunities", len(entries) + whole.at_steps)
    data = OpportunitiesData(paging.rows(entries), whole.at_steps, paging.elsewhere(tuple(others)), (table,))
    url, title = paging.address(paging.number), wording("opportunities.title")
    return Page(url=url, template="opportunities.html", title=title, frame=frame, data=data, paging=paging)


def _steps(site: SiteSummary) -> dict[str, Link]:
    """Return the links to the steps and touchpoints that opportunities name, by address."""
    wanted = {address for opportunity in site.content.opportunities.values() for address in opportunity.steps}
    named = {address.partition("#")[0] for address in wanted}
    return {
        address: Link(plain(f"{site.content.outlines[journey.id].title}: {title}"), journey_url(journey.id, place))
        for journey in sorted(site.journeys, key=attrgetter("id"))
        if journey.id in named
        for place, title in journey.places
        if (address := f"{journey.id}#{place}") in wanted
    }


@memo
def all_opportunities(
    opportunities: Mapping[str, Opportunity],
    departments: Mapping[str, Department],
    evidence: Mapping[str, Evidence],
    places: Mapping[str, Link],
    at_stake: Mapping[str, Stakes],
    wording: Wording,
) -> tuple[OpportunityDetails, ...]:
    """Return all opportunities in full, the most important first.

    places: the steps that they name. at_stake: where they would help, by their ids.
    """
    return tuple(
        OpportunityDetails(
            id=opportunity.id,
            title=name(opportunity),
            priority=priority(opportunity, at_stake.get(opportunity.id, NOTHING_KNOWN)),
            state=state(opportunity, departments, wording),
            body=block(opportunity.body),
            facts=(
                *details(opportunity, wording),
                *_links(opportunity, departments, evidence, places, wording),
            ),
        )
        for opportunity in by_priority(opportunities.values(), at_stake)
    )


def state(opportunity: Opportunity, departments: Mapping[str, Department], t: Wording) -> str:
    """Return whose an opportunity is, and how far it is, in words."""
    owner = departments.get(opportunity.owner)
    return t.listed(name(owner) if owner else "", status(opportunity, t))


def status(record: Opportunity | Solution, t: Wording) -> str:
    """Return how far an opportunity or a solution is, with the day of its end; '' where nobody says so."""
    if record.done_on:
        return t("opportunity.done-on", date=t.date(record.done_on))
    return t(f"opportunity.status.{record.status}") if record.status else ""


def details(opportunity: Opportunity, t: Wording) -> Iterator[Fact]:
    """Yield what is written about an opportunity, apart from its title, text, owner and places."""
    action = t(f"opportunity.action.{opportunity.action}") if opportunity.action else ""
    kind = t(f"opportunity.kind.{opportunity.kind}") if "kind" in opportunity.model_fields_set else ""
    yield from words(t("opportunity.kind"), t.comma.join(filter(None, (kind, action))))
    for key, rank in (("value", opportunity.value), ("effort", opportunity.effort)):
        if rank is not None:
            yield from words(t(f"opportunity.{key}"), t("rank.of-five", value=rank))
    yield from texts(t("opportunity.reach"), opportunity.reach)
    yield from sums(t("opportunity.benefit"), opportunity.benefit, t)
    yield from sums(t("opportunity.cost"), opportunity.cost, t)
    yield from words(t("opportunity.due"), t.date(opportunity.due) if opportunity.due else "")
    if opportunity.tags:
        yield fact(t("tags"), *(FactItem(link.title, link.url) for link in tag_links(opportunity.tags)))
    if opportunity.solutions:
        yield fact(t("opportunity.solutions"), *_solutions(opportunity, t))
    if opportunity.link:
        yield fact(t("opportunity.link"), tracked(opportunity.link))


def _links(
    opportunity: Opportunity,
    departments: Mapping[str, Department],
    evidence: Mapping[str, Evidence],
    places: Mapping[str, Link],
    t: Wording,
) -> Iterator[Fact]:
    owner = department_named(opportunity.owner, departments)
    if owner:
        yield fact(t("opportunity.owner"), FactItem(owner.title, owner.url))
    steps = [places[step] for step in opportunity.steps if step in places]
    if steps:
        yield fact(t("opportunity.steps"), *(FactItem(link.title, link.url) for link in steps))
    sources = [evidence[source] for source in opportunity.evidence if source in evidence]
    if sources:
        items = (FactItem(name(source), reference_url("source", source.id)) for source in sources)
        yield fact(t("opportunity.evidence"), *items)


def _solutions(opportunity: Opportunity, t: Wording) -> Iterator[FactItem]:
    for solution in opportunity.solutions:
        effort = t("opportunity.effort-of", value=solution.effort) if solution.effort is not None else ""
        link = tracked(solution.link)
        costs, brings = _sum(t, "cost", solution.cost), _sum(t, "benefit", solution.benefit)
        tracked_as = "" if link.url else str(link.text)
        note = t.listed(status(solution, t), effort, costs, brings, tracked_as)
        yield FactItem(plain(solution.title), link.url, note=note)


def _sum(t: Wording, key: str, amount: Amount) -> str:
    words = money(amount, t) + (t.comma + plain(amount.text) if amount.amount is not None and amount.text else "")
    return t(f"opportunity.{key}") + t.colon + words if words else ""

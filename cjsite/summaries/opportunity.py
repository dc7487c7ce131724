"""An opportunity as lists show it, gathered from all the journeys that it would help."""

import datetime
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

import msgspec

from cjsite.analysis.priorities import NOTHING_KNOWN, Priority, order, priority
from cjsite.analysis.stakes import Stakes
from cjsite.base.frozen import frozen, replace
from cjsite.base.rows import PackedRows, encoded
from cjsite.model.opportunity import Opportunity
from cjsite.summaries.journey_analysis import JourneyAnalysis, TouchpointLink
from cjsite.summaries.links import Link, department_named, name


@frozen
class OpportunityCard:
    """An opportunity and where it would help; `key` is the same wherever it is the same opportunity.

    rank: the sort key of `analysis.opportunities.order`. status: '' where nobody says how far it is.
    """

    key: str
    rank: tuple[bool, int, int, str]
    title: str
    kind: str
    priority: Priority | None
    status: str
    action: str
    due: datetime.date | None
    done_on: datetime.date | None
    owner: Link | None
    owner_id: str
    solutions: int
    value: int | None
    effort: int | None
    reach: str
    at: tuple[TouchpointLink, ...]
    stakes: Stakes

    @property
    def journeys(self) -> tuple[Link, ...]:
        """Return the journeys that it would help, each once."""
        return tuple(dict.fromkeys(at.journey for at in self.at))


def opportunity_cards(analysis: JourneyAnalysis) -> tuple[OpportunityCard, ...]:
    """Return the opportunities of one journey, each once, with the steps where it would help."""
    places: dict[str, list[TouchpointLink]] = {}
    named: dict[str, Opportunity] = {}
    inputs = analysis.inputs
    for column in analysis.columns:
        if not column.first_of_step:
            continue
        for opportunity in analysis.facts.opportunities[column.step.id]:
            # An opportunity written on a step belongs to its journey; the same words elsewhere are another one.
            shared = opportunity.id in inputs.opportunities
            key = opportunity.id if shared else f"{inputs.journey.id}#{opportunity.id}"
            named[key] = opportunity
            places.setdefault(key, []).append(analysis.link(column))
    return tuple(
        merge(_opening(analysis, key, opportunity, tuple(places[key])) for key, opportunity in named.items())
    )


def merge(parts: Iterable[OpportunityCard]) -> list[OpportunityCard]:
    """Return each opportunity once, the most important first, with all the places where it would help."""
    merged: dict[str, OpportunityCard] = {}
    for part in parts:
        same = merged.get(part.key)
        merged[part.key] = replace(same, at=same.at + part.at) if same else part
    return sorted(merged.values(), key=attrgetter("rank", "key"))


def roll_up_opportunities(parts: Iterable[tuple[OpportunityCard, ...]]) -> tuple[OpportunityCard, ...]:
    """Return the opportunities of many journeys, each once, the most important first."""
    return tuple(merge(opportunity for part in parts for opportunity in part))


def packed_opportunities(parts: Iterable[tuple[OpportunityCard, ...]]) -> PackedRows[OpportunityCard]:
    """Return the opportunities of many journeys as `roll_up_opportunities` does, packed.

    Only those that several parts name are held as values: most are written on one map, and there are thousands.
    """
    packed: dict[str, tuple[tuple[bool, int, int, str], bytes]] = {}
    several: dict[str, list[TouchpointLink]] = {}
    decoder = msgspec.msgpack.Decoder(OpportunityCard)
    for card in chain.from_iterable(parts):
        if card.key not in packed:
            packed[card.key] = card.rank, encoded(card)
        else:
            at = several.setdefault(card.key, [])
            at += card.at if at else (*decoder.decode(packed[card.key][1]).at, *card.at)

    def row(key: str) -> bytes:
        data = packed[key][1]
        return encoded(replace(decoder.decode(data), at=tuple(several[key]))) if key in several else data

    return PackedRows(OpportunityCard, map(row, sorted(packed, key=lambda key: (packed[key][0], key))))


def is_open(opportunity: OpportunityCard) -> bool:
    """Tell whether anything is left to do."""
    return opportunity.status not in ("done", "dropped")


def is_written_at_step(opportunity: OpportunityCard) -> bool:
    """Tell whether it has no entry of its own: its key is that of its journey, with a sign that no id has."""
    return "#" in opportunity.key


def _opening(
    analysis: JourneyAnalysis, key: str, opportunity: Opportunity, at: tuple[TouchpointLink, ...]
) -> OpportunityCard:
    at_stake = analysis.facts.stakes.get(opportunity.id, NOTHING_KNOWN)
    return OpportunityCard(
        key=key,
        rank=order(opportunity, at_stake),
        title=name(opportunity),
        kind=opportunity.kind,
        priority=priority(opportunity, at_stake),
        status=opportunity.status or "",
        action=opportunity.action or "",
        due=opportunity.due,
        done_on=opportunity.done_on,
        owner=department_named(opportunity.owner, analysis.inputs.departments),
        owner_id=opportunity.owner,
        solutions=len(opportunity.solutions),
        value=opportunity.value,
        effort=opportunity.effort,
        reach=opportunity.reach,
        at=at,
        stakes=at_stake,
    )

"""The home page and what its rows say of a journey."""

from cjsite.model.content import Content
from cjsite.pages.portfolio import PortfolioData
from tests.support.content import content, map_of
from tests.support.page import document, html, page, wording

SITE = """
-- site.yml --
title: Rides
tagline: From the saddle
emotion_scale: {min: 1, max: 5}
-- departments.yml --
support: {title: Service}
store: {title: Store}
-- channels.yml --
phone: {title: Phone}
friends: {title: Friends, control: none}
-- evidence.yml --
talks: {title: Interviews, source: customer}
desk: {title: Staff, source: employee}
-- personas/priya.md --
---
title: Priya *Nair*
---
-- opportunities.yml --
callback: {title: Call back, value: 5, owner: support, steps: [calm#waits, hurt#waits]}
gone: {title: Gone, value: 5, status: dropped, steps: [hurt#leaves]}
-- journeys/calm.yml --
title: A calm ride
persona: priya
product: Bikes
reviewed_on: 2026-10-01
stages:
  - title: All
    steps:
      - {title: Waits, emotion: 3, channel: phone, department: support, evidence: [talks]}
      - {title: Rides, emotion: 5, channel: friends, evidence: [desk]}
-- journeys/hurt.yml --
title: A ride that hurts
segment: Commuters
owner: store
parent: calm
reviewed_on: 2024-01-01
stages:
  - title: All
    steps:
      - title: Waits
        channel: phone
        emotion: 1
        moment_of_truth: {asks: Stay?, bail_rate: 30%}
        pain_points: [{text: Music, severity: 5}, {text: Hum, severity: 2}]
      - title: Leaves
        emotion: 2
        pain_points: [{text: Nobody, severity: 4}]
-- journeys/better.yml --
title: A better ride
state: to-be
derived_from: hurt
stages: [{title: All, steps: [{title: Waits, emotion: 5}]}]
-- journeys/old.yml --
title: An old ride
status: archived
stages: [{title: All, steps: [{title: Waits, emotion: 1}]}]
"""


def _home(one: Content) -> PortfolioData:
    shown = page(one, "index.html").data
    assert isinstance(shown, PortfolioData)
    return shown


def test_need_comes_first_a_future_follows_its_present_and_archives_come_last() -> None:
    rows = _home(content(SITE)).cards
    assert [row.id for row in rows] == ["hurt", "better", "calm", "old"]
    # Its only part is all of it: a moment at high risk, a severe pain whose plan was dropped, -2 at the lowest.
    assert rows[0].card.need == 3 + 2 + 4


def test_only_journeys_as_they_are_count() -> None:
    home = _home(content(SITE))
    assert (home.count, home.overdue) == (2, 1)
    health = home.health
    assert (health.touchpoints, health.heard, health.staff, health.silent) == (4, 1, 1, 2)
    assert (health.moments, health.at_risk, health.severe, health.unplanned) == (1, 1, 2, 1)
    assert health.unowned == 1, "what friends say needs no owner"
    assert health.mean == 2.75
    assert home.products == ("Bikes",)
    assert home.departments == (("support", "Service"), ("store", "Store"))


def test_the_lists_name_the_steps_they_come_from() -> None:
    home = _home(content(SITE))
    assert [(felt.at.url, felt.value) for felt in home.lows] == [
        ("journeys/hurt.html#at-waits", 1.0),
        ("journeys/hurt.html#at-leaves", 2.0),
    ]
    (opportunity,) = home.opportunities
    assert [link.title for link in opportunity.journeys] == ["A calm ride", "A ride that hurts"]
    assert [due.journey.title for due in home.reviews] == ["A ride that hurts", "A calm ride"]


def test_the_home_page_says_it_all() -> None:
    shown = document(content(SITE), "index.html")
    said = (
        "From the saddle. 2 journeys, 4 touchpoints, 2 departments.", "Priya Nair", "Commuters",
        "Part of A calm ride",
        "Future state : A better ride", "As it is today : A ride that hurts", "Archived", "1 of 1 at high risk",
        "Owner: Store",
        "1 without a plan", "Nobody answers for it",
        "Starts at +1.0, lowest +1.0 at Waits, highest +2.0 at Leaves.",
        wording()("home.order"),
    )  # fmt: skip
    wanted = [words for words in said if words not in shown.text]
    assert wanted == []
    assert "journeys/hurt.html#at-waits" in shown.links


def test_searching_is_for_readers_with_script_only() -> None:
    form = next(e for e in document(content(SITE), "index.html").elements if "data-list" in e.attributes)
    assert "js-only" in form.attributes["class"]
    row = next(e for e in document(content(SITE), "index.html").elements if "data-words" in e.attributes)
    assert row.attributes["data-states"] == "as-is draft overdue"
    assert "waits" in row.attributes["data-words"]


def test_a_map_is_found_by_who_takes_part_what_they_do_and_by_its_tags() -> None:
    house = "-- departments.yml --\nshop: Shop\n-- personas/ana.yml --\ntitle: Ana Ruiz\n"
    step = """
- title: Asks
  actors: [ana, The night porter]
  tags: Refund first
  frontstage: {department: shop, does: Reads *the list* out}
  backstage: {department: shop, does: Pays, system: Refund Book}
  touchpoints: [{title: A}, {title: B, tags: small print}]
"""
    shown = page(map_of(step, house), "index.html").data
    assert isinstance(shown, PortfolioData)
    card = shown.cards[0]
    wanted = ("ana ruiz", "the night porter", "refund first", "small print", "reads the list out", "refund book")
    assert [words for words in wanted if words not in card.words] == []
    assert card.words.count("refund book") == 1


def test_journeys_without_anything_build() -> None:
    bare = content("-- journeys/a.yml --\ntitle: A\nstages: []\n-- journeys/b.yml --\ntitle: B\nstages: [S]\n")
    shown = document(bare, "index.html")
    assert "No feeling is known yet." in shown.text
    assert "Where it hurts most" not in shown.text


def test_an_empty_site_says_so() -> None:
    empty = content("-- site.yml --\ntitle: Rides\n")
    assert "No journey has been mapped yet." in document(empty, "index.html").text


def test_what_authors_write_stays_text() -> None:
    nasty = "'<script>alert(1)</script>'"
    text = f"-- journeys/a.yml --\ntitle: {nasty}\nproduct: {nasty}\nsegment: {nasty}\nstages: [{{title: S, steps: "
    text += f"[{{title: {nasty}, emotion: -2, pain_points: [{nasty}], opportunities: [{nasty}]}}]}}]\n"
    assert "<script>alert" not in html(content(text), "index.html")

"""What readers see of a content: the rest is gone, what is left holds, and its figures are its own."""

from pathlib import Path

import pytest

from cjsite.analysis.columns import columns
from cjsite.analysis.evidence import standing
from cjsite.analysis.rules import CODES
from cjsite.base.frozen import fields
from cjsite.base.memo import Memory
from cjsite.base.problem import Broken
from cjsite.build import Builder
from cjsite.edition.composing import REGISTRIES
from cjsite.edition.edition import edition
from cjsite.edition.readers import Readers
from cjsite.model.content import Content
from cjsite.pages.sitemap import sitemap
from cjsite.reading.read import read
from cjsite.text.destinations import unlinked
from tests.support.files import parse, write
from tests.support.page import TODAY, document, html, wording

SITE = "-- site.yml --\naudiences: {crew: The crew, office: }\n"
EVERYONE = Readers()
CREW = Readers(frozenset({"crew"}))


def _whole(text: str) -> Content:
    return read(parse(text), CODES, TODAY)


def _seen(text: str, readers: Readers = EVERYONE) -> Content:
    return edition(_whole(SITE + text), readers).content


def _left_out(text: str, readers: Readers = EVERYONE) -> list[str]:
    return list(edition(_whole(SITE + text), readers).left_out.lines())


def _steps(one: Content, journey: str = "a") -> list[str]:
    return [step.id for step in one.journeys[journey].steps()]


OPEN = """
-- journeys/a.yml --
title: A
stages: [{title: S, steps: [One]}]
-- channels.yml --
web: Web
"""


def test_where_nothing_is_withheld_all_is_the_same_object() -> None:
    whole = _whole(SITE + OPEN)
    own = edition(whole, EVERYONE).content
    assert own.journeys is whole.journeys
    assert own.channels is whole.channels
    assert own.references is whole.references
    assert own.settings.audiences == {}


PARTLY = """
-- journeys/a.yml --
title: A
stages: [{title: S, steps: [One, {title: Two, audience: crew, notes: N}]}]
"""


def test_what_did_not_change_since_the_last_build_is_the_same_object() -> None:
    memory = Memory()
    with memory.active():
        first, again = _seen(PARTLY), _seen(PARTLY)
    assert first.journeys["a"] is again.journeys["a"]
    assert first.journeys["a"] is not _seen(PARTLY).journeys["a"]


NESTED = """
-- journeys/a.yml --
title: A
audience: [crew, office]
stages:
  - title: S
    audience: office
    steps: [{title: One, audience: [crew, office]}]
  - {title: T, steps: [Two, {title: Three, audience: crew}]}
"""


def test_a_thing_is_for_those_who_may_read_what_it_stands_in() -> None:
    assert _seen(NESTED).journeys == {}
    assert _steps(_seen(NESTED, CREW)) == ["two", "three"]
    assert _steps(_seen(NESTED, Readers(frozenset({"office"})))) == ["one", "two"]
    assert _seen(NESTED, CREW).journeys["a"].audience == ("crew",)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pain_points", "[{text: Hurts, audience: crew}, Stays]"),
        ("backstage", "[{does: Hides, audience: crew}, Stays]"),
        ("frontstage", "[{does: Shows, audience: crew}, Stays]"),
        ("opportunities", "[{title: Better, audience: crew}, Stays]"),
    ],
)
def test_parts_of_a_step_may_be_for_few(field: str, value: str) -> None:
    text = f"-- journeys/a.yml --\ntitle: A\nstages: [{{title: S, steps: [{{title: One, {field}: {value}}}]}}]\n"
    counts = [len(getattr(next(_seen(text, readers).journeys["a"].steps()), field)) for readers in (EVERYONE, CREW)]
    assert counts == [1, 2]


LINKED = """
-- departments.yml --
legal: {title: Legal, audience: crew}
shop: Shop
-- channels.yml --
fax: {title: Fax, audience: crew}
-- metrics.yml --
secret: {title: Secret, audience: crew}
-- opportunities.yml --
idea: {title: Idea, audience: crew}
-- personas/bo.md --
---
audience: crew
---
-- pages/in.md --
---
audience: crew
---
-- journeys/b.yml --
title: B
audience: crew
stages: [{title: S, steps: [Two]}]
-- journeys/a.yml --
title: A
personas: [bo]
owner: legal
parent: b
derived_from: b
state: to-be
stakeholders: [legal, {name: Ana, department: legal}]
changes: [{on: 2026-01-01, by: legal, what: More}]
stages:
  - title: S
    steps:
      - title: One
        channel: fax
        actors: [bo, A friend]
        emotion: {value: -1, compensated_by: b#two}
        emotions: {bo: 1}
        caused_by: b#two
        journey: b
        frontstage: [{department: legal, does: Asks}, {does: Greets}]
        backstage: {department: legal, does: Files}
        handoff: [legal, shop]
        metrics: {secret: 3, csat: 4}
        work: {done_by: legal}
        opportunities: [idea, An idea of its own]
        pain_points: {text: Hurts, department: legal}
insights: [{text: Of two, steps: [b#two]}, Of all]
waive: [{code: E107, because: So, step: b#two}]
"""
SITE_OF_LINKED = SITE.replace(
    "audiences", "menu: [in]\nwaive: [{code: C101, about: channel/fax, because: So}]\naudiences"
)


def test_what_names_a_thing_that_is_left_out_goes_or_says_less() -> None:
    own = edition(_whole(SITE_OF_LINKED + LINKED), EVERYONE).content
    journey = own.journeys["a"]
    (step,) = journey.steps()
    assert (journey.people, journey.owner, journey.parent, journey.derived_from) == ((), "", "", "")
    assert [one.name for one in journey.stakeholders] == ["Ana"]
    assert [one.by for one in journey.changes] == [""]
    assert (step.channel, step.caused_by, step.journey, step.emotions) == ("", "", "", {})
    assert step.actors == ("A friend",)
    assert step.emotion[0].compensated_by == ""
    assert [work.does for work in step.frontstage] == ["Greets"]
    assert [work.does for work in step.backstage] == ["Files"]
    assert [handoff.to for handoff in step.handoff] == ["shop"]
    assert (dict(step.metrics), step.work) == ({"csat": 4}, None)
    assert [one.title for one in step.opportunities] == ["An idea of its own"]
    assert [one.department for one in step.pain_points] == [""]
    assert [one.text for one in journey.insights] == ["Of all"]
    assert (journey.waive, own.settings.menu, own.settings.waive) == ((), (), ())
    assert own.references["journey"].keys() == {"a"}
    assert own.places.keys() == {"department/shop", "journey/a"}


def test_those_who_may_read_all_have_it_as_it_is_written() -> None:
    whole = _whole(SITE_OF_LINKED + LINKED)
    own = edition(whole, Readers(frozenset({"crew", "office"}))).content
    assert own.journeys["a"] is whole.journeys["a"]
    assert own.settings is whole.settings


MEASURED = """
-- journeys/a.yml --
title: A
stages: [{title: S, steps: [{title: One, emotion: 1}, {title: Two, emotion: -2, audience: crew, duration: 3h}]}]
-- journeys/a.csv --
step,metric,date,value
two,csat,2026-01-01,3
one,csat,2026-01-01,4
"""


def test_every_figure_is_of_what_readers_see() -> None:
    own = _seen(MEASURED)
    (result,) = sitemap(own, wording(), TODAY).summary.journeys
    assert (result.card.health.touchpoints, result.card.health.mean) == (1, 1.0)
    assert [row.step for row in own.measurements["a"]] == ["one"]


EVIDENCE = """
-- evidence.yml --
talks: {title: Talks, source: customer, date: 2020-01-01, audience: crew}
staff: {title: Advisers, source: employee, audience: crew}
poll: {title: Poll, source: customer, n: 2}
-- journeys/a.yml --
title: A
evidence: [talks]
stages:
  - title: S
    steps:
      - {title: One, emotion: 1, evidence: talks, confidence: observed}
      - {title: Two, emotion: 1, evidence: [talks, poll]}
      - {title: Three, emotion: 1, evidence: staff}
      - {title: Four, emotion: 1}
insights: {text: What they say, evidence: talks}
"""


def test_evidence_that_is_left_out_still_counts() -> None:
    whole, own = _whole(SITE + EVIDENCE), _seen(EVIDENCE)
    assert own.evidence.keys() == {"poll"}
    of_all, of_own = (
        [standing(column.touchpoint, one.evidence) for column in columns(one.journeys["a"])] for one in (whole, own)
    )
    assert of_own == of_all == ["some", "strong", "staff", "none"]
    told = {(f.code, f.at) for f in sitemap(own, wording(), TODAY).summary.journeys[0].insights.findings}
    assert {code for code, _ in told} & {"E107", "E108", "E109"} == set()
    assert ("E101", "three") in told


def test_readers_are_told_that_there_is_evidence_and_not_which() -> None:
    page = document(_seen(EVIDENCE))
    shown = page.text
    assert [one for one in page.elements if one.tag == "a" and not one.attributes.get("href")] == []
    assert shown.count("A source that is not named here") == 5, "of the map, an insight and three touchpoints"
    assert "Talks" not in shown
    assert "~" not in shown


USED = """
-- channels.yml --
web: Web
fax: Fax
-- personas/bo.md --
---
---
-- opportunities.yml --
idea: {title: I, steps: [a#two]}
-- journeys/a.yml --
title: A
stages: [{title: S, steps: [One, {title: Two, channel: web, audience: crew}]}]
-- journeys/b.yml --
title: B
status: archived
persona: bo
"""


def test_what_only_others_show_is_not_called_unused() -> None:
    found = sitemap(_seen(USED), wording(), TODAY).summary.shared_findings
    assert [(f.code, f.at) for f in found if f.code in ("C101", "C111", "S115")] == [("C101", "channel/fax")]


PATHS = """
-- personas/bo.md --
---
audience: crew
---
-- personas/al.md --
---
---
-- journeys/a.yml --
title: A
personas: [al, bo]
paths: {his: {personas: bo}, both: {personas: [al, bo]}, few: {audience: crew}}
stages:
  - title: S
    steps: [One, {title: Two, path: his}, {title: Three, path: [his, both]}, {title: Four, path: few}]
"""


def test_a_path_for_those_whom_readers_do_not_know_is_none() -> None:
    own = _seen(PATHS).journeys["a"]
    assert [step.id for step in own.steps()] == ["one", "three"]
    assert {name: path.personas for name, path in own.paths.items()} == {"both": ("al",)}


UNSETTLED = """
-- journeys/a.yml --
title: A
-- journeys/b.yml --
title: B
status: archived
parent: a
-- journeys/c.yml --
title: C
status: published
parent: b
"""


def test_archived_maps_and_drafts_are_there_where_they_are_wanted() -> None:
    assert _seen(UNSETTLED).journeys.keys() == {"a", "c"}
    assert _seen(UNSETTLED).journeys["c"].parent == ""
    assert _seen(UNSETTLED, Readers(archived=True)).journeys.keys() == {"a", "b", "c"}
    assert _seen(UNSETTLED, Readers(drafts=False)).journeys.keys() == {"c"}
    assert _left_out(UNSETTLED, Readers(drafts=False)) == ["1 archived map (--archived)", "1 draft"]


FILES = """
-- img/ab.pdf --

-- personas/bo.md --
---
photo: ../img/photo.png
---
See [it](../img/ab.pdf#page=2).
-- journeys/a.yml --
title: A
narrative: '![x](../img/linked.png "T")'
stages:
  - title: S
    steps:
      - {title: One, notes: '![x](../img/noted.png)', image: {file: ../img/shown.png, alt: x}}
      - {title: Two, audience: crew, image: {file: ../img/step.png, alt: x}}
-- pages/p.md --
![d][d]

[d]: ../img/document.png
"""


def test_files_are_those_that_something_names() -> None:
    names = ("photo", "step", "noted", "linked", "document", "shown", "none")
    pictures = "".join(f"-- img/{name}.png --\n\n" for name in names)
    assert sorted(_seen(FILES + pictures).files) == [
        f"img/{name}" for name in ("ab.pdf", "document.png", "linked.png", "photo.png", "shown.png")
    ]
    assert (
        _left_out(FILES + pictures)[-1]
        == "3 files that nothing in it names: img/none.png, img/noted.png, img/step.png"
    )


def test_signs_of_addresses_in_the_name_of_a_file_are_letters_of_it() -> None:
    names = ("a%20b", "c#d", "g?h")
    files = "".join(f"-- img/{name}.png --\nx\n" for name in names)
    steps = ", ".join(f"{{title: T, image: {{file: '../img/{name}.png', alt: A}}}}" for name in names)
    text = f"-- journeys/a.yml --\ntitle: A\nstages: [{{title: S, steps: [{steps}]}}]\n"
    assert {f"img/{name}.png" for name in names} <= _seen(text + files).files.keys()


def test_files_that_nothing_reads_are_named_up_to_a_number() -> None:
    unread = "".join(f"-- journeys/{name}.docx --\nx\n" for name in "abcdef")
    assert (
        _left_out(f"-- journeys/a.yml --\ntitle: A\nstages: [S]\n{unread}")[-1]
        == "6 files that nothing reads (`cjsite check` says why): journeys/a.docx, "
        "journeys/b.docx, journeys/c.docx, journeys/d.docx, journeys/e.docx, …"
    )


def test_what_is_left_out_is_counted_by_kind_with_who_would_see_it() -> None:
    assert _left_out(LINKED.replace("title: One", "title: One\n        notes: [N, M]")) == [
        "for other readers: 1 map, 1 persona, 1 opportunity, 1 department, 1 channel, 1 metric and 1 page "
        "(--audience crew)",
        "for authors: 2 notes",
    ]


def test_an_audience_that_nobody_declared() -> None:
    with pytest.raises(Broken) as broken:
        _seen("", Readers(frozenset({"crwe", "everyone"})))
    (problem,) = broken.value.problems
    assert "'crwe'" in problem.message
    assert problem.mend == "did you mean 'crew'?"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("See [the map](b.yml).", "See the map."),
        ("See [the **map** [x]](<b.yml> 'T') and [this](c.yml)", "See the **map** [x] and [this](c.yml)"),
        ("![A picture](../journeys/b.html#at-two)", "A picture"),
        ("See [the map][b], [b] and [c].\n\n[b]: b.yml\n[c]: c.yml", "See the map, b and [c].\n\n[c]: c.yml"),
        ("[outside](https://example.com/b.yml)", "[outside](https://example.com/b.yml)"),
        ("b.yml, [b] and (b.yml)", "b.yml, [b] and (b.yml)"),
        ("[a [b [c] d] e](b.yml) and [`]`](b.yml)", "a [b [c] d] e and [`]`]"),
        ("![of [that](b.yml)](b.yml 'it''s so')", "of that"),
        (r'[the \] map](b.yml "as \" said") here', r"the \] map here"),
        ("[the map](b.yml not a title)", "the map"),
        ("> See [it][b].\n>\n> [b]: b.yml\n", "> See it.\n>\n>"),
    ],
)
def test_links_to_what_is_left_out_become_their_words(text: str, left: str) -> None:
    assert unlinked(text, lambda destination: destination.startswith(("b.", "../journeys/b."))) == left


@pytest.mark.parametrize(
    "address", ["b-c.yml", r"b\-c.yml", "b&#45;c.html", "b%2dc", "./b-c.html?d#e", "../journeys/b-c/", r"j\b-c.yml"]
)
def test_a_link_is_known_however_its_address_is_written(address: str) -> None:
    text = f"-- journeys/a.yml --\ntitle: A\nscenario: '[That]({address})'\n"
    own = _seen(f"{text}-- journeys/b-c.yml --\ntitle: B\naudience: crew\n").journeys["a"]
    assert own.scenario == "That"


def test_a_theme_may_name_files_too(tmp_path: Path) -> None:
    theme = {"theme.yml": "extends: default\n", "templates/404.html": "<img src='{{ page.root }}img/logo.png'>"}
    files = {f"themes/own/{path}": text.encode() for path, text in theme.items()}
    for name in ("logo", "other"):
        files[f"content/img/{name}.png"] = b"\x89PNG\r\n\x1a\n"
    write(tmp_path, {**files, "content/site.yml": b"theme: own\n"})
    site = Builder(tmp_path, TODAY, readers=EVERYONE).site()
    assert [url for url in site if url.startswith("img/")] == ["img/logo.png"]


def test_names_that_are_texts_lead_to_nothing_that_is_left_out() -> None:
    lanes = "lanes: {'[Mood](b.yml)': Harp}, metrics: ['[Talk](b.yml) of it']"
    text = f"-- journeys/a.yml --\ntitle: A\nstages: [{{title: S, steps: [{{title: One, {lanes}}}]}}]\n"
    own = _seen(f"{text}-- journeys/b.yml --\ntitle: B\naudience: crew\n").journeys["a"]
    (step,) = own.steps()
    assert [*step.lanes, *step.metrics] == ["Mood", "Talk of it"]


def test_it_is_decided_what_becomes_of_each_field_of_a_content() -> None:
    objects = {*REGISTRIES.values(), "settings", "files", "taken_out", "measurements", "history"}
    about_objects = {"outlines", "places", "references", "links", "elsewhere", "partial"}
    for_authors = {"unread", "notices"}
    # A field that is new stays in every edition as it is, until `edition/composing.py` says what is left of it.
    assert {*fields(Content)} == objects | about_objects | for_authors


@pytest.mark.parametrize(
    ("stage", "left"),
    [
        ("title: T, steps: [{title: Two, audience: crew}, {title: Three, audience: office}]", ["s"]),
        ("title: T, goal: Cups, steps: [{title: Two, audience: crew}]", ["s", "t"]),
        ("title: T, steps: [{title: Two, path: aside}]", ["s"]),
        ("title: T", ["s", "t"]),
    ],
)
def test_a_stage_goes_with_the_last_of_its_steps_unless_it_says_something(stage: str, left: list[str]) -> None:
    paths = "personas: bo\npaths: {aside: {personas: bo}}"
    text = f"-- journeys/a.yml --\ntitle: A\n{paths}\nstages: [{{title: S, steps: [One]}}, {{{stage}}}]\n"
    own = _seen(f"{text}-- personas/bo.md --\n---\naudience: crew\n---\n").journeys["a"]
    assert [part.id for part in own.stages] == left


LESS = """
-- journeys/b.yml --
title: B
audience: crew
-- departments.yml --
shop: {title: Shop, audience: crew}
-- personas/bo.md --
---
audience: crew
---
-- journeys/a.yml --
title: A
personas: bo
owner: shop
state: to-be
derived_from: b
waive: [{code: S112, because: Soon}]
stages:
  - title: S
    phase: before
    steps: [{title: One, notes: Hm, pain_points: {text: Hurts, severity: 5, audience: crew}}]
  - {title: T, phase: during, audience: crew, steps: [{title: Two}]}
  - {title: U, phase: after, steps: [{title: Three}]}
"""


def test_nothing_is_said_to_be_missing_that_others_see() -> None:
    own = _seen(LESS)
    assert own.partial == {"a"}
    shown = html(own, "findings/a.html")
    codes = {code for code in CODES if code in shown}
    assert "S101" in codes
    assert codes.isdisjoint({"S103", "S104", "S106", "S107", "S111"})


def test_a_map_without_its_notes_is_a_whole_one() -> None:
    text = "-- journeys/a.yml --\ntitle: A\nstages: [{title: S, steps: [{title: One, notes: N}]}]\n"
    assert _seen(text).partial == set()

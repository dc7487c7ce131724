"""Who has an interest in a map, what it still lacks, what was changed on it, and why customers come back."""

from tests.support.content import content
from tests.support.html import Document, squeeze
from tests.support.page import TODAY, document, html
from tests.support.summary import summary

MAP = """
-- departments.yml --
care: {title: Customer care}
-- journeys/a.yml --
title: A
stakeholders:
  - care
  - The council
  - {name: Ana Ruiz, role: Pays for it, department: care, interest: '*Fewer* calls'}
  - {role: The unions}
  - {department: care, role: Answers the phone}
sources_wanted:
  - What those did who left
  - {text: The calls of that evening, kind: service-log, by: care}
  - {text: A survey, kind: survey, by: Ben}
changes:
  - {on: 2026-03-01, by: Ana Ruiz, what: Drawn from interviews}
  - {on: 2026-09-14, by: care, what: The phone comes *first*}
  - {on: 2026-03-01, what: Looked at again}
stages:
  - {title: S, steps: [{title: T}]}
  - {title: Later, phase: after, incentive: [A voucher, A *song*], steps: [{title: U}]}
  - {title: Much later, phase: after, incentive: A letter}
"""


def _facts(page: Document) -> dict[str, list[str]]:
    """Return the named facts of a page: each name's items in words."""
    found: dict[str, list[str]] = {}
    name = ""
    for element in page.elements:
        if element.tag == "dt":
            name = element.text
        elif element.tag == "dd":
            found.setdefault(name, []).append(element.text)
    return found


def _codes(text: str) -> list[str]:
    return [finding.code for finding in summary(content(text), TODAY).shared_findings]


def test_stakeholders_are_named_with_all_that_is_written_of_them() -> None:
    page = document(content(MAP))
    assert _facts(page)["Who has an interest"] == [
        "Customer care",
        "The council",
        "Ana Ruiz Pays for it, Fewer calls, Customer care",
        "The unions",
        "Customer care Answers the phone",
    ]
    # Two stakeholders, the department of a third, who gathers a source, and who changed the map.
    assert page.links.count("../departments/care.html") == 5


def test_what_is_still_to_be_gathered_stands_with_the_evidence() -> None:
    facts = _facts(document(content(MAP)))
    wanted = facts["Evidence still to be gathered"]
    assert wanted == [
        "What those did who left",
        "The calls of that evening Service log, Customer care",
        "A survey Survey, Ben",
    ]


def test_the_page_on_evidence_lists_what_all_maps_lack() -> None:
    other = "-- journeys/b.yml --\ntitle: B\nstatus: archived\nsources_wanted: Nothing that matters now\n"
    page = document(content(MAP + other), "insights/evidence.html")
    assert "Evidence still to be gathered" in page.text
    assert "The calls of that evening Service log, Customer care" in page.text
    assert "Nothing that matters now" not in page.text
    assert "../departments/care.html" in page.links
    without = document(content("-- journeys/b.yml --\ntitle: B\n"), "insights/evidence.html")
    assert "Evidence still to be gathered" not in without.text


def test_the_latest_change_comes_first() -> None:
    changes = _facts(document(content(MAP)))["Changes to the map"]
    assert changes == [
        "14 Sep 2026: The phone comes first Customer care",
        "1 Mar 2026: Drawn from interviews Ana Ruiz",
        "1 Mar 2026: Looked at again",
    ]


def test_an_incentive_stands_with_its_stage_whether_it_has_steps_or_not() -> None:
    text = squeeze(document(content(MAP)).text)
    assert "To come back: A voucher; A song" in text
    assert "To come back: A letter" in text


def test_a_department_with_an_interest_has_a_part() -> None:
    assert "C110" not in _codes(MAP)
    assert "C110" in _codes(MAP.partition("stakeholders:")[0])


def test_what_authors_write_stays_text() -> None:
    attack = "<img src=x onerror=alert(1)>"
    fields = f"""
stakeholders: [{{name: '{attack}', role: '{attack}'}}]
sources_wanted: [{{text: '{attack}', by: '{attack}'}}]
changes: [{{on: 2026-01-01, by: '{attack}', what: '{attack}'}}]
tags: ['{attack}']
"""
    site = content(f"-- journeys/a.yml --\n{fields}")
    for url in ("journeys/a.html", "insights/evidence.html", "reference.html"):
        assert "<img src=x" not in html(site, url)


REVIEWED = MAP.replace("title: A\n", "title: A\nreviewed_on: 2026-06-01\n")


def test_what_was_changed_after_the_last_review_is_said_on_the_map_and_over_all_maps() -> None:
    built = content(REVIEWED)
    changes = _facts(document(built))["Changes to the map"]
    assert changes[0].endswith("since the last review, Customer care")
    assert not any("since the last review" in change for change in changes[1:])
    assert "1 change since" in document(built).text
    assert "Last on 1 Jun 2026, 1 change since" in document(built, "insights/reviews.html").text
    year = document(built, "insights/year.html").text
    assert "Changed on the maps" in year
    assert year.count("since the last review") == 1


def test_a_map_that_was_never_reviewed_has_no_changes_since_and_old_changes_are_not_of_the_year() -> None:
    page = document(content(MAP))
    assert "since the last review" not in page.text
    old = content(MAP.replace("2026-", "2024-"))
    assert "Changed on the maps" not in document(old, "insights/year.html").text


STORY = """
-- evidence.yml --
talks: {title: Talks, source: customer, kind: interview, n: 9}
watched: {title: Watched, source: customer, kind: observation}
survey: {title: Survey, source: customer, kind: survey}
staff: {title: Staff, source: employee, kind: interview}
-- journeys/a.yml --
title: A
evidence: [survey, talks, staff, watched]
narrative: It rained.
stages: [{title: S, steps: [T]}]
"""


def test_a_story_names_the_talks_with_customers_that_it_is_told_from() -> None:
    text = document(content(STORY)).text
    assert "It rained. Told from what customers said and did: Talks (n = 9), Watched" in text
    for other in (
        STORY.replace("narrative: It rained.\n", ""),
        STORY.replace("title: A", "title: A\nstate: to-be"),
    ):
        assert "Told from" not in document(content(other)).text

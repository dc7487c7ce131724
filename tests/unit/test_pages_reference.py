"""The pages that tell in full what maps only name."""

from tests.support.content import map_of
from tests.support.page import document

REGISTRIES = """
-- departments.yml --
support: {title: Service}
-- channels.yml --
phone: {title: Phone, kind: human, control: none, hours: "08:00-18:00", group: Contact, description: By voice}
-- evidence.yml --
talks: {title: Interviews, source: customer, kind: interview, n: 1200, link: "https://example.org/x"}
notes: {title: Notes, link: "drawer three", description: On *paper*}
-- metrics.yml --
wait: {title: Wait, unit: min, target: 4, better: lower, description: To the first word}
-- opportunities.yml --
callback:
  title: Call back
  value: 4
  effort: 2
  owner: support
  due: 2027-01-15
  body: Nobody *likes* waiting.
  steps: [a#waits]
  evidence: [talks]
  link: "javascript:alert(1)"
  solutions: [{title: A bell, effort: 1, link: "https://example.org/bell"}]
"""


def test_sources_measures_and_channels_are_told_in_full() -> None:
    shown = document(map_of("- {title: Waits}", REGISTRIES), "reference.html")
    said = (
        "Interviews, Customers said it, n = 1,200", "drawer three", "On paper", "target at most 4 min",
        "To the first word", "a person, outside our control, Contact, 08:00-18:00", "By voice", "Recommendation",
    )  # fmt: skip
    assert [words for words in said if words not in shown.text] == []
    assert {"source-talks", "measure-wait", "channel-phone"} <= set(shown.ids)
    assert "https://example.org/x" in shown.links


def test_opportunities_are_told_in_full_and_lead_to_their_steps() -> None:
    shown = document(map_of("- {title: Waits}", REGISTRIES), "opportunities.html")
    said = ("P3", "Call back", "Service", "Nobody likes waiting.", "4 of 5", "15 Jan 2027", "A: Waits")
    assert [words for words in said if words not in shown.text] == []
    leads = {"journeys/a.html#at-waits", "reference.html#source-talks", "https://example.org/bell"}
    assert leads <= set(shown.links)
    assert "javascript:alert(1)" in shown.text, "an address that is none is only shown"
    assert "javascript:alert(1)" not in shown.links


def test_a_map_leads_to_its_opportunities_and_sources() -> None:
    steps = "- {title: Waits, evidence: talks, opportunities: [callback, {title: A chair, value: 2, cost: Little}]}"
    shown = document(map_of(steps, REGISTRIES))
    assert {"../opportunities.html#opportunity-callback", "../reference.html#source-talks"} <= set(shown.links)
    assert "Cost: Little" in shown.text, "what is written on the step alone is told on its page"

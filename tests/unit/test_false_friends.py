"""Files that look like journey maps and are none: each is refused with a sentence that says why."""

import pytest

from cjsite.exchange.imported import ImportOptions, NotImported
from cjsite.exchange.importing import read_source
from tests.support.command import ROOT

_OWN = (
    "docs/format.md",
    "docs/markdown.md",
    "docs/messages.md",
    # The longest: measured, it would take as long as all tests of tables, and run no line more.
    pytest.param("docs/templates.md", marks=pytest.mark.no_cover),
    "docs/rules.md",
    "CHANGELOG.md",
)
"""Our documents that speak of stages, feelings and touchpoints, in tables and under headings."""

_FRIENDS = {
    "issues.md": (
        "| Component | Problem | Solution |\n|-|-|-|\n| Login | Fails | Restart it |\n| Cart | Slow | Cache it |",
        "too few of its labels ('Problem', 'Solution')",
    ),
    "campaigns.csv": (
        "Campaign,Channel,Goal,Budget\nSpring,Email,1000 leads,500\nSummer,Web,2000 leads,700\n",
        "too few of its labels",
    ),
    "use-case.md": (
        "| Step | Actor action | System response |\n|-|-|-|\n| 1 | Types | Checks |\n| 2 | Taps | Opens |",
        "too few of its labels",
    ),
    "values.md": (
        "# Journeys\n\n| Field | Place | Since |\n|-|-|-|\n| `action` | step | 1 |\n| `emotion` | step | 2 |",
        "is code: this describes a program",
    ),
    "maps.md": (
        "# Journey maps\n\n| Journey | Who | Pains |\n|-|-|-|\n| Buying | Ana | Slow |\n| Sending | Ben | Dear |",
        "this table lists journeys",
    ),
    "personas.md": (
        "| | Persona 1: Ana | Persona 2: Ben |\n|-|-|-|\n| Pain points | Slow | Dear |\n| Quote | Oh | No |",
        "this table compares personas",
    ),
    "signs.md": (
        "|  | You write | You get |\n|-|-|-|\n"
        + "".join(f"| {word} | `x` | `y` |\n" for word in ("rule", "list", "line", "bold", "mark", "tag", "note"))
        + "| a quote | `> a` | `<q>` |\n| tasks | `- [ ] a` | `<li>` |\n",
        "too few of its labels",
    ),
    "troubles.md": (
        "# Troubles\n\n## 1. No login\n\n**Problem:** A typo.\n\n**Solution:** Reset.\n\n"
        "## 2. No page\n\n**Problem:** No script.\n\n**Solution:** Allow it.\n",
        "too few of its labels ('Problem', 'Solution')",
    ),
    "empathy.md": (
        "| Says | Thinks | Does | Feels |\n|-|-|-|-|\n| Hm | Why? | Looks | sad |\n| No | Oh | Goes | glad |\n",
        "nothing says which stages they are about",
    ),
    "training.md": (
        "| Week | Topic | Trainer | Room |\n|-|-|-|-|\n| 1 | Safety | Ada | 2.14 |\n| 2 | Tools | Bob | 2.15 |\n",
        "this table holds no stage",
    ),
    "funnel.csv": (
        "Stage,Visitors,Conversion rate,Drop-off\nAwareness,10000,100%,0%\nPurchase,310,3.1%,92%\n",
        "none of its labels ('Stage', 'Visitors'",
    ),
    "risks.md": (
        "| Phase | Risk | Impact | Mitigation |\n|-|-|-|-|\n"
        "| Design | Creep | High | Board |\n| Build | Slip | Low | Pair |\n",
        "too few of its labels ('Risk', 'Impact', 'Mitigation')",
    ),
    "survey.csv": (
        "Timestamp,How satisfied are you?,What did you like?,What to improve?\n2026-01-02,4,Staff,Checkout\n",
        "names a lane",
    ),
    "pipeline.json": (
        '{"stages": [{"name": "Build", "actions": ["compile"], "description": "x"},'
        ' {"name": "Deploy", "actions": ["push"], "description": "y"}]}',
        "too few of its labels ('Actions', 'Description')",
    ),
    "example.md": (
        "# Too deep\n\n```yaml\njourney:\n  title: A\n  stages: []\n```\n",
        "nothing in it that is known as a journey map",
    ),
    "queue.md": (
        "# Use a queue\n\n## 1. Context\n\n**Action:** We send it.\n\n**Risk:** Twice.\n\n**Benefit:** Calm.\n\n"
        "## 2. Decision\n\n**Action:** Buy one.\n\n**Risk:** Lock-in.\n\n**Benefit:** No work.\n",
        "too few of its labels ('Action', 'Risk', 'Benefit')",
    ),
    "api.md": (
        "# Customer Journey API\n\n| Field | Type | Description | Required |\n|-|-|-|-|\n"
        "| stage | string | Which | yes |\n| touchpoint | string | Where | no |\n| emotion | int | How | no |\n",
        "this table describes fields",
    ),
    "minutes.md": (
        "# Meeting notes, 3 May\n\n## 1. Checkout\n\n**Actions:** Ask legal.\n\n**Thoughts:** They may say no.\n\n"
        "## 2. Search\n\n**Actions:** Measure.\n\n**Thoughts:** Slow.\n",
        "'Meeting notes, 3 May' says that this is another kind of document",
    ),
    "uat.md": (
        "# UAT script: customer journey\n\n| Step | User action | Expectation | Touchpoint | Pass |\n|-|-|-|-|-|\n"
        "| 1 | Opens it | It is shown | Web | Pass |\n| 2 | Pays | A receipt | Web | Fail |\n",
        "'UAT script: customer journey' says that this is another kind of document",
    ),
    "raci.md": (
        "# The customer journey\n\n| Stage | Touchpoint | Responsible | Accountable | Informed |\n|-|-|-|-|-|\n"
        "| Join | Email | CRM | CMO | Sales |\n| Ask | Phone | Service | COO | IT |\n",
        "this is a table of responsibilities",
    ),
    "deep.yml": ("journey:\n  title: A\n  stages: []\n", "its keys are `journey`"),
}


@pytest.mark.parametrize("path", _FRIENDS)
def test_what_is_about_something_else_is_refused(path: str) -> None:
    text, sentence = _FRIENDS[path]
    assert sentence in _refusal(path, text.encode())


@pytest.mark.parametrize("path", _OWN)
def test_documents_about_maps_are_none(path: str) -> None:
    assert _refusal(path, (ROOT / path).read_bytes())


def _refusal(path: str, data: bytes) -> str:
    with pytest.raises(NotImported) as refused:
        read_source(path, data, ImportOptions())
    return refused.value.sentence


def test_a_map_in_such_a_document_is_one() -> None:
    rows = "| Try | Signs up | Web | keen |\n| Use | Calls | Curl | glad |\n"
    table = f"| Stage | Actions | Touchpoints | Emotions |\n|-|-|-|-|\n{rows}"
    assert read_source("a.md", f"# Journey of those who use our API\n\n{table}".encode(), ImportOptions()).maps

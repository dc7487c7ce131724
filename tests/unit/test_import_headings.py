"""Documents with a heading a stage: labels, bullets or headings below it are its lanes."""

import pytest

from cjsite.exchange.headings import is_headings, read_headings
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.stage_headings import stage_heading

DOCUMENT = """\
# A nurse's first weeks

**Scenario:** She starts in May.

Some words on how this came about.

## 1. Before she comes (Week 1–2)

She waits for her papers.

**Actions:**
- Reads the letter
- Calls the ward

**Thoughts:** "Who will meet me?"

**Emotions:** anxious

**Pain points:**

- Nobody answers

## 2. The first day (Day 1)

- **Actions**: Walks to the gate
- **Touchpoints**: Gate
- **Weather**: Rain

## What we learnt

Call people back.
"""


def _maps(text: str) -> tuple[ImportedMap, ...]:
    assert is_headings("a.md", text.encode())
    return read_headings("a.md", text.encode(), ImportOptions())


def test_labels_and_bullets_are_lanes() -> None:
    (one,) = _maps(DOCUMENT)
    first, second = one.journey.stages
    assert (one.journey.title, one.journey.scenario) == ("A nurse's first weeks", "She starts in May.")
    assert [(stage.title, stage.time) for stage in one.journey.stages] == [
        ("Before she comes", "Week 1–2"),
        ("The first day", "Day 1"),
    ]
    assert (first.actions, first.description) == (
        ("Reads the letter", "Calls the ward"),
        "She waits for her papers.",
    )
    assert [pain.text for pain in first.pain_points] == ["Nobody answers"]
    assert first.emotion[0].words == ("anxious",)
    assert (second.actions, second.lanes) == (("Walks to the gate",), {"Weather": ("Rain",)})
    assert [own.title for own in second.touchpoints] == ["Gate"]


def test_other_sections_are_the_story() -> None:
    (one,) = _maps(DOCUMENT)
    narrative = one.journey.narrative
    assert narrative.startswith("Some words on how")
    assert narrative.endswith("### What we learnt\n\nCall people back.")
    written = repr(one.journey)
    assert [text for _, text in one.words if text.split("\n")[0] not in written] == []


def test_headings_may_name_lanes_too() -> None:
    (one,) = _maps(
        "# Moving\n## Stage 1: Looking\n### Actions\n- Searches\n### Pain Points\nToo many ads\n"
        "## Stage 2: Going\n### Actions\n- Carries\n### Emotions\nhappy\n"
    )
    first, second = one.journey.stages
    assert (first.title, first.actions, first.pain_points[0].text) == ("Looking", ("Searches",), "Too many ads")
    assert (second.title, second.emotion[0].words) == ("Going", ("happy",))


def test_stages_may_have_headings_of_steps() -> None:
    (one,) = _maps(
        "# Kundenreise\n## Phase 1: Wechsel\n### Vergleicht\n- Aktion: liest\n- Gefühl: verwirrt\n"
        "### Unterschreibt\n- Aktion: tippt\n- Gefühl: froh\n## Phase 2: Bezug\n### Zahlt\n- Aktion: zahlt\n"
        "- Gefühl: verärgert\n"
    )
    assert [[step.title for step in stage.steps] for stage in one.journey.stages] == [
        ["Vergleicht", "Unterschreibt"],
        ["Zahlt"],
    ]


def test_a_document_may_hold_several_maps_and_a_persona() -> None:
    call, wait = ("- **Actions:** Calls\n- **Emotion:** angry\n", "- **Actions:** Waits\n- **Emotion:** sad\n")
    stages = f"### 1. Call\n{call}### 2. Wait\n{wait}"
    maps = _maps(
        f"# Journey: Booking\n## Persona: Lea\nLea is 30.\n## Stages\n{stages}# Journey: Changing\n{stages}"
    )
    assert [len(one.journey.stages) for one in maps] == [2, 2]
    assert [persona.title for persona in maps[0].personas] == ["Lea"]


def test_a_persona_that_no_map_is_of_is_not_lost() -> None:
    (one,) = _maps(DOCUMENT.replace("**Scenario:**", "**Persona:** Mina, 30\n**Scenario:**").replace(
        "## What we learnt", "## Persona: Somebody else\n\nLikes tea.\n\n## What we learnt"))  # fmt: skip
    assert one.personas[0].title == "Mina"
    assert "Likes tea." in one.journey.narrative


@pytest.mark.parametrize(
    "text",
    [
        "# A readme\n## Install\nRun it.\n## Usage\n- **Note:** x\n",
        "# One\n## 1. Alone\n**Actions:** acts\n**Emotions:** sad\n",
        "",
        "Just words.",
    ],
)
def test_documents_without_stages_are_refused(text: str) -> None:
    assert not is_headings("a.md", text.encode())
    with pytest.raises(NotImported) as raised:
        read_headings("a.md", text.encode(), ImportOptions())
    assert "no heading of this document" in raised.value.sentence


@pytest.mark.parametrize(
    ("heading", "title", "time"),
    [
        ("1. Awareness (Week 1–2)", "Awareness", "Week 1–2"),
        ("Phase 3 – Kauf (2–3 Tage)", "Kauf", "2–3 Tage"),
        ("Stage 2: Choice – 10 minutes", "Choice", "10 minutes"),
        ("Awareness (the first one)", "Awareness (the first one)", ""),
        ("**2) Étape**", "Étape", ""),
        ("2026 plans", "2026 plans", ""),
        ("Chapter 2: Choice", "Chapter 2: Choice", ""),
    ],
)
def test_a_heading_is_a_title_and_perhaps_a_time(heading: str, title: str, time: str) -> None:
    assert (stage_heading(heading).title, stage_heading(heading).time) == (title, time)


def test_stages_below_numbered_journeys_are_no_steps() -> None:
    phases = "#### Fase 1: A\n- **Ações:** olha\n- **Emoções:** triste\n"
    phases += "#### Fase 2: B\n- **Ações:** compra\n- **Dores:** caro\n"
    maps = _maps(f"# Projeto\n## 3. Jornadas\n### 3.1 Jornada da Ana\n{phases}### 3.2 Jornada do Rui\n{phases}")
    assert [[stage.title for stage in one.journey.stages] for one in maps] == [["A", "B"], ["A", "B"]]


def test_stages_may_be_items_of_a_numbered_list() -> None:
    (one,) = _maps(
        "# Bo's list\n\n1. **Awareness**: Bo hears of it\n"
        "   - **emotion**: curious\n   - **pain point**: unsure\n\n"
        "2. **Decision** (Day 3)\n   - Actions: installs it\n   - Emotions: excited\n"
    )
    first, second = one.journey.stages
    assert (first.title, first.description) == ("Awareness", "Bo hears of it")
    assert (first.emotion[0].words, first.pain_points[0].text) == (("curious",), "unsure")
    assert (second.title, second.time, second.actions) == ("Decision", "Day 3", ("installs it",))
    assert {place.line for place, text in one.words if text == "installs it"} == {8}, "as in the file"


def test_stages_may_be_lines_in_bold() -> None:
    (one,) = _maps(
        "## Customer journey\n**Stage 1: Look** (e.g., a search)\n- **Actions:** Looks\n- **Emotions:** lost\n\n"
        "**Stage 2: Buy**\n- **Actions:** Pays\n- **Pain points:** Slow\n\n```\n**Stage 3: Code**\n```\n"
    )
    assert [stage.title for stage in one.journey.stages] == ["Look (e.g., a search)", "Buy"]
    assert one.journey.stages[1].actions == ("Pays",)


def test_a_label_that_could_be_called_a_step_is_a_lane_of_the_stage() -> None:
    (one,) = _maps(
        "# Customer journey\n\n## Phase 1: Look\n\n- **Action:** Asks\n- **Moment:** A sigh\n\n"
        "## Phase 2: Buy\n\n- **Action:** Pays\n- **Moment:** A smile\n\n## 3. Prices\n\n- **Plan:** more\n"
    )
    assert [stage.lanes for stage in one.journey.stages] == [{"Moment": ("A sigh",)}, {"Moment": ("A smile",)}]
    assert one.journey.narrative.startswith("### 3. Prices"), "a chapter is no stage beside those that say so"


def test_numbers_are_neither_signs_nor_counts() -> None:
    (one,) = _maps(
        "# Customer journey\n\n"
        "## 1. Look\n\n**Emotion (-2 to 2):** -1.9 Sick\n\n**Actions:** 2.5 hours of search\n\n"
        "## 2. Buy\n\n**Emotion (-2 to 2):** 0.5 glad\n\n**Actions:** Pays\n"
    )
    felt = [(stage.emotion[0].value, stage.emotion[0].words) for stage in one.journey.stages]
    assert felt == [(-1.9, ("Sick",)), (0.5, ("glad",))]
    assert one.journey.stages[0].actions == ("2.5 hours of search",)


def test_what_stands_below_a_list_is_no_part_of_it() -> None:
    sources = "**Sources:**\n\n- Talks\n- Logs\n\nA story of its own.\n\n**Scenario:**"
    (one,) = _maps(DOCUMENT.replace("**Scenario:**", sources))
    assert "- Logs\n\nA story of its own." in one.journey.narrative


def test_headings_whose_numbers_go_on_are_steps_of_their_only_stage() -> None:
    steps = "### 1.1 Look\n\n**Actions:** Looks\n\n**Emotions:** lost\n\n"
    steps += "### 1.2 Buy\n\n**Actions:** Pays\n\n**Emotions:** glad\n"
    (one,) = _maps(f"# Customer journey\n\n## 1. Shop\n\n{steps}")
    assert [(stage.title, [step.title for step in stage.steps]) for stage in one.journey.stages] == [
        ("Shop", ["Look", "Buy"])
    ]

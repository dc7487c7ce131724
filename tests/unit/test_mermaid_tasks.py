"""Tasks of a journey diagram as steps: split from the right, with nothing lost, and told where Mermaid errs."""

import pytest

from cjsite.exchange.imported import ImportOptions
from tests.support.mermaid import map_in, steps_of

TASKS = {
    "Make tea: 5: Ida": ("Make tea", 5, ("Ida",)),
    "Make tea : 5 : Ida": ("Make tea", 5, ("Ida",)),
    "Make tea:5:Ida": ("Make tea", 5, ("Ida",)),
    "Make tea: 5": ("Make tea", 5, ()),
    "Make tea: 5:": ("Make tea", 5, ()),
    "Make tea: 4.5: Ida": ("Make tea", 4.5, ("Ida",)),
    "Make tea: 4,5: Ida": ("Make tea", 4.5, ("Ida",)),
    "Code (like: 5832): 5: Ida": ("Code (like: 5832)", 5, ("Ida",)),
    "Train at 08:30: 2: Ida": ("Train at 08:30", 2, ("Ida",)),
    "Train at 08:30:2:Ida": ("Train at 08:30", 2, ("Ida",)),
    "Open http://tea.test:3000/: 4: Ida": ("Open http://tea.test:3000/", 4, ("Ida",)),
    "Make tea: 5: Ida: at home": ("Make tea", 5, ("Ida: at home",)),
    "Buy #12; then pay: 3: Ida": ("Buy #12; then pay", 3, ("Ida",)),
    "Buy #35;1 #quot;Earl#quot;: 3: Ida": ('Buy #1 "Earl"', 3, ("Ida",)),
    "title page is read: 3: Ida": ("title page is read", 3, ("Ida",)),
    "Section 2 is read: 3: Ida": ("Section 2 is read", 3, ("Ida",)),
    "Make<br/>tea: 5: Ida;": ("Make tea", 5, ("Ida",)),
    "泡茶：5：我、猫": ("泡茶", 5, ("我", "猫")),
    "Make tea: 5: Ida (hers, always), Cat": ("Make tea", 5, ("Ida (hers, always)", "Cat")),
    "Make tea: 5: Poe#44; Ida, Cat": ("Make tea", 5, ("Poe, Ida", "Cat")),
    "Make tea: ?: Ida": ("Make tea", None, ("Ida",)),
    "Make tea": ("Make tea", None, ()),
    "Make tea: 4 (good): Ida": ("Make tea", 4, ("Ida",)),
    "Make tea: 4/5: Ida": ("Make tea", 4, ("Ida",)),
}


@pytest.mark.parametrize("task", TASKS)
def test_a_task_is_split_from_the_right(task: str) -> None:
    first = steps_of(f"{task}\nWait: 3: Bo, Ida")[0]
    value = first.emotion[0].value if first.emotion else None
    assert (first.title, value, first.actors) == TASKS[task]


def test_the_third_field_may_stand_before_the_score() -> None:
    steps = steps_of("Find: Ida: 4\nBuy: Ida: 5\nSend: Shop: 3")
    assert [(step.title, step.emotion[0].value, step.actors) for step in steps] == [
        ("Find", 4, ("Ida",)), ("Buy", 5, ("Ida",)), ("Send", 3, ("Shop",)),
    ]  # fmt: skip


def test_a_score_may_be_a_word_or_a_face() -> None:
    steps = steps_of("Find: 😟: Ida, Bo\nBuy: happy: Ida\nSend: 4 😀: Bo\nWait: n/a: Bo")
    assert [step.emotion[0].words if step.emotion else () for step in steps] == [("😟",), ("happy",), ("😀",), ()]
    assert [step.emotion[0].value if step.emotion else None for step in steps] == [None, None, 4, None]
    assert steps[3].lanes == {"Score": ("n/a",)}


def test_scores_stand_on_mermaids_scale() -> None:
    scale = map_in("journey\nsection S\n a: 1: Ida\n b: 5: Ida\n").journey.emotion_scale
    assert scale and (scale.min, scale.max) == (1, 5)


@pytest.mark.parametrize("score", ["0", "7", "10", "-1"])
def test_scores_off_the_scale_are_numbers_until_somebody_says_theirs(score: str) -> None:
    diagram = f"journey\ntitle T\nsection S\n a: {score}: Ida\n b: 5: Ida\n"
    only = map_in(diagram)
    assert only.journey.emotion_scale is None
    assert [(step.lanes, step.emotion) for step in only.journey.steps()] == [
        ({"Score": (score,)}, ()), ({"Score": ("5",)}, ()),
    ]  # fmt: skip
    assert ["--scale" in doubt.message for doubt in only.doubts] == [True]
    declared = map_in(diagram, ImportOptions(scale=(-1, 10)))
    assert [step.emotion[0].value for step in declared.journey.steps()] == [float(score), 5]
    assert not declared.doubts


def test_ratings_out_of_ten_are_no_ratings_out_of_five() -> None:
    assert [step.emotion for step in steps_of("a: 4/10: Ida\nb: 3/10: Ida")] == [(), ()]


def test_a_number_off_a_declared_scale_is_told_and_kept() -> None:
    only = map_in("journey\ntitle T\nsection S\n a: 12: Ida\n b: 5: Ida\n", ImportOptions(scale=(0, 10)))
    first, second = only.journey.steps()
    assert first.lanes == {"Score": ("12",)} and not first.emotion and second.emotion[0].value == 5
    assert [(doubt.text, doubt.at) for doubt in only.doubts] == [("12", "stages/0/steps/0/emotion")]


@pytest.mark.parametrize("where", ["accDescr: Satisfaction from 0 to 10", "%% scores: 0-10"])
def test_a_diagram_may_say_its_scale(where: str) -> None:
    scale = map_in(f"journey\n{where}\nsection S\n a: 9: Ida\n b: 0: Ida\n").journey.emotion_scale
    assert scale and (scale.min, scale.max) == (0, 10)


def test_all_that_is_said_of_a_diagram_is_taken() -> None:
    only = map_in(
        "---\ntitle: Front\nconfig:\n  theme: dark\n---\n%%{init: {'theme':\n 'base'}}%%\njourney\n"
        "title Tea\naccTitle: How tea is made\naccDescr {\n  Two lines\n  of it\n}\n%% ask Bo\nsection S\n"
        "%% is it true?\nMake tea: 5: Ida %% really\nsection Empty\n%% more here\n"
    )
    assert only.journey.title == "Tea"
    assert only.journey.narrative.split("\n\n") == ["Front", "How tea is made", "Two lines", "of it"]
    assert [stage.title for stage in only.journey.stages] == ["S", "Empty"]
    (step,) = only.journey.steps()
    assert step.title == "Make tea" and step.notes == ("ask Bo", "is it true?", "really", "more here")


def test_tasks_before_the_first_section_are_a_stage_without_a_name_of_its_own() -> None:
    assert [stage.title for stage in map_in("journey\nMake tea: 5\nsection S\nDrink: 4\n").journey.stages] == [
        "Stage 1", "S",
    ]  # fmt: skip
    assert [stage.title for stage in map_in("journey\ntitle Tea\nMake tea: 5\n").journey.stages] == ["Tea"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("section Step 1: Context", "refuses a section"),
        ("Code (like: 5832): 5: Ida", "reads no score"),
        ("title page is read: 3: Ida", "title of the diagram"),
        ("Buy #12 now: 3: Ida", "cuts it off"),
        ("Stop; go: 3: Ida", "refuses a name with `;`"),
        ("Make tea", "without a score"),
    ],
)
def test_what_mermaid_draws_otherwise_is_told(line: str, what: str) -> None:
    only = map_in(f"journey\ntitle T\nsection S\nWait: 3: Ida\n{line}\nDrink: 4: Ida\n")
    assert [what in taken.target for taken in only.taken if taken.source == line] == [True]
    assert not only.doubts


def test_a_long_text_is_kept_whole() -> None:
    long = "very " * 200 + "long"
    (step,) = steps_of(f"{long}: 3: Ida")
    assert len(step.title) < 100 and step.description == long

"""Pages say what an independent recomputation of their figures says: for the example and for harder maps."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from cjsite.build import Builder
from tests.support import oracle
from tests.support.command import ROOT
from tests.support.files import write
from tests.support.html import Document
from tests.support.page import TODAY

WORLD = """
-- content/departments.yml --
desk: The desk
-- content/channels.yml --
web: {title: The web}
phone: {title: The phone}
-- content/personas/ana.yml --
title: Ana
-- content/personas/bo.yml --
title: Bo
"""
HARD = """
-- content/journeys/a.yml --
title: Two by two
personas: [ana, bo]
paths: {call: {title: Callback, share: 30%, personas: [bo]}, desk: {title: At the desk, share: 20%}}
stages:
  - title: Ask
    steps:
      - {title: Reads, emotions: {ana: 1, bo: -0.4}, duration: 5m, contacts: 1, moment_of_truth: {bail_rate: 5%}}
      - {title: Holds, path: main, emotions: {ana: -0.5, bo: -1.2}, duration: 25m, contacts: 1}
      - title: Is called
        path: call
        emotion: [-1.9, 0.6]
        duration: 10m
        importance: 5
        moment_of_truth: {asks: Really?, bail_rate: 30%}
      - {title: Goes there, path: [desk, call], duration: 1h, moment_of_truth: {asks: Today?}}
  - title: Get
    steps:
      - title: Is served
        emotion: -0.7
        duration: 3m
        touchpoints: [{title: One, emotion: 1.4}, {title: Two}, {title: Three, duration: 4m}]
      - {title: Leaves, emotions: {ana: 0.3, bo: 0.9}}
-- content/journeys/b.yml --
title: Silence
stages: [{title: S, steps: [Waits, {title: Waits on, contacts: 2}, {title: Goes, moment_of_truth: {asks: Why?}}]}]
-- content/journeys/c.yml --
title: Told by one
personas: [ana, bo]
stages:
  - title: S
    steps:
      - {title: Asks, emotions: {bo: -1.5}, moment_of_truth: {bail_rate: 40%}, importance: 2}
      - {title: Hears, emotions: {bo: 1.45}}
      - {title: Goes, emotion: [0.2, 0.1, -0.2]}
"""
TEN = """
-- content/site.yml --
title: Ten
emotion_scale: 1 to 10
-- content/journeys/a.yml --
title: Out of ten
stages:
  - title: S
    steps:
      - {title: Asks, emotion: 3}
      - {title: Waits, emotion: [2, 9]}
      - {title: Gets, touchpoints: [{title: One}, {title: Two}], emotion: 6}
      - {title: Goes, emotion: 7}
"""
SITES = {"the example": "", "personas and routes": WORLD + HARD, "one to ten": WORLD + TEN}


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Return a site's folder, and the texts of its pages."""
    text = SITES[request.param]
    root = write(tmp_path_factory.mktemp("oracle"), text) if text else ROOT
    pages = Builder(root, TODAY).site()
    return root / "content", {url: Document(pages[url].decode()).text for url in pages if url.endswith(".html")}


def _scale(content: Path) -> tuple[Decimal, bool]:
    is_ten = "1 to 10" in ((content / "site.yml").read_text("utf-8") if (content / "site.yml").exists() else "")
    return (Decimal("5.5"), False) if is_ten else (Decimal(), True)


def test_each_journey_s_feelings(site: tuple[Path, dict[str, str]]) -> None:
    content, pages = site
    middle, signs = _scale(content)
    wrong = []
    for name, tree in oracle.journeys(content).items():
        persona, low = oracle.worst(tree)
        life = oracle.lived(tree, persona, "main")
        shown = pages["insights/feelings.html"].partition("How each journey feels")[2]
        own = re.search(
            rf"Both lines as a table : {re.escape(tree['title'])} (.*?)Feelings known (\d+) of (\d+)", shown
        )
        if life.mean is None:
            wrong += [f"{name}: has a line"] if own else []
            continue
        says = {
            "mean": f"Mean feeling {oracle.written(life.mean, signs)}",
            "lowest": oracle.written(low, signs),
            "end": f"Ends {'' if life.ending is not None else 'Not known'}",
        }
        if (peak := oracle.peak_end(life, middle)) is not None:
            says["peak and end"] = f"Peak and end {oracle.written(peak, signs)}"
        found = own[0] if own else ""
        wrong += [f"{name}, {what}: {said}" for what, said in says.items() if said not in found]
        if own and (int(own[2]), int(own[3])) != (life.known, life.places):
            wrong.append(f"{name}: {life.known} of {life.places} known, not {own[2]} of {own[3]}")
    assert wrong == []


def test_the_head_of_each_map(site: tuple[Path, dict[str, str]]) -> None:
    content, pages = site
    _, signs = _scale(content)
    wrong = []
    for name, tree in oracle.journeys(content).items():
        text = pages[f"journeys/{name}.html"]
        _, low = oracle.worst(tree)
        grades = oracle.risks(tree)
        shown = re.search(r"Lowest ([−+]?\d+(?:\.\d+)?) ", text)
        if low is not None and (not shown or Decimal(shown[1].replace("−", "-")) != low):
            wrong.append(f"{name}: lowest {oracle.written(low, signs)}")
        if "high" in grades and f"{grades.count('high')} at high risk" not in text:
            wrong.append(f"{name}: {grades.count('high')} at high risk")
        if "some" in grades and f"{grades.count('some')} at some risk" not in text:
            wrong.append(f"{name}: {grades.count('some')} at some risk")
    assert wrong == []


def test_what_journeys_cost(site: tuple[Path, dict[str, str]]) -> None:
    content, pages = site
    shown = pages["insights/effort.html"].partition("What each journey costs")[2]
    wrong = []
    for name, tree in oracle.journeys(content).items():
        row = shown.partition(f" {tree['title']} ")[2]
        contacts, stated, total = oracle.spent(tree, "main", "contacts")
        said = f"{contacts} stated at {stated} of {total}" if stated < total else f" {contacts} "
        if contacts is not None and said not in row[:200]:
            wrong.append(f"{name}: contacts {said}; {row[:120]}")
        minutes, stated, total = oracle.spent(tree, "main", "duration")
        if minutes is not None and _time(minutes) not in row[:260]:
            wrong.append(f"{name}: time {_time(minutes)}; {row[:200]}")
    assert wrong == []


def _time(minutes: Decimal) -> str:
    days, rest = divmod(int(minutes), 1440)
    hours, left = divmod(rest, 60)
    parts = [f"{days} days" * bool(days), f"{hours} h" * bool(hours), f"{left} min" * bool(left and not days)]
    return " ".join(filter(None, parts))


def test_moments_of_all_maps(site: tuple[Path, dict[str, str]]) -> None:
    content, pages = site
    grades = [grade for tree in oracle.journeys(content).values() for grade in oracle.risks(tree)]
    # One of the example's maps is Markdown, which is not read here: its own page says what it adds.
    text = pages.get("journeys/first-service.html", "")
    more = re.search(r"Moments of truth (\d+)(?: (\d+) at high risk)?", text)
    high, total = (int(more[2] or 0), int(more[1])) if more else (0, 0)
    said = f"Moments of truth at high risk {grades.count('high') + high} of {len(grades) + total}"
    assert not grades or said in pages["insights/moments.html"]

"""Realistic maps by the hundred: deterministic, 20 touchpoints each, with the texts that people write."""

import random
from pathlib import Path

DEPARTMENTS = ("support", "sales", "digital", "field", "billing", "marketing")
CHANNELS = ("phone", "web", "chat", "email", "store", "post", "friends", "app")
WORDS = ("relieved", "annoyed", "curious", "anxious", "glad", "helpless", "calm", "let down")
ACTIONS = (
    "Looks for the number on the back of the card",
    "Reads the letter twice and rings a neighbour",
    "Fills in the form on the phone, in the bus",
    "Waits for the engineer between eight and one",
    "Compares the offer with *last year's* bill",
)
THOUGHTS = (
    "Will I have to explain this again?",
    "That was quicker than I feared.",
    "Nobody told me that this costs extra.",
    "I could have done this **myself** in five minutes.",
)
PAINS = (
    "The queue says nothing about how long it takes",
    "The form forgets everything after an error",
    "Two departments give two different dates",
)


def write_project(root: Path, maps: int, seed: int = 1) -> None:
    """Write a project with `maps` journeys of 20 touchpoints (5 stages, 4 steps each) below `root`."""
    rng = random.Random(seed)
    content = root / "content"
    (content / "journeys").mkdir(parents=True, exist_ok=True)
    (content / "personas").mkdir(exist_ok=True)
    (content / "site.yml").write_text("title: Bench\n", "utf-8")
    _registry(content / "departments.yml", DEPARTMENTS, "{{title: {title}, faces_customer: true}}")
    _registry(content / "channels.yml", CHANNELS, "{{title: {title}, kind: digital}}")
    (content / "evidence.yml").write_text(
        "interviews: {title: Interviews, source: customer, kind: interview, n: 12}\n"
        "log: {title: Call log, source: employee, kind: service-log, n: 900}\n",
        "utf-8",
    )
    for name in ("priya", "omar"):
        (content / "personas" / f"{name}.md").write_text(f"---\ntitle: {name.title()}\n---\nA person.\n", "utf-8")
    for number in range(maps):
        (content / "journeys" / f"map-{number:04}.yml").write_text(journey_text(rng, number), "utf-8")


def _registry(path: Path, names: tuple[str, ...], form: str) -> None:
    path.write_text("".join(f"{name}: {form.format(title=name.title())}\n" for name in names), "utf-8")


def journey_text(rng: random.Random, number: int) -> str:
    """Return one journey's YAML."""
    lines = [
        f"title: Journey number {number}",
        f"persona: {rng.choice(('priya', 'omar'))}",
        "scenario: The line dies during a working day at home, ten minutes before a call with a client.",
        "goal: Be back online the same day",
        "business_goal: Fewer repeat calls",
        f"owner: {rng.choice(DEPARTMENTS)}",
        "status: published",
        f"reviewed_on: 2026-0{rng.randint(1, 9)}-14",
        "stages:",
    ]
    for stage in range(5):
        phase = ("before", "during", "during", "during", "after")[stage]
        lines += [f"  - title: Stage {stage + 1}", f"    phase: {phase}", "    steps:"]
        for step in range(4):
            lines += _step(rng, stage * 4 + step + 1)
    return "\n".join(lines) + "\n"


def _step(rng: random.Random, number: int) -> list[str]:
    value = round(rng.uniform(-2, 2), 1)
    lines = [
        f"      - title: Step {number} of the way",
        f"        actions: {rng.choice(ACTIONS)}",
        f"        thoughts: {rng.choice(THOUGHTS)}",
        f"        channel: {rng.choice(CHANNELS)}",
        f"        department: {rng.choice(DEPARTMENTS)}",
        f"        emotion: {{value: {value}, words: {rng.choice(WORDS)}, spread: [-2, 2]}}",
        f"        evidence: [{rng.choice(('interviews', 'log'))}]",
        f"        duration: {rng.randint(1, 50)}m",
    ]
    if rng.random() < 0.4:
        lines.append(f"        pain_points: [{{text: {rng.choice(PAINS)}, severity: {rng.randint(1, 5)}}}]")
    if rng.random() < 0.3:
        lines.append("        opportunities: [Say how long it takes]")
    if rng.random() < 0.5:
        lines.append(
            f"        backstage: [{{department: {rng.choice(DEPARTMENTS)}, does: Reads the log, system: crm}}]"
        )
    if rng.random() < 0.15:
        lines.append("        moment_of_truth: {asks: Stay or go?, bail_rate: 12%}")
    if rng.random() < 0.2:
        lines.append(f"        handoff: {{to: {rng.choice(DEPARTMENTS)}, wait: 1d, quality: late}}")
    return lines

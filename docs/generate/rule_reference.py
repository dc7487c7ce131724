"""The rules as a document: what each looks for, why, what helps, an example, and the same put right."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from cjsite.analysis.rules import RULES
from cjsite.analysis.rules.rule import in_words
from cjsite.authoring.reference import Anchors, Part
from cjsite.pages.insights.findings import GROUPS
from cjsite.text.wording import Wording
from cjsite.theming.layers import shipped_files, shipped_folder, theme
from docs.generate.markers import anchor

_WHERE: Mapping[str, str] = {
    "step": "at a step", "journey": "in a journey's fields", "site": "in what maps share",
}  # fmt: skip


class RuleText(NamedTuple):
    """What people read of a rule. where: what its example and the mended one are part of."""

    code: str
    severity: str
    title: str
    why: str
    advice: str
    where: str
    example: str
    mended: str


def rule_texts() -> Iterator[RuleText]:
    """Yield the texts of every rule, by code. This is the one place that knows where they come from."""
    for code, rule in RULES.items():
        title, why, advice = (_english()(f"rule.{code}.{part}") for part in ("title", "why", "advice"))
        example, mended = (in_words(text, _english()).strip() for text in (rule.example, rule.mended))
        yield RuleText(code, rule.severity, title, why, advice, _WHERE[rule.level], example, mended)


@cache
def _english() -> Wording:
    layers = (("default", shipped_files(shipped_folder("default"))),)
    return Wording("en", theme(layers, "en").words["en"])


def rule_parts() -> Mapping[str, Part]:
    """Return what makes the index of rules and each group's list by its letter, as on the catalogue's page."""
    return {"index": _index, **{letter: partial(_group, letter) for letter in GROUPS}}


def _index(_anchors: Anchors) -> str:
    rows = (
        f"| [{rule.code}](#{anchor(_heading(rule))}) | {rule.severity} | {rule.title} |"
        for letter in GROUPS
        for rule in rule_texts()
        if rule.code.startswith(letter)
    )
    return "\n".join(("| Code | Severity | What is found |\n|---|---|---|", *rows))


def _group(letter: str, _anchors: Anchors) -> str:
    return "\n\n".join(_entry(rule) for rule in rule_texts() if rule.code.startswith(letter))


def _heading(rule: RuleText) -> str:
    return f"{rule.code} {rule.title}"


def _entry(rule: RuleText) -> str:
    return f"""\
### {_heading(rule)}

*{rule.severity.capitalize()}.* {rule.why} **{rule.advice}**

Found {rule.where}:

```yaml
{rule.example}
```

Put right:

```yaml
{rule.mended}
```"""

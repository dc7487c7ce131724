"""The rules as a document: what each looks for, why, what helps, an example, and the same put right."""

from collections.abc import Mapping
from functools import partial

from cjsite.authoring.reference import Anchors, Part
from cjsite.authoring.rule_articles import RuleText, rule_texts
from cjsite.pages.insights.findings import GROUPS
from docs.generate.markers import anchor


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

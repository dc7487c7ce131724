"""The articles on findings: what each rule looks for, why, what helps, an example, and the same put right."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from cjsite.analysis.rules import RULES
from cjsite.analysis.rules.rule import in_words
from cjsite.authoring.article import Article, Specimen
from cjsite.text.wording import Wording
from cjsite.theming.layers import shipped_files, shipped_folder, theme

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


def rule_articles() -> Iterator[Article]:
    """Yield the article on each rule, by its code."""
    for rule in rule_texts():
        facts = (("Severity", rule.severity), ("Found", rule.where), ("What helps", rule.advice))
        specimens = (Specimen("found", f"{rule.example}\n"), Specimen("put right", f"{rule.mended}\n"))
        yield Article(rule.code, f"{rule.code}: {rule.title}", (rule.why,), facts, specimens)

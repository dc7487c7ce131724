"""A rule: what is looked for, why it matters, and what to do about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from cjsite.base.frozen import frozen
from cjsite.base.problem import Severity

T = TypeVar("T")
Level = Literal["journey", "step", "site"]


@dataclass(frozen=True, slots=True, order=True)
class RuleHit:
    """Where a rule found something. at: the id of a touchpoint or step ('' = the map), or `kind/id`, or a path."""

    message: str
    at: str = ""


@frozen
class Rule(Generic[T]):
    """One kind of finding. example: YAML that it finds something in; mended: the same put right.

    level: where the example stands: among a journey's fields, a step's, or the fields of registries by name.
    """

    code: str
    severity: Severity
    title: str
    why: str
    advice: str
    level: Level
    example: str
    mended: str
    check: Callable[[T], Iterable[RuleHit]]


class Book(Generic[T]):
    """The rules of one module in the order in which they are written down."""

    def __init__(self) -> None:
        self.rules: list[Rule[T]] = []

    def rule(
        self,
        code: str,
        severity: Severity,
        title: str,
        *,
        why: str,
        advice: str,
        example: str,
        mended: str,
        level: Level = "step",
    ) -> Callable[[Callable[[T], Iterable[RuleHit]]], Callable[[T], Iterable[RuleHit]]]:
        """Register the function below as the check of a rule."""

        def register(check: Callable[[T], Iterable[RuleHit]]) -> Callable[[T], Iterable[RuleHit]]:
            self.rules.append(Rule(code, severity, title, why, advice, level, example, mended, check))
            return check

        return register

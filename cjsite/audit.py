"""What `check` says of a project: every problem, or every finding."""

from dataclasses import dataclass

from cjsite.analysis.findings import findings
from cjsite.build import Builder
from cjsite.problem import Broken, Finding, Problem
from cjsite.progress import watched


@dataclass(frozen=True, slots=True)
class Audit:
    """The problems of a project; its findings, those that are let stand among them, where it has none."""

    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]

    @property
    def summary(self) -> str:
        """Return the counts in words, like `0 problems, 3 findings, 1 let stand`."""
        standing = sum(bool(finding.waived) for finding in self.findings)
        counts = [_count(len(self.problems), "problem"), _count(len(self.findings) - standing, "finding")]
        return ", ".join([*counts, *([f"{standing} let stand"] if standing else [])])


def audit(builder: Builder) -> Audit:
    """Build everything without writing it."""
    found: tuple[Finding, ...] = ()
    try:
        site = builder.site()
        found = findings(site.content, builder.today)
        for _ in watched(site).values():
            pass
    except Broken as error:
        return Audit(error.problems, found)
    return Audit((), found)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")

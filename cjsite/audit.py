"""What `check` says of a project: every problem, or every finding."""

from collections.abc import Callable, Mapping

from cjsite.analysis.findings import findings
from cjsite.build import Builder, Site
from cjsite.frozen import frozen
from cjsite.problem import Broken, Finding, Problem, count


@frozen
class Audit:
    """The problems of a project; its findings, those that are let stand among them, where it has none."""

    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]

    @property
    def summary(self) -> str:
        """Return the counts in words, like `0 problems, 3 findings, 1 let stand`."""
        standing = sum(bool(finding.waived) for finding in self.findings)
        counts = [count(len(self.problems), "problem"), count(len(self.findings) - standing, "finding")]
        return ", ".join([*counts, *([f"{standing} let stand"] if standing else [])])


def audit(builder: Builder, watch: Callable[[Site], Mapping[str, bytes]]) -> Audit:
    """Build everything without writing it; watch: lets somebody see how far it is."""
    found: tuple[Finding, ...] = ()
    try:
        site = builder.site()
        found = findings(site.content, builder.today)
        for _ in watch(site).values():
            pass
    except Broken as error:
        return Audit(error.problems, found)
    return Audit((), found)

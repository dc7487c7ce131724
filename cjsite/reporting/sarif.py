"""Problems and findings as SARIF 2.1.0, the format in which code hosts and editors read results (OASIS, 2020)."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from cjsite import __version__
from cjsite.base.problem import Finding, Place, Problem
from cjsite.reporting.one_line import in_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PROBLEM = "problem"


def as_sarif(problems: Sequence[Problem], findings: Sequence[Finding], content: str) -> str:
    """Return a log with one run: a rule for each code, a result for each problem and finding.

    Findings that are let stand are suppressed in the source, with the reason as justification. Columns count
    Unicode characters.
    """
    rules = _rules(problems, findings)
    index = {str(rule["id"]): number for number, rule in enumerate(rules)}
    results = [_problem(problem, index, content) for problem in problems]
    results += [_finding(finding, index, content) for finding in findings]
    driver = {"name": "cjsite", "semanticVersion": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return in_json(json.dumps(log, ensure_ascii=False, indent=2))


def _rules(problems: Sequence[Problem], findings: Sequence[Finding]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    if problems:
        found.append(
            {
                "id": _PROBLEM,
                "shortDescription": {"text": "What cannot be understood"},
                "defaultConfiguration": {"level": "error"},
            }
        )
    for finding in {f.code: f for f in reversed(findings)}.values():
        found.append(
            {
                "id": finding.code,
                "shortDescription": {"text": finding.title or finding.code},
                "fullDescription": {"text": finding.why or finding.message},
                "help": {"text": finding.advice or finding.message},
                "defaultConfiguration": {"level": finding.severity},
            }
        )
    return sorted(found, key=lambda rule: str(rule["id"]))


def _problem(problem: Problem, index: dict[str, int], content: str) -> dict[str, object]:
    text = f"{problem.message}; {problem.mend}" if problem.mend else problem.message
    return _result(_PROBLEM, "error", text, problem.place, index, content)


def _finding(finding: Finding, index: dict[str, int], content: str) -> dict[str, object]:
    text = f"{finding.message}. {finding.advice}" if finding.advice else finding.message
    result = _result(finding.code, finding.severity, text, finding.place, index, content)
    if finding.waived:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.waived}]
    return result


def _result(
    rule: str, level: str, text: str, place: Place, index: dict[str, int], content: str
) -> dict[str, object]:
    where = {
        "artifactLocation": {"uri": quote(place.below(content), errors="surrogateescape")},
        "region": {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)},
    }
    return {
        "ruleId": rule,
        "ruleIndex": index[rule],
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": where}],
    }

"""Problems and findings as text for people, JSON and SARIF for programs, and annotations for code hosts."""

import json
from collections.abc import Callable, Iterable, Sequence

from cjsite.base.problem import Finding, Place, Problem
from cjsite.reporting.sarif import as_sarif

Formatter = Callable[[Sequence[Problem], Sequence[Finding], str], str]


def as_text(problems: Sequence[Problem], findings: Sequence[Finding], content: str) -> str:
    """Return one paragraph a problem (place, message, mend, source line, caret) and one line a finding.

    Findings that are let stand come last, each with the reason.
    """
    parts = [_problem_text(problem, content) for problem in problems]
    parts += [_finding_text(f, content) for f in findings if not f.waived]
    parts += [_finding_text(f, content) for f in findings if f.waived]
    return "\n".join(parts)


def _finding_text(finding: Finding, content: str) -> str:
    head = f"{shown(finding.place, content)}: "
    if finding.waived:
        return f"{head}let stand {finding.code}: {finding.message}; because: {finding.waived}"
    return f"{head}{finding.severity} {finding.code}: {finding.message}. {finding.advice}"


def _problem_text(problem: Problem, content: str) -> str:
    mend = f"; {problem.mend}" if problem.mend else ""
    head = f"{shown(problem.place, content)}: {problem.message}{mend}"
    if not problem.excerpt.strip():
        return head
    number = str(problem.place.line)
    column = min(problem.place.column, len(problem.excerpt) + 1)
    # The caret line repeats the tabs of the source line, so that both stand under each other.
    lead = "".join("\t" if c == "\t" else " " for c in problem.excerpt[: column - 1])
    return f"{head}\n  {number} | {problem.excerpt.rstrip()}\n  {' ' * len(number)} | {lead}^"


def as_json(problems: Sequence[Problem], findings: Sequence[Finding], content: str) -> str:
    """Return `{"problems": […], "findings": […]}`; a finding that is let stand has a reason in `waived`."""
    return json.dumps(
        {
            "problems": [
                {**_place(p.place, content), "message": p.message, "mend": p.mend, "excerpt": p.excerpt}
                for p in problems
            ],
            "findings": [
                {
                    **_place(f.place, content),
                    "code": f.code,
                    "severity": f.severity,
                    "message": f.message,
                    "title": f.title,
                    "why": f.why,
                    "advice": f.advice,
                    "waived": f.waived,
                }
                for f in findings
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_github(problems: Sequence[Problem], findings: Sequence[Finding], content: str) -> str:
    """Return workflow commands that a code host shows beside the lines."""
    lines = [
        _command("error", p.place, content, "", f"{p.message}; {p.mend}" if p.mend else p.message) for p in problems
    ]
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    lines += [
        _command(levels[f.severity], f.place, content, f.code, f"{f.message}. {f.advice}")
        for f in findings
        if not f.waived
    ]
    return "\n".join(lines)


def _command(level: str, place: Place, content: str, title: str, message: str) -> str:
    fields = {"file": place.below(content), "line": place.line, "col": place.column, "title": title}
    written = ",".join(f"{k}={_escape(str(v), ',:')}" for k, v in fields.items() if v)
    return f"::{level} {written}::{_escape(message)}"


def _escape(text: str, more: Iterable[str] = "") -> str:
    for mark in ("%", "\r", "\n", *more):
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


def shown(place: Place, content: str) -> str:
    """Return a place as people write it: path, line and column."""
    return f"{place.below(content)}:{place.line}:{place.column}"


def _place(place: Place, content: str) -> dict[str, object]:
    return {"path": place.below(content), "line": place.line, "column": place.column}


FORMATS: dict[str, Formatter] = {"text": as_text, "json": as_json, "sarif": as_sarif, "github": as_github}

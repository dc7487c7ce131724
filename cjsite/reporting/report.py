"""Problems and findings as text for people, JSON and SARIF for programs, and annotations for code hosts."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from cjsite.base.problem import Finding, Place, Problem
from cjsite.reporting.one_line import in_json, one_line, same_width
from cjsite.reporting.sarif import as_sarif

_MOST_OF_FILE = 50
"""Problems of one file that are told to people in full: whoever has more has one slip in many rows."""
Formatter = Callable[[Sequence[Problem], Sequence[Finding], str], str]


def as_text(problems: Sequence[Problem], findings: Sequence[Finding], content: str) -> str:
    """Return one paragraph a problem (place, message, mend, source line, caret) and one line a finding.

    What is said of several places is said once, at the first of them, with the others below it. Of a file with very
    many problems the rest is counted. Findings that are let stand come last, each with the reason.
    """
    ordered = sorted(findings, key=lambda finding: bool(finding.waived))
    told, rest = _first_of_each_file(problems)
    messages = [(problem.place, _problem_text(problem), _excerpt(problem)) for problem in told]
    messages += [(finding.place, _finding_text(finding), "") for finding in ordered]
    first: dict[str, str] = {}
    others: dict[str, list[Place]] = {}
    for place, text, excerpt in messages:
        if text in first:
            others[text].append(place)
        else:
            first[text], others[text] = f"{shown(place, content)}: {text}{excerpt}", []
    counted = [f"{one_line(place.below(content))}: and {n} more; mend these first" for place, n in rest.items()]
    return "\n".join([*(head + _others(others[text], content) for text, head in first.items()), *counted])


def _first_of_each_file(problems: Iterable[Problem]) -> tuple[list[Problem], dict[Place, int]]:
    """Return the problems that are told in full, and how many more there are by their file."""
    counts = Counter[str]()
    told: list[Problem] = []
    rest = Counter[Place]()
    for problem in problems:
        counts[problem.place.path] += 1
        if counts[problem.place.path] <= _MOST_OF_FILE:
            told.append(problem)
        else:
            rest[Place(problem.place.path)] += 1
    return told, rest


def _others(places: Iterable[Place], content: str) -> str:
    """Return a line for each file with places in it."""
    files: dict[str, list[str]] = {}
    for place in places:
        files.setdefault(place.below(content), []).append(f"{place.line}:{place.column}")
    return "".join(f"\n  also {one_line(path)}:{', '.join(marks)}" for path, marks in files.items())


def _finding_text(finding: Finding) -> str:
    if finding.waived:
        return one_line(f"let stand {finding.code}: {finding.message}; because: {finding.waived}")
    return one_line(f"{finding.severity} {finding.code}: {finding.message}. {finding.advice}")


def _problem_text(problem: Problem) -> str:
    return one_line(f"{problem.message}; {problem.mend}" if problem.mend else problem.message)


def _excerpt(problem: Problem) -> str:
    if not problem.excerpt.strip():
        return ""
    number = str(problem.place.line)
    column = min(problem.place.column, len(problem.excerpt) + 1)
    # The caret line repeats the tabs of the source line, so that both stand under each other.
    lead = "".join("\t" if c == "\t" else " " for c in problem.excerpt[: column - 1])
    return f"\n  {number} | {same_width(problem.excerpt.rstrip())}\n  {' ' * len(number)} | {lead}^"


def as_json(problems: Sequence[Problem], findings: Sequence[Finding], content: str) -> str:
    """Return `{"problems": […], "findings": […]}`; a finding that is let stand has a reason in `waived`."""
    report = json.dumps(
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
    return in_json(report)


def as_github(problems: Sequence[Problem], findings: Sequence[Finding], content: str) -> str:
    """Return workflow commands that a code host shows beside the lines; each place has its own."""
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
    text = one_line(text)
    for mark in ("%", *more):
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


def shown(place: Place, content: str) -> str:
    """Return a place as people write it: path, line and column."""
    path = one_line(place.below(content))
    return f"{path}:{place.line}:{place.column}" if place.line else path


def _place(place: Place, content: str) -> dict[str, object]:
    return {"path": place.below(content), "line": max(place.line, 1), "column": max(place.column, 1)}


FORMATS: dict[str, Formatter] = {"text": as_text, "json": as_json, "sarif": as_sarif, "github": as_github}

"""The findings that make a check fail: by code, or by severity."""

from collections.abc import Collection, Iterable

from cjsite.base.problem import Finding, Refusal, Severity

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""From the lightest to the worst."""


def check_names(wanted: Iterable[str], codes: Collection[str]) -> None:
    """Refuse what is neither a finding's code nor a severity, with what to write. Raises Refusal."""
    for name in wanted:
        if name not in (*SEVERITIES, *codes):
            raise Refusal(f"--fail-on: {_mend(name, codes)}")


def _mend(name: str, codes: Collection[str]) -> str:
    parts = [_exact(part, codes) for part in name.replace(",", " ").split()]
    if parts and all(parts):
        return f"'{name}' is not written so; write {' '.join(f'--fail-on {part}' for part in parts)}"
    letter = sorted(code for code in codes if code[:1] == name[:1].upper())
    examples = letter or sorted(codes)[:1]
    there = f"; codes with that letter are {', '.join(letter)}" if letter else f", like {examples[0]}"
    return f"'{name}' is neither one of {', '.join(SEVERITIES)} nor a finding's code{there}"


def _exact(name: str, codes: Collection[str]) -> str:
    """Return the code or severity that a name means in other letters, '' for none."""
    small = name.casefold().removesuffix("s")
    words = (word for word in SEVERITIES if len(small) > 2 and word.startswith(small))
    return next((code for code in codes if code.casefold() == small), "") or next(words, "")


def failing(findings: Iterable[Finding], wanted: Iterable[str]) -> bool:
    """Tell whether a finding that is not let stand has a wanted code, or a wanted severity or a worse one."""
    chosen = set(wanted)
    worse = {severity for n, severity in enumerate(SEVERITIES) if chosen.intersection(SEVERITIES[: n + 1])}
    return any(not f.waived and (f.code in chosen or f.severity in worse) for f in findings)

"""The colours of a stylesheet's tokens, and whether people can tell them apart."""

import re
from collections.abc import Iterator, Mapping

Scheme = Mapping[str, str]

TEXT, GRAPHIC = 4.5, 3.0
"""The contrast that WCAG 2.2 AA asks of text (1.4.3) and of graphics and controls (1.4.11)."""

_PAIRS = (
    *((ink, ground, TEXT) for ink in ("ink", "ink-2", "ink-3") for ground in ("paper", "surface", "sunken")),
    *((ink, ground, TEXT) for ink in ("pos-text", "neg-text", "future") for ground in ("paper", "surface")),
    ("ink-2", "pos-soft", TEXT),
    ("ink-2", "neg-soft", TEXT),
    ("ink-2", "future-soft", TEXT),
    *((mark, ground, GRAPHIC) for mark in ("pos", "neg", "neutral", "edge") for ground in ("paper", "surface")),
)  # fmt: skip
_TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;}]+)")
_BOTH = re.compile(r"var\(--light,\s*(#[0-9a-f]{3,8})\)\s*var\(--dark,\s*(#[0-9a-f]{3,8})\)", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


def contrast(first: str, other: str) -> float:
    """Return the contrast ratio of two colours (`#rgb` or `#rrggbb`), 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(first), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    pairs = [d * 2 for d in digits] if len(digits) == 3 else [digits[i : i + 2] for i in (0, 2, 4)]
    channels = [int(pair, 16) / 255 for pair in pairs]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def schemes(css: str) -> tuple[Scheme, Scheme]:
    """Return the colour tokens of a stylesheet for light and for dark; the last definition counts.

    What holds only under a condition (print, more contrast) is passed over: it does not meet the rest.
    """
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for name, value in _TOKEN.findall(_unconditional(css)):
        both = _BOTH.fullmatch(value.strip())
        if both:
            light[name], dark[name] = both[1], both[2]
        elif _HEX.fullmatch(value.strip()):
            light[name] = dark[name] = value.strip()
    return light, dark


def _unconditional(css: str) -> str:
    kept, start = [], 0
    for rule in re.finditer(r"@(?:media|supports|container)[^{]*\{", css):
        if rule.start() < start:
            continue
        kept.append(css[start : rule.start()])
        start = _end(css, rule.end())
    return "".join((*kept, css[start:]))


def _end(css: str, start: int) -> int:
    """Return where the block ends whose inside begins at `start`."""
    depth = 1
    for brace in _BRACE.finditer(css, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return len(css)


def too_faint(css: str) -> Iterator[str]:
    """Yield a sentence for each pair of tokens that is too faint to be told apart."""
    for word, scheme in zip(("light", "dark"), schemes(css), strict=True):
        for mark, ground, least in _PAIRS:
            if mark in scheme and ground in scheme:
                ratio = contrast(scheme[mark], scheme[ground])
                if ratio < least:
                    yield (
                        f"--{mark} {scheme[mark]} on --{ground} {scheme[ground]} has a contrast of {ratio:.1f} "
                        f"in the {word} scheme; {least:g} is the least"
                    )

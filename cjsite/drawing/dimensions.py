"""The numbers that Python, the stylesheet and the scripts share: they are written here, and nowhere else.

Words are placed on the curve before any browser shows them, so drawing has to know how large the stylesheet sets
words and marks. The stylesheet begins with these numbers as custom properties, and scripts read them there.
"""

from collections.abc import Iterator

ROOT = 16.0
"""Drawing counts in px of a root element of 16 px; the stylesheet in rem, so that all grows with readers' type."""

Y_TOP, Y_UNIT = 19.0, 16.0
"""The feeling lane in percent of its height: where +2 stands from the top, and a step of the scale."""
LANE, LOWEST_LANE = 256.0, 240.0
"""Height of the feeling lane: usual, and in Fit and low windows."""
NARROW, FIT = 98.0, 60.0
"""Least width of a column: usual, and in Fit."""
ROOMIER = (112.0, 126.0, 140.0, 154.0)
"""Least widths of the columns of maps with more text, each with its class, `roomy1`."""

FACE_SIZE, SMALL_FACE_SIZE, DIAMOND_SIZE = 24.0, 16.0, 53.6
"""Boxes of the marks on the curve."""

WORD_SIZE, WORD_LINE, SCORE_LINE, WORD_LINES = 13.0, 15.0, 12.0, 5
"""Words on the curve: their type, their lines and that of the score, and the most lines."""
WORD_WIDTH, FIT_WORD_WIDTH = 90.0, 56.0
"""The most that a word on the curve is wide, in usual columns and in those of Fit."""
NOTE_SIZE, NOTE_LINES = 12.0, 2
"""Notes on the future's curve, in lines as high as those of words."""

MOST_FILTERS = 32
"""Departments and channels that a map can be filtered by: each has its class, `d1` or `c1`, and its rule."""
FILTERS = {"d": MOST_FILTERS, "c": MOST_FILTERS, "s": 3, "m": 12}
"""What a map can be filtered by, and how many of each: departments, channels, ways of service, domains."""
USUAL_FILTERS = 12
"""Departments and channels of most maps; the rules for more are in a stylesheet of their own."""
MOST_LINES = 50
"""Personas whose lines a map may have, as many as it may name; each has its class, `person-1`, and its rule."""
LINE_STYLES = 6
"""Lines that are told apart by their strokes, `s1` and on; those beyond are drawn while they are the chosen one."""

# The name of a lane is of the same class as what stands in it, and stays.
_PARTS = ":is(.touchpoint,.step,.whole):not(.lane)"


def shared_css() -> str:
    """Return what a theme's stylesheet begins with: the numbers as custom properties, the counts as selectors.

    The selectors are those of most maps; `large_selectors` has the rest.

    `:--filtered-out` are touchpoints, steps, and what a step says for several touchpoints, without what is chosen
    in a filter, `:--other-person` the lines and marks of personas who are not the chosen one; both by `:has()`,
    without a script.
    """
    properties = ";".join(f"--{name}:{value}" for name, value in _properties())
    roomier = "".join(f".roomy{k + 1}{{--roomy-column:{_rem(px)}}}" for k, px in enumerate(ROOMIER))
    return f":root{{{properties}}}{roomier}\n{_selectors(0, USUAL_FILTERS, LINE_STYLES)}"


def large_selectors() -> str:
    """Return the definitions of `shared_css` for what only large maps have: the choices beyond the usual ones."""
    return _selectors(USUAL_FILTERS, MOST_FILTERS, MOST_LINES)


def _selectors(after: int, filters: int, lines: int) -> str:
    filtered_out = ",".join(_filtered_out(after, filters))
    other_person = ",".join(_other_person(LINE_STYLES if after else 0, lines))
    return (
        f"@custom-selector :--filtered-out {_PARTS}:is({filtered_out});\n"
        f"@custom-selector :--other-person {other_person};\n"
    )


def _properties() -> Iterator[tuple[str, str]]:
    yield "y-top", f"{Y_TOP:g}%"
    yield "y-unit", f"{Y_UNIT:g}%"
    yield "lane-height", _rem(LANE)
    yield "lowest-lane", _rem(LOWEST_LANE)
    yield "narrow-column", _rem(NARROW)
    yield "fit-column", _rem(FIT)
    yield "face-size", _rem(FACE_SIZE)
    yield "small-face-size", _rem(SMALL_FACE_SIZE)
    yield "diamond-size", _rem(DIAMOND_SIZE)
    yield "word-size", _rem(WORD_SIZE)
    yield "word-line", _rem(WORD_LINE)
    yield "score-line", _rem(SCORE_LINE)
    yield "word-lines", f"{WORD_LINES}"
    yield "word-width", _rem(WORD_WIDTH)
    yield "fit-word-share", f"{100 * FIT_WORD_WIDTH / FIT:.5g}%"
    yield "note-size", _rem(NOTE_SIZE)
    yield "note-lines", f"{NOTE_LINES}"


def _rem(px: float) -> str:
    return f"{px / ROOT:g}rem"


def _filtered_out(after: int, last: int) -> Iterator[str]:
    """Yield what a choice leaves out, for each choice after one, to another."""
    for letter, most in FILTERS.items():
        for k in range(after + 1, min(most, last) + 1):
            own = f".{letter}{k}"
            yield f"body:has({own}:checked) :not({own},:has({own}))"


def _other_person(after: int, last: int) -> Iterator[str]:
    """The first is chosen unless another one is; a map of one persona has no choice."""
    if not after:
        yield "body:has([name=person]:checked:not(#person-1)) .person-1"
    for k in range(max(after, 1) + 1, last + 1):
        yield f"body:not(:has(#person-{k}:checked)) .person-{k}"

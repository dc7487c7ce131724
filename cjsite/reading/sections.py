"""A Markdown journey's parts: what stands below each heading that is a title, a stage or a step."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cjsite.reading.source import Source
from cjsite.reading.tree import Mark
from cjsite.text.dialect.lines import COLUMNS, FENCE, HEADING, ITEM, UNDERLINE, begins_block, fence_below

_IN_ITEM = re.compile(r"\s*(?:(?:[-+*]|\d+[.)]) +)*")
_LOWEST = 3
"""The level of the headings that are steps; those below are part of the prose."""


@dataclass(slots=True)
class Section:
    """A heading and the lines below it; level: 1 also for what stands above the first heading."""

    level: int
    title: str
    mark: Mark
    first_line: int
    lines: list[str] = field(default_factory=list)


def sections(lines: Sequence[str], first: int, source: Source) -> list[Section]:
    """Return the parts of a body whose first line has the number `first` in its file."""
    parts = [Section(1, "", (first, 1), first)]
    fence, opened_at, is_list = "", first, False
    for number, line in enumerate(lines, first):
        # Code in an item of a list stands as far in as the item's words.
        inner = line[len(_IN_ITEM.match(line)[0]) :] if is_list or ITEM.match(line) else line  # type: ignore[index]
        was_fence, fence = fence, fence_below(inner, fence)
        if fence and not was_fence:
            opened_at = number
        section = None if fence or was_fence else _at(line, number, parts[-1].lines, is_list)
        if section:
            parts.append(section)
        else:
            parts[-1].lines.append(line)
        is_list = not section and _goes_on(line, is_list)
    if fence:
        mend = f"close it with {fence} on the line below its last"
        source.problem((opened_at, 1), "the code that begins here has no end", mend)
    return parts


def _goes_on(line: str, is_list: bool) -> bool:
    """Tell whether the next line may be part of a list."""
    return bool(ITEM.match(line)) or (is_list and (not line.strip() or line.startswith(" ")))


def _at(line: str, number: int, above: list[str], is_list: bool) -> Section | None:
    """Return the section that a line begins; the line above is its title where this one underlines it."""
    heading = HEADING.match(line)
    if heading and len(heading["level"]) <= _LOWEST and not (is_list and line.startswith(" ")):
        return Section(len(heading["level"]), heading["title"], (number, heading.start("title") + 1), number + 1)
    underline = UNDERLINE.match(line)
    if underline and not is_list and above and _is_title(above):
        title = above.pop()
        mark = (number - 1, len(title) - len(title.lstrip()) + 1)
        return Section(1 if underline["sign"] == "=" else 2, title.strip(), mark, number + 1)
    return None


def _is_title(above: Sequence[str]) -> bool:
    """Tell whether the last line is a paragraph by itself."""
    title, before = above[-1], above[-2] if len(above) > 1 else ""
    if not title.strip() or title.startswith("    ") or begins_block(title) or COLUMNS.match(title):
        return False
    return not before.strip() or bool(HEADING.match(before) or FENCE.match(before))

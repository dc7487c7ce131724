"""Lists that were written as one text, in one line or in several."""

from typing import Any

from cjsite.model.one_text import several_in, several_message
from cjsite.reading.source import Source
from cjsite.reading.tree import Loc, Mark, mark_of


def check_list(tree: object, loc: Loc, source: Source) -> None:
    """Note several things that are written as one text, and would become one."""
    there: Any = tree
    for part in loc:
        is_there = part in there if isinstance(there, dict) else isinstance(there, list) and isinstance(part, int)
        there = there[part] if is_there else None
    if not isinstance(there, str) or mark_of(tree, loc)[0] in source.misread:
        return
    mark = mark_of(tree, loc)
    if several := several_in(there) or _first_line(there, mark, source):
        message, _, mend = several_message(str(loc[-1])).format(first=several[0]).partition("; ")
        source.problem(mark, message, mend)


def _first_line(text: str, mark: Mark, source: Source) -> list[str]:
    """Return the first of the lines of which YAML made one text; none where it was one line."""
    rest = source.lines[mark[0] - 1][mark[1] - 1 :]
    below = source.lines[mark[0] :]
    first = next((line for line in ([] if rest[:1] in (">", "|") else [rest]) + below if line.strip()), "").strip()
    return [first] if first and first != text.strip() and text.startswith(first) else []

"""Comments that authors write into their texts: left out, before anything else reads them."""

from collections.abc import Sequence
from typing import Any

from cjsite.reading.source import Source
from cjsite.reading.tree import Fields, Items, Mark
from cjsite.text.comments import without_comments

_UNCLOSED = "the comment that begins here with `<!--` has no end"
_MEND = "write `-->` where it ends, or put `<!--` between backticks if readers shall see it"


def uncommented(tree: Any, source: Source) -> Any:
    """Return a tree without the comments in its texts; what was nothing but a comment is noted as a problem."""
    return _cleaned(tree, (1, 1), source) if "<!--" in source.text else tree


def _cleaned(value: Any, mark: Mark, source: Source) -> Any:
    if isinstance(value, Fields):
        for key, inner in value.items():
            value[key] = _cleaned(inner, value.values_at[key], source)
    elif isinstance(value, Items):
        for number, inner in enumerate(value):
            value[number] = _cleaned(inner, value.items_at[number], source)
    elif isinstance(value, str) and "<!--" in value:
        text, opened_at = without_comments(value)
        if opened_at is not None:
            source.problem(mark, _UNCLOSED, _MEND)
        elif not text.strip():
            source.problem(
                mark,
                "this text is only a comment, which is not published",
                "write a text, or a comment of YAML: `# …` on a line of its own",
            )
            return ""
        return text
    return value


def uncommented_lines(lines: Sequence[str], first: int, source: Source) -> list[str]:
    """Return the lines of a Markdown file's body without its comments; first: the number of the first line."""
    body = "\n".join(lines)
    text, opened_at = without_comments(body)
    if opened_at is not None:
        line_start = body.rfind("\n", 0, opened_at) + 1
        at = (first + body.count("\n", 0, opened_at), opened_at - line_start + 1)
        source.problem(at, _UNCLOSED, _MEND)
    return text.split("\n")

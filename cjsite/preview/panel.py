"""The problems of a save that could not be published, as HTML: all of them for the author, a word for the room."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from html import escape

from cjsite.base.problem import Problem

_MOST = 50
"""Problems that are listed; more of them have one cause."""
_QUOTED = re.compile("`([^`]+)`")


def panel(problems: Sequence[Problem], *, in_full: bool) -> str:
    """Return the panel, or nothing where all is well; other problems make another id, so it opens again."""
    if not problems:
        return ""
    text = _list(problems) if in_full else "<p>The newest save has a slip. This is the last whole version.</p>"
    # An author's words are in it: what distinguishes two panels must not be readable as markup either.
    name = blake2b(text.encode(), digest_size=6).hexdigest()
    return (
        f'<section class="preview-problems" id="preview-problems-{name}" role="alert" aria-label="Problems">'
        '<button type="button" class="preview-close" data-preview="dismiss" aria-label="Dismiss">×</button>'
        f"{text}</section>"
    )


def _list(problems: Sequence[Problem]) -> str:
    count = len(problems)
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.message, problem.mend), []).append(problem)
    told = list(alike.values())[:_MOST]
    items = "".join(map(_item, told))
    left = count - sum(map(len, told))
    more = f"<p>… and {left} more</p>" if left else ""
    noun = "problem" if count == 1 else "problems"
    return (
        f"<h2>{count} {noun} in the newest save</h2>"
        f'<p class="preview-hint">This is the last whole version.</p><ol>{items}</ol>{more}'
    )


def _item(alike: Sequence[Problem]) -> str:
    """Return the entry of a problem, and of the other places of which the same is said."""
    problem, others = alike[0], alike[1:]
    mend = f'; <strong class="preview-mend">{_words(problem.mend)}</strong>' if problem.mend else "."
    line = f"<pre>{escape(problem.excerpt[:200])}</pre>" if problem.excerpt.strip() else ""
    place = f'<code class="preview-place">{escape(_where(problem))}</code>'
    also = ", ".join(f"<code>{escape(_where(other))}</code>" for other in others[:_MOST])
    rest = f" and {len(others) - _MOST} more" if len(others) > _MOST else ""
    also = f"<p>Also in {also}{rest}</p>" if also else ""
    return f"<li>{place} {_words(problem.message)}{mend}{line}{also}</li>"


def _where(problem: Problem) -> str:
    return "content" if problem.place.path == "." else str(problem.place)


def _words(text: str) -> str:
    """Return what a message says; what it quotes between backticks is code."""
    return _QUOTED.sub(r"<code>\1</code>", escape(text))

"""Articles as plain text for a terminal, at most 80 columns wide where nobody's example is wider."""

import textwrap
from collections.abc import Iterator

from cjsite.authoring.article import Article, relinked
from cjsite.authoring.lookup import article

WIDTH = 80
_EDGE = "  "


def as_terminal_text(own: Article) -> str:
    """Return an article as text, with a line break at its end."""
    paragraphs = [_wrapped(_plain(text), _EDGE) for text in own.text]
    facts = "\n".join(_entries([(name, _plain(text)) for name, text in own.facts]))
    blocks = (_heading(own), *paragraphs, facts, *_specimens(own), *_items(own), _see(own))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _heading(own: Article) -> str:
    return own.name if own.title == f"`{own.name.rpartition('.')[2]}`" else own.title


def _plain(text: str) -> str:
    return relinked(text, lambda words, _: words)


def _wrapped(text: str, indent: str, first: str | None = None) -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=indent if first is None else first, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _entries(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Yield names and what is said of each, in two columns."""
    width = min(max((len(name) for name, _ in rows), default=0), WIDTH // 3)
    for name, text in rows:
        yield _wrapped(text, f"{_EDGE}{'':{width}}  ", f"{_EDGE}{name:{width}}  ").rstrip()


def _specimens(own: Article) -> Iterator[str]:
    for specimen in own.specimens:
        is_file = "." in specimen.file
        yield f"{_EDGE}{'For example, in ' if is_file else ''}{specimen.file}:"
        yield textwrap.indent(specimen.text.rstrip("\n"), _EDGE * 3)
        if specimen.said:
            yield f"{_EDGE}cjsite says:"
            yield "\n".join(_wrapped(line, _EDGE * 4, _EDGE * 3) for line in specimen.said)


def _items(own: Article) -> Iterator[str]:
    """Yield the list of what belongs to an article; what is asked for by its title needs no name beside it."""
    rows = [(item, article(item)) for item in own.items]
    if rows and rows[0][0].startswith("message."):
        yield "\n".join(_wrapped(part.title, _EDGE * 2, _EDGE) for _, part in rows)
    elif rows:
        yield "\n".join(_entries([(name, _plain(part.brief)) for name, part in rows]))


def _see(own: Article) -> str:
    named: dict[str, None] = {}
    for text in (*own.text, *(fact for _, fact in own.facts)):
        relinked(text, lambda words, name: named.setdefault(name) or words)
    others = [name for name in named if name != own.name and name != own.name.partition(".")[0]]
    return _wrapped(f"{_EDGE}See also: cjsite help {', '.join(others)}", _EDGE * 2, "") if others else ""

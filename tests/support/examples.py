"""The examples in a document: blocks of code, and what each of them is.

A block below a line that holds nothing but a path in backticks and a colon is that file; the first of each path
together make the document's site. What else a block is, its info string says after the language. `alone`: the
file is tried without the others. `journey`, `stage`: fields of a journey or a stage of the site. `problems`:
what is said of the block above, which is then no part of the site. `shows`: what the page of the block above
shows, line by line. `left-out`: what an edition of the block above for everyone leaves out, line by line. `files`:
the paths of the site, one a line; pictures among them are supplied. `gives`: expressions, and what each comes to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from cjsite.audit import Audit, audit
from cjsite.build import Builder
from cjsite.model.picture_formats import MEDIA
from cjsite.reporting.report import as_text
from tests.support.files import write
from tests.support.page import TODAY

_BLOCK = re.compile(
    r"(?:^`(?P<path>[\w./-]+)`:\n\n)?^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_DATA = {"yaml", "markdown", "csv", "json", "css", "jinja"}


@dataclass(frozen=True)
class Block:
    """A block of code; line: of the document, from 1. said: the problems that stand below it, None if none do.

    shown: what stands on its page. left_out: what an edition of it for everyone leaves out, None if nobody says so.
    """

    path: str
    language: str
    purpose: str
    body: str
    line: int
    said: str | None = None
    shown: tuple[str, ...] = ()
    left_out: str | None = None

    @property
    def url(self) -> str:
        """Return the address of the page that a journey's block becomes."""
        return (
            f"{PurePosixPath(self.path).with_suffix('')}.html" if self.path else f"journeys/line-{self.line}.html"
        )


@dataclass(frozen=True)
class Trial:
    """Files that are read apart from the others, and what is said of them."""

    line: int
    files: dict[str, bytes]
    said: str


def blocks(text: str) -> list[Block]:
    """Return the blocks of a document, each with what is said of it."""
    found: list[Block] = []
    for match in _BLOCK.finditer(text):
        language, _, purpose = match["info"].strip().partition(" ")
        path = (match["path"] or "").removeprefix("content/")
        block = Block(path, language, purpose, match["body"], text.count("\n", 0, match.start("fence")) + 1)
        if purpose == "problems":
            block = replace(found.pop(), said=block.body)
        elif purpose == "left-out":
            block = replace(found.pop(), left_out=block.body)
        elif purpose == "shows":
            block = replace(found.pop(), shown=tuple(block.body.splitlines()))
        found.append(block)
    return found


def unexplained(text: str) -> list[int]:
    """Return the lines of blocks that hold data and do not say what they are."""
    return [block.line for block in blocks(text) if block.language in _DATA and not block.purpose + block.path]


def listed(text: str) -> list[str]:
    """Return the paths that the document lists as its site's, below `content/`."""
    lines = [line for block in blocks(text) if block.purpose == "files" for line in block.body.splitlines()]
    return [line.split()[0].removeprefix("content/") for line in lines]


def site(text: str) -> dict[str, bytes]:
    """Return the files of the document's site, with a journey for each block of fields."""
    files = own_files(text)
    for block in blocks(text):
        if block.purpose in ("journey", "stage"):
            body = block.body if block.purpose == "journey" else _of_stage(block.body)
            files[f"journeys/line-{block.line}.yml"] = body.encode()
    return files


def own_files(text: str) -> dict[str, bytes]:
    """Return the files of the document's site: those that it shows, and the pictures that it lists."""
    files = {path: b"" for path in listed(text) if PurePosixPath(path).suffix in MEDIA}
    for block in blocks(text):
        if block.path and block.said is None and block.purpose != "alone":
            files.setdefault(block.path, block.body.encode())
    return files


def trials(text: str) -> Iterator[Trial]:
    """Yield what is to be read apart: blocks with problems, beside the site, and those that stand alone."""
    whole = own_files(text)
    for block in blocks(text):
        own = {block.path: block.body.encode()}
        if block.purpose == "alone":
            yield Trial(block.line, own, block.said or "")
        elif block.said is not None:
            yield Trial(block.line, {**whole, **own}, block.said)


def told(root: Path, files: dict[str, bytes]) -> Audit:
    """Write the files into a folder, build the site and return what is said of it."""
    write(root, {path if path.startswith("themes/") else f"content/{path}": data for path, data in files.items()})
    return audit(Builder(root, TODAY), lambda *_: None)


def problems(root: Path, files: dict[str, bytes]) -> str:
    """Return what an author reads of the problems of the files."""
    return as_text(told(root, files).problems, (), "content")


def expressions(text: str) -> list[tuple[str, str]]:
    """Return each expression in the blocks `jinja gives`, and what it comes to, which stands in a comment."""
    lines = [line for block in blocks(text) if block.purpose == "gives" for line in block.body.splitlines()]
    found = [re.fullmatch(r"(.*?) *\{# (.*) #\}", line) for line in lines]
    return [(match[1], match[2]) for match in found if match]


def _of_stage(body: str) -> str:
    return "stages:\n  - " + body.replace("\n", "\n    ")

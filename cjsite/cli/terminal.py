"""What is said to people: plain text, with colours and links laid over it where somebody sits at a terminal."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from rich.text import Text

_PLACE = re.compile(r"(?:^|, first )(?P<place>(?P<path>[^\s:][^:\n]*):\d+:\d+)(?=: )", re.MULTILINE)
_OPEN = re.compile(r"^Open (?P<place>(?P<path>.+))$", re.MULTILINE)
_GRADE = re.compile(r"(?:^ *(?:\d+ )?|:\d+:\d+: )(?P<grade>error|warning|note) +(?P<code>[A-Z]\d+)\b", re.MULTILINE)
_CARET = re.compile(r"^ +\| *(?P<caret>\^)$", re.MULTILINE)
_COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def show(text: str, stream: TextIO) -> None:
    """Print a text, and nothing where it is empty; the same words wherever they go."""
    if not text:
        return
    if not is_coloured(os.environ, stream.isatty()):
        click.echo(text, file=stream)
        return
    from rich.console import Console

    # Links would be rubbish in the log of whoever asks for colours without a terminal.
    shown = painted(text, links=stream.isatty() and not os.environ.get("CI"))
    Console(file=stream, force_terminal=True, highlight=False).print(shown, soft_wrap=True)


def is_coloured(environ: Mapping[str, str], is_terminal: bool) -> bool:
    """Tell whether to colour: at a terminal, unless the usual variables say otherwise; NO_COLOR beats all."""
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    is_plain = environ.get("CLICOLOR") == "0" or environ.get("TERM") == "dumb" or environ.get("CI")
    return is_terminal and not is_plain


def painted(text: str, *, links: bool) -> "Text":
    """Return a text with its places, severities and carets made to stand out, the places leading to their files."""
    from rich.text import Text

    shown = Text(text)
    for pattern in (_PLACE, _OPEN):
        for match in pattern.finditer(text):
            shown.stylize("bold", *match.span("place"))
            path = Path(match["path"])
            if links and path.exists():
                shown.stylize(f"link {path.resolve().as_uri()}", *match.span("place"))
    for match in _GRADE.finditer(text):
        shown.stylize(_COLOURS[match["grade"]], match.start("grade"), match.end("code"))
    for match in _CARET.finditer(text):
        shown.stylize("bold red", *match.span("caret"))
    return shown

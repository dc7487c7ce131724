"""`cjsite new`: something filled to start from."""

import os
import shlex
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import click

from cjsite.cli.options import quiet_option, source_option
from cjsite.cli.outcome import answer, kindly


@click.group()
def new() -> None:
    """Start a site, a journey or a persona from a filled example."""


@new.command()
@click.argument("name")
@quiet_option
@kindly
def site(name: str, quiet: bool) -> None:
    """Start a site in the folder NAME, a new one or one that has no content yet (`.` for this one)."""
    from cjsite.authoring.starters import start_site

    folder = Path(name)
    if not name.strip():
        raise click.UsageError("NAME is empty; write what the site's folder is to be called, or `.` for this one")
    _tell(start_site(folder), folder, quiet)
    if quiet:
        return
    commands = list(_next(folder))
    width = max(len(command) for command, _ in commands)
    answer("\n".join(["Next:", *(f"  {command:<{width}}   # {why}" for command, why in commands)]))


def _next(folder: Path) -> Iterable[tuple[str, str]]:
    """Yield the commands that come next, and what each is for."""
    is_here = folder.resolve() == Path().resolve()
    if not is_here:
        yield f"cd {_quoted(str(folder))}", "where your site is"
    yield "cjsite serve --open", "look at it; every save shows at once"
    if is_here:
        yield 'cjsite new journey "A title"', "write a second map"
    yield "cjsite build", "make the pages to publish, in output/"


def _quoted(path: str) -> str:
    return f'"{path}"' if os.name == "nt" and " " in path else shlex.quote(path) if os.name != "nt" else path


@new.command()
@click.argument("name")
@source_option
@quiet_option
@kindly
def journey(name: str, source: Path, quiet: bool) -> None:
    """Start a journey called NAME."""
    from cjsite.authoring.starters import start

    _tell(start("journey", name, source), source, quiet)


@new.command()
@click.argument("name")
@source_option
@quiet_option
@kindly
def persona(name: str, source: Path, quiet: bool) -> None:
    """Start a persona called NAME."""
    from cjsite.authoring.starters import start

    _tell(start("persona", name, source), source, quiet)


def _tell(written: Iterable[Path], root: Path, quiet: bool) -> None:
    """Say what was written, and let editors know it."""
    from cjsite.authoring.schema import ids_below, write_site_schemas

    for path in () if quiet else written:
        answer(f"wrote {path}")
    # Whoever cannot be helped while writing can write all the same.
    with suppress(OSError):
        write_site_schemas(root, ids_below(root))

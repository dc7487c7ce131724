"""What commands share: which site, which day."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import datetime

    from cjsite.build import Builder
    from cjsite.edition.readers import Readers


def source_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told where the site is."""
    return click.option(
        "--source",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=Path(),
        help="The folder that holds content/ (and perhaps themes/).  [default: this folder]",
    )(command)


def today_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told which day it is."""
    return click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _c, _p, value: value.date() if value else None,
        help="Build as on this day (YYYY-MM-DD).  [default: SOURCE_DATE_EPOCH, else today]",
    )(command)


def readers_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told whom the site is for."""
    options = (
        click.option(
            "--audience",
            "audiences",
            multiple=True,
            metavar="NAME[,NAME…]",
            help="Take in what is for these readers. May be given again.  [default: what is for everyone]",
        ),
        click.option("--archived", is_flag=True, help="Take in archived maps."),
        click.option("--no-drafts", is_flag=True, help="Leave out maps that are drafts."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def readers_of(audiences: tuple[str, ...], archived: bool, no_drafts: bool) -> "Readers":
    """Return whom a site is for."""
    from cjsite.edition.readers import Readers

    names = (name.strip() for several in audiences for name in several.split(","))
    return Readers(frozenset(filter(None, names)), archived, not no_drafts)


def builder_of(source: Path, today: "datetime.date | None", readers: "Readers | None" = None) -> "Builder":
    """Return what builds the site of a folder; readers: whom it is for, None for its authors."""
    from cjsite.base.clock import build_day
    from cjsite.build import Builder

    return Builder(source, today or build_day(), readers=readers)

"""What commands share: which site, which day."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import datetime

    from cjsite.build import Builder


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


def builder_of(source: Path, today: "datetime.date | None") -> "Builder":
    """Return what builds the site of a folder."""
    from cjsite.base.clock import build_day
    from cjsite.build import Builder

    return Builder(source, today or build_day())

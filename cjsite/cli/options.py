"""What commands share: which site, which day."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.cli.site_folder import site_folder

if TYPE_CHECKING:
    import datetime

    from cjsite.build import Builder
    from cjsite.edition.readers import Readers


def source_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told where the site is."""
    return click.option(
        "--source",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        callback=lambda _c, _p, value: value or site_folder(Path()),
        help="The folder that holds content/ (and perhaps themes/).  [default: the nearest from here upwards]",
    )(command)


def today_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told which day it is."""
    return click.option(
        "--today",
        metavar="YYYY-MM-DD",
        callback=_day,
        help="Build as on this day.  [default: SOURCE_DATE_EPOCH, else today]",
    )(command)


def quiet_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told to say no more than it must."""
    text = "Say only problems, and what makes the command fail."
    return click.option("-q", "--quiet", is_flag=True, help=text)(command)


def verbose_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told to say more."""
    return click.option("-v", "--verbose", is_flag=True, help="Say more of what is done and what is seen.")(command)


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> "datetime.date | None":
    from cjsite.base.clock import is_plausible
    from cjsite.base.day_text import day_mend, iso_day

    day = iso_day(text) if text else None
    if day and not is_plausible(day):
        raise click.UsageError(f"--today: '{text}' is no day that a map is about; write one from 1900 to 2199")
    if text and not day:
        raise click.UsageError(f"--today: '{text}' is not a day as it is written here; {day_mend(text)}")
    return day


def port_of(_context: click.Context, _option: click.Parameter, text: str) -> int:
    """Return the number of a port; refuses any other text with what to write."""
    if not (text.isascii() and text.isdecimal() and int(text[:6]) <= 65535):
        raise click.UsageError(f"--port: '{text}' is no port; write a number from 0 to 65535, like 8000")
    return int(text)


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

    return Readers(names_of(audiences), archived, not no_drafts)


def names_of(audiences: tuple[str, ...]) -> frozenset[str]:
    """Return the names of audiences, of which each option may hold several."""
    names = (name.strip() for several in audiences for name in several.split(","))
    return frozenset(filter(None, names))


def builder_of(
    source: Path, today: "datetime.date | None", readers: "Readers | None" = None, base: str = ""
) -> "Builder":
    """Return what builds the site of a folder; readers: whom it is for, None for its authors.

    base: the path to its root on the server that shows it, '' where its address says that.
    """
    from cjsite.base.clock import build_day
    from cjsite.build import Builder

    return Builder(source, today or build_day(), readers=readers, base=base)


def cache_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told where results of earlier builds are kept."""
    never = click.option("--no-cache", is_flag=True, help="Use and keep no results of other builds.")
    return cache_option(never(command))


def cache_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told where results of builds lie."""
    return click.option(
        "--cache",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="CJSITE_CACHE",
        help="Where results are kept for later builds.  [default: CJSITE_CACHE, else your cache folder]",
    )(command)


def cache_of(cache: Path | None, source: Path) -> Path:
    """Return the folder in which the results of a site are kept; cache: that of all sites, None for the user's."""
    from cjsite.base.digest import digest

    return caches(cache) / digest(str(source.resolve())).hex()[:20]


def caches(cache: Path | None) -> Path:
    """Return the folder in which the results of all sites are kept, None for the user's."""
    from platformdirs import user_cache_path

    return cache or user_cache_path("cjsite", appauthor=False)

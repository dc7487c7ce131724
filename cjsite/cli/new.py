"""`cjsite new`: something filled to start from."""

from pathlib import Path

import click

from cjsite.cli.options import source_option
from cjsite.cli.outcome import kindly


@click.group()
def new() -> None:
    """Start a site, a journey or a persona from a filled example."""


def _new(kind: str, name: str, source: Path) -> None:
    from cjsite.authoring.starters import start

    for path in start(kind, name, source):
        click.echo(f"wrote {path}")


@new.command()
@click.argument("name")
@kindly
def site(name: str) -> None:
    """Start a site in a new folder NAME."""
    _new("site", name, Path())


@new.command()
@click.argument("name")
@source_option
@kindly
def journey(name: str, source: Path) -> None:
    """Start a journey called NAME."""
    _new("journey", name, source)


@new.command()
@click.argument("name")
@source_option
@kindly
def persona(name: str, source: Path) -> None:
    """Start a persona called NAME."""
    _new("persona", name, source)

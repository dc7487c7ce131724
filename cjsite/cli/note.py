"""`cjsite note`: a word to a step, from the command line."""

from pathlib import Path

import click

from cjsite.cli.options import source_option
from cjsite.cli.outcome import kindly


@click.command()
@click.argument("text")
@click.option("--at", "address", required=True, metavar="JOURNEY#STEP", help="The step that the note is about.")
@source_option
@kindly
def note(text: str, address: str, source: Path) -> None:
    """Append a note to a step of a map; the rest of its file stays as it is."""
    from cjsite.preview.notes import add_note

    click.echo(f"noted in {add_note(source / 'content', address, text)}")

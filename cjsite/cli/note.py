"""`cjsite note`: a word to a step, from the command line."""

from pathlib import Path

import click

from cjsite.cli.options import quiet_option, source_option
from cjsite.cli.outcome import answer, kindly
from cjsite.cli.values import step_addresses


@click.command()
@click.argument("text")
@click.option(
    "--at",
    "address",
    required=True,
    metavar="JOURNEY#STEP",
    shell_complete=step_addresses,
    help="The step that the note is about.",
)
@source_option
@quiet_option
@kindly
def note(text: str, address: str, source: Path, quiet: bool) -> None:
    """Append a note to a step of a map; the rest of its file stays as it is."""
    from cjsite.preview.notes import add_note

    path = add_note(source / "content", address, text)
    if not quiet:
        answer(f"noted in {path}")

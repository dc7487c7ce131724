"""`cjsite export`: a map for other programs."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.cli.options import quiet_option, readers_of, readers_options, source_option, today_option
from cjsite.cli.outcome import answer, kindly, say
from cjsite.cli.values import export_formats, journey_ids

if TYPE_CHECKING:
    import datetime

    from cjsite.exchange.export_formats import ExportFormat

_STDOUT = "-"


@click.command()
@click.argument("journey", shell_complete=journey_ids)
@click.option(
    "--format",
    "form",
    metavar="NAME",
    default="json",
    show_default=True,
    shell_complete=export_formats,
    help="What to write it as: json, csv, xlsx, mermaid or markdown.",
)
@click.option(
    "-o", "--output", metavar="FILE", help="The file to write; `-` for a pipe.  [default: JOURNEY.FORMAT here]"
)
@source_option
@today_option
@readers_options
@click.option("--author", is_flag=True, help="Take in all that its authors wrote, notes and what is for few.")
@quiet_option
@kindly
def export(
    journey: str,
    form: str,
    output: str | None,
    source: Path,
    today: "datetime.date | None",
    audiences: tuple[str, ...],
    archived: bool,
    no_drafts: bool,
    author: bool,
    quiet: bool,
) -> None:
    """Write the map JOURNEY for another program: what everyone may read of it. Nothing is overwritten."""
    from cjsite.base.clock import build_day
    from cjsite.exchange.exporting import exported_input

    if author and (audiences or archived or no_drafts):
        raise click.UsageError("--author takes in all; leave out for whom else it is")
    writer = _format(form)
    readers = None if author else readers_of(audiences, archived, no_drafts)
    made = writer.write(exported_input(source, journey, today or build_day(), readers))
    if output == _STDOUT:
        sys.stdout.buffer.write(made.data)
    else:
        target = Path(output or f"{journey}.{writer.suffix}")
        _write(target, made.data)
        answer("" if quiet else f"wrote {target}")
    if made.left_out and not quiet:
        say(_wrapped(f"Not in it: {', '.join(made.left_out)}"))


def _wrapped(text: str) -> str:
    from textwrap import fill

    return fill(text, 100, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _format(name: str) -> "ExportFormat":
    from cjsite.exchange.export_formats import EXPORT_FORMATS, export_format_named
    from cjsite.reading.hints import meant

    wanted = export_format_named(name)
    if wanted is None:
        names = [own.name for own in EXPORT_FORMATS]
        raise click.UsageError(f"--format: there is no format '{name}' to export; {meant(name, names, most=None)}")
    return wanted


def _write(target: Path, data: bytes) -> None:
    """Write a file that is not there. Raises Refusal where it is."""
    from cjsite.base.problem import Refusal

    try:
        with target.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise Refusal(f"{target} is there already; move it away, or name another with -o") from None

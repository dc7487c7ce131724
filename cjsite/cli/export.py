"""`cjsite export`: a map for other programs, for slides, or for paper."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.cli.options import quiet_option, readers_of, readers_options, source_option, today_option
from cjsite.cli.outcome import answer, kindly, say
from cjsite.cli.values import export_formats, journey_ids, papers

if TYPE_CHECKING:
    import datetime

    from cjsite.edition.readers import Readers
    from cjsite.exchange.export_formats import Export, ExportFormat

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
    help="What to write it as: json, csv, xlsx, mermaid, markdown, pdf, pptx, svg or png.",
)
@click.option(
    "--paper",
    metavar="SIZE",
    shell_complete=papers,
    help="What a pdf is for: A4, A3, A2, A1, A0 or 16:9.  [default: A3]",
)
@click.option(
    "--browser",
    metavar="FILE",
    envvar="CJSITE_BROWSER",
    help="The Chromium, Chrome or Edge for a pdf or png.  [default: CJSITE_BROWSER, else one that is installed]",
)
@click.option(
    "--width",
    metavar="DOTS",
    type=click.IntRange(100, 12_000),
    help="How wide a png is.  [default: twice as wide as the svg]",
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
    paper: str | None,
    browser: str | None,
    width: int | None,
    output: str | None,
    source: Path,
    today: "datetime.date | None",
    audiences: tuple[str, ...],
    archived: bool,
    no_drafts: bool,
    author: bool,
    quiet: bool,
) -> None:
    """Write the map JOURNEY for programs, slides or paper: what everyone may read. Nothing is overwritten."""
    from cjsite.base.clock import build_day
    from cjsite.exchange.export_formats import PDF, PNG, PPTX, SVG

    if author and (audiences or archived or no_drafts):
        raise click.UsageError("--author takes in all; leave out for whom else it is")
    readers = None if author else readers_of(audiences, archived, no_drafts)
    day = today or build_day()
    if paper is not None and form != PDF:
        raise click.UsageError("--paper is for --format pdf; name that as well")
    if width is not None and form != PNG:
        raise click.UsageError("--width is for --format png; name that as well")
    if form == PDF:
        target = _free(output, f"{journey}.{PDF}")
        made = _printed(source, journey, day, readers, _paper(paper), browser)
    elif form == PPTX:
        target = _free(output, f"{journey}.{PPTX}")
        made = _deck(source, journey, day, readers)
    elif form in (SVG, PNG):
        target = _free(output, f"{journey}.{form}")
        made = _drawn(source, journey, day, readers, form, width, browser)
    else:
        writer = _format(form)
        target = _free(output, f"{journey}.{writer.suffix}")
        made = _written(writer, source, journey, day, readers)
    if output == _STDOUT:
        sys.stdout.buffer.write(made.data)
    else:
        _write(Path(target), made.data)
        answer("" if quiet else f"wrote {target}")
    if made.left_out and not quiet:
        say(_wrapped(f"Not in it: {', '.join(made.left_out)}"))


def _written(
    writer: "ExportFormat", source: Path, journey: str, day: "datetime.date", readers: "Readers | None"
) -> "Export":
    from cjsite.exchange.exporting import exported_input

    return writer.write(exported_input(source, journey, day, readers))


def _printed(
    source: Path, journey: str, day: "datetime.date", readers: "Readers | None", paper: str, browser: str | None
) -> "Export":
    """Print a map. The browser is looked for first: nobody waits for a site that cannot be printed then."""
    from cjsite.build import Builder
    from cjsite.exchange.export_formats import Export
    from cjsite.exchange.exporting import refuse_unless_there
    from cjsite.poster.browsers import browser_program
    from cjsite.poster.poster import poster

    program = browser_program(browser)
    site = Builder(source, day, readers=readers).site()
    refuse_unless_there(journey, site.content, site.whole)
    return Export(poster(site, journey, paper, program))


def _deck(source: Path, journey: str, day: "datetime.date", readers: "Readers | None") -> "Export":
    """Make the slides of a map."""
    from cjsite.build import Builder
    from cjsite.exchange.export_formats import Export
    from cjsite.exchange.exporting import refuse_unless_there
    from cjsite.poster.deck import left_out, site_deck

    site = Builder(source, day, readers=readers).site()
    refuse_unless_there(journey, site.content, site.whole)
    return Export(site_deck(site, journey, day), left_out(site.content.journeys[journey]))


def _drawn(
    source: Path,
    journey: str,
    day: "datetime.date",
    readers: "Readers | None",
    form: str,
    width: int | None,
    browser: str | None,
) -> "Export":
    """Take the picture of a map from the site, and have it drawn where it is wanted in dots."""
    from cjsite.build import Builder
    from cjsite.exchange.export_formats import PNG, Export
    from cjsite.exchange.exporting import refuse_unless_there
    from cjsite.poster.browsers import browser_program
    from cjsite.poster.png import png
    from cjsite.summaries.urls import journey_picture_path

    program = browser_program(browser) if form == PNG else ""
    site = Builder(source, day, readers=readers).site()
    refuse_unless_there(journey, site.content, site.whole)
    picture = site[journey_picture_path(journey)]
    return Export(png(picture, width, program) if program else picture)


def _paper(name: str | None) -> str:
    from cjsite.poster.papers import PAPERS, USUAL_PAPER, paper_named
    from cjsite.reading.hints import meant

    wanted = paper_named(name) if name else USUAL_PAPER
    if wanted is None:
        raise click.UsageError(f"--paper: there is no paper '{name}'; {meant(name or '', PAPERS, most=None)}")
    return wanted


def _wrapped(text: str) -> str:
    from textwrap import fill

    return fill(text, 100, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _format(name: str) -> "ExportFormat":
    from cjsite.exchange.export_formats import EXPORT_NAMES, export_format_named
    from cjsite.reading.hints import meant

    wanted = export_format_named(name)
    if wanted is None:
        said = meant(name, EXPORT_NAMES, most=None)
        raise click.UsageError(f"--format: there is no format '{name}' to export; {said}")
    return wanted


def _free(output: str | None, usual: str) -> str:
    """Return where to write; raises Refusal where something is, or no folder, before it is made in vain."""
    from cjsite.base.problem import Refusal

    target = Path(output or usual)
    if output != _STDOUT and target.exists():
        raise _taken(target)
    if output and not target.parent.is_dir():
        raise Refusal(f"there is no folder {target.parent} for {target.name}; make it, or name another with -o")
    return str(target)


def _taken(target: Path) -> Exception:
    from cjsite.base.problem import Refusal

    return Refusal(f"{target} is there already; move it away, or name another with -o")


def _write(target: Path, data: bytes) -> None:
    """Write a file that is not there. Raises Refusal where it is."""
    try:
        with target.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise _taken(target) from None

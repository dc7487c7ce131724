"""`cjsite build`: the site into a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.base.problem import count
from cjsite.cli.options import builder_of, readers_of, readers_options, source_option, today_option
from cjsite.cli.outcome import kindly

if TYPE_CHECKING:
    import datetime


@click.command()
@source_option
@click.option("--output", type=click.Path(path_type=Path), help="Where to build.  [default: SOURCE/output]")
@today_option
@readers_options
@click.option("--force", is_flag=True, help="Build even into a folder that holds files of others (they stay).")
@kindly
def build(
    source: Path,
    output: Path | None,
    today: "datetime.date | None",
    audiences: tuple[str, ...],
    archived: bool,
    no_drafts: bool,
    force: bool,
) -> None:
    """Build the site into a folder: what everyone may read, and what it leaves out is told."""
    from cjsite.publish.output import publish
    from cjsite.reporting.progress import watched

    target = output or source / "output"
    builder = builder_of(source, today, readers_of(audiences, archived, no_drafts))
    site = builder.site()
    done = publish(watched(site), target, (source / "content", source / "themes"), force=force)
    click.echo(
        f"{count(len(site.pages), 'page')} in {target}: {done.written} files written, {done.removed} removed"
    )
    for line in site.edition.left_out.lines():
        click.echo(f"Left out: {line}")
    click.echo(f"Open {(target / 'index.html').resolve()}")

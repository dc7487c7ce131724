"""`cjsite build`: the site into a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.base.problem import count
from cjsite.cli.options import builder_of, source_option, today_option
from cjsite.cli.outcome import kindly

if TYPE_CHECKING:
    import datetime


@click.command()
@source_option
@click.option("--output", type=click.Path(path_type=Path), help="Where to build.  [default: SOURCE/output]")
@today_option
@click.option("--force", is_flag=True, help="Build even into a folder that holds files of others (they stay).")
@kindly
def build(source: Path, output: Path | None, today: "datetime.date | None", force: bool) -> None:
    """Build the site into a folder."""
    from cjsite.publish.output import publish
    from cjsite.reporting.progress import watched

    target = output or source / "output"
    builder = builder_of(source, today)
    site = builder.site()
    done = publish(watched(site), target, (source / "content", source / "themes"), force=force)
    click.echo(
        f"{count(len(site.pages), 'page')} in {target}: {done.written} files written, {done.removed} removed"
    )
    click.echo(f"Open {(target / 'index.html').resolve()}")

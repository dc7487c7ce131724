"""`cjsite serve`: the live preview."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.cli.options import (
    builder_of,
    port_of,
    quiet_option,
    readers_of,
    readers_options,
    source_option,
    today_option,
)
from cjsite.cli.outcome import kindly, say

if TYPE_CHECKING:
    import datetime


@click.command()
@source_option
@today_option
@readers_options
@click.option(
    "--port", metavar="NUMBER", callback=port_of, default="8000", show_default=True, help="Where to serve."
)
@click.option("--lan", is_flag=True, help="Let others in this network look on; they cannot write.")
@click.option(
    "--allow-host",
    "allow",
    multiple=True,
    metavar="NAME",
    help="Answer to this name too, in a container or a code space (.NAME: to all below it). May be given again.",
)
@click.option("--open", "open_", is_flag=True, help="Open the browser.")
@click.option("--edit", is_flag=True, help="Let points of the line be dragged, on this machine only.")
@quiet_option
@kindly
def serve(
    source: Path,
    today: "datetime.date | None",
    audiences: tuple[str, ...],
    archived: bool,
    no_drafts: bool,
    port: int,
    lan: bool,
    allow: tuple[str, ...],
    open_: bool,
    edit: bool,
    quiet: bool,
) -> None:
    """Serve the site on this machine; build again and refresh browsers on every save.

    Authors see all that they wrote. With --lan or --allow-host, or where it is said whom the site is for, everybody
    sees what those may read, and notes are only listed in the bar of the preview on this machine.
    """
    from cjsite.preview.server import Options
    from cjsite.preview.server import serve as run

    is_for_authors = not (lan or allow or audiences or archived or no_drafts)
    readers = None if is_for_authors else readers_of(audiences, archived, no_drafts)
    options = Options(port=port, lan=lan, open=open_, edit=edit, allow=allow, quiet=quiet)
    run(builder_of(source, today, readers, base="/"), options, say)

"""`cjsite build`: the site into a folder."""

import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.base.problem import count
from cjsite.cli.options import (
    builder_of,
    cache_of,
    cache_options,
    quiet_option,
    readers_of,
    readers_options,
    source_option,
    today_option,
    verbose_option,
)
from cjsite.cli.outcome import answer, kindly, say
from cjsite.cli.site_folder import content_from_here

if TYPE_CHECKING:
    import datetime

    from cjsite.build import Site

_USEFUL = 3
"""How many rules are named, with the place to begin at, of those that find something."""


@click.command()
@source_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to build.  [default: SOURCE/output]")
@today_option
@readers_options
@cache_options
@click.option("--check-output", is_flag=True, help="Read what lies in the folder, in place of trusting its times.")
@click.option("--jobs", type=click.IntRange(1, 512), help="How many processes work.  [default: one a processor]")
@click.option("--force", is_flag=True, help="Build even into a folder that holds files of others (they stay).")
@quiet_option
@verbose_option
@kindly
def build(
    source: Path,
    output: Path | None,
    today: "datetime.date | None",
    audiences: tuple[str, ...],
    archived: bool,
    no_drafts: bool,
    cache: Path | None,
    no_cache: bool,
    check_output: bool,
    jobs: int | None,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site into a folder: what everyone may read; tell what it leaves out, and what to mend first."""
    from cjsite.audit import notices_of
    from cjsite.base.store import Store
    from cjsite.publish.output import Publication
    from cjsite.reporting.report import as_text
    from cjsite.tasks.kept import Kept
    from cjsite.tasks.pool import Workers
    from cjsite.tasks.site_journeys import JourneyMaker

    began = time.monotonic()
    target = output or source / "output"
    store = nullcontext() if no_cache else Store(cache_of(cache, source))
    with store as kept, Workers(jobs) as workers:
        maker = JourneyMaker(workers, Kept(kept))
        builder = builder_of(source, today, readers_of(audiences, archived, no_drafts), maker)
        site = builder.site()
        with Publication(
            target, (source / "content", source / "themes"), force=force, check=check_output
        ) as publication:
            for file in site.streamed(publication.is_there):
                if not publication.is_there(file.path, file.mark):
                    publication.add(file.path, file.data(), file.mark)
            done = publication.finish()
    if verbose:
        say(f"The site in {source.resolve()}, as on {builder.today:%Y-%m-%d}")
    if quiet:
        return
    counts = f"{done.written} files written, {done.removed} removed"
    if verbose:
        counts += f", {done.unchanged} as they were, in {time.monotonic() - began:.1f} s"
    answer(f"{count(len(site.pages), 'page')} in {target}: {counts}")
    for line in site.edition.left_out.lines():
        answer(f"Left out: {line}")
    answer(f"Open {(target / 'index.html').resolve()}")
    say(as_text(notices_of(site), (), content_from_here(source)))
    answer(_overview(site, content_from_here(source), most=_USEFUL if not verbose else None))


def _overview(site: "Site", content: str, most: int | None) -> str:
    """Return how many findings there are, and the most useful to begin with; None: all of them."""
    from cjsite.audit import Audit, findings_of
    from cjsite.reporting.overview import most_useful

    findings = findings_of(site)
    useful = most_useful(findings, content, most, few=0)
    more = "`cjsite check` names every one, and what to do." if useful else ""
    return "\n".join(filter(None, (Audit((), findings).summary, useful, more)))

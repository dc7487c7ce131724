"""`cjsite build`: the site into a folder."""

import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.base.problem import count
from cjsite.cli.options import (
    cache_of,
    cache_options,
    names_of,
    quiet_option,
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
    from cjsite.publish.build_site import Built
    from cjsite.publish.last_build import LastBuild, Said
    from cjsite.publish.order import BuildOrder

_USEFUL = 3
"""How many rules are named, with the place to begin at, of those that find something."""


def _address(_context: click.Context, _option: click.Parameter, text: str | None) -> str:
    if not text:
        return ""
    from pydantic_core import PydanticCustomError

    from cjsite.model.web_address import site_address

    try:
        return site_address(text)
    except PydanticCustomError as error:
        raise click.UsageError(f"--address: {error.message()}") from None


@click.command()
@source_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to build.  [default: SOURCE/output]")
@today_option
@readers_options
@click.option("--address", metavar="URL", callback=_address, help="Where it will stand.  [default: as in site.yml]")
@cache_options
@click.option("--check-output", is_flag=True, help="Read what lies in the folder, in place of trusting its times.")
@click.option("--jobs", type=click.IntRange(1, 512), help="How many processes work.  [default: one a processor]")
@click.option("--executor", metavar="dask://HOST:PORT", help="Let the workers of a Dask cluster make the maps.")
@click.option("--timings", is_flag=True, help="Say where the time went, and which pages took longest.")
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
    address: str,
    cache: Path | None,
    no_cache: bool,
    check_output: bool,
    jobs: int | None,
    executor: str | None,
    timings: bool,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site into a folder: what everyone may read; tell what it leaves out, and what to mend first."""
    from cjsite.base.clock import build_day
    from cjsite.base.stopwatch import Stopwatch, stage
    from cjsite.publish.last_build import LastBuild
    from cjsite.publish.order import BuildOrder

    began, stopwatch = time.monotonic(), Stopwatch()
    order = BuildOrder(
        source,
        output or source / "output",
        today or build_day(),
        names_of(audiences),
        archived,
        not no_drafts,
        store=None if no_cache else cache_of(cache, source),
        jobs=jobs,
        force=force,
        check=check_output,
        address=address,
    )
    with stopwatch.running(), stage("looking for changes"):
        last = LastBuild(order, (quiet, verbose, content_from_here(source)))
        said = last.said()
        if said is None:
            said, counts = _built(order, executor, last, quiet, verbose)
        else:
            counts = "0 files written, 0 removed" + f", {said.files} as they were" * verbose
    if timings:
        from cjsite.reporting.timings import as_timings

        say(as_timings(stopwatch.stages, stopwatch.seconds))
    if quiet:
        return
    if verbose:
        say(f"The site in {source.resolve()}, as on {order.today:%Y-%m-%d}")
        counts += f", in {time.monotonic() - began:.1f} s"
    answer(f"{count(said.pages, 'page')} in {order.output}: {counts}")
    for line in said.left_out:
        answer(line)
    answer(f"Open {(order.output / 'index.html').resolve()}")
    say(said.notices)
    answer(said.overview)


def _built(
    order: "BuildOrder", executor: str | None, last: "LastBuild", quiet: bool, verbose: bool
) -> "tuple[Said, str]":
    """Build the site; return what there is to tell of it, and what was done."""
    from cjsite.base.garbage import no_collection
    from cjsite.base.stopwatch import stage
    from cjsite.base.stores import remove_unused

    # Classes and functions stay: to look for some to let go takes a tenth of loading them.
    with stage("loading programs"), no_collection():
        from cjsite.audit import notices_of
        from cjsite.publish.last_build import Said
        from cjsite.reporting.report import as_text

    inputs = last.inputs()
    built = _made(order, executor, quiet)
    for line in built.ignored:
        say(line)
    site, done, content = built.site, built.done, content_from_here(order.source)
    said = Said(len(site.pages), done.written + done.unchanged, [], "", "")
    if not quiet:
        with stage("judging"):
            left_out = [f"Left out: {line}" for line in site.edition.left_out.lines()]
            notices = as_text(notices_of(site), (), content)
            overview = _overview(site, content, most=None if verbose else _USEFUL)
        said = Said(said.pages, said.files, left_out, notices, overview)
    last.keep(inputs, said, site.whole.history.state)
    if order.store:
        remove_unused(order.store.parent)
    counts = f"{done.written} files written, {done.removed} removed"
    return said, counts + f", {done.unchanged} as they were" * verbose


def _made(order: "BuildOrder", executor: str | None, quiet: bool) -> "Built":
    """Build the site, by the workers of a cluster if one is named."""
    from cjsite.base.frozen import replace
    from cjsite.publish.build_site import build_site
    from cjsite.reporting.progress import ProgressBar

    with ExitStack() as stack:
        if executor:
            from cjsite.tasks.cluster import cluster

            workers = stack.enter_context(cluster(executor))
            order = replace(order, executor=workers.executor, jobs=order.jobs or workers.at_once)
        return build_site(order, stack.enter_context(ProgressBar(is_wanted=not quiet)))


def _overview(site: "Site", content: str, most: int | None) -> str:
    """Return how many findings there are, and the most useful to begin with; None: all of them."""
    from cjsite.audit import Audit, findings_of
    from cjsite.reporting.overview import most_useful

    findings = findings_of(site)
    useful = most_useful(findings, content, most, few=0)
    more = "`cjsite check` names every one, and what to do." if useful else ""
    return "\n".join(filter(None, (Audit((), findings).summary, useful, more)))

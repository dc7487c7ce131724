"""`cjsite check`: what is wrong and what is worth a look, without writing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.cli.options import builder_of, quiet_option, source_option, today_option, verbose_option
from cjsite.cli.outcome import answer, kindly, say
from cjsite.cli.site_folder import content_from_here
from cjsite.cli.values import finding_codes

if TYPE_CHECKING:
    import datetime


@click.command()
@source_option
@today_option
@click.option("--strict", is_flag=True, help="Exit with 1 on any finding: the same as --fail-on note.")
@click.option(
    "--fail-on",
    multiple=True,
    metavar="CODE|SEVERITY",
    shell_complete=finding_codes,
    help="Exit with 1 on findings of this code (like E101), or this severity or worse. May be given again.",
)
@click.option(
    "--summary", is_flag=True, help="Count the findings by their codes, the most useful to mend first; text only."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", show_default=True
)
@quiet_option
@verbose_option
@kindly
def check(
    source: Path,
    today: "datetime.date | None",
    strict: bool,
    fail_on: tuple[str, ...],
    summary: bool,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build without writing; report every problem and finding.

    Findings that the content lets stand (`waive:`) are listed with their reasons and never fail. Of more than
    five findings, the five rules to begin with come last: the worse ones first, then those that find most.
    """
    from cjsite.analysis.rules import CODES
    from cjsite.audit import audit
    from cjsite.reporting.fail_on import check_names, failing
    from cjsite.reporting.overview import as_summary, most_useful, reasons
    from cjsite.reporting.progress import ProgressBar
    from cjsite.reporting.report import FORMATS, as_text

    check_names(fail_on, CODES)
    if summary and form != "text":
        raise click.UsageError("--summary is for people: leave --format out")
    wanted = (*fail_on, "note") if strict else fail_on
    with ProgressBar(is_wanted=not quiet) as progress:
        seen = audit(builder_of(source, today), progress)
    listed = [f for f in seen.findings if failing((f,), wanted)] if quiet else seen.findings
    content = content_from_here(source)
    report = (as_summary if summary else FORMATS[form])(seen.problems, listed, content)
    if form != "text":
        answer(report)
    else:
        begin = "" if summary or quiet else most_useful(listed, content)
        notices = "" if quiet else as_text(seen.notices, (), content)
        parts = (report, notices, reasons(listed) if verbose else "", begin, "" if quiet else seen.summary)
        say("\n".join(filter(None, parts)))
    sys.exit(1 if seen.problems or failing(seen.findings, wanted) else 0)

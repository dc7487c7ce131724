"""`cjsite check`: what is wrong and what is worth a look, without writing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.cli.options import builder_of, source_option, today_option
from cjsite.cli.outcome import kindly, say

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
    help="Exit with 1 on findings of this code (like E101), or this severity or worse. May be given again.",
)
@click.option(
    "--summary", is_flag=True, help="Count the findings by their codes, the most useful to mend first; text only."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", show_default=True
)
@kindly
def check(
    source: Path, today: "datetime.date | None", strict: bool, fail_on: tuple[str, ...], summary: bool, form: str
) -> None:
    """Build without writing; report every problem and finding.

    Findings that the content lets stand (`waive:`) are listed with their reasons and never fail. Of more than
    five findings, the five rules to begin with come last: the worse ones first, then those that find most.
    """
    from cjsite.analysis.rules import CODES
    from cjsite.audit import audit
    from cjsite.reporting.overview import as_summary, most_useful
    from cjsite.reporting.progress import watched
    from cjsite.reporting.report import FORMATS, SEVERITIES, failing

    for name in fail_on:
        if name not in (*SEVERITIES, *CODES):
            raise click.UsageError(f"'{name}' is neither a finding's code nor one of {', '.join(SEVERITIES)}")
    if summary and form != "text":
        raise click.UsageError("--summary is for people: leave --format out")
    told = audit(builder_of(source, today), watched)
    report = (as_summary if summary else FORMATS[form])(told.problems, told.findings, "content")
    if report:
        click.echo(report, err=form == "text")
    if form == "text":
        begin = "" if summary else most_useful(told.findings, "content")
        say("\n".join(filter(None, (begin, told.summary))))
    wanted = (*fail_on, "note") if strict else fail_on
    sys.exit(1 if told.problems or failing(told.findings, wanted) else 0)

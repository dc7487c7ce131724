"""The command line: each command parses, calls one function below, prints, and chooses the exit code.

Exit codes: 0 all is well; 1 problems in the content (or findings, with --strict); 2 the command was called wrongly;
3 cjsite itself failed.
Everything but click is imported where it is needed, so that `--help` answers at once.
"""

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cjsite import __version__
from cjsite.base.problem import count

if TYPE_CHECKING:
    import datetime

    from cjsite.build import Builder


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cjsite")
def main() -> None:
    """Publish customer journey maps, written as YAML and Markdown, as a site.

    Exit codes: 0 all is well, 1 problems in the content, 2 the command was called wrongly, 3 cjsite itself failed.
    """
    for stream in (sys.stdout, sys.stderr):
        # A journey's words may not exist in an old console's code page; better a '?' than a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _source(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--source",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=Path(),
        help="The folder that holds content/ (and perhaps themes/).  [default: this folder]",
    )(command)


def _today(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _c, _p, value: value.date() if value else None,
        help="Build as on this day (YYYY-MM-DD).  [default: SOURCE_DATE_EPOCH, else today]",
    )(command)


def _kindly(command: Callable[..., None]) -> Callable[..., None]:
    """Turn what can go wrong with files into a sentence."""

    @wraps(command)
    def kind(*args: Any, **kwargs: Any) -> None:
        from cjsite.base.problem import Broken, Refusal
        from cjsite.reporting.report import as_text

        try:
            command(*args, **kwargs)
        except Broken as error:
            _say(as_text(error.problems, (), "content"))
            _say(count(len(error.problems), "problem"))
            sys.exit(1)
        except Refusal as error:
            raise click.UsageError(str(error)) from None
        except OSError as error:
            _say(f"{error.filename or 'a file'}: {error.strerror or error}")
            sys.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if "CJSITE_DEBUG" in os.environ:
                raise
            _say(f"cjsite itself failed ({type(error).__name__}: {error}); set CJSITE_DEBUG=1 to see where")
            sys.exit(3)

    return kind


def _say(text: str) -> None:
    click.echo(text, err=True)


def _builder(source: Path, today: "datetime.date | None") -> "Builder":
    from cjsite.base.clock import build_day
    from cjsite.build import Builder

    return Builder(source, today or build_day())


@main.command()
@_source
@click.option("--output", type=click.Path(path_type=Path), help="Where to build.  [default: SOURCE/output]")
@_today
@click.option("--force", is_flag=True, help="Build even into a folder that holds files of others (they stay).")
@_kindly
def build(source: Path, output: Path | None, today: "datetime.date | None", force: bool) -> None:
    """Build the site into a folder."""
    from cjsite.publish.output import publish
    from cjsite.reporting.progress import watched

    target = output or source / "output"
    builder = _builder(source, today)
    site = builder.site()
    done = publish(watched(site), target, (source / "content", source / "themes"), force=force)
    click.echo(
        f"{count(len(site.pages), 'page')} in {target}: {done.written} files written, {done.removed} removed"
    )
    click.echo(f"Open {(target / 'index.html').resolve()}")


@main.command()
@_source
@_today
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
@_kindly
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
    told = audit(_builder(source, today), watched)
    report = (as_summary if summary else FORMATS[form])(told.problems, told.findings, "content")
    if report:
        click.echo(report, err=form == "text")
    if form == "text":
        begin = "" if summary else most_useful(told.findings, "content")
        _say("\n".join(filter(None, (begin, told.summary))))
    wanted = (*fail_on, "note") if strict else fail_on
    sys.exit(1 if told.problems or failing(told.findings, wanted) else 0)


@main.group()
def new() -> None:
    """Start a site, a journey or a persona from a filled example."""


def _new(kind: str, name: str, source: Path) -> None:
    from cjsite.authoring.starters import start

    for path in start(kind, name, source):
        click.echo(f"wrote {path}")


@new.command()
@click.argument("name")
@_kindly
def site(name: str) -> None:
    """Start a site in a new folder NAME."""
    _new("site", name, Path())


@new.command()
@click.argument("name")
@_source
@_kindly
def journey(name: str, source: Path) -> None:
    """Start a journey called NAME."""
    _new("journey", name, source)


@new.command()
@click.argument("name")
@_source
@_kindly
def persona(name: str, source: Path) -> None:
    """Start a persona called NAME."""
    _new("persona", name, source)


@main.command()
@click.argument("kind", required=False)
@click.option(
    "--write", type=click.Path(path_type=Path), metavar="DIR", help="Write every schema into this folder."
)
@_kindly
def schema(kind: str | None, write: Path | None) -> None:
    """Print the JSON Schema of a KIND of file (journey by default), for completion in editors."""
    from cjsite.authoring.schema import schema_text, schemas, write_schemas

    if write:
        for path in write_schemas(write):
            click.echo(f"wrote {path}")
        return
    names = schemas()
    if (kind or "journey") not in names:
        raise click.UsageError(f"there is no schema '{kind}'; there is {', '.join(names)}")
    click.echo(schema_text(kind or "journey"), nl=False)


@main.command()
@_source
@_today
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to serve.")
@click.option("--lan", is_flag=True, help="Let others in this network look on; they cannot write.")
@click.option("--open", "open_", is_flag=True, help="Open the browser.")
@click.option("--edit", is_flag=True, help="Let points of the line be dragged, on this machine only.")
@_kindly
def serve(source: Path, today: "datetime.date | None", port: int, lan: bool, open_: bool, edit: bool) -> None:
    """Serve the site on this machine; build again and refresh browsers on every save."""
    from cjsite.preview.server import Options
    from cjsite.preview.server import serve as run

    run(_builder(source, today), Options(port=port, lan=lan, open=open_, edit=edit), _say)


@main.command()
@click.argument("text")
@click.option("--at", "address", required=True, metavar="JOURNEY#STEP", help="The step that the note is about.")
@_source
@_kindly
def note(text: str, address: str, source: Path) -> None:
    """Append a note to a step of a map; the rest of its file stays as it is."""
    from cjsite.preview.notes import add_note

    click.echo(f"noted in {add_note(source / 'content', address, text)}")

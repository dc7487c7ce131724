"""`cjsite import`: maps from files of other programs."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjsite.cli.options import quiet_option
from cjsite.cli.outcome import answer, kindly, say
from cjsite.cli.site_folder import site_folder
from cjsite.cli.values import import_formats

if TYPE_CHECKING:
    from cjsite.exchange.formats import ImportFormat
    from cjsite.exchange.import_run import ImportRun
    from cjsite.exchange.imported import ImportOptions

_NUMBER = r"[-+−]?\d+(?:[.,]\d+)?"
_SCALE = re.compile(rf"\s*({_NUMBER})\s*(?:\.\.+|…|–|\bto\b)\s*({_NUMBER})\s*")


@click.command("import")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    help="The content folder to write into.  [default: the nearest site's, else content/ here]",
)
@click.option(
    "--format",
    "form",
    metavar="NAME",
    shell_complete=import_formats,
    help="What the files are.  [default: what is in them]",
)
@click.option("--scale", metavar="LOW..HIGH", help="What numbers for feelings stand on, like 1..5 or -2..2.")
@click.option(
    "--orientation",
    type=click.Choice(["rows", "columns"]),
    help="Whether a table's steps are its rows or its columns.  [default: where its lanes are named]",
)
@click.option(
    "--lane",
    "lanes",
    multiple=True,
    metavar="NAME=FIELD",
    help="Take what is called so in a file for a field, like 'To-do=actions'. May be given again.",
)
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@quiet_option
@kindly
def import_(
    files: tuple[str, ...],
    to: Path | None,
    form: str | None,
    scale: str | None,
    orientation: str | None,
    lanes: tuple[str, ...],
    dry_run: bool,
    quiet: bool,
) -> None:
    """Make journey maps of tables, diagrams and documents: FILE… of other programs (`-`: what comes in by a pipe).

    Nothing is overwritten, and no word of a file is lost: one that cannot be taken in whole is refused, and it is
    said why; the others are written. Exit code 1 if any was refused.
    """
    from cjsite.base.folder import from_here
    from cjsite.base.problem import Broken, count
    from cjsite.exchange.import_report import import_report, refusals
    from cjsite.exchange.import_run import STDIN, import_run
    from cjsite.exchange.writing import write_files
    from cjsite.reporting.report import as_text

    folder = to or site_folder(Path()) / "content"
    if (folder / "content").is_dir():
        raise click.UsageError(f"--to: {folder} is a site; its content is {folder / 'content'}")
    is_new = not folder.is_dir()
    given = sys.stdin.buffer.read() if STDIN in files else b""
    options, wanted = _options(scale, orientation, lanes), _format(form)
    try:
        run = import_run(files, folder, options, wanted, given)
    except Broken as error:
        say(as_text(error.problems, (), from_here(folder)))
        say(f"{count(len(error.problems), 'problem')} in the content; mend them first, then import")
        sys.exit(1)
    if dry_run:
        answer(_all_texts(run, from_here(folder)))
    else:
        write_files(folder, run.files)
        if run.taken and folder.name == "content":
            _help_editors(folder.parent)
    say(refusals(run))
    if run.taken and not quiet:
        # Of a dry run, the answer is what would be written.
        tell = say if dry_run else answer
        tell(import_report(run, from_here(folder)))
    if run.taken and not quiet and not dry_run:
        is_doubted = any(own.source.doubts for source in run.taken for own in source.maps)
        answer(_next(folder, is_new, is_doubted=is_doubted))
    sys.exit(1 if run.refused else 0)


def _options(scale: str | None, orientation: str | None, lanes: tuple[str, ...]) -> "ImportOptions":
    from cjsite.exchange.imported import ImportOptions

    return ImportOptions(_ends(scale), orientation or "", tuple(map(_lane, lanes)))


def _ends(text: str | None) -> tuple[float, float] | None:
    if not text:
        return None
    ends = _SCALE.fullmatch(text)
    low, high = (_number(ends[1]), _number(ends[2])) if ends else (0.0, 0.0)
    if low >= high:
        raise click.UsageError(f"--scale: '{text}' is no scale; write the worst and the best number, like 1..5")
    return low, high


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))


def _lane(text: str) -> tuple[str, str]:
    from cjsite.exchange.table_fields import TARGETS
    from cjsite.reading.hints import meant

    name, sign, field = (part.strip() for part in text.rpartition("="))
    if not name or not sign:
        raise click.UsageError(f"--lane: '{text}' names no field; write it like 'To-do=actions'")
    there = {"stage", "step", *TARGETS}
    if field not in there:
        raise click.UsageError(f"--lane: there is no field '{field}'; {meant(field, there)}")
    return name, field


def _format(name: str | None) -> "ImportFormat | None":
    from cjsite.exchange.formats import FORMATS, format_named
    from cjsite.reading.hints import meant

    wanted = format_named(name) if name else None
    if name and not wanted:
        names = [own.name for own in FORMATS]
        raise click.UsageError(f"--format: there is no format '{name}' to import; {meant(name, names, most=None)}")
    return wanted


def _all_texts(run: "ImportRun", content: str) -> str:
    """Return what would be written, each file under its path, as tests write folders."""
    files = {path: data.decode() for path, data in run.files.new.items()}
    files |= {path: after[len(before) :].decode() for path, (before, after) in run.files.longer.items()}
    return "\n".join(f"-- {content}/{path} --\n{text}" for path, text in files.items())


def _help_editors(root: Path) -> None:
    """Let editors know what is there now; whoever cannot be helped while writing can write all the same."""
    from contextlib import suppress

    from cjsite.authoring.schema import ids_below, write_site_schemas

    with suppress(OSError):
        write_site_schemas(root, ids_below(root))


def _next(folder: Path, is_new: bool, *, is_doubted: bool) -> str:
    """Return what to do next; is_doubted: whether anything is marked in what was written."""
    if folder.name != "content":
        return f"Next: move {folder} to where it is a site's content/, and look with `cjsite serve --open`"
    source = folder.parent
    mending = ", and mend what is marked `# unsure:`" if is_doubted else ""
    where = "" if source.resolve() == Path().resolve() else f" --source {source}"
    begin = [f"  There was no site here: {folder} is the content of one now."] if is_new else []
    return "\n".join([
        *begin,
        "Next:",
        f"  cjsite serve --open{where}   # look at it{mending}",
        f"  cjsite check{where}          # what maps still lack",
    ])  # fmt: skip

"""The command line: a module a command, which parses, calls one function below, prints, and chooses the exit code.

Exit codes: 0 all is well; 1 problems in the content (or findings, with --strict); 2 the command was called wrongly;
3 cjsite itself failed.
Everything but click is imported where it is needed, so that `--help` answers at once.
"""

import sys

import click

from cjsite import __version__
from cjsite.cli import build, check, clean, completion, export, help, import_, new, note, schema, serve, words


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


for command in (
    build.build, check.check, new.new, import_.import_, export.export, schema.schema, serve.serve, note.note,
    completion.completion, clean.clean, words.words, help.help_,
):  # fmt: skip
    main.add_command(command)

"""`cjsite schema`: what editors need to complete and check as one types."""

from pathlib import Path

import click

from cjsite.cli.options import quiet_option, source_option
from cjsite.cli.outcome import answer, kindly
from cjsite.cli.values import schema_names


@click.command()
@click.argument("kind", required=False, shell_complete=schema_names)
@click.option(
    "--write",
    is_flag=False,
    flag_value="",
    metavar="[DIR]",
    help="Write every schema into this folder.  [default: SOURCE/.cjsite/schema]",
)
@source_option
@quiet_option
@kindly
def schema(kind: str | None, write: str | None, source: Path, quiet: bool) -> None:
    """Print the JSON Schema of a KIND of file (journey by default), for completion in editors.

    It takes what a build takes, and names what the site has where ids belong. Nobody writes the KINDs journey-json
    and metrics-json by hand: they are what the site publishes as journeys/ID.json and insights/metrics.json.
    """
    from cjsite.authoring import schema as made

    if kind and kind in made.PUBLISHED and write is None:
        click.echo(made.schema_text(made.published_schema(kind)), nl=False)
        return
    ids = made.ids_below(source)
    if write is not None:
        written = made.write_schemas(Path(write), ids) if write else made.write_site_schemas(source, ids)
        answer("" if quiet else "\n".join(f"wrote {path}" for path in written))
        return
    names = made.schemas(ids)
    if (kind or "journey") not in names:
        raise click.UsageError(f"there is no schema '{kind}'; there is {', '.join((*names, *made.PUBLISHED))}")
    click.echo(made.schema_text(names[kind or "journey"]), nl=False)

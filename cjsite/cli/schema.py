"""`cjsite schema`: what editors need to complete and check as one types."""

from pathlib import Path

import click

from cjsite.cli.outcome import kindly


@click.command()
@click.argument("kind", required=False)
@click.option(
    "--write", type=click.Path(path_type=Path), metavar="DIR", help="Write every schema into this folder."
)
@kindly
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

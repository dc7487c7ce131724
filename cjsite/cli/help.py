"""`cjsite help`: what there is to know of a field, a topic, a message or a finding."""

import click

from cjsite.cli.outcome import kindly


@click.command("help")
@click.argument("name", nargs=-1)
@click.pass_context
@kindly
def help_(context: click.Context, name: tuple[str, ...]) -> None:
    """Explain a field, a topic, a message or a finding: NAME like `emotion`, `step.emotion`, `csv`, `E101`.

    Without a NAME, list what there is. Of a command, say what `--help` does.
    """
    above = context.parent
    command = (
        above.command.get_command(above, name[0])
        if above and isinstance(above.command, click.Group) and name
        else None
    )
    if above and command:
        click.echo(command.get_help(click.Context(command, parent=above, info_name=command.name)))
        return
    from cjsite.authoring.article_text import as_terminal_text
    from cjsite.authoring.lookup import lookup

    click.echo("\n".join(as_terminal_text(article) for article in lookup(" ".join(name))), nl=False)

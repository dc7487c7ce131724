"""`cjsite completion`: what a shell needs to complete commands, options and what they name."""

import click
from click.shell_completion import get_completion_class

from cjsite.cli.outcome import kindly

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@kindly
def completion(shell: str) -> None:
    """Print what makes a SHELL complete cjsite's commands, their options and what they name.

    Put it into ~/.local/share/bash-completion/completions/cjsite for bash, into _cjsite in a folder of $fpath for
    zsh, and into ~/.config/fish/completions/cjsite.fish for fish.
    """
    made = get_completion_class(shell)
    assert made is not None, shell
    commands = click.get_current_context().find_root().command
    click.echo(made(commands, {}, "cjsite", "_CJSITE_COMPLETE").source(), nl=False)

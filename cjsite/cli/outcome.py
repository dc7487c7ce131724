"""How a command ends: what went wrong in a sentence, and the exit code."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from cjsite.base.problem import count


def kindly(command: Callable[..., None]) -> Callable[..., None]:
    """Turn what can go wrong with files into a sentence."""

    @wraps(command)
    def kind(*args: Any, **kwargs: Any) -> None:
        from cjsite.base.problem import Broken, Refusal
        from cjsite.reporting.report import as_text

        try:
            command(*args, **kwargs)
        except Broken as error:
            say(as_text(error.problems, (), "content"))
            say(count(len(error.problems), "problem"))
            sys.exit(1)
        except Refusal as error:
            raise click.UsageError(str(error)) from None
        except OSError as error:
            say(f"{error.filename or 'a file'}: {error.strerror or error}")
            sys.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if "CJSITE_DEBUG" in os.environ:
                raise
            say(f"cjsite itself failed ({type(error).__name__}: {error}); set CJSITE_DEBUG=1 to see where")
            sys.exit(3)

    return kind


def say(text: str) -> None:
    """Say what is no result: to people, not to the next program of a pipe."""
    click.echo(text, err=True)

"""How a command ends: what went wrong in a sentence, and the exit code."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from cjsite.base.problem import count
from cjsite.cli.site_folder import content_from_here
from cjsite.cli.terminal import show


class _Refused(click.ClickException):
    """A command that was called rightly and is not carried out: how it is called would not help."""

    exit_code = 2


def kindly(command: Callable[..., None]) -> Callable[..., None]:
    """Turn what can go wrong with files into a sentence."""

    @wraps(command)
    def kind(*args: Any, **kwargs: Any) -> None:
        from cjsite.base.problem import Broken, Refusal
        from cjsite.reporting.one_line import one_line
        from cjsite.reporting.report import as_text

        try:
            command(*args, **kwargs)
        except Broken as error:
            say(as_text(error.problems, (), content_from_here(kwargs.get("source", Path()))))
            say(count(len(error.problems), "problem"))
            sys.exit(1)
        except Refusal as error:
            raise _Refused(one_line(str(error))) from None
        except BrokenPipeError:  # whoever reads along has read enough; click ends quietly
            raise
        except OSError as error:
            say(one_line(f"{error.filename or 'a file'}: {error.strerror or error}"))
            sys.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if "CJSITE_DEBUG" in os.environ:
                raise
            failure = one_line(f"{type(error).__name__}: {error}")
            say(f"cjsite itself failed ({failure}); set CJSITE_DEBUG=1 to see where")
            sys.exit(3)

    return kind


def say(text: str) -> None:
    """Say what is no result: to people, not to the next program of a pipe."""
    show(text, sys.stderr)


def answer(text: str) -> None:
    """Say what the command was called for."""
    show(text, sys.stdout)

"""The Jinja environment: words are put into templates when these are compiled, and compiled templates are kept."""

import hashlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import cast

import jinja2
from jinja2 import nodes
from jinja2.bccache import BytecodeCache, FileSystemBytecodeCache
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from markupsafe import Markup, escape

from cjsite import __version__
from cjsite.wording import Wording

_ESCAPED = "environment.escaped("


class _Generator(CodeGenerator):
    """Writes code whose output is plain text: that it is safe matters to filters, not to what is joined last."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write(_ESCAPED)
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    """Calls what a template calls, without asking each time whether it wants the context: none of ours does."""

    def call(
        self,
        function: Callable[..., object],
        /,
        *args: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> object:
        """Return what the function returns; Jinja hands in the variables around the call, which go nowhere."""
        return function(*args, **named)


class _FixedWords(Extension):
    """Puts words in the place of a call of `t` with nothing but a key: they are the same on every page."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the template's tokens, each call with nothing but a known key made into a text."""
        wording = cast(Environment, self.environment).wording
        waiting: list[Token] = []
        for token in stream:
            waiting.append(token)
            if not _may_be_call(waiting):
                yield from waiting
                waiting = []
            elif len(waiting) == len(_CALL):
                # Whatever follows the call applies to the words; a key put together from parts is not one of these.
                words = wording.words.get(waiting[2].value)
                yield from [Token(token.lineno, "string", words)] if isinstance(words, str) else waiting
                waiting = []
        yield from waiting


_CALL = ("name", "lparen", "string", "rparen")


def _may_be_call(tokens: list[Token]) -> bool:
    kinds = tuple(token.type for token in tokens)
    return kinds == _CALL[: len(kinds)] and tokens[0].value == "t"


class Environment(jinja2.Environment):
    """A theme's templates in a language's words; the code made of them is remembered between builds."""

    code_generator_class = _Generator
    context_class = _Context

    def __init__(self, load: Callable[[str], tuple[str, str, None] | None], wording: Wording) -> None:
        self.wording = wording
        self.escaped = _escaped
        super().__init__(
            loader=jinja2.FunctionLoader(load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            extensions=[_FixedWords],
            bytecode_cache=_kept(wording),
        )


def _escaped(value: object) -> str:
    # By type and not by isinstance: a subclass may write itself in another way.
    if type(value) is str:
        return _text(value) if len(value) < _SHORT else str(escape(value))
    return value if type(value) is Markup else str(escape(value))


_SHORT = 48
"""Characters up to which a text is likely to come again: a name, a class, a word, and no path of a drawing."""


@lru_cache(2**13)
def _text(value: str) -> str:
    text = str(escape(value))
    return value if text == value else text


class _Kept(FileSystemBytecodeCache):
    """Compiled templates in the user's temporary folder, where Jinja keeps them from other users."""

    def __init__(self, made_with: bytes) -> None:
        super().__init__()
        self._made_with = made_with

    def get_source_checksum(self, source: str) -> str:
        """Return what a template's code depends on: its text, and the words that are put into it."""
        return hashlib.sha256(self._made_with + source.encode()).hexdigest()


def _kept(wording: Wording) -> BytecodeCache | None:
    made_with = hashlib.sha256(repr((__version__, sorted(wording.words.items()))).encode()).digest()
    try:
        return _Kept(made_with)
    except (RuntimeError, OSError):
        return None  # there is no folder that nobody else can write to

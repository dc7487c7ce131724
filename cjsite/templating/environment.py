"""The Jinja environment: templates become quick code, fixed words are put into them, and the code is kept."""

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, cast

import jinja2
from jinja2 import runtime
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, markup_join
from jinja2.utils import missing
from markupsafe import Markup, escape

from cjsite.templating import codegen
from cjsite.templating.bytecode import kept
from cjsite.templating.codegen import Exact, Quick, Together
from cjsite.templating.dependencies import named
from cjsite.text.wording import Wording

Load = Callable[[str], tuple[str, str, None] | None]
"""Finds a template: its text, the name of its file, and None, as it does not change."""


class Macro(runtime.Macro):
    """A macro that is called as Python calls a function, where that comes to the same."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        takes_more = self.catch_kwargs or self.catch_varargs or self.caller
        self._is_plain = bool(self._default_autoescape) and not takes_more
        self._unsaid = (missing,) * self._argument_count

    def __call__(self, *args: Any, **named: Any) -> str:
        """Return what the macro makes of its arguments, as safe text."""
        given = len(args)
        if named or not self._is_plain or given > self._argument_count:
            return super().__call__(*args, **named)
        return _safe(self._func(*args, *self._unsaid[given:]))


_safe = cast(Callable[[str], Markup], partial(str.__new__, Markup))
"""Marks a text as safe; Markup itself asks first whether it is one already."""


class _Remembered:
    """A macro that draws the same for the same words and numbers, and so draws it once: icons, faces, marks."""

    def __init__(self, macro: runtime.Macro) -> None:
        self._macro = macro
        # True is written in another way than 1.
        self._drawn = lru_cache(2**10, typed=True)(macro)

    def __call__(self, *args: Any, **named: object) -> str:
        """Return what the macro returns."""
        if named:
            return self._macro(*args, **named)
        for value in args:
            kind = type(value)
            # HTML is never a word: it may hold the marks of fragments, which mean something else on each page.
            if kind not in _PLAIN and (kind is not str or len(value) >= _SHORT):
                return self._macro(*args)
        return self._drawn(*args)

    def __repr__(self) -> str:
        """Return what the macro itself would say."""
        return repr(self._macro)

    def __getattr__(self, name: str) -> object:
        """Return what is known of the macro, like its name."""
        return getattr(self._macro, name)


_PLAIN = frozenset((int, bool, type(None)))
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_COUNTERS = ("cycler", "joiner", "namespace")


class _Template(jinja2.Template):
    """A template that is one module for all that import it; Jinja allows for globals of a template's own."""

    def _get_default_module(self, _context: Context | None = None) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
            if not cast(Environment, self.environment).counts(self.name or ""):
                for name, value in vars(self._module).items():
                    if isinstance(value, runtime.Macro):
                        setattr(self._module, name, _Remembered(value))
        return self._module


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
    """A theme's templates in a language's words; the code made of them is remembered between builds.

    exact: whether `a.b` may be an item of `a`, and `a['b']` an attribute, as Jinja allows; else Python's error says
    that there is none.
    """

    template_class = _Template

    def __init__(self, load: Load, wording: Wording, *, exact: bool) -> None:
        self.code_generator_class = Exact if exact else Quick
        self.wording = wording
        self._load = load
        self.escaped, self.joined, self.macro, self.together = _escaped, _joined, Macro, Together
        super().__init__(
            loader=jinja2.FunctionLoader(load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            extensions=[_FixedWords],
            bytecode_cache=kept("exact" if exact else "quick", wording, Path(__file__), Path(codegen.__file__)),
        )

    def counts(self, name: str) -> bool:
        """Tell whether a template, or one that it names, may keep count: then its macros do not draw the same."""
        waiting, seen = [name], set[str]()
        while waiting:
            found = self._load(waiting.pop())
            if found is None or found[1] in seen:
                continue
            others = named(found[0])
            if others is None or any(counter in found[0] for counter in _COUNTERS):
                return True
            seen.add(found[1])
            waiting += others
        return False

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Return a template's text without its indentation: that is for those who read it, and pages need none."""
        return _INDENTATION.sub("", super().preprocess(source, name, filename))

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template sees besides its values: no template of ours has names of its own."""
        return super().make_globals(d) if d else self.globals


def _escaped(value: Any) -> str:
    # By type and not by isinstance: a subclass may write itself in another way.
    kind = type(value)
    if kind is str:
        return _text(value) if len(value) < _SHORT else str(escape(value))
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int else str(escape(value))


def _joined(parts: Iterable[object]) -> str:
    """Return what `~` makes of values: safe text if one of them is, else text that is still to be escaped."""
    kinds = set(map(type, parts))
    if kinds <= _UNSAFE:
        return "".join(map(str, parts))
    return _safe("".join(map(_escaped, parts))) if kinds <= _KNOWN else markup_join(parts)


_UNSAFE = frozenset((str, int, float))
_KNOWN = _UNSAFE | {Markup}


_SHORT = 48
"""Characters up to which a text is likely to come again: a name, a class, a word, and no path of a drawing."""


_MARKS = re.compile("[&<>\"']")


@lru_cache(2**13)
def _text(value: str) -> str:
    # To look for marks first is a third of the work, and few texts have any.
    return str(escape(value)) if _MARKS.search(value) else value

"""How templates become Python: as Jinja writes it, but quicker where the values of our pages allow for it.

A site has hundreds of thousands of small values. With Jinja's own code rendering takes 2.4 times as long, and a
cold build of 200 maps a third longer. Each part here says how long rendering takes without it.

Everything that leans on names which Jinja does not document stands in this module. They may change with each minor
release, so pyproject.toml asks for one of them, and tests/unit/test_codegen.py says which name is gone.
"""

import re
from collections.abc import Callable, MutableMapping
from functools import lru_cache, partial
from io import StringIO
from keyword import iskeyword
from typing import Any, cast

import jinja2
from jinja2 import compiler, nodes, runtime
from jinja2.compiler import CodeGenerator, Frame
from jinja2.utils import missing
from markupsafe import Markup, escape

_mark_safe = cast(Callable[[str], Markup], partial(str.__new__, Markup))
"""Marks a text as safe; Markup itself first asks each text whether it has an `__html__` of its own."""
_has_marks = re.compile("[&<>\"']").search
_SHORT = 48
"""Characters up to which a text is likely to come again: a name, a class, a word, and no path of a drawing."""


@lru_cache(2**13)
def _escaped_text(value: str) -> str:
    # Few texts have any marks, and to look for them costs less than to make a Markup.
    return str(escape(value)) if _has_marks(value) else value


def _escaped(value: Any) -> str:
    """Return what Jinja's `escape` returns, as any string: what is joined last need not say that it is safe."""
    # By type and not by isinstance: a subclass may write itself in another way. Without this, 1.4 times as long.
    kind = type(value)
    if kind is str:
        return _escaped_text(value) if len(value) < _SHORT else str(escape(value))
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int else str(escape(value))


_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class ExactCodeGenerator(CodeGenerator):
    """Writes code that does what Jinja's does, and escapes what it puts out by `_escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def write_commons(self) -> None:
        """Write what a template's functions begin with: a local name for what they use most."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")


class QuickCodeGenerator(ExactCodeGenerator):
    """Writes code that reads attributes and calls as Python does.

    It raises AttributeError where Jinja would go on and look for an item of that name: the template is then served
    by exact code.
    """

    def write_commons(self) -> None:
        """Write what a template's functions begin with: our macros take the place of those of Jinja's runtime."""
        super().write_commons()
        self.writeline("Macro, as_one = environment.macro, environment.as_one")

    # Wrapped as Jinja's own is: what is constant is worked out when it is compiled. Without it, 1.25 times as long.
    @compiler.optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute of a value; Jinja would call a function for it, which asks for an item after it."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    # Without it, 1.4 times as long.
    @compiler.optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call; Jinja would ask whether what is called wants the context, and no function of ours does."""
        self.write("(")
        self.visit(node.node, frame)
        # `signature` writes a comma before each argument, as in Jinja's code what is called is the first of them.
        stream, self.stream = self.stream, StringIO()
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        arguments, self.stream = self.stream.getvalue(), stream
        self.write(f")({arguments.removeprefix(', ')})")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write what stands side by side as one piece: each piece would pass through every block around it."""
        if frame.buffer is None and len(node.nodes) > 1 and not frame.require_output_check:
            frame = frame.copy()
            # Jinja appends to a buffer, or extends it; these hand on what they are given, and gather nothing.
            frame.buffer = "yield as_one"
        super().visit_Output(node, frame)

    # Without it, 1.05 times as long.
    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """Write what another template makes as one piece: its pieces would pass through every block around it."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if node.ignore_missing or not node.with_context or not isinstance(name, str):
            super().visit_Include(node, frame)
            return
        self.writeline(f"template = environment.get_template({name!r}, {self.name!r})", node)
        context = f"template.new_context(context.get_all(), True, {self.dump_local_context(frame)})"
        self.simple_write(f"concat(template.root_render_func({context}))", frame)


class Macro(runtime.Macro):
    """A macro that is called as Python calls a function, where that comes to the same.

    Jinja's goes through its arguments by name, and asks whether its caller escapes. Ours does neither if all
    arguments are given by place: it escapes if the template does in which it is written. Without it, 1.1 times as
    long.
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        takes_more = self.catch_kwargs or self.catch_varargs or self.caller
        self._is_plain = bool(self._default_autoescape) and not takes_more
        # The code of a macro puts its defaults in the place of these.
        self._unsaid = (missing,) * self._argument_count

    def __call__(self, *args: Any, **named: Any) -> str:
        """Return what the macro makes of its arguments, as safe text."""
        given = len(args)
        if named or not self._is_plain or given > self._argument_count:
            return super().__call__(*args, **named)
        return _mark_safe(self._func(*args, *self._unsaid[given:]))


class ThemeEnvironment(jinja2.Environment):
    """An environment whose templates read and call as Jinja does."""

    code_generator_class = ExactCodeGenerator
    escaped = staticmethod(_escaped)

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Return a template's text without its indentation: that is for those who read it, and pages need none."""
        return _INDENTATION.sub("", super().preprocess(source, name, filename))

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template sees besides its values.

        No template of ours has names of its own. Jinja allows for them by a map of two maps, which is copied for
        each page, include and fragment. Without it, 1.15 times as long.
        """
        return super().make_globals(d) if d else self.globals

    def call_macro(self, macro: Callable[..., str], *args: object) -> str:
        """Return what a macro makes of its arguments once its page is rendered; errors tell the template's line."""
        try:
            return macro(*args)
        except Exception:
            self.handle_exception()


class _AsOne:
    """What stands in the place of a buffer where pieces are handed on as one: `append` and `extend` return them."""

    append = str
    extend = "".join


class QuickEnvironment(ThemeEnvironment):
    """An environment whose templates read and call as Python does."""

    code_generator_class = QuickCodeGenerator
    macro = Macro
    as_one = _AsOne

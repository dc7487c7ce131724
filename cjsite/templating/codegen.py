"""How templates become Python: as Jinja writes it, and quicker where the values of ours allow for it."""

from io import StringIO
from keyword import iskeyword

from jinja2 import compiler, nodes
from jinja2.compiler import CodeGenerator, Frame


class Together:
    """What stands in the place of a buffer where pieces are handed on as one: `append` and `extend` return them."""

    append = str
    extend = "".join


class Exact(CodeGenerator):
    """Writes code whose output is plain text: that it is safe matters to filters, not to what is joined last."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def write_commons(self) -> None:
        """Write what a template's functions begin with: short ways to what they use most."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")


class Quick(Exact):
    """Writes code that reads and calls as Python does, and hands on what stands side by side as one piece.

    It raises AttributeError, LookupError or TypeError where Jinja would go on and look among the items of a value
    for what is no attribute, and the other way round: see `Environment`, exact.
    """

    @compiler.optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute of a value."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    def write_commons(self) -> None:
        """Write what a template's functions begin with: ours in the place of what Jinja's runtime offers."""
        super().write_commons()
        self.writeline("Macro, markup_join, together = environment.macro, environment.joined, environment.together")

    @compiler.optimizeconst
    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write an item of a value."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")[")
        self.visit(node.arg, frame)
        self.write("]")

    @compiler.optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call; Jinja would ask whether what is called wants the context, and no function of ours does."""
        self.write("(")
        self.visit(node.node, frame)
        # Jinja writes arguments with a comma before each, as they follow what is called in its own way to call.
        stream, self.stream = self.stream, StringIO()
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        arguments, self.stream = self.stream.getvalue(), stream
        self.write(f")({arguments.removeprefix(', ')})")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """Write what another template makes as one piece, where that template is sure to be wanted."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if node.ignore_missing or not node.with_context or not isinstance(name, str):
            super().visit_Include(node, frame)
            return
        self.writeline(f"template = environment.get_template({name!r}, {self.name!r})", node)
        seen = f"template.new_context(context.get_all(), True, {self.dump_local_context(frame)})"
        self.simple_write(f"concat(template.root_render_func({seen}))", frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write pieces of output; each that is handed on alone passes through every block around it."""
        if frame.buffer is None and len(node.nodes) > 1 and not frame.require_output_check:
            frame = frame.copy()
            # Jinja appends to a buffer, or extends it; these hand on what they are given, and gather nothing.
            frame.buffer = "yield together"
        super().visit_Output(node, frame)

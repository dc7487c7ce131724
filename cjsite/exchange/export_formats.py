"""The formats that go out: what `--format` calls each, and how its module writes a journey."""

from importlib import import_module

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen


@frozen
class Export:
    """A journey in another format; left_out: what that format has no room for, each in a few words."""

    data: bytes
    left_out: tuple[str, ...] = ()


@frozen
class ExportFormat:
    """A format that goes out; name: as `--format` says it. module: of this room. suffix: of its files.

    Its module is imported when it is first asked for: some need libraries that take longer to load than most
    commands run.
    """

    name: str
    module: str
    suffix: str

    def write(self, inputs: JourneyInput) -> Export:
        """Return a journey, with what it refers to, in this format. Raises Refusal where it cannot be written."""
        made: Export = getattr(import_module(f"cjsite.exchange.{self.module}"), f"write_{self.name}")(inputs)
        return made


EXPORT_FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("json", "journey_json", "json"),
    ExportFormat("csv", "export_csv", "csv"),
    ExportFormat("xlsx", "export_xlsx", "xlsx"),
    ExportFormat("mermaid", "mermaid_writer", "mmd"),
    ExportFormat("markdown", "markdown_writer", "md"),
)
PDF = "pdf"
"""What goes out as it is printed, by a browser: of a map's page, and not of its data."""
PPTX = "pptx"
"""What goes out as slides: of what its page says, and not of its data."""
SVG, PNG = "svg", "png"
"""What goes out as the picture that lies beside a map's page: as it is, or drawn by a browser."""
EXPORT_NAMES = (*(own.name for own in EXPORT_FORMATS), PDF, PPTX, SVG, PNG)


def export_format_named(name: str) -> ExportFormat | None:
    """Return the format that is called so."""
    return next((own for own in EXPORT_FORMATS if own.name == name), None)

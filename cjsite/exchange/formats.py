"""The formats that come in: what `--format` calls each, and how its module recognises and reads a file."""

from importlib import import_module
from typing import Any

from cjsite.base.frozen import frozen, replace
from cjsite.exchange.grid import Grid
from cjsite.exchange.imported import ImportedMap, ImportOptions


@frozen
class ImportFormat:
    """A format that comes in; name: as `--format` says it. title: as messages say it. module: of this room.

    is_table: whether its module makes grids of a file, which are then read like any table's. may_be_part: whether a
    file may hold something of another format besides. Its module is imported when a file is first held against it:
    some need libraries that take longer to load than most commands run.
    """

    name: str
    title: str
    module: str
    is_table: bool = False
    may_be_part: bool = False

    def recognises(self, path: str, data: bytes) -> bool:
        """Tell whether a file is of this format: by what is in it, whatever it is called."""
        return bool(self._function("is_{}")(path, data))

    def read(self, path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:
        """Return the maps of a file. Raises NotImported."""
        if not self.is_table:
            maps: tuple[ImportedMap, ...] = self._function("read_{}")(path, data, options)
            return maps
        return _read_grids(self._function("{}_grids")(path, data), path, options)

    def _function(self, form: str) -> Any:
        return getattr(import_module(f"cjsite.exchange.{self.module}"), form.format(self.module))


def _read_grids(grids: tuple[Grid, ...], path: str, options: ImportOptions) -> tuple[ImportedMap, ...]:
    read_grids = import_module("cjsite.exchange.tables").read_grids
    maps: tuple[ImportedMap, ...] = read_grids(grids, path, options)
    # What is beside the tables of a file is said once, whichever of them are maps.
    unread = tuple(note for grid in grids for note in grid.notes)
    return (replace(maps[0], unread=(*maps[0].unread, *unread)), *maps[1:])


FORMATS: tuple[ImportFormat, ...] = (
    ImportFormat("mermaid", "a Mermaid journey", "mermaid", may_be_part=True),
    ImportFormat("xlsx", "a workbook (XLSX)", "xlsx", is_table=True),
    ImportFormat("ods", "a spreadsheet of OpenDocument (ODS)", "ods", is_table=True),
    ImportFormat("ojf", "OpenJourney Format", "ojf"),
    ImportFormat("cjm-dsl", "CJM DSL", "cjm_dsl"),
    ImportFormat("yaml", "a map of cjsite", "site_yaml"),
    ImportFormat("data", "JSON or YAML with a list of stages", "staged_data"),
    ImportFormat("json", "cjsite's own JSON", "journey_json"),
    ImportFormat("html", "tables of a page (HTML)", "html_tables", may_be_part=True),
    ImportFormat("tables", "tables in Markdown", "markdown_tables", may_be_part=True),
    ImportFormat("csv", "a table as text (CSV)", "csv_table", is_table=True),
    ImportFormat("headings", "a document with a heading a stage", "headings", may_be_part=True),
)
"""In the order in which a file is held against them: what can be told apart by its first words comes first, and of
what one Markdown file may hold, a diagram before its tables, and these before its headings."""


def format_named(name: str) -> ImportFormat | None:
    """Return the format that is called so."""
    return next((own for own in FORMATS if own.name == name), None)


def formats_of(path: str, data: bytes) -> tuple[ImportFormat, ...]:
    """Return the formats that recognise a file, the one that it is most likely meant as first."""
    return tuple(own for own in FORMATS if own.recognises(path, data))

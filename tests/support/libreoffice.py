"""Files as LibreOffice opens them, by its own program and a settings folder of its own."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

PROGRAM = shutil.which("soffice")
_FILTER = "Text - txt - csv (StarCalc)"
PLAIN = f"{_FILTER}:44,34,76,1"
"""Commas, quotation marks, UTF-8, from the first line on."""
SHREWD = f"{PLAIN},,0,false,true"
"""The same, and whatever looks like a day or a time is taken for one."""
LINES = f"{_FILTER}:9,,76,1"
"""Every line as one cell."""
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
Seen = tuple[str, str]
"""The kind of a cell (`string`, `float`, `date` …), '' for nothing, and what is in it."""


def table(path: Path, as_: str, folder: Path) -> list[list[Seen]]:
    """Return the cells of a file as LibreOffice has them; as_: how it reads it."""
    assert PROGRAM, "LibreOffice is not installed"
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    command = (
        PROGRAM,
        settings,
        "--headless",
        f"--infilter={as_}",
        "--convert-to",
        "fods",
        "--outdir",
        str(folder),
    )
    subprocess.run((*command, str(path)), check=True, capture_output=True, timeout=120)
    root = ET.parse(folder / f"{path.stem}.fods").getroot()
    return [list(_cells(row)) for row in root.iter(f"{{{_TABLE}}}table-row")]


def _cells(row: ET.Element) -> Iterator[Seen]:
    for cell in row.iter(f"{{{_TABLE}}}table-cell"):
        kind = cell.get(f"{{{_OFFICE}}}value-type", "")
        number = cell.get(f"{{{_OFFICE}}}value") or cell.get(f"{{{_OFFICE}}}date-value")
        words = "\n".join(_words(line) for line in cell.iter(f"{{{_TEXT}}}p"))
        yield from [(kind, number or words)] * int(cell.get(f"{{{_TABLE}}}number-columns-repeated", "1"))


def _words(line: ET.Element) -> str:
    text = line.text or ""
    for part in line:
        blanks = {"s": " " * int(part.get(f"{{{_TEXT}}}c", "1")), "tab": "\t", "line-break": "\n"}
        text += blanks.get(re.sub(r"\{.*\}", "", part.tag), _words(part)) + (part.tail or "")
    return text

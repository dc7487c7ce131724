"""The archive of a spreadsheet, looked through before any library reads it: its size, its parts, its XML."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from xml.parsers import expat

from cjsite.base.problem import Place
from cjsite.exchange.imported import NotImported

MOST_BYTES = 32 * 1024 * 1024
MOST_PARTS = 2_000
MOST_UNPACKED = 32 * 1024 * 1024
"""Of all that is XML, in bytes."""
MOST_RATIO = 250
"""How many times its packed size a part may be; small parts are worth no look."""
_SMALL = 1024 * 1024
MOST_NESTED = 60
MOST_ELEMENTS = 1_000_000
MOST_ATTRIBUTES = 200
_BEFORE_XML = re.compile(rb"[\x00\x09\x0a\x0d\x20\xef\xbb\xbf\xfe\xff]*<")
_READ = 64
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What is raised for an archive that cannot be unpacked."""
_IS_ENCRYPTED = 1

Visit = Callable[[str, str, Mapping[str, str]], None]
"""What is told of every element: its part, its name without a prefix, its attributes."""


def archive_of(data: bytes) -> zipfile.ZipFile | None:
    """Return a file as an archive, None if it is none."""
    if data.startswith(b"PK\x03\x04"):
        # Whatever is wrong with its directory, it is none that can be read.
        with suppress(*UNREADABLE):
            return zipfile.ZipFile(io.BytesIO(data))
    return None


def parts_of(data: bytes) -> frozenset[str]:
    """Return the names of an archive's parts; none where a file is no archive."""
    archive = archive_of(data)
    return frozenset(archive.namelist()) if archive else frozenset()


def look_through(path: str, data: bytes, visit: Visit) -> None:
    """Read every part of an archive that is XML once, without keeping anything.

    Raises NotImported where it is over a limit, encrypted or damaged, and whatever `visit` raises.
    """
    place = Place(path, 0, 0)
    archive = archive_of(data) if len(data) <= MOST_BYTES else None
    if len(data) > MOST_BYTES:
        raise NotImported(place, f"the file is larger than {_megabytes(MOST_BYTES)}; {_SMALLER}")
    if archive is None:
        raise NotImported(place, "the file is damaged: it cannot be unpacked; open it in its program and save it")
    with archive:
        _check_sizes(place, archive)
        budget = _Budget(place)
        try:
            for part in archive.infolist():
                if _is_xml(archive, part):
                    budget.read(archive, part, visit)
        except UNREADABLE as error:
            raise NotImported(place, "the file is damaged: not all of it can be unpacked") from error


_SMALLER = "take out pictures and sheets that do not belong to the map, and save it again"


def _megabytes(size: int) -> str:
    return f"{size // (1024 * 1024)} MB"


def _check_sizes(place: Place, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise NotImported(place, f"the file has more than {MOST_PARTS:,} parts; {_SMALLER}")
    for part in parts:
        if part.flag_bits & _IS_ENCRYPTED:
            raise NotImported(place, "the file is protected by a password; save it without one")
        if part.file_size > _SMALL and part.file_size > MOST_RATIO * max(1, part.compress_size):
            message = f"a part of the file ({part.filename[:80]}) is packed more than {MOST_RATIO} times"
            raise NotImported(place, f"{message}, as no spreadsheet is that people write")


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    # By its first sign, not by its name: libraries go by what a part is declared to be.
    with archive.open(part) as stream:
        return bool(_BEFORE_XML.match(stream.read(_READ)))


class _Budget:
    """What is left of the limits that all parts share."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._bytes = MOST_UNPACKED
        self._elements = MOST_ELEMENTS
        self._depth = 0

    def read(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo, visit: Visit) -> None:
        """Read a part from its begin to its end."""
        self._bytes -= part.file_size
        if self._bytes < 0:
            self._refuse(f"unpacked, the file is larger than {_megabytes(MOST_UNPACKED)}; {_SMALLER}")
        self._depth = 0
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EndElementHandler = self._end

        def start(name: str, attributes: dict[str, str]) -> None:
            self._depth += 1
            self._elements -= 1
            if self._depth > MOST_NESTED:
                self._refuse(f"a part of the file ({part.filename[:80]}) is nested more than {MOST_NESTED} deep")
            if self._elements < 0:
                self._refuse(f"the file has more than {MOST_ELEMENTS:,} elements; {_SMALLER}")
            if len(attributes) > MOST_ATTRIBUTES:
                self._refuse(f"an element of the file has more than {MOST_ATTRIBUTES} attributes")
            visit(part.filename, name.rpartition(":")[2], attributes)

        parser.StartElementHandler = start
        try:
            with archive.open(part) as stream:
                parser.ParseFile(stream)
        except (expat.ExpatError, LookupError, ValueError) as error:
            # The last two: of an encoding that is none, or none for XML.
            self._refuse(f"the file is damaged: a part of it ({part.filename[:80]}) is no XML ({error})")
        finally:
            parser.StartElementHandler = None

    def _doctype(self, *_: object) -> None:
        self._refuse("the file declares XML entities or a document type, as no spreadsheet does that people write")

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _refuse(self, sentence: str) -> None:
        raise NotImported(self._place, sentence)

"""Archives of office programs without the times at which they were made: the same content is the same bytes."""

import datetime
import io
import re
import zipfile

_FIXED = datetime.datetime(1980, 1, 1)
"""The earliest day that an archive knows: when a file was made says nothing of the map in it."""
_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def timeless(data: bytes) -> bytes:
    """Return a workbook or a deck without the times at which it was made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in made.namelist():
            part = _TIME.sub(rb"\g<1>" + f"{_FIXED:%Y-%m-%dT%H:%M:%SZ}".encode(), made.read(name))
            packed.writestr(zipfile.ZipInfo(name, _FIXED.timetuple()[:6]), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()

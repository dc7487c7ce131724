"""What the search of a built site knows."""

import base64
import json
import zlib
from typing import Any


def handed_over(script: bytes) -> bytes:
    """Return what a part of an index hands to the search, as JSON."""
    return zlib.decompress(base64.b64decode(script.partition(b'("')[2].partition(b'"')[0]))


def data_of(script: bytes) -> Any:
    """Return the same as values."""
    return json.loads(handed_over(script))

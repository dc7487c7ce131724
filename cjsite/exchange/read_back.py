"""What was made of a source, read as any author's file is: only what can be read is written."""

from cjsite.base.problem import Place
from cjsite.exchange.imported import NotImported
from cjsite.model.types import Identified
from cjsite.reading.lexicon import Lexicon
from cjsite.reading.read import decode_file

_MOST = 3
"""How many faults are told."""


def read_back(path: str, data: bytes, words: Lexicon, source: Place) -> Identified:
    """Return the first thing of a file; source: what it was made of. Raises NotImported with what is wrong."""
    decoded = decode_file(path, data, words)
    assert decoded is not None, path
    if decoded.problems:
        faults = (f"{own.message} ('{own.excerpt.strip()[:60]}')" for own in decoded.problems[:_MOST])
        raise NotImported(source, f"what it says does not fit the format: {'; '.join(faults)}")
    return decoded.entries[0].value

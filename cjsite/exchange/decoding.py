"""Bytes of a table to its text, in the encodings that spreadsheets save: UTF-8, UTF-16, Windows-1252."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 400
_FEW = 0.2
_FOREIGN = re.compile(r"[^\x00-\x7f\s]{4,}")
"""No western word has four letters beyond ASCII in a row: these are another alphabet's, taken for Windows-1252."""
_TYPOGRAPHIC = re.compile(r"[^\W\d_]")


def decoded(data: bytes) -> tuple[str, str] | None:
    """Return a text and the name of its encoding, None where it is in none of those that are known.

    >>> decoded("Gefühl".encode("utf-16")), decoded("Gefühl".encode("cp1252"))
    (('Gefühl', 'UTF-16'), ('Gefühl', 'Windows-1252'))
    >>> decoded("Впечатление".encode("cp1251")) is None, decoded(b"\\x00\\x01\\x02\\x03") is None
    (True, True)
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _in(data, encoding, "UTF-8" if mark == codecs.BOM_UTF8 else "UTF-16")
    if encoding := _unmarked_utf_16(data):
        return _in(data, encoding, "UTF-16")
    if b"\0" in data:
        return None
    return _in(data, "utf-8", "UTF-8") or _western(data)


def _in(data: bytes, encoding: str, name: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), name
    except UnicodeDecodeError:
        return None


def _unmarked_utf_16(data: bytes) -> str:
    """Return the form of UTF-16 that a text of mostly ASCII without a mark is in, '' for any other."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    if half < 2 or len(data) % 2 or min(zeros) > _FEW * half or max(zeros) < (1 - _FEW) * half:
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _western(data: bytes) -> tuple[str, str] | None:
    text = _in(data, "cp1252", "Windows-1252")
    if text is None:
        return None
    foreign = (run for run in _FOREIGN.findall(text[0]) if len(_TYPOGRAPHIC.findall(run)) > 2)
    return None if any(foreign) else text

"""The text of a file that came from elsewhere."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)


def text_of(data: bytes) -> str:
    """Return the text of a file, whatever of the usual encodings it is in, without signs that no text has."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _cleaned(data.decode(encoding, "replace"))
    try:
        return _cleaned(data.decode("utf-8"))
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:2048])
        try:
            return _cleaned(data.decode(declared[1].decode("ascii") if declared else "cp1252", "replace"))
        except LookupError:
            return _cleaned(data.decode("cp1252", "replace"))


def _cleaned(text: str) -> str:
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))

"""Spreadsheets that are not read: what they are, and what to save them as."""

from cjsite.exchange.archive import parts_of

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_XLSX = "open it in its program and save it as .xlsx, .ods or CSV"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_FLAT = b"<office:document "
_FAR = 4096
_PAGES = (b"<html", b"<!doctype", b"<table", b"<meta")


def why_foreign(path: str, data: bytes) -> str:
    """Return in a sentence what a spreadsheet is that cannot be read, '' for any other file."""
    name = path.lower()
    if data.startswith(_OLE):
        if _PROTECTED in data:
            return "this spreadsheet is protected by a password; save it without one"
        if name.endswith((".xls", ".xlt")) or any(book in data for book in _BOOKS):
            return f"this is a spreadsheet of an older kind (.xls); {_AS_XLSX}"
        return ""
    if data.startswith(b"PK"):
        return _archive(parts_of(data))
    if name.endswith((".gsheet", ".numbers", ".xls", ".xlsb")):
        return _by_name(name, data)
    if _FLAT in data[:_FAR] and b"spreadsheet" in data[:_FAR]:
        return f"this is a spreadsheet as one XML file (.fods); {_AS_XLSX}"
    return ""


def _archive(parts: frozenset[str]) -> str:
    if "xl/workbook.bin" in parts:
        return f"this is a binary workbook (.xlsb); {_AS_XLSX}"
    if any(part.endswith((".iwa", "Index.zip")) for part in parts):
        return "this is a document of Apple's Numbers, Pages or Keynote; export it as Excel or CSV"
    return ""


def _by_name(name: str, data: bytes) -> str:
    if name.endswith(".gsheet"):
        return "this file is only a link to a Google Sheet; download it there as Microsoft Excel (.xlsx)"
    if data[:_FAR].lstrip().lower().startswith(_PAGES):
        # What many web programs call their "Excel export" is a page with a table, which is read as one.
        return ""
    return f"this is no spreadsheet that can be read; {_AS_XLSX}"

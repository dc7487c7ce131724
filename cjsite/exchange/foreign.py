"""Files that are no journey map in any format that comes in: what they are, and what could be done."""

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "this is a PDF, which holds pictures of letters and no table; import what it was made of"),
    (b"\x89PNG", "this is a picture; what is drawn in it cannot be read"),
    (b"\xff\xd8\xff", "this is a picture; what is drawn in it cannot be read"),
    (b"GIF8", "this is a picture; what is drawn in it cannot be read"),
    (b"BM", "this is a picture; what is drawn in it cannot be read"),
    (b"\x1f\x8b", "this is a packed file; unpack it, and import what is in it"),
    (b"7z\xbc\xaf", "this is a packed file; unpack it, and import what is in it"),
    (b"Rar!", "this is a packed file; unpack it, and import what is in it"),
    (b"\xd0\xcf\x11\xe0", "this is a file of an older office program; save it as .xlsx, .ods or HTML"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/document.xml", "this is a word processor's document; save it as HTML, and import that"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "this is a word processor's document; save it as HTML"),
    (b"ppt/presentation.xml", "these are slides; copy the table into a spreadsheet, and import that"),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.presentation",
        "these are slides; copy the table into a spreadsheet",
    ),
)
_MARKUP: tuple[tuple[str, str], ...] = (
    (r"<svg\b", "this is a picture; what is drawn in it cannot be read"),
    (r"<mxfile\b|<mxGraphModel\b", "this is a drawing of draw.io, and no journey map"),
    (r"<(?:\w+:)?definitions\b[^>]*BPMN", "this is a process model (BPMN), and no journey map"),
    (r"<log\b[^>]*xes\.", "this is an event log (XES): what systems recorded, and no journey map"),
    (r"<gpx\b|<kml\b", "this is a route on a map of places, and no customer's journey"),
    (r"<opml\b|<map version=\"freeplane", "this is a mind map, and no journey map"),
)
_TEXTS: tuple[tuple[str, str], ...] = (
    (r"@start(?:uml|mindmap|gantt|salt|wbs)\b", "this is a PlantUML diagram, and no journey map"),
    (r"(?:strict\s+)?(?:di)?graph\s+\w*\s*\{", "this is a Graphviz drawing, and no journey map"),
    (r"BEGIN:V(?:CALENDAR|CARD)\b", "this is a calendar or an address book, and no journey map"),
)
_MERMAID = re.compile(
    r"(?m)^[ \t]*(?:`{3,}|~{3,}|:::)[ \t]*\{?[ \t]*mermaid\b[^\n]*\n"
    r"(?:[ \t]*(?:%%[^\n]*)?\n)*[ \t]*(?P<kind>[A-Za-z0-9]+)"
)
_CASE = r"\"?(?:(?:case|trace|session)[ _:]?(?:id|number)|case:concept:name)\"?"
_SIGNATURES: tuple[tuple[str, str], ...] = (
    (
        rf"(?:[^\n]*[,;\t])?{_CASE}[,;\t](?=[^\n]*(?:activit|event|concept:name))(?=[^\n]*(?:timestamp|time))",
        "this is an event log: what systems recorded, case by case, and no journey map",
    ),
    (
        r"[^\n]*\b(?:stop_id|trip_id|route_id|stop_lat)\b",
        "this is a timetable or a route, and no customer's journey",
    ),
    (
        r"\s*\{[^{}]*\"type\"\s*:\s*\"(?:FeatureCollection|Feature|LineString)\"",
        "this is a route on a map of places (GeoJSON), and no customer's journey",
    ),
)
"""What a file begins with that is certainly of another kind, whatever its labels could be taken for."""
_FAR = 8192
_MOST_KEYS = 12


def other_kind(data: bytes) -> str:
    """Return in a sentence what a file certainly is that looks like a table or like data, '' for any other."""
    head = data[:_FAR].decode("utf-8-sig", "replace")
    return next((said for pattern, said in _SIGNATURES if re.match(pattern, head, re.IGNORECASE)), "")


def why_not(path: str, data: bytes) -> str:
    """Return in a sentence what a file is that no format recognises; of YAML, its keys."""
    if not data.strip():
        return "there is nothing in it"
    if data.startswith(b"PK"):
        zipped = next((sentence for part, sentence in _ZIPPED if part in data), "")
        return zipped or "this is an archive; unpack it, and import what is in it"
    if sentence := _by_magic(data):
        return sentence
    head = data[:_FAR].decode("utf-8", "replace")
    if diagram := _MERMAID.search(head):
        return (
            f"its diagram is Mermaid of the type `{diagram['kind']}`; of these, only a `journey` is a journey map"
        )
    for pattern, sentence in (*_MARKUP, *_TEXTS):
        if re.search(pattern, head, re.IGNORECASE):
            return sentence
    keys = re.findall(r"(?m)^([^\W\d][\w-]*):(?:\s|$)", head) if path.lower().endswith((".yml", ".yaml")) else []
    if keys:
        named = ", ".join(f"`{key[:40]}`" for key in dict.fromkeys(keys[:_MOST_KEYS]))
        return f"this YAML is no journey of a format known here; its keys are {named}"
    return (
        "there is nothing in it that is known as a journey map: no Mermaid journey, no table with names of lanes, "
        "no headings of stages"
    )


def _by_magic(data: bytes) -> str:
    for begin, sentence in _MAGIC:
        if data.startswith(begin):
            return sentence
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "this is a picture; what is drawn in it cannot be read"
    is_binary = b"\0" in data[:_FAR] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "this is no text, and no spreadsheet that can be read" if is_binary else ""

"""SVG pictures made safe to publish: parsed as XML, and written anew with nothing but what draws.

A text is not looked through for what is bad: only what `svg_names` and `svg_styles` name is written. Entities are
not read at all, so no picture grows by being read.
"""

import re
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from cjsite.base.problem import Place, Problem
from cjsite.reading.svg_names import ATTRIBUTES, ELEMENTS, PRESENTATION, PRIVATE_ATTRIBUTES, PRIVATE_ELEMENTS
from cjsite.reading.svg_size import MOST_DRAWN, DrawnSize
from cjsite.reading.svg_styles import is_safe_value, safe_declarations, safe_sheet

SVG = "http://www.w3.org/2000/svg"
DEPTH_LIMIT = 250
"""Groups within groups beyond which readers of XML give up (libxml2 at 256)."""
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_XHTML = "http://www.w3.org/1999/xhtml"
_PLAIN_EXPORT = (
    "export it as plain SVG: Inkscape, Save As, Plain SVG; Illustrator, Export As, SVG, or Save As "
    "without `Preserve Illustrator Editing Capabilities`"
)
_PART = re.compile(r"#\S+")
_NAMED = re.compile(r"(?:\A|url\(\s*+[\"']?)#([^\s\"')]++)", re.IGNORECASE)
_RASTER = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[\w+/=\s]*+", re.IGNORECASE)
_SHOWN = 60


class CleanPicture(NamedTuple):
    """A picture as it may be published; taken: what was left out of it, each thing once, and where it stood."""

    data: bytes
    problems: tuple[Problem, ...] = ()
    taken: tuple[tuple[str, Place], ...] = ()


class _Unfit(Exception):
    """Raised with the problem for which a picture cannot be published at all."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def clean_svg(path: str, data: bytes) -> CleanPicture:
    """Return an SVG picture as it may be published, or the problem that forbids it."""
    cleaner = _Cleaner(path)
    try:
        cleaner.parser.Parse(data, True)
    except _Unfit as unfit:
        return CleanPicture(b"", (unfit.problem,))
    except (expat.ExpatError, LookupError, ValueError) as error:
        code = getattr(error, "code", None)
        reason = expat.ErrorString(code) if code else "its encoding is unknown"
        message = f"this SVG cannot be read as XML: {reason}"
        return CleanPicture(b"", (Problem(cleaner.place, message, "export it again, or mend it"),))
    return CleanPicture("".join(cleaner.kept).encode() + b"\n", (), tuple(cleaner.taken.items()))


class _Cleaner:
    """Writes what a parser reads, less what is not named. kept: the written parts; taken: what was left out."""

    def __init__(self, path: str) -> None:
        self.kept: list[str] = []
        self.taken: dict[str, Place] = {}
        self._path = path
        self._depth = 0
        self._left_out = 0
        """How many levels below an element that is left out the reading is; 0 where all is written."""
        self._size = DrawnSize()
        self._style: list[str] | None = None
        self._style_at = Place(path)
        self._is_open = False
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = parser.SkippedEntityHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    @property
    def place(self) -> Place:
        """Return where the reading is."""
        return Place(self._path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _take(self, what: str, place: Place | None = None) -> None:
        self.taken.setdefault(what if len(what) <= _SHOWN else f"{what[: _SHOWN - 1]}…", place or self.place)

    def _refuse(self, message: str, mend: str) -> NoReturn:
        raise _Unfit(Problem(self.place, message, mend))

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            self._entity()

    def _entity(self, *_: object) -> None:
        message = "this SVG declares entities of its own (`<!DOCTYPE svg … [`), which are not read"
        self._refuse(message, _PLAIN_EXPORT)

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self._take("<?xml-stylesheet?>")

    def _start(self, name: str, attributes: list[str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            self._refuse(f"this SVG is nested too deep; {DEPTH_LIMIT} levels are the most", "ungroup its groups")
        if self._depth == 1:
            self._check_root(namespace, local)
        if self._left_out or self._style is not None:
            self._left_out += 1
        elif namespace != SVG or local not in ELEMENTS:
            self._left_out = 1
            # What programs keep for themselves draws nothing.
            if (namespace == SVG and local not in PRIVATE_ELEMENTS) or namespace in ("", _XHTML):
                self._take(f"<{local}>")
        else:
            self._begin(local, dict(zip(attributes[::2], attributes[1::2], strict=True)))

    def _check_root(self, namespace: str, local: str) -> None:
        if local == "svg" and namespace != SVG:
            self._refuse("this SVG has no namespace, so no browser shows it", f'begin it with `<svg xmlns="{SVG}"`')
        if local != "svg":
            self._refuse(f"this is no SVG picture: it begins with `<{local}>`", "export it as plain SVG")

    def _begin(self, local: str, attributes: dict[str, str]) -> None:
        self._settle()
        written = [f"<{local}"] if self._depth > 1 else [f'<{local} xmlns="{SVG}"']
        named: list[str] = []
        for name, value in attributes.items():
            kept, value = self._attribute(local, name, value, attributes)
            if kept:
                written.append(f' {kept}="{_escaped(value, in_attribute=True)}"')
                named += _NAMED.findall(value) if "#" in value else ()
        self._size.begin(attributes.get("id", ""), named)
        self.kept.append("".join(written))
        self._is_open = True
        if local == "style":
            self._style, self._style_at = [], self.place

    def _attribute(self, element: str, name: str, value: str, others: dict[str, str]) -> tuple[str, str]:
        """Return the name and value under which an attribute is kept, or '' for a name."""
        namespace, _, local = name.rpartition(" ")
        if namespace == _XML and local != "base":
            return f"xml:{local}", value
        if local == "href" and namespace in ("", _XLINK):
            if namespace and "href" in others:
                return "", ""
            if _PART.fullmatch(value) or (element in ("image", "feImage") and _RASTER.fullmatch(value)):
                return "href", value
            self._take(f'href="{value}"')
        elif local == "style" and not namespace:
            value, taken = safe_declarations(value)
            for what in taken:
                self._take(what)
            return ("style", value) if value else ("", "")
        elif not namespace and (local in ATTRIBUTES or local.startswith("aria-")):
            return local, value
        elif not namespace and local in PRESENTATION:
            if is_safe_value(value):
                return local, value
            self._take(f'{local}="{value}"')
        elif namespace == _XML or (
            not namespace and local not in PRIVATE_ATTRIBUTES and not local.startswith("data-")
        ):
            self._take(f'{local}="{value}"')
        return "", ""

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._left_out:
            self._left_out -= 1
            return
        if self._style is not None:
            sheet, taken = safe_sheet("".join(self._style))
            self._style = None
            for what in taken:
                self._take(what, self._style_at)
            self._text(sheet)
        self._size.end()
        if self._depth == 0 and self._size.total() > MOST_DRAWN:
            message = f"the parts of this drawing repeat each other to more than {MOST_DRAWN} elements"
            self._refuse(message, "draw copies of fewer parts with `<use>`")
        local = name.rpartition(" ")[2]
        self.kept.append("/>" if self._is_open else f"</{local}>")
        self._is_open = False

    def _text(self, text: str) -> None:
        if self._left_out or not text:
            return
        if self._style is not None:
            self._style.append(text)
        else:
            self._settle()
            self.kept.append(_escaped(text))

    def _settle(self) -> None:
        """End the tag that is open, if one is."""
        if self._is_open:
            self.kept.append(">")
            self._is_open = False


def _escaped(text: str, *, in_attribute: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    if in_attribute:
        text = text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return text

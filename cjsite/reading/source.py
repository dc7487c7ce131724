"""One source file: its text, and problems placed in it."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from cjsite.base.controls import CONTROL, named
from cjsite.base.problem import Place, Problem
from cjsite.reading.tree import Mark

SIZE_LIMIT = 8 * 1024 * 1024
_MOST_CONTROLS = 20
"""How many control characters of a file are told: one with more is no text."""
_KINDS = {
    b"PK\x03\x04": "a file of a spreadsheet or a word processor (or a ZIP archive)",
    b"\xd0\xcf\x11\xe0": "a file of an older spreadsheet or word processor",
    b"\xff\xfe": "a text in UTF-16",
    b"\xfe\xff": "a text in UTF-16",
    b"%PDF": "a PDF",
}
"""What files are that begin so, whatever their names say."""


@dataclass(slots=False)
class Source:
    """A text file of the content folder; is_torn: whether a part of it could not be read."""

    path: str
    data: bytes
    problems: list[Problem] = field(default_factory=list)
    is_torn: bool = False
    misread: set[int] = field(default_factory=set)

    @cached_property
    def text(self) -> str:
        """The file's text; a byte-order mark is dropped, line ends become `\\n`; problems are noted."""
        if len(self.data) > SIZE_LIMIT:
            limit = SIZE_LIMIT // (1024 * 1024)
            self.problem(
                (1, 1), f"the file is larger than {limit} MB", "split it, or move pictures to their own files"
            )
            return ""
        try:
            text = self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self._undecodable(error)
            return ""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return self._without_controls(text) if CONTROL.search(text) else text

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, for excerpts."""
        return self.text.split("\n")

    def problem(self, mark: Mark, message: str, mend: str = "") -> None:
        """Note a problem at a line and column."""
        line = mark[0]
        excerpt = self.lines[line - 1] if "text" in self.__dict__ and 0 < line <= len(self.lines) else ""
        self.problems.append(Problem(Place(self.path, *mark), message, mend, excerpt[:400]))

    def _without_controls(self, text: str) -> str:
        """Note the control characters of a text, and return it with another sign in the place of each."""
        harmless = CONTROL.sub("\ufffd", text)
        lines = harmless.split("\n")
        for control in islice(CONTROL.finditer(text), _MOST_CONTROLS):
            before = text[: control.start()]
            line, column = before.count("\n") + 1, control.start() - before.rfind("\n")
            place = Place(self.path, line, column)
            self.problems.append(Problem(place, named(control[0]), "remove it", lines[line - 1][:400]))
        return harmless

    def _undecodable(self, error: UnicodeDecodeError) -> None:
        if kind := next((kind for begin, kind in _KINDS.items() if self.data.startswith(begin)), ""):
            self.problem((1, 1), f"this is {kind}, and no text in UTF-8", f"save it as {self._as_text()}")
            return
        before = self.data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        byte = self.data[error.start]
        likely = bytes([byte]).decode("cp1252", "replace")
        self.problem(
            (line, column),
            f"byte 0x{byte:02X} is not UTF-8"
            + (f" (perhaps '{likely}' saved by an older program)" if likely.isprintable() else ""),
            "save the file with the encoding UTF-8",
        )

    def _as_text(self) -> str:
        return "CSV (UTF-8)" if self.path.lower().endswith(".csv") else "plain text with the encoding UTF-8"

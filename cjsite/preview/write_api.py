"""What the presenter's page may write into the content: notes, and with --edit feelings."""

import hmac
import json
from pathlib import Path
from typing import Any

from cjsite.preview.access import Guarded
from cjsite.preview.notes import add_note
from cjsite.preview.quick_edit import Drag, QuickEdit
from cjsite.preview.yaml_patch import Unsplicable
from cjsite.text.json_depth import is_deep


class WriteHandler(Guarded):
    """A request that changes a file: from this machine, from a page of the preview, with its token."""

    def initialize(self, content: Path, desk: QuickEdit) -> None:
        """Write below a content folder."""
        self.content = content
        self.desk = desk

    def prepare(self) -> None:
        """Refuse all but the presenter's own page."""
        super().prepare()
        headers = self.request.headers
        token = headers.get("X-Preview-Token", "")
        if (
            not self.viewer.is_presenter
            or not self.rules.is_same_origin(headers.get("Origin"), headers.get("Host"))
            or not hmac.compare_digest(token.encode(), self.house.token.encode())
        ):
            self.refuse(403)
        if self.request.method == "POST" and headers.get("Content-Type") != "application/json":
            self.refuse(415)

    def said(self, **kinds: type | tuple[type, ...]) -> dict[str, Any]:
        """Return the request's JSON object if it has exactly these fields, each of its kind."""
        try:
            text = self.request.body.decode("utf-8")
            found: Any = None if is_deep(text) else json.loads(text)
        except ValueError:
            found = None
        if not isinstance(found, dict) or found.keys() != kinds.keys():
            self.refuse(400)
        # To Python a truth value is a number too.
        if any(isinstance(found[k], bool) or not isinstance(found[k], kind) for k, kind in kinds.items()):
            self.refuse(400)
        return dict(found)

    def answer(self, **fields: object) -> None:
        """Send a JSON object; `error` is a sentence for the presenter."""
        self.set_status(409 if "error" in fields else 200)
        self.finish(fields)


class NoteHandler(WriteHandler):
    """Appends to a step's notes."""

    def post(self) -> None:
        """Add a note: {at, text}."""
        said = self.said(at=str, text=str)
        try:
            path = add_note(self.content, said["at"], said["text"])
        except (Unsplicable, OSError) as error:
            self.answer(error=str(error))
        else:
            self.answer(file=path.name)


class EditHandler(WriteHandler):
    """Writes a feeling's number, where the server was started with --edit."""

    def prepare(self) -> None:
        """Refuse it where nobody asked for it."""
        super().prepare()
        if not self.house.may_edit:
            self.refuse(403)

    def post(self) -> None:
        """Set a feeling: {journey, column, line, sample, score}."""
        said = self.said(journey=str, column=str, line=int, sample=int, score=(int, float))
        if not (0 <= said["sample"] < 1000 and 0 <= said["line"] < 100) or not abs(said["score"]) <= 2:
            self.refuse(400)
        try:
            value = self.desk.set_feeling(Drag(**said))
        except (Unsplicable, OSError) as error:
            self.answer(error=str(error))
        else:
            self.answer(value=value)


class UndoHandler(EditHandler):
    """Takes the last quick edit back."""

    def post(self) -> None:
        """Undo: {}."""
        self.said()
        try:
            self.answer(done=self.desk.undo())
        except (Unsplicable, OSError) as error:
            self.answer(error=str(error))

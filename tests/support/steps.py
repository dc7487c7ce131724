"""Notes and drags on the steps of the example: only lines with the note or the number differ, and nothing else."""

from collections import Counter
from itertools import islice
from pathlib import Path

from cjsite.preview.editable_map import EditableMap
from cjsite.preview.notes import add_note
from cjsite.preview.quick_edit import Drag, QuickEdit
from tests.support.command import ROOT, cjsite
from tests.support.files import read, write


def note_and_drag(root: Path, every: int) -> Counter[str]:
    """Note something at each map's first step of a copy of the example, and at `every` that follows; drag it too.

    Returns how many steps of each map it was.
    """
    content = root / "content"
    write(root, {f"content/{path}": data for path, data in read(ROOT / "content").items()})
    desk = QuickEdit(content)
    edited: Counter[str] = Counter()
    for path in sorted((content / "journeys").glob("*.*")):
        if path.suffix in (".yml", ".md"):
            name = path.name.removesuffix(path.suffix)
            for step in islice(EditableMap(content, name).journey.steps(), 0, None, every):
                before = path.read_text("utf-8").splitlines()
                add_note(content, f"{name}#{step.id}", "Ask: why?")
                desk.set_feeling(Drag(name, step.meetings[0].id or step.id, 1.3))
                after = path.read_text("utf-8").splitlines()
                fresh = [line for line in after if line not in before]
                assert all("Ask: why?" in line or "1.3" in line for line in fresh)
                assert len(after) - len(before) <= 4
                edited[name] += 1
    assert cjsite("check", "--source", root, cwd=root).code == 0
    return edited

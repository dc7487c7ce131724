"""Links in a folder: followed within the project, and named where they lead out of it, to nothing, or back."""

import os
from collections.abc import Iterable
from pathlib import Path

_PRIVATE_STARTS = (".", "~$")
_PRIVATE_ENDS = ("~", ".swp", ".tmp", ".bak", ".orig")
_PRIVATE_NAMES = frozenset(
    {"thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "4913"}
    | {"__macosx", "@eadir", "$recycle.bin", "system volume information", "lost+found"}
)
"""What Windows, macOS, Vim, and the drives of networks leave in folders."""
_MOST_WITHIN = 3
"""How many links may be followed within each other."""


class Links:
    """The links that are followed on the way through a folder; refused: why others are not, and the mend, by path.

    tops: the folders that they may lead into, None: any. What lies hidden there is no author's: a version history
    may hold the keys of its host. are_met: whether there is any link.
    """

    def __init__(self, tops: Iterable[Path] | None) -> None:
        self.refused: dict[str, tuple[str, str]] = {}
        self.are_met = False
        self._tops = tops
        self._around: list[tuple[Path, Path]] = []

    def enter(self, path: str, name: str) -> bool:
        """Tell whether a link is followed; then `leave` must be called when all below it was seen."""
        self.are_met = True
        target, here = Path(os.path.realpath(path)), Path(os.path.realpath(Path(path).parent))
        around = [here, *(folder for pair in self._around for folder in pair)]
        if not target.exists():
            self.refused[name] = (f"this link leads to {target}, and nothing is there", "mend or remove it")
        elif any(folder.is_relative_to(target) for folder in around):
            self.refused[name] = ("this link leads back to a folder that it stands in", "remove it")
        elif not may_be_followed(target, self._tops):
            message = f"this link is not followed: {target} is hidden, or lies outside the project"
            self.refused[name] = (message, "put what it leads to here instead")
        elif len(self._around) >= _MOST_WITHIN:
            # Two links in each folder to the next one make twice as many files with each of them.
            self.refused[name] = (
                "this link is not followed: it is in a folder that is a link",
                "link to it from outside",
            )
        else:
            self._around.append((here, target))
            return True
        return False

    def leave(self) -> None:
        """Note that the link entered last lies behind."""
        self._around.pop()


def may_be_followed(path: Path, tops: Iterable[Path] | None) -> bool:
    """Tell whether a path leads, through all links on it, to what is not hidden in one of them; None: anywhere."""
    if tops is None:
        return True
    target = Path(os.path.realpath(path))
    for top in map(os.path.realpath, tops):
        if target.is_relative_to(top):
            return not any(map(is_private, target.relative_to(top).parts))
    return False


def is_private(name: str) -> bool:
    """Tell whether a file or folder of that name is an editor's or a system's own."""
    if name.startswith("#"):
        return name.endswith("#")
    return name.startswith(_PRIVATE_STARTS) or name.endswith(_PRIVATE_ENDS) or name.lower() in _PRIVATE_NAMES

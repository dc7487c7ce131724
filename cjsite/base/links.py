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


class Links:
    """The links that are followed on the way through a folder; refused: why others are not, and the mend, by path.

    tops: the folders that they may lead into. What lies hidden there is no author's: a version history may hold the
    keys of its host.
    """

    def __init__(self, tops: Iterable[Path]) -> None:
        self.refused: dict[str, tuple[str, str]] = {}
        self._tops = tops
        self._around: list[tuple[Path, Path]] = []

    def enter(self, path: str, name: str) -> bool:
        """Tell whether a link is followed; then `leave` must be called when all below it was seen."""
        target, here = Path(os.path.realpath(path)), Path(os.path.realpath(Path(path).parent))
        around = [here, *(folder for pair in self._around for folder in pair)]
        if not target.exists():
            self.refused[name] = (f"this link leads to {target}, and nothing is there", "mend or remove it")
        elif any(folder.is_relative_to(target) for folder in around):
            self.refused[name] = ("this link leads back to a folder that it stands in", "remove it")
        elif not self._is_open(target):
            message = f"this link is not followed: {target} is hidden, or lies outside the project"
            self.refused[name] = (message, "put what it leads to here instead")
        else:
            self._around.append((here, target))
            return True
        return False

    def leave(self) -> None:
        """Note that the link entered last lies behind."""
        self._around.pop()

    def _is_open(self, target: Path) -> bool:
        for top in map(os.path.realpath, self._tops):
            if target.is_relative_to(top):
                return not any(map(is_private, target.relative_to(top).parts))
        return False


def is_private(name: str) -> bool:
    """Tell whether a file or folder of that name is an editor's or a system's own."""
    if name.startswith("#"):
        return name.endswith("#")
    return name.startswith(_PRIVATE_STARTS) or name.endswith(_PRIVATE_ENDS) or name.lower() in _PRIVATE_NAMES

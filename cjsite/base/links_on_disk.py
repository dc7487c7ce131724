"""Which links between files are followed: those that stay within the project.

A link may lead anywhere on a machine, and what it leads to would be published; whoever wrote it into the content
may not be who builds the site.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from cjsite.base.problem import Place, Problem

OUTWARD = ("this link leads out of the project", "put what it leads to into the project, or in its place")
"""What is said of a link that is not followed, and the mend."""


def stays_within(path: str | Path, folders: Iterable[str | Path]) -> bool:
    """Tell whether a path leads, through all links on it, to a place in one of the folders (or is one of them)."""
    real = os.path.join(os.path.realpath(path), "")  # noqa: PTH118
    return any(real.startswith(os.path.join(os.path.realpath(folder), "")) for folder in folders)  # noqa: PTH118


class LinkRules:
    """Decides which links below a folder are followed, and keeps a problem for each that is not.

    project: the folder that they may lead to; None: every link to a file is followed, and none to a folder.
    prefix: what stands before paths in problems.
    """

    def __init__(self, folder: Path, project: Path | None, prefix: str = "") -> None:
        self.problems: list[Problem] = []
        self._folder = folder
        self._project = project
        self._prefix = prefix

    def follows(self, path: str, name: str, *, is_linked: bool) -> bool:
        """Tell whether a link is followed; name: its path below the folder. is_linked: is it in a linked folder?"""
        if self._project is None:
            return not Path(path).is_dir()
        fault = self._fault(path, is_linked=is_linked)
        if fault:
            self.problems.append(Problem(Place(self._prefix + name), *fault))
        return not fault

    def _fault(self, path: str, *, is_linked: bool) -> tuple[str, str] | None:
        """Return why a link is not followed, and the mend."""
        assert self._project is not None
        if not Path(path).exists():
            return "this link leads to nothing", "mend it, or remove it"
        if not stays_within(path, (self._project, self._folder)):
            return OUTWARD
        if not Path(path).is_dir():
            return None
        # Linked folders within linked folders may be without end, or very many.
        if is_linked:
            return "this linked folder lies in a linked folder, and is not read", "link to it from outside of that"
        if stays_within(Path(path).parent, (path,)):
            return "this link leads to a folder that it lies in", "remove it"
        return None

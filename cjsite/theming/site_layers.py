"""The layers of a site's theme: folders of its own over those that come with cjsite."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cjsite.base.folder import Folder
from cjsite.base.links import may_be_followed
from cjsite.base.problem import Broken, Place, Problem
from cjsite.theming.bundles import Files
from cjsite.theming.layers import extends, shipped_files, shipped_folder, theme_folder


class SiteLayers:
    """Reads the themes of a site's folder again and again; unchanged files stay the same objects."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: dict[Path, Folder] = {}

    def __call__(self, name: str) -> tuple[tuple[str, Files], ...]:
        """Return the layers of a theme, the topmost first. Raises Broken for one that is none, or not there."""
        layers: list[tuple[str, Files]] = []
        wanted: str | None = name
        while wanted is not None:
            own, shipped = self._root / "themes" / wanted, shipped_folder(wanted)
            # In a checkout they are one folder, where a file may be taken away as well.
            below = {} if own.resolve() == shipped.resolve() else shipped_files(shipped)
            if not may_be_followed(own, (self._root,)):
                message = "this theme is a link to what is hidden, or lies outside the project"
                raise Broken([Problem(Place(f"themes/{wanted}"), message, "put the theme here instead")])
            layer = self._folders.setdefault(own, theme_folder(own, self._root, f"themes/{wanted}/"))
            files = {**below, **layer.scan()}
            if layer.refused:
                raise Broken(layer.refused)
            if "theme.yml" not in files:
                mend = f"put it into themes/{wanted}/ with a theme.yml, or write `theme: default`"
                raise Broken([Problem(Place("site.yml"), f"there is no theme '{wanted}'", mend)])
            if wanted in dict(layers):
                raise Broken(
                    [Problem(Place(f"themes/{wanted}/theme.yml"), "this theme extends itself", "mend `extends`")]
                )
            layers.append((wanted, files))
            wanted = extends(files["theme.yml"], wanted)
        return tuple(layers)


def named_by_theme(paths: Iterable[str], layers: Iterable[tuple[str, Files]]) -> Iterator[str]:
    """Yield the files beside the content that a theme names, like a logo."""
    texts = [data for _, files in layers for name, data in files.items() if name.endswith((".html", ".css"))]
    yield from (path for path in paths if any(path.encode() in data for data in texts))

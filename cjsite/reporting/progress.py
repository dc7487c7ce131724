"""How far the rendering is, for someone who waits at a terminal."""

import sys
from collections.abc import Iterator, Mapping

PATIENCE = 50
"""Pages from which a bar is worth drawing."""


class _Watched(Mapping[str, bytes]):
    def __init__(self, site: Mapping[str, bytes]) -> None:
        self._site = site

    def __getitem__(self, url: str) -> bytes:
        return self._site[url]

    def __len__(self) -> int:
        return len(self._site)

    def __iter__(self) -> Iterator[str]:
        from rich.console import Console
        from rich.progress import track

        yield from track(list(self._site), "Rendering", console=Console(stderr=True), transient=True)


def watched(site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the site; going through it draws a bar if it is long and a person watches."""
    return _Watched(site) if sys.stderr.isatty() and len(site) >= PATIENCE else site

"""Pictures of other hosts in an author's texts: where they stand."""

from collections.abc import Iterator
from typing import Any

from cjsite.base.problem import Place
from cjsite.reading.source import Source
from cjsite.reading.tree import Fields, Items, Mark
from cjsite.text.prose import remote_pictures


def remote_places(tree: Any, source: Source, mark: Mark = (1, 1)) -> tuple[Place, ...]:
    """Return where the texts of a tree show pictures of other hosts; mark: where the tree stands."""
    # Hardly any file has a picture in its texts, and looking through a file is quicker than through its parts.
    if "![" not in source.text:
        return ()
    return tuple(
        _place(address, source, at) for text, at in _texts(tree, mark) for address in remote_pictures(text)
    )


def _texts(tree: Any, mark: Mark) -> Iterator[tuple[str, Mark]]:
    if isinstance(tree, Fields):
        for key, value in tree.items():
            yield from _texts(value, tree.values_at[key])
    elif isinstance(tree, Items):
        for value, at in zip(tree, tree.items_at, strict=True):
            yield from _texts(value, at)
    elif isinstance(tree, str) and "![" in tree:
        yield tree, mark


def _place(address: str, source: Source, mark: Mark) -> Place:
    """Return where an address is written, or where the text begins that holds it."""
    for number, line in enumerate(source.lines[mark[0] - 1 :], mark[0]):
        if address in line:
            return Place(source.path, number, line.index(address) + 1)
    return Place(source.path, *mark)

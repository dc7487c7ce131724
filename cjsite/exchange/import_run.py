"""Several files into one content folder: each is taken in or refused by itself."""

from collections.abc import Iterable
from pathlib import Path

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.draft import Draft, DraftedMap
from cjsite.exchange.formats import ImportFormat
from cjsite.exchange.imported import ImportOptions, NotImported
from cjsite.exchange.importing import LARGEST, ReadSource, read_source
from cjsite.exchange.registry_files import RegistryFiles
from cjsite.exchange.site_content import site_content

STDIN = "-"
"""What stands for the input of the command in place of a file."""


@frozen
class TakenSource:
    """A file that is taken in, and the maps that are made of it."""

    source: ReadSource
    maps: tuple[DraftedMap, ...]


@frozen
class ImportRun:
    """What becomes of several files: those that are taken in, those that are not, and what would be written."""

    taken: tuple[TakenSource, ...]
    refused: tuple[NotImported, ...]
    files: RegistryFiles


def import_run(
    paths: Iterable[str], folder: Path, options: ImportOptions, wanted: ImportFormat | None, given: bytes = b""
) -> ImportRun:
    """Return what files would become in a content folder; given: what stands for the path `-`.

    Raises Broken with the problems of what the folder has.
    """
    draft = Draft(site_content(folder))
    taken: list[TakenSource] = []
    refused: list[NotImported] = []
    for path in dict.fromkeys(paths):
        try:
            name = "stdin" if path == STDIN else Path(path).as_posix()
            data = given if path == STDIN else _bytes(Path(path))
            source = read_source(name, data, options, wanted)
            taken.append(TakenSource(source, draft.add(name, source.maps)))
        except NotImported as refusal:
            refused.append(refusal)
    return ImportRun(tuple(taken), tuple(refused), draft.files())


def _bytes(path: Path) -> bytes:
    """Return a file's bytes, of one that is too large only so many as show that. Raises NotImported."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except IsADirectoryError:
        sentence = "this is a folder; name the files in it"
    except OSError as error:
        sentence = f"it cannot be read: {error.strerror or error}"
    raise NotImported(Place(path.as_posix(), 0, 0), sentence)

"""The files of an import onto the disk: all of them or none, and over none that is there."""

from contextlib import suppress
from pathlib import Path

from cjsite.base.writing import replace
from cjsite.exchange.registry_files import RegistryFiles


def write_files(folder: Path, files: RegistryFiles) -> tuple[Path, ...]:
    """Write files below a content folder, and return them.

    Raises OSError where one cannot be written, or is there by now, or a registry is not what it was; then nothing
    was written.
    """
    made: list[Path] = []
    longer: list[tuple[Path, bytes]] = []
    try:
        for path, data in files.new.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                made.append(target)
                file.write(data)
        for path, (before, after) in files.longer.items():
            target = folder / path
            if target.read_bytes() != before:
                raise FileExistsError(0, "somebody saved this file meanwhile; import again", str(target))
            longer.append((target, before))
            replace(target, after)
    except BaseException:
        for target, before in longer:
            with suppress(OSError):
                replace(target, before)
        for target in made:
            with suppress(OSError):
                target.unlink()
        raise
    return (*made, *(target for target, _ in longer))

"""The code that templates were compiled to, kept between builds in the user's temporary folder."""

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from cjsite.base.writing import replace

_DIGEST = hashlib.sha256().digest_size


def bytecode_cache(kind: str, *compilers: Path) -> jinja2.BytecodeCache | None:
    """Return where code of a kind is kept, by the template's text; None where there is no safe place.

    compilers: what of ours writes the code. Whoever can write to that place decides what this program runs, so the
    folder is Jinja's default: made for this user alone (mode 700), and refused if it is another's, or a link.
    """
    try:
        folder = Path(jinja2.FileSystemBytecodeCache().directory)
        return _CheckedCache(folder, f"cjsite-{kind}-{_digest(compilers)}")
    except (RuntimeError, OSError):
        return None  # there is no folder that nobody else can write to, or no telling what the code is made with


class _CheckedCache(jinja2.BytecodeCache):
    """Code in files that begin with its digest: a damaged one is not even looked at, for it could end the program.

    A folder that is swept away, or full, only means that templates are compiled once more.
    """

    def __init__(self, folder: Path, stem: str) -> None:
        self._folder = folder
        self._stem = stem

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{self._stem}-{bucket.key}.cache"

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            data = self._path(bucket).read_bytes()
        except OSError:
            return
        if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
            bucket.bytecode_from_string(data[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = bucket.bytecode_to_string()
        # Not made anew where it is gone: only Jinja makes it so that nobody else can write to it.
        if self._folder.is_dir():
            with suppress(OSError):
                replace(self._path(bucket), hashlib.sha256(code).digest() + code)


@cache
def _digest(compilers: tuple[Path, ...]) -> str:
    """Return a digest of the programs that code depends on: ours, and Jinja's."""
    theirs = sorted(Path(jinja2.__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in (*compilers, *theirs))).hexdigest()[:16]

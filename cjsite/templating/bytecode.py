"""The code that templates were compiled to, kept between builds in the user's temporary folder."""

import hashlib
from functools import cache
from pathlib import Path

import jinja2


def bytecode_cache(kind: str, *compilers: Path) -> jinja2.BytecodeCache | None:
    """Return where code of a kind is kept, by the template's text; None where there is no safe place.

    compilers: what of ours writes the code. Whoever can write to that place decides what this program runs, so the
    folder is Jinja's default: made for this user alone (mode 700), and refused if it is another's, or a link.
    """
    try:
        return jinja2.FileSystemBytecodeCache(pattern=f"cjsite-{kind}-{_digest(compilers)}-%s.cache")
    except (RuntimeError, OSError):
        return None  # there is no folder that nobody else can write to, or no telling what the code is made with


@cache
def _digest(compilers: tuple[Path, ...]) -> str:
    """Return a digest of the programs that code depends on: ours, and Jinja's."""
    theirs = sorted(Path(jinja2.__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in (*compilers, *theirs))).hexdigest()[:16]

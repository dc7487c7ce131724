"""The code that templates were compiled to, kept between builds in the user's temporary folder."""

import hashlib
import marshal
import pickle
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

from jinja2 import compiler
from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache, bc_magic

from cjsite.text import prose
from cjsite.text import wording as wording_module
from cjsite.text.wording import UNITS, Wording

# Looked at without being used up: what seems to be a call in a text must not hide one that is. That the name only
# ends with t does no harm: a word too many. A pattern that begins with a letter is found several times as fast.
_KEY = re.compile(r"""t(?=\s*\(\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*\))""")
_ESCAPED_KEY = re.compile(r"""t(?=\s*\(\s*(?:"[^"]*\\|'[^']*\\))""")
_LONGEST = 35
"""Letters of a language in a file's name: as many as RFC 5646 (2009) allows for in section 4.4.1."""


class _Kept(FileSystemBytecodeCache):
    """Compiled templates by kind and language, in the folder that Jinja keeps from other users."""

    def __init__(self, kind: str, wording: Wording, made_with: bytes) -> None:
        super().__init__(pattern=f"cjsite-{kind}-{wording.language[:_LONGEST]}-%s.cache")
        self._words = wording.words
        self._made_with = made_with

    def get_source_checksum(self, source: str) -> str:
        """Return what a template's code depends on: its text, the words in it, and what makes code of them."""
        named = {key for keys in _KEY.findall(source) for key in keys}
        keys = self._words if _ESCAPED_KEY.search(source) else named.union(UNITS)
        words = sorted((key, self._words[key]) for key in keys if key in self._words)
        return hashlib.sha256(self._made_with + repr(words).encode() + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template's code as Jinja wrote it; Jinja reads it piece by piece, for five times as long."""
        try:
            data = Path(self._get_cache_filename(bucket)).read_bytes()
        except OSError:
            return
        head = bc_magic + pickle.dumps(bucket.checksum, 2)
        # The folder is one that nobody else can write to.
        if data.startswith(head):
            # A file that was cut off: the template is compiled anew.
            with suppress(EOFError, ValueError, TypeError):
                bucket.code = marshal.loads(data[len(head) :])


def kept(kind: str, wording: Wording, *makers: Path) -> BytecodeCache | None:
    """Return where code of a kind is kept, None where there is no safe place; makers: what writes the code."""
    try:
        made_with = _digest(makers) + repr((wording.language, wording.signs)).encode()
        return _Kept(kind, wording, made_with)
    except (RuntimeError, OSError):
        return None  # there is no folder that nobody else can write to, or no telling what the code is made with


@cache
def _digest(makers: tuple[Path, ...]) -> bytes:
    """Return a digest of the programs that code depends on: Jinja's, and ours that it calls for what is fixed."""
    ours = [*makers, *(Path(str(module.__file__)) for module in (prose, wording_module))]
    theirs = sorted(Path(compiler.__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in (*ours, *theirs))).digest()

"""No byte of what is for others is in an edition, wherever it stands and whatever names it."""

import json
import random
import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cjsite.build import Builder
from cjsite.edition.readers import Readers
from cjsite.publish.output import publish
from tests.support.author import result
from tests.support.confidential import AUDIENCES, confidential
from tests.support.files import read, write
from tests.support.page import TODAY
from tests.support.search_index import handed_over
from tests.support.soak import share

PACKED = ("search/part-", "search/words-", "search/compounds")
WORD = re.compile(rb"zq\d+x", re.IGNORECASE)


def _words(root: Path, readers: Readers | None) -> set[str]:
    """Return the words in all files of a site for some readers, and in their names."""
    site = Builder(root, TODAY, readers=readers).site()
    output = root / "output"
    publish(site, output, (root / "content",))
    files = {path: handed_over(data) if path.startswith(PACKED) else data for path, data in read(output).items()}
    every = b"\n".join(part for path, data in files.items() for part in (path.encode(), data))
    return {word.decode().lower() for word in WORD.findall(every)}


@share(1 / 4)
@given(st.integers(0, 2**32), st.sets(st.sampled_from(AUDIENCES)), st.booleans())
def test_what_is_for_others_is_nowhere(seed: int, audiences: set[str], archived: bool) -> None:
    written = confidential(seed)
    hidden = written.hidden(audiences, archived=archived)
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), written.files)
        shown = _words(root, Readers(frozenset(audiences), archived))
    assert {word: written.words[word] for word in shown & hidden} == {}


@share(1 / 10)
@given(st.integers(0, 2**32))
def test_who_may_read_all_reads_all_but_what_is_for_authors(seed: int) -> None:
    written = confidential(seed)
    everybody = Readers(frozenset(AUDIENCES), archived=True)
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), written.files)
        whole, shown = _words(root, None), _words(root, everybody)
    assert whole - shown == whole & written.hidden(AUDIENCES, archived=True)


@share(1 / 20)
@given(st.integers(0, 2**32), st.randoms(use_true_random=False))
def test_what_a_save_restricts_or_opens_is_as_in_a_clean_build(seed: int, chance: random.Random) -> None:
    written = confidential(seed)
    readers = Readers(frozenset({"crew"}))
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), written.files)
        builder = Builder(root, TODAY, readers=readers)
        result(builder)
        for _ in range(4):
            path = root / chance.choice([path for path in sorted(written.files) if path.endswith(".yml")])
            fields = json.loads(path.read_text("utf-8"))
            if "audiences" not in fields and fields.pop("audience", None) is None:
                fields["audience"] = [chance.choice(AUDIENCES)]
            path.write_text(json.dumps(fields), "utf-8")
            assert result(builder) == result(Builder(root, TODAY, readers=readers))

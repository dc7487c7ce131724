"""Files of other programs with damage, and what is read of them: maps, or a sentence with its place."""

import random
import time
from collections import Counter

from cjsite.analysis.rules import CODES
from cjsite.exchange.formats import FORMATS
from cjsite.exchange.imported import ImportOptions, NotImported
from cjsite.exchange.journey_json import write_json
from cjsite.exchange.markdown_writer import write_markdown
from cjsite.reading.read import read
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support import examples, mutate
from tests.support.command import ROOT
from tests.support.files import read as files_below
from tests.support.mermaid import PAGE
from tests.support.page import TODAY

SECONDS = 5
"""How long one file may take, however it is damaged."""


def sources() -> list[tuple[str, bytes]]:
    """Return files that come in, by their paths: those that the documentation shows, and exports of the example."""
    text = (ROOT / "docs/import.md").read_text("utf-8")
    shown = [(block.path, block.body.encode()) for block in examples.blocks(text) if block.purpose[:6] == "import"]
    inputs = journey_inputs(read(files_below(ROOT / "content"), CODES, TODAY), TODAY)["selling-on"]
    return [
        *shown,
        ("page.md", PAGE.encode()),
        ("own.json", write_json(inputs).data),
        ("own.md", write_markdown(inputs).data),
    ]


def damage_and_import(seed: int, rounds: int) -> Counter[str]:
    """Damage one file a round and read it in every format that takes it for its own.

    Returns how often maps came of it, it was refused, and nobody knew it.
    """
    chance = random.Random(seed)
    files = sources()
    outcomes: Counter[str] = Counter()
    for number in range(rounds):
        path, data = chance.choice(files)
        for _ in range(chance.randrange(1, 5)):
            data = chance.choice(mutate.HARSH[:2])(chance, data) if data else data
        outcomes[_read(path, data, f"{seed}/{number}")] += 1
    return outcomes


def _read(path: str, data: bytes, what: str) -> str:
    outcome = "not known"
    for own in FORMATS:
        begun = time.monotonic()
        try:
            if not own.recognises(path, data):
                continue
            outcome = "refused" if outcome == "not known" else outcome
            maps = own.read(path, data, ImportOptions())
            assert maps, f"{what}: {own.name} of {path}"
            # A map of ours may have none yet, and comes in as it is.
            assert own.name == "json" or all(one.journey.stages for one in maps), f"{what}: {own.name} of {path}"
            outcome = "read"
        except NotImported as refusal:
            assert refusal.sentence, f"{what}: {own.name} of {path}"
            assert refusal.place.path == path, f"{what}: {refusal}"
        except Exception as error:
            raise AssertionError(f"{what}: {own.name} of {path}: {data!r}") from error
        assert time.monotonic() - begun < SECONDS, f"{what}: {own.name} of {path}"
    return outcome


BOMBS = {
    "deep.json": b"[" * 100_000,
    "keys.json": b"{" + b",".join(b'"%d":{}' % n for n in range(200_000)) + b"}",
    "large.json": b'{"swimlanes": "' + b"x" * (3 * 1024 * 1024) + b'", "stages": []}',
    "nodes.ojf": b'{"stages": [{"id": 1}], "swimlanes": [], "nodes": [' + b"{}," * 1000 + b"{}]}",
    "laughs.yaml": b"kind: cjm\na: &a [x]\nb: [*a, *a]\n",
    "deep.yaml": b"kind: cjm\na: " + b"[" * 50_000,
    "many.yaml": b"kind: cjm\n" + b"---\nkind: sbp\n" * 200,
    "actions.yaml": b"kind: cjm\nactions:\n" + b"- {name: x}\n" * 1001,
    "headings.md": b"".join(b"## %d. S\n**Actions:** a\n**Emotions:** b\n" % n for n in range(1500)),
}
"""Files one step beyond what is read, by their names."""


def refusal_of(name: str) -> str:
    """Return why a file beyond the limits is refused by each format that takes it for its own, in one text."""
    sentences = []
    for own in FORMATS:
        begun = time.monotonic()
        try:
            if own.recognises(name, BOMBS[name]):
                own.read(name, BOMBS[name], ImportOptions())
                sentences.append(f"{own.name} read it")
        except NotImported as refusal:
            sentences.append(refusal.sentence)
        assert time.monotonic() - begun < SECONDS, f"{own.name} of {name}"
    return "; ".join(sentences)

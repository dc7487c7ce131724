"""Builds that are killed at any moment: every page is a whole one, old or new, and the next build is right."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from cjsite.build import Builder
from cjsite.edition.readers import Readers
from tests.support.author import TODAY
from tests.support.command import start_cjsite
from tests.support.files import published, write
from tests.support.remembered import SITE, journey
from tests.support.soak import Part

MAPS = 40
KILLS = 0.1
"""The share of the rounds that kill a build."""
LONGEST = 2.5
"""Seconds after which a build is mostly done."""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_build_that_is_killed(tmp_path: Path, part: Part, tell: Callable[[Counter[str]], None]) -> None:
    chance, root, output = random.Random(part.seed), tmp_path / "site", tmp_path / "output"
    write(root, SITE)
    for number in range(MAPS):
        write(root, journey(f"m{number}"))
    versions: dict[str, set[bytes]] = defaultdict(set)
    outcomes: Counter[str] = Counter()
    call = ["build", "--source", str(root), "--output", str(output), "--cache", str(tmp_path / "kept")]
    call += ["--today", f"{TODAY}", "--jobs", "2"]
    for turn in range(max(1, round(part.rounds * KILLS))):
        _edit(chance, root, turn)
        clean = dict(Builder(root, TODAY, readers=Readers()).site().items())
        for url, data in clean.items():
            versions[url].add(data)
        outcomes[_killed(call, chance.uniform(0, LONGEST))] += 1
        torn = [url for url, data in published(output).items() if _is_ours(url) and data not in versions[url]]
        assert torn == [], turn
        done = start_cjsite(*call, cwd=root)
        assert done.code == 0, (turn, done.err)
        assert {url: data for url, data in published(output).items() if _is_ours(url)} == clean, turn
    tell(outcomes)


def _edit(chance: random.Random, root: Path, turn: int) -> None:
    """Change one map, or the looks of all of them."""
    if chance.random() < 0.3:
        (root / "content/site.yml").write_text(f"title: Cafe {turn}\naudiences: {{crew: The crew}}\n", "utf-8")
    path = root / f"content/journeys/m{chance.randrange(MAPS)}.yml"
    path.write_text(f"{path.read_text('utf-8')}      - {{title: Turn {turn}}}\n", "utf-8")


def _killed(call: list[str], seconds: float) -> str:
    """Start a build, kill it after a while, and say whether it had ended; what it started ends by itself."""
    build = subprocess.Popen(
        [sys.executable, "-m", "cjsite", *call], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True,
    )  # fmt: skip
    try:
        build.wait(seconds)
    except subprocess.TimeoutExpired:
        build.send_signal(signal.SIGKILL)
    try:
        # The pipe is closed when the last of the processes that hold it has ended.
        build.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
        raise AssertionError("processes that a killed build had started live on") from None
    return "killed" if build.returncode == -signal.SIGKILL else "had ended"


def _is_ours(url: str) -> bool:
    """Tell whether a path is a page's, and not what a killed build has put down beside it."""
    return not any(name.startswith(".cjsite-") for name in url.split("/"))

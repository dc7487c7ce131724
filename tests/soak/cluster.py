"""Builds by a Dask cluster of two workers on this machine: the same bytes, and no worker is missed."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from cjsite.base.problem import Broken
from cjsite.publish.build_site import build_site
from cjsite.publish.order import BuildOrder
from cjsite.tasks import site_journeys
from cjsite.tasks.cluster import cluster
from cjsite.tasks.journey_task import MadeRun, RunTask
from cjsite.tasks.worker import make_runs
from tests.support.author import TODAY
from tests.support.command import ROOT, build, start_cjsite
from tests.support.files import published, write
from tests.support.remembered import SITE, journey
from tests.support.soak import SEED

_CLUSTER = """
import sys
from distributed import LocalCluster

if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None)
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler that has two workers."""
    folder = tmp_path_factory.mktemp("cluster")
    (folder / "run.py").write_text(_CLUSTER, "utf-8")
    running = subprocess.Popen(
        [sys.executable, folder / "run.py"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert running.stdout
    yield running.stdout.readline().strip().replace("tcp://", "dask://")
    running.communicate(timeout=60)


def test_the_example_has_the_same_bytes(scheduler: str, tmp_path: Path) -> None:
    built = build(ROOT, tmp_path / "far", "--no-cache", "--executor", scheduler)
    assert published(built) == published(build(ROOT, tmp_path / "near", "--no-cache"))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    root = write(tmp_path / "site", SITE)
    for number in range(150):
        write(root, journey(f"m{number}"))
    return root


def make_or_die(shared: bytes, tasks: Sequence[RunTask]) -> list[MadeRun]:
    """Make journeys; one of them ends whoever works on it."""
    if any(own.id == "m7" for task in tasks for own in task.journeys):
        os._exit(9)
    return make_runs(shared, tasks)


def test_a_map_that_ends_its_workers_is_a_problem_and_the_others_are_made(
    scheduler: str, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_journeys, "make_runs", make_or_die)
    with cluster(scheduler) as workers, pytest.raises(Broken) as broken:
        order = BuildOrder(
            many, tmp_path / "out", TODAY, store=tmp_path / "kept", executor=workers.executor, jobs=4
        )
        build_site(order, lambda *_: None)
    (problem,) = broken.value.problems
    assert problem.place.path.endswith("journeys/m7.yml") and "KilledWorker" in problem.message
    assert not (tmp_path / "out" / "index.html").exists()
    done = start_cjsite(
        "build", "--cache", tmp_path, "--output", tmp_path / "out", "--today", f"{TODAY}", "--timings",
        "--executor", scheduler, cwd=many,
    )  # fmt: skip
    assert done.code == 0, done.err


def test_a_worker_that_is_lost_is_not_missed(scheduler: str, many: Path, tmp_path: Path) -> None:
    lost = random.Random(SEED).uniform(2, 5)
    threading.Timer(lost, _kill_one_worker, [scheduler]).start()
    built = build(many, tmp_path / "far", "--no-cache", "--executor", scheduler)
    assert published(built) == published(build(many, tmp_path / "near", "--no-cache"))


def _kill_one_worker(address: str) -> None:
    from distributed import Client

    with Client(address.removeprefix("dask://"), set_as_default=False) as client:
        numbers = client.run(os.getpid)
        os.kill(next(iter(numbers.values())), signal.SIGKILL)

"""Tasks are spread over processes: each is done once, and one that ends its process takes no other along."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from cjsite.base.problem import Broken, Place, Problem, Refusal
from cjsite.tasks.pool import Died, Workers, processors


@pytest.fixture(autouse=True)
def _forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes start by forks, whatever threads this one has: by others few tasks are not worth one.

    What ends its process would end this one then.
    """
    monkeypatch.setenv("CJSITE_START", "fork")


def squared(numbers: Sequence[int]) -> list[int]:
    """Return the squares; some numbers end the process."""
    if any(number < 0 for number in numbers):
        os._exit(9)
    return [number * number for number in numbers]


def _done(numbers: list[int], workers: Workers) -> dict[int, int | str]:
    with workers:
        every = list(workers.each(squared, numbers))
    assert len(every) == len({number for number, _ in every}), "each once"
    return {number: "died" if isinstance(result, Died) else result for number, result in every}


@pytest.mark.parametrize("count", [1, 2, 7])
def test_every_task_is_done_once_whatever_the_number_of_processes(count: int) -> None:
    assert _done(list(range(50)), Workers(count)) == {number: number**2 for number in range(50)}


@pytest.mark.parametrize("fatal", [{0}, {29}, {3, 4, 25}])
def test_a_task_that_ends_its_process_is_named_and_all_others_are_done(fatal: set[int]) -> None:
    numbers = [-1 if number in fatal else number for number in range(30)]
    expected = {number: "died" if number in fatal else number**2 for number in range(30)}
    assert _done(numbers, Workers(2)) == expected


def test_few_tasks_are_done_here() -> None:
    with Workers(4) as workers:
        done = [result for _, result in workers.each(lambda batch: [os.getpid() for _ in batch], [1, 2, 3])]
    assert done == [os.getpid()] * 3


def test_somebody_elses_executor_does_the_work() -> None:
    with ThreadPoolExecutor(2) as executor:
        assert _done(list(range(50)), Workers(executor=executor)) == {number: number**2 for number in range(50)}
        assert executor.submit(int).result() == 0, "and is not shut down"


class KilledWorker(Exception):
    """What a cluster raises for a task that ended its workers: of no kind that others know."""


def _cubed(numbers: Sequence[int]) -> list[int]:
    if any(number in (3, 21) for number in numbers):
        raise KilledWorker("both workers ended")
    return [number**3 for number in numbers]


def test_what_ends_the_workers_of_others_is_named_and_all_others_are_done() -> None:
    with ThreadPoolExecutor(2) as executor, Workers(executor=executor) as workers:
        every = dict(workers.each(_cubed, list(range(50))))
    lost = {number: str(result) for number, result in every.items() if isinstance(result, Died)}
    assert lost == dict.fromkeys((3, 21), "KilledWorker: both workers ended")
    assert {number: result for number, result in every.items() if number not in lost} == {
        number: number**3 for number in range(50) if number not in lost
    }


def _useless(_numbers: Sequence[int]) -> list[int]:
    raise ModuleNotFoundError("No module named 'cjsite'")


def test_an_executor_that_does_nothing_is_given_up() -> None:
    said = "does none of the work: ModuleNotFoundError: No module named 'cjsite'"
    with ThreadPoolExecutor(2) as executor, pytest.raises(Refusal, match=said):
        list(Workers(executor=executor).each(_useless, list(range(500))))


def _broken(_numbers: Sequence[int]) -> list[int]:
    raise Broken([Problem(Place("a.yml"), "wrong")])


def test_problems_of_the_content_come_through_an_executor() -> None:
    with ThreadPoolExecutor(2) as executor, Workers(executor=executor) as workers, pytest.raises(Broken):
        list(workers.each(_broken, [1, 2]))


_PARENT = """
import os, time
from cjsite.tasks.pool import Workers

def waiting(numbers):
    print(os.getpid(), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    list(Workers(2).each(waiting, list(range(100))))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, a process has to be started anew for it")
def test_processes_end_with_the_one_that_they_work_for(tmp_path: Path) -> None:
    (tmp_path / "parent.py").write_text(_PARENT, "utf-8")
    call = [sys.executable, f"{tmp_path}/parent.py"]
    parent = subprocess.Popen(call, stdout=subprocess.PIPE, start_new_session=True)
    try:
        assert parent.stdout and parent.stdout.readline()
        parent.kill()
        # The pipe has an end when nobody holds it any more.
        parent.communicate(timeout=30)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(parent.pid, signal.SIGKILL)


def test_there_is_a_process_for_each_processor() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)
    assert Workers().count == processors()

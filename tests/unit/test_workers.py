"""Tasks are spread over processes: each is done once, and one that ends its process takes no other along."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from cjsite.tasks.pool import Died, Workers, processors


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


def test_there_is_a_process_for_each_processor() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)
    assert Workers().count == processors()

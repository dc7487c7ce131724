"""What is remembered from run to run, and when it is forgotten."""

from cjsite.memory import Memory


class Counting:
    """A function that notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, number: int) -> str:
        """Note a number and return its text."""
        self.asked.append(number)
        return str(number)


def test_the_same_value_is_worked_out_once() -> None:
    memory, work = Memory(), Counting()
    assert [memory(work, "a", 1), memory(work, "a", 1)] == ["1", "1"]
    memory.turn()
    assert memory(work, "a", 1) == "1"
    assert work.asked == [1]
    assert [memory(work, "a", 2), memory(work, "b", 2)] == ["2", "2"]
    assert work.asked == [1, 2, 2]


def test_what_a_run_does_not_ask_for_is_forgotten_after_it() -> None:
    memory, work = Memory(), Counting()
    memory(work, "a", 1)
    memory(work, "b", 2)
    memory.turn()
    memory(work, "a", 1)
    memory.turn()
    memory(work, "a", 1)
    memory(work, "b", 2)
    assert work.asked == [1, 2, 2]


def test_what_is_asked_twice_in_a_run_does_not_keep_what_is_not_asked() -> None:
    memory, work = Memory(), Counting()
    memory(work, "b", 3)
    for _ in range(2):
        memory.turn()
        memory(work, "a", 1)
        memory(work, "a", 2)
    memory.turn()
    memory(work, "b", 3)
    assert work.asked.count(3) == 2


def test_a_run_that_asks_for_nothing_forgets_nothing() -> None:
    memory, work = Memory(), Counting()
    memory(work, "a", 1)
    memory.turn()
    memory.turn()
    memory(work, "a", 1)
    assert work.asked == [1]


def test_a_run_that_failed_halfway_forgets_nothing() -> None:
    memory, work = Memory(), Counting()
    memory(work, "a", 1)
    memory(work, "b", 2)
    memory.turn()
    memory(work, "a", 1)
    memory.keep()
    memory.turn()
    memory(work, "a", 1)
    memory(work, "b", 2)
    assert work.asked == [1, 2]


def test_an_equal_value_gets_the_older_result() -> None:
    memory = Memory()
    result = memory(list, "", (1, "one"))
    memory.turn()
    assert memory(list, "", (1, "".join(["o", "ne"]))) is result

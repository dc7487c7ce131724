"""What is remembered from run to run, and when it is forgotten."""

from collections.abc import Iterator

import pytest

from cjsite.base.frozen import frozen
from cjsite.base.memo import Memory, memo

asked: list[int] = []


@memo(by="name")
def text(name: str, number: int) -> str:
    """Note a number and return its text."""
    asked.append(number)
    return f"{name}{number}"


@memo
def listed(values: tuple[object, ...]) -> list[object]:
    """Return a new list."""
    return list(values)


@frozen
class Thing:
    """Something with an id."""

    id: str
    size: int


@memo(by="thing")
def size(thing: Thing) -> int:
    """Note the size of a thing and return it."""
    asked.append(thing.size)
    return thing.size


@pytest.fixture
def memory() -> Iterator[Memory]:
    asked.clear()
    made = Memory()
    with made.active():
        yield made


def test_the_same_value_is_worked_out_once(memory: Memory) -> None:
    assert [text("a", 1), text("a", 1)] == ["a1", "a1"]
    memory.turn()
    assert text("a", number=1) == "a1"
    assert asked == [1]
    assert [text("a", 2), text("b", 2)] == ["a2", "b2"]
    assert asked == [1, 2, 2]


def test_what_a_run_does_not_ask_for_is_forgotten_after_it(memory: Memory) -> None:
    text("a", 1)
    text("b", 2)
    memory.turn()
    text("a", 1)
    memory.turn()
    text("a", 1)
    text("b", 2)
    assert asked == [1, 2, 2]


def test_what_is_asked_twice_in_a_run_does_not_keep_what_is_not_asked(memory: Memory) -> None:
    text("b", 3)
    for _ in range(2):
        memory.turn()
        text("a", 1)
        text("a", 2)
    memory.turn()
    text("b", 3)
    assert asked.count(3) == 2


def test_a_run_that_asks_for_nothing_forgets_nothing(memory: Memory) -> None:
    text("a", 1)
    memory.turn()
    memory.turn()
    text("a", 1)
    assert asked == [1]


def test_a_run_that_failed_halfway_forgets_nothing(memory: Memory) -> None:
    text("a", 1)
    text("b", 2)
    memory.turn()
    text("a", 1)
    memory.keep()
    memory.turn()
    text("a", 1)
    text("b", 2)
    assert asked == [1, 2]


def test_an_equal_value_gets_the_older_result(memory: Memory) -> None:
    result = listed((1, "one"))
    memory.turn()
    assert listed((1, "".join(["o", "ne"]))) is result


def test_an_equal_result_is_the_older_one(memory: Memory) -> None:
    result = listed((1,))
    memory.turn()
    assert listed((1.0,)) is result
    memory.turn()
    assert listed((2,)) is not result


def test_things_are_told_apart_by_their_ids(memory: Memory) -> None:
    assert [size(Thing("a", 1)), size(Thing("b", 1)), size(Thing("a", 1))] == [1, 1, 1]
    assert asked == [1, 1]
    memory.turn()
    assert [size(Thing("a", 2)), size(Thing("b", 1))] == [2, 1]
    assert asked == [1, 1, 2]


def test_without_a_memory_a_call_is_a_call() -> None:
    assert listed((1,)) is not listed((1,))

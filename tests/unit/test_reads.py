"""What a piece of work reads is noted, by whoever does it and whoever only uses it."""

from cjsite.base.lazy import LastAsked
from cjsite.base.reads import ReadOnce, forget_reads, note, noting, read_once, unnoted


class _Figures:
    """Two values: one is made of the other."""

    def __init__(self) -> None:
        self.worked = 0

    @read_once
    def base(self) -> int:
        """Return one."""
        self.worked += 1
        note("base")
        return 1

    @read_once
    def sum(self) -> int:
        note("other")
        return self.base + 1


def test_what_is_read_is_noted_where_somebody_wants_to_know() -> None:
    note("nobody asks")
    with noting() as reads:
        note("a")
        with noting() as inner:
            note("b")
        with unnoted():
            note("c")
    assert (reads, inner) == ({"a", "b"}, {"b"})


def test_who_uses_what_is_worked_out_already_has_read_the_same() -> None:
    figures = _Figures()
    assert figures.sum == 2, "nobody noted it the first time"
    with noting() as reads:
        assert figures.sum == 2
    with noting() as fewer:
        assert figures.base == 1
    assert (reads, fewer, figures.worked) == ({"base", "other"}, {"base"}, 1)


def test_what_is_let_go_is_worked_out_anew() -> None:
    figures = _Figures()
    assert figures.sum == 2
    forget_reads(figures)
    with noting() as reads:
        assert figures.sum == 2
    assert (reads, figures.worked) == ({"base", "other"}, 2)


def test_so_it_is_with_values_by_name() -> None:
    def make(name: str) -> str:
        note(f"part of {name}")
        return name.upper()

    values = LastAsked(("a", "b"), make)
    assert values["a"] == "A"
    with noting() as reads:
        assert (values["a"], values["b"]) == ("A", "B")
    assert reads == {"part of a", "part of b"}


def test_a_value_that_nobody_has_read_yet_is_read_by_the_first() -> None:
    with noting() as reads:
        value = ReadOnce(lambda: note("all of it"))
    assert reads == {"all of it"}
    with noting() as again:
        value()
    assert again == reads

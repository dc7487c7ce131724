"""How much a drawing comes to when it is drawn: parts that show parts again may make few lines very many."""

from collections import Counter

MOST_DRAWN = 1_000_000
"""Elements that a drawing may come to; browsers take seconds for as many."""


class DrawnSize:
    """The parts of a drawing by their ids, what each of them shows, and of how many elements it is.

    Parts that lie in a part are shown by it, like those that it names.
    """

    def __init__(self) -> None:
        self._open: list[str] = [""]
        self._own = Counter[str]()
        self._shown: dict[str, list[str]] = {}

    def begin(self, id_: str, named: list[str]) -> None:
        """Note an element with its id, '' for none, and the ids of the parts that it names."""
        part = self._open[-1]
        if id_:
            self._shown.setdefault(part, []).append(id_)
            part = id_
        self._open.append(part)
        self._own[part] += 1
        if named:
            self._shown.setdefault(part, []).extend(named)

    def end(self) -> None:
        """Note the end of the element that was begun last."""
        self._open.pop()

    def total(self) -> int:
        """Return of how many elements the whole is drawn; what shows itself is not drawn again."""
        sizes: dict[str, int] = {}
        begun = {""}
        way = [("", iter(self._shown.get("", ())))]
        # Not by recursion: a chain of parts may be longer than Python's stack.
        while way:
            part, rest = way[-1]
            other = next((one for one in rest if one not in begun), None)
            if other is not None:
                begun.add(other)
                way.append((other, iter(self._shown.get(other, ()))))
                continue
            way.pop()
            parts = sum(sizes.get(one, 0) for one in self._shown.get(part, ()))
            sizes[part] = min(self._own[part] + parts, MOST_DRAWN + 1)
        return sizes[""]

"""Each way to err: the complete list of problems with file, line, column and mend."""

import re
from pathlib import Path

import pytest

from cjsite.base.problem import Broken
from cjsite.reading.read import read
from tests.support.files import parse
from tests.support.page import TODAY

_ESCAPE = re.compile(rb"\\t|\\x([0-9a-f]{2})|\\x\{(.)\*(\d+)\}")


def _cases() -> list[tuple[str, str]]:
    cases = []
    for path in sorted((Path(__file__).parent / "problems").glob("*.txt")):
        for case in re.split(r"^== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, _, text = case.partition("\n")
            cases.append((name, text))
    return cases


def _bytes(data: bytes) -> bytes:
    """Return a file's bytes: what cannot be seen in a text file is written `\\t`, `\\xe9` or `\\x{a*20001}`."""

    def meant(found: re.Match[bytes]) -> bytes:
        code, character, times = found.groups()
        return bytes([int(code, 16)]) if code else character * int(times) if character else b"\t"

    return _ESCAPE.sub(meant, data)


@pytest.mark.parametrize(("name", "text"), [pytest.param(*case, id=case[0]) for case in _cases()])
def test_problems(name: str, text: str) -> None:
    files = {path: _bytes(data) for path, data in parse(text).items()}
    expected = files.pop("problems").decode().strip().splitlines()
    with pytest.raises(Broken) as broken:
        read(files, today=TODAY)
    assert [str(problem) for problem in broken.value.problems] == expected, name

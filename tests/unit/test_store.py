"""Results outlive a run: found again by their keys, never believed where they are damaged or another's."""

import os
import stat
from pathlib import Path

import msgspec
import pytest

from cjsite.base.digest import Digests, digest
from cjsite.base.store import Store
from cjsite.base.stores import remove_unused, removed, stores
from cjsite.model.persona import Persona
from cjsite.model.types import Ref

KEYS = [digest(str(number)) for number in range(40)]


def _kept(folder: Path, *numbers: int) -> None:
    with Store(folder) as store:
        for number in numbers:
            store.put(KEYS[number], b"%d" % number * 100)


def test_what_is_kept_is_found_again_by_later_runs(tmp_path: Path) -> None:
    for number in range(40):
        with Store(tmp_path / "kept") as store:
            assert [store.get(key) for key in KEYS[:number]] == [b"%d" % n * 100 for n in range(number)]
            assert store.get(KEYS[39]) is None
            store.put(KEYS[number], b"%d" % number * 100)
            assert store.get(KEYS[number]) == b"%d" % number * 100
    assert len([*(tmp_path / "kept").iterdir()]) < 20, "small packs are put together"


def test_what_was_kept_last_counts(tmp_path: Path) -> None:
    for data in (b"first", b"then", b"last"):
        with Store(tmp_path) as store:
            store.put(KEYS[1], data)
            assert store.get(KEYS[1]) == data
    with Store(tmp_path) as store:
        assert store.get(KEYS[1]) == b"last"


def test_two_runs_at_once_keep_what_both_have_made(tmp_path: Path) -> None:
    with Store(tmp_path) as first, Store(tmp_path) as second:
        first.put(KEYS[1], b"one")
        second.put(KEYS[2], b"two")
    with Store(tmp_path) as third:
        assert (third.get(KEYS[1]), third.get(KEYS[2])) == (b"one", b"two")


def test_the_oldest_goes_where_there_is_too_much(tmp_path: Path) -> None:
    for number in range(4):
        with Store(tmp_path, largest=2_500) as store:
            store.put(KEYS[number], bytes(1_000))
    with Store(tmp_path) as store:
        assert [store.get(key) is not None for key in KEYS[:4]] == [False, False, True, True]


@pytest.mark.parametrize("part", [0, 20, 150, -1, -10, -17, -40])
def test_what_is_damaged_is_not_there(tmp_path: Path, part: int) -> None:
    _kept(tmp_path, 1, 2, 3)
    (pack,) = tmp_path.iterdir()
    data = bytearray(pack.read_bytes())
    data[part] ^= 0xFF
    pack.write_bytes(data)
    with Store(tmp_path) as store:
        got = [store.get(KEYS[number]) for number in (1, 2, 3)]
    assert all(one in (None, b"%d" % number * 100) for number, one in enumerate(got, 1))
    assert None in got


@pytest.mark.parametrize("size", [0, 5, 100, 340])
def test_what_is_cut_is_told_and_made_anew(tmp_path: Path, size: int) -> None:
    _kept(tmp_path, 1, 2, 3)
    (pack,) = tmp_path.iterdir()
    pack.write_bytes(pack.read_bytes()[:size])
    with Store(tmp_path) as store:
        assert store.get(KEYS[1]) is None
        (said,) = store.ignored
        assert pack.name in said and "made anew" in said
        store.put(KEYS[1], b"again")
    with Store(tmp_path) as store:
        assert (store.get(KEYS[1]), store.ignored) == (b"again", [])


def test_a_list_of_entries_outside_the_file_is_none(tmp_path: Path) -> None:
    _kept(tmp_path, 1)
    (pack,) = tmp_path.iterdir()
    data = pack.read_bytes()
    begin = int.from_bytes(data[-16:-8], "big")
    from zlib import crc32

    forged = msgspec.msgpack.encode({KEYS[1]: (0, 10**12, 0)})
    pack.write_bytes(data[:begin] + forged + begin.to_bytes(8, "big") + crc32(forged).to_bytes(8, "big"))
    with Store(tmp_path) as store:
        assert store.get(KEYS[1]) is None and store.ignored


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_only_its_owner_may_look_into_it(tmp_path: Path) -> None:
    _kept(tmp_path / "kept", 1)
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "kept").iterdir()} == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_folder_that_others_may_write_in_is_left_alone(tmp_path: Path) -> None:
    _kept(tmp_path / "kept", 1)
    (tmp_path / "kept").chmod(0o777)
    before = [*(tmp_path / "kept").iterdir()]
    with Store(tmp_path / "kept") as store:
        assert store.get(KEYS[1]) is None
        store.put(KEYS[2], b"two")
        assert "others may write" in store.ignored[0]
    assert [*(tmp_path / "kept").iterdir()] == before


@pytest.mark.skipif(os.name == "nt", reason="owners of POSIX")
def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(tmp_path / "kept", 1)
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    with Store(tmp_path / "kept") as store:
        assert store.get(KEYS[1]) is None and "nothing in it is trusted" in store.ignored[0]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_link_in_the_place_of_a_pack_is_not_followed(tmp_path: Path) -> None:
    _kept(tmp_path / "theirs", 1)
    (pack,) = (tmp_path / "theirs").iterdir()
    (tmp_path / "ours").mkdir(mode=0o700)
    (tmp_path / "ours" / pack.name).symlink_to(pack)
    with Store(tmp_path / "ours") as store:
        assert store.get(KEYS[1]) is None
    assert pack.exists()


def test_a_place_that_is_none_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with Store(tmp_path / "file" / "kept") as store:
        store.put(KEYS[1], b"one")
        assert store.get(KEYS[1]) is None and "cannot be used" in store.ignored[0]


def test_all_that_is_kept_can_be_removed_and_nothing_else(tmp_path: Path) -> None:
    _kept(tmp_path, 1, 2)
    (tmp_path / "mine.txt").write_text("mine")
    assert removed(tmp_path) > 200
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert removed(tmp_path / "nowhere") == 0


def test_a_store_that_nobody_has_used_for_long_goes_when_another_site_is_built(tmp_path: Path) -> None:
    used, unused, other = (tmp_path / name for name in ("a" * 20, "b" * 20, "mine"))
    for folder in (used, unused, other):
        _kept(folder, 1)
    for folder in (unused, other):
        os.utime(folder, (1, 1))
    assert [*stores(tmp_path)] == [used, unused]
    remove_unused(tmp_path)
    assert sorted(tmp_path.iterdir()) == [used, other]


def test_equal_values_have_one_digest_and_others_another() -> None:
    first, again = (Persona(id="a", title="Ana", age="40") for _ in range(2))
    assert Digests().of(first) == Digests().of(again)
    others = [
        Persona(id="a", title="Ana"),
        Persona(id="a", title="Ana", age="41"),
        Ref("persona"),
        "a",
        b"a",
        1,
        True,
    ]
    others += [None, 1.0, ("a",), (("a",),), ("a", ""), {"a": 1}, {"b": 1, "a": 2}, {"a": 2, "b": 1}, ()]
    others += [frozenset({"a"}), frozenset({"a", "b"})]
    assert len({Digests().of(other) for other in (first, *others)}) == len(others) + 1
    assert Digests().of(frozenset({"a", "b", "c"})) == Digests().of(frozenset({"c", "b", "a"}))
    assert digest("ab", "c") != digest("a", "bc")

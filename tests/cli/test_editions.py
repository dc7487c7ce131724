"""`build` makes the edition that is asked for, says what it left out, and leaves nothing of another behind."""

from pathlib import Path

from tests.support.command import cjsite
from tests.support.files import read, write
from tests.support.html import Document

SITE = """\
-- content/site.yml --
audiences: {crew: The crew}
-- content/journeys/a.yml --
title: Everyday
stages: [{title: S, steps: [{title: One, notes: Nightshift}, {title: Inside, audience: crew}]}]
-- content/journeys/b.yml --
title: Longago
status: archived
-- content/journeys/q.yml --
title: Handover
status: published
audience: crew
"""


def _built(root: Path) -> str:
    """Return the names and texts of all files that were built."""
    return " ".join(f"{path} {data!r}" for path, data in read(root / "output").items() if "/fonts/" not in path)


def test_an_edition_holds_nothing_of_the_one_before_it(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    crew = cjsite("build", "--audience", "crew", "--archived", cwd=tmp_path)
    assert crew.code == 0
    assert all(word in _built(tmp_path) for word in ("Everyday", "Inside", "Longago", "Handover"))
    assert "Left out: for authors: 1 note" in crew.out
    everyone = cjsite("build", cwd=tmp_path)
    assert [line for line in everyone.out.splitlines() if line.startswith("Left out")] == [
        "Left out: for other readers: 1 map and 1 step (--audience crew)",
        "Left out: 1 archived map (--archived)",
        "Left out: for authors: 1 note",
    ]
    built = _built(tmp_path)
    assert "Everyday" in built
    assert [
        w for w in ("Inside", "Longago", "Handover", "Nightshift", "journeys/b", "journeys/q") if w in built
    ] == []
    settled = cjsite("build", "--no-drafts", cwd=tmp_path)
    assert "Left out: 1 draft" in settled.out
    assert "Everyday" not in _built(tmp_path)


def test_an_audience_that_is_not_declared_stops_the_build(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    done = cjsite("build", "--audience", "crwe", cwd=tmp_path)
    assert done.code == 1
    assert "there is no audience 'crwe', which `--audience` names; did you mean 'crew'?" in done.err
    assert not (tmp_path / "output").exists()


def test_check_reads_all(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    told = cjsite("check", cwd=tmp_path).err
    assert all(f"content/journeys/{name}.yml" in told for name in "abq")


def test_wherever_a_persona_s_maps_are_listed_those_that_do_not_hold_say_so(tmp_path: Path) -> None:
    steps = "stages: [{title: S, steps: [{title: One, emotion: 1}]}]"
    journeys = "".join(
        f"-- content/journeys/{status}.yml --\ntitle: Map\nstatus: {status}\npersona: mo\n{steps}\n"
        for status in ("draft", "archived", "published")
    )
    write(tmp_path, "-- content/personas/mo.yml --\ntitle: Mo\n" + journeys)
    assert cjsite("build", "--archived", cwd=tmp_path).code == 0
    for page in ("index", "personas/mo", "insights/atlas"):
        tags = [
            element.text
            for element in Document((tmp_path / f"output/{page}.html").read_text("utf-8")).elements
            if "tag" in element.attributes.get("class", "").split()
        ]
        assert sorted(tag for tag in tags if tag in ("Draft", "Archived", "Published")) == ["Archived", "Draft"], (
            page
        )

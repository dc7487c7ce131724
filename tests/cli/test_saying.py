"""How much is said, and how it looks where somebody sits at a terminal."""

import io
from pathlib import Path

import pytest

from cjsite.cli.terminal import is_coloured, painted, show
from tests.support.command import cjsite

HURT = "title: A\nstages:\n  - title: S\n    steps:\n      - {title: T, emotion: -2, moment_of_truth: true}\n"
PROBLEM = "content/journeys/a.yml:5:33: 7 is off\n  5 | x: 7\n    |    ^\n1 problem"
FINDING = "content/journeys/a.yml:1:1: warning E101: Only staff say so. Ask."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/journeys").mkdir(parents=True)
    (tmp_path / "content/journeys/a.yml").write_text(HURT, "utf-8")
    return tmp_path


def test_a_build_ends_with_what_to_begin_with(site: Path) -> None:
    lines = cjsite("build", "-o", "public", cwd=site).out.splitlines()
    assert (site / "public/index.html").is_file()
    counts = next(line for line in lines if line.startswith("0 problems, "))
    useful = [line for line in lines if line.startswith(("  warning ", "  note "))]
    assert len(useful) == 3 < int(counts.split()[2]), "there are more, and these are enough to begin with"
    assert all("first content/journeys/a.yml:" in line for line in useful)
    assert "Find out, and name the research" in useful[0], "each says what to do"


def test_quiet_says_what_fails_and_nothing_else(site: Path) -> None:
    done = cjsite("build", "-q", cwd=site)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert cjsite("check", "-q", cwd=site).err == ""
    strict = cjsite("check", "-q", "--fail-on", "warning", cwd=site)
    assert strict.code == 1
    assert {line.split(": ")[1].split()[0] for line in strict.err.splitlines()} == {"warning"}
    (site / "content/journeys/a.yml").write_text(f"{HURT}nothing: x\n", "utf-8")
    assert "unknown key `nothing`" in cjsite("build", "-q", cwd=site).err


def test_verbose_says_more(site: Path) -> None:
    plain, more = (cjsite("build", *options, "--today", "2026-11-21", cwd=site) for options in ([], ["-v"]))
    assert str(site.resolve()) in more.err and "2026-11-21" in more.err
    assert more.out.count("\n  ") > plain.out.count("\n  ") == 3
    assert "as they were" in more.out
    assert "Why they matter:" in cjsite("check", "-v", cwd=site).err


@pytest.mark.parametrize(
    ("environ", "at_terminal", "in_pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"CLICOLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CI": "true"}, False, False),
        ({"CI": "true", "FORCE_COLOR": "1"}, True, True),
    ],
)
def test_colours_are_for_terminals(environ: dict[str, str], at_terminal: bool, in_pipe: bool) -> None:
    assert (is_coloured(environ, True), is_coloured(environ, False)) == (at_terminal, in_pipe)


def test_colours_change_no_word() -> None:
    for text in (PROBLEM, FINDING, "Open /x/[bold]y.html :smile:", "a: [red]b[/red] 3:4:5"):
        assert painted(text, links=True).plain == text


def test_places_lead_to_their_files(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    address = f"link {(site / 'content/journeys/a.yml').resolve().as_uri()}"
    for text in (PROBLEM, FINDING, "  note C102 in 2 places, first content/journeys/a.yml:1:1: Thin. Say."):
        assert address in [str(span.style) for span in painted(text, links=True).spans], text
        assert address not in [str(span.style) for span in painted(text, links=False).spans]
    assert "link" not in str(painted("nowhere.yml:1:1: x", links=True).spans)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_colours_and_a_pipe_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal, pipe = _Terminal(), io.StringIO()
    long = FINDING + " and so on" * 50
    show(long, terminal)
    show(long, pipe)
    assert "\x1b[" in terminal.getvalue() and terminal.getvalue().count("\n") == 1, "nothing is wrapped"
    assert pipe.getvalue() == long + "\n"


def test_quiet_goes_with_every_command_that_writes(site: Path) -> None:
    for command in (
        ["note", "x", "--at", "a#t"], ["new", "journey", "Two"], ["new", "persona", "Ann"],
        ["new", "site", "other"], ["schema", "--write"],
    ):  # fmt: skip
        done = cjsite(*command, "-q", cwd=site)
        assert (done.code, done.out, done.err) == (0, "", ""), command


def test_a_refusal_is_one_sentence_with_what_was_meant(site: Path) -> None:
    done = cjsite("note", "x", "--at", "a#ti", cwd=site)
    assert (done.code, done.err) == (
        2, "Error: there is no step 'ti' in a.yml; did you mean 't'?\n"
    )  # fmt: skip
    assert "there is only a" in cjsite("note", "x", "--at", "nope#x", cwd=site).err
    assert "write a#step" in cjsite("note", "x", "--at", "a", cwd=site).err

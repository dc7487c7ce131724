"""Shells complete what there is: tried in the shells that are on this machine."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import ROOT, cjsite
from tests.support.files import write
from tests.support.preview import PROJECT

# Each is asked as it asks when somebody presses Tab.
ASKING = {
    "bash": (
        ". ./script; COMP_WORDS=({words}); COMP_CWORD={at}; _cjsite_completion cjsite;"
        ' printf "%s\\n" "${{COMPREPLY[@]}}"'
    ),
    "zsh": (
        "compadd() {{ print -l -- ${{(P)@[-1]}} }}; _describe() {{ print -l -- ${{(P)@[3]}} }}; compdef() {{ }};"
        " . ./script; words=({words}); CURRENT=$(({at} + 1)); _cjsite_completion"
    ),
    "fish": "source ./script; complete -C '{line}'",
}
TYPED = {
    ("che",): "check",
    ("cle",): "clean",
    ("build", "--out"): "--output",
    ("build", "--tim"): "--timings",
    ("check", "--format", "sa"): "sarif",
    ("check", "--fail-on", "E10"): "E101",
    ("schema", "pers"): "persona",
    ("note", "x", "--at", "cof"): "coffee#",
    ("note", "x", "--at", "coffee#o"): "coffee#orders",
    ("completion", "f"): "fish",
    ("import", "--format", "js"): "json",
    ("export", "--format", "js"): "json",
    ("export", "cof"): "coffee",
}


IN_SHELLS = (("che",), ("build", "--out"), ("note", "x", "--at", "coffee#o"))
"""What is asked in the shells themselves, where each question starts a program."""


@pytest.mark.parametrize("shell", ASKING)
@pytest.mark.parametrize("typed", TYPED, ids=" ".join)
def test_all_that_there_is_is_offered(tmp_path: Path, shell: str, typed: tuple[str, ...]) -> None:
    """The program answers as it answers a shell; that shells understand the answer is tried below."""
    line = {
        "COMP_WORDS": " ".join(("cjsite", *typed)),
        "COMP_CWORD": typed[-1] if shell == "fish" else f"{len(typed)}",
    }
    done = cjsite(cwd=write(tmp_path, PROJECT), env={"_CJSITE_COMPLETE": f"{shell}_complete", **line})
    assert TYPED[typed] in re.split(r"[\n,\t:]", done.out)


@pytest.mark.no_cover
@pytest.mark.parametrize("shell", ASKING)
def test_a_shell_completes(tmp_path: Path, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} here")
    # The name that a program is called by tells it that a shell is asking.
    called = f"#!{sys.executable}\nfrom cjsite.cli import main\nmain(prog_name='cjsite')\n"
    script = cjsite("completion", shell, cwd=ROOT).out
    write(write(tmp_path, PROJECT), {"script": script.encode(), "bin/cjsite": called.encode()})
    (tmp_path / "bin/cjsite").chmod(0o755)
    env = {
        **os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    for typed in IN_SHELLS:
        words = " ".join(f"'{word}'" for word in ("cjsite", *typed))
        asked = ASKING[shell].format(words=words, at=len(typed), line=" ".join(("cjsite", *typed)))
        done = subprocess.run(
            [program, "-c", asked], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        offered = {line.partition("\t")[0].partition(":")[0] for line in done.stdout.splitlines()}
        assert TYPED[typed] in offered, (typed, done.stdout, done.stderr)


def test_an_unknown_shell_is_a_wrong_call() -> None:
    done = cjsite("completion", "cmd", cwd=ROOT)
    assert done.code == 2 and "fish" in done.err

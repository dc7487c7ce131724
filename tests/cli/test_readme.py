"""The first ten minutes, as the README tells them: its own commands, on a machine that has nothing of ours."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from cjsite import __version__
from tests.support.command import ROOT
from tests.support.told import until

pytestmark = [
    pytest.mark.no_cover,
    pytest.mark.skipif(shutil.which("bash") is None, reason="the commands are those of a shell"),
]
README, TOOLS = ((ROOT / path).read_text("utf-8") for path in ("README.md", "docs/tools.md"))
COMMANDS = README.partition("```sh\n")[2].partition("```")[0].splitlines()


@pytest.fixture(scope="module")
def machine(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel, as somebody was given it."""
    folder = tmp_path_factory.mktemp("machine")
    (wheel,) = archives.glob("*.whl")
    shutil.copy(wheel, folder)
    return folder


def _env(home: Path) -> dict[str, str]:
    """Return the variables of a machine that lends the libraries of this one, so that no index is asked."""
    own = ("PYTHONPATH", "VIRTUAL_ENV", "COVERAGE_", "PIP_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    lent = sysconfig.get_path("purelib")
    return {
        **kept, "HOME": str(home), "PYTHONPATH": lent, "PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "BROWSER": "true",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}",
    }  # fmt: skip


def _run(commands: list[str], folder: Path) -> None:
    """Run commands in one shell after the other, as a person goes on in one."""
    script = "\n".join(["set -e", *commands])
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=_env(folder), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def _running(command: str, before: list[str], folder: Path) -> Iterator[str]:
    """Run a command that serves, and yield the address that it names."""
    script = "\n".join([*before, f"exec {command}"])
    with subprocess.Popen(
        ["bash", "-c", script], cwd=folder, env=_env(folder), stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        assert running.stderr is not None
        try:
            line = next(line for line in running.stderr if line.startswith("Serving"))
            yield line.split()[1]
        finally:
            running.terminate()


def _shown(address: str) -> str:
    """Return the page at an address once it is there: a server that has just begun has none yet."""

    def look() -> str | None:
        with suppress(urllib.error.HTTPError), urllib.request.urlopen(address) as answer:
            return str(answer.read().decode())
        return None

    return until(address, look)


def test_six_commands_lead_from_nothing_to_a_published_map(machine: Path) -> None:
    assert len(COMMANDS) <= 6
    entering = [command for command in COMMANDS if command.startswith((". ", "cd "))]
    for command in COMMANDS:
        if " serve " in command:
            with _running(command, entering, machine) as address:
                assert "Our first journey" in _shown(address)
        else:
            before = entering if command not in entering and "venv" not in command else []
            _run([*before, command], machine)
    page = (machine / "public/journeys/first-journey.html").read_text("utf-8")
    assert "Our first journey" in page
    own = [*entering, 'python -c "import cjsite; print(cjsite.__file__)" | grep -q cjsite-env']
    _run(own, machine)


def test_the_wheel_is_called_as_it_is() -> None:
    assert f"cjsite-{__version__}-py3-none-any.whl" in README
    assert f"rev: v{__version__}" in TOOLS


def test_the_hook_and_the_pipelines_run_commands_that_there_are(machine: Path) -> None:
    """All but what fetches and publishes, on a site that was just started."""
    hook = re.findall(r"(?m)^  entry: (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    commands = [*hook, *re.findall(r"(?m)^exec (cjsite .+)$|^ +- (?:run: )?(cjsite .+)$", TOOLS)]
    plain = [command if isinstance(command, str) else command[0] or command[1] for command in commands]
    assert len(plain) == 6
    site = machine / "tried"
    entering = f". {machine}/cjsite-env/bin/activate"
    _run([entering, f"cjsite new site {site}", f"cd {site}", *plain], machine)
    assert (site / "public/index.html").is_file()

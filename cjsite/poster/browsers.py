"""The browser that prints: one that is named, else the first that is installed where its makers put it."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from cjsite.base.problem import Refusal

VARIABLE = "CJSITE_BROWSER"
_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "brave-browser",
)
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
NO_BROWSER = (
    "a PDF or PNG is made by Chromium, Chrome or Edge, and none of them was found; install one, "
    f"or name its program with --browser or {VARIABLE}"
)


def browser_program(named: str | None) -> str:
    """Return the program of the browser that prints; named: what somebody asks for, a path or a command.

    Raises Refusal where there is none.
    """
    if named:
        program = shutil.which(named)
        if program is None:
            raise Refusal(f"there is no program '{named}' to print with; name one with --browser or {VARIABLE}")
        return program
    for place in likely_places(sys.platform, os.environ, Path.home()):
        program = shutil.which(place)
        if program is not None:
            return program
    raise Refusal(NO_BROWSER)


def likely_places(system: str, environment: Mapping[str, str], home: Path) -> Iterator[str]:
    """Yield commands and paths that may be a browser; system: as `sys.platform` calls it."""
    if system == "darwin":
        for applications in (Path("/Applications"), home / "Applications"):
            yield from (f"{applications / name}" for name in _MAC)
    if system == "win32":
        roots = [root for name in _WINDOWS_ROOTS if (root := environment.get(name))]
        yield from (rf"{root}\{name}" for name in _WINDOWS for root in roots)
    yield from _COMMANDS

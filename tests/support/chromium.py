"""The Chromium that the browser tests drive: one that is installed, else Debian's, else Playwright's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """Return the path of a Chromium, $CHROMIUM first; None if there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    on_path = (shutil.which(name) for name in NAMES)
    in_place = (place for place in PLACES if Path(place).is_file())
    return next((found for found in (*on_path, *in_place) if found), None) or _playwrights()


def _playwrights() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> str | None:
    """Install a Chromium by the first way that works and return its path; one that is named must be there."""
    if os.environ.get("CHROMIUM"):
        return None
    for commands in _ways():
        if all(_run(command) for command in commands) and (found := find()):
            return found
    return None


def _ways() -> list[list[list[str]]]:
    ways = []
    if shutil.which("apt-get") and (root := _as_root()) is not None:
        ways.append(
            [[*root, "apt-get", "update", "-q"], [*root, "apt-get", "install", "-qy", "chromium"]],
        )
    ways.append([[sys.executable, "-m", "playwright", "install", "chromium"]])
    return ways


def _as_root() -> list[str] | None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    return sudo if shutil.which("sudo") and _run([*sudo, "true"]) else None


def _run(command: list[str]) -> bool:
    print("$", *command, file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode == 0


def main() -> int:
    """Say which Chromium the tests will use; install one where there is none."""
    found = find() or install()
    if found is None:
        print(
            "The browser tests need Chromium: none is installed, and neither Debian's package nor Playwright's\n"
            "build could be installed (see above). Install one, or name it: CHROMIUM=/path/to/chromium",
            file=sys.stderr,
        )
        return 1
    print("Browser tests:", found)
    return 0


if __name__ == "__main__":
    sys.exit(main())

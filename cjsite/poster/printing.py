"""A browser started once, to print or draw one file: with its own profile, no network, and a time limit."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cjsite.base.problem import Refusal

SECONDS = 180.0
_PDF = b"%PDF-"
_QUIET = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-default-apps",
    "--mute-audio",
    "--hide-scrollbars",
    "--lang=en-US",
    "--font-render-hinting=none",
)
_OFFLINE = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
)
"""No name is found, and what needs none goes where nobody listens: the page lies on this machine, whole."""
_WINDOW = "--window-size=1600,1200"
"""Wide enough for the map to be laid out as a map before it is printed."""
_SAID = 300


def print_to_pdf(program: str, page: Path, folder: Path, seconds: float = SECONDS) -> bytes:
    """Return a file as the PDF that a browser makes of it; folder: where its profile and the PDF may lie.

    Raises Refusal where it makes none in time; then neither the browser nor what it started goes on.
    """
    made = folder / "printed.pdf"
    wishes = (_WINDOW, "--no-pdf-header-footer", "--generate-pdf-document-outline", f"--print-to-pdf={made}")
    return run_browser(program, wishes, page, made, _PDF, seconds)


def run_browser(
    program: str, wishes: Sequence[str], page: Path, made: Path, beginning: bytes, seconds: float = SECONDS
) -> bytes:
    """Return what a browser makes of a file; wishes: what it is to do; beginning: of every file that it may make.

    made: where that will lie, in a folder where its profile may lie too. Raises Refusal as `print_to_pdf` does.
    """
    folder = made.parent
    log = folder / "browser.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command(program, wishes, page, folder / "profile"),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd=folder,
            start_new_session=True,
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Refusal(f"{program} did not finish within {seconds:g} seconds; nothing was written") from None
        finally:
            _end_with_children(process)
    data = made.read_bytes() if made.is_file() else b""
    if not data.startswith(beginning):
        raise Refusal(_failure(program, process.returncode, log.read_text("utf-8", "replace")))
    return data


def command(program: str, wishes: Sequence[str], page: Path, profile: Path) -> list[str]:
    """Return how a browser is called to do something with a file."""
    return [
        program,
        *_QUIET,
        *_OFFLINE,
        *_without_sandbox(),
        f"--user-data-dir={profile}",
        *wishes,
        page.as_uri(),
    ]


def _without_sandbox() -> tuple[str, ...]:
    """Chromium refuses to start with its sandbox for the superuser, as whom containers often run."""
    return ("--no-sandbox",) if sys.platform == "linux" and os.geteuid() == 0 else ()


def _end_with_children(process: "subprocess.Popen[bytes]") -> None:
    """End a browser, if it still runs, and all that it started: these are in its group."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", f"{process.pid}"], check=False, capture_output=True)
    else:
        # All of them may have ended already.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _failure(program: str, status: int | None, log: str) -> str:
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    last = f": {lines[-1][:_SAID]}" if lines else ""
    sees = "; a browser from snap sees only files in your home, so set TMPDIR to a folder there"
    return f"{program} printed nothing (it ended with {status}){last}{sees if 'snap' in program else ''}"

"""`cjsite serve` in a process of its own, with limits of its own, and what it says."""

import http.client
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.command import TODAY
from tests.support.told import until

_PATIENCE = 60


@dataclass
class Served:
    """A running preview: where it is, and all that it has said so far."""

    running: "subprocess.Popen[str]"
    port: int = 0
    said: list[str] = field(default_factory=list)

    @property
    def is_up(self) -> bool:
        """Tell whether it still runs."""
        return self.running.poll() is None

    def peak(self) -> int:
        """Return the most memory that it has held, in MiB; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self.running.pid}/status").read_text("utf-8")
        except OSError:
            return 0
        most = re.search(r"VmHWM:\s*(\d+) kB", status)
        return int(most[1]) // 1024 if most else 0


@contextmanager
def served(root: Path, *arguments: str, handles: int = 0, status: int = 200) -> Iterator[Served]:
    """Serve a folder until the end of the block, which begins when the first page is answered with the status.

    handles: how many files the server may have open, 0 for as many as it likes.
    """
    command = [sys.executable, "-m", "cjsite", "serve", "--port", "0", "--today", TODAY, *arguments]
    if handles:
        # The hard limit as well, so that the server cannot ask for more.
        limits = f"import os, resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, ({handles}, {handles}))"
        command = [sys.executable, "-c", f"{limits}; os.execv(sys.argv[1], sys.argv[1:])", *command]
    env = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, cwd=root, env=env, stderr=subprocess.PIPE, encoding="utf-8") as running:
        try:
            preview = Served(running)
            _listen(preview, status)
            yield preview
        finally:
            running.terminate()


def _listen(preview: Served, status: int) -> None:
    assert preview.running.stderr is not None
    for line in preview.running.stderr:
        preview.said.append(line)
        address = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if address:
            preview.port = int(address[1])
            break
    assert preview.port, "the preview ended without saying where it serves"
    # Read on, or the server would have to wait for somebody to listen.
    threading.Thread(target=preview.said.extend, args=(preview.running.stderr,), daemon=True).start()
    until(f"http://127.0.0.1:{preview.port}/", lambda: _status(preview.port) == status or None)


def _status(port: int) -> int:
    """Return the status of the first page: another than 200 while the first build still runs."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    connection.request("GET", "/index.html")
    status = connection.getresponse().status
    connection.close()
    return status

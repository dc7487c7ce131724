"""What a room can do to a preview, and a power cut to a build: many times over, at random."""

import random
import signal
import socket
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

from cjsite.publish.manifest import MANIFEST
from tests.support import mutate
from tests.support.files import read
from tests.support.served import Served

PATIENCE = 60
SOURCES = [f"127.0.0.{n}" for n in range(2, 12)]
"""Addresses that stand for phones."""
_PATHS = (
    "/",
    "/index.html",
    "/journeys/coffee.html",
    "/insights/reviews.ics",
    "/livereload.js",
    "/_preview/join.svg",
)
_PUBLISHING = """
import sys
from pathlib import Path
from cjsite.publish.output import publish
site = {f"{folder}/{n}.html": sys.argv[2].encode() * 4000 for folder in "abc" for n in range(40)}
print("ready", flush=True)
publish(site, Path(sys.argv[1]), [])
"""


def ask(port: int, request: bytes, source: str, patience: float = PATIENCE) -> bytes:
    """Send bytes from an address and return the beginning of the answer; b"" where there is none."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), patience, (source, 0)) as wire:
        wire.sendall(request)
        return wire.recv(4096)
    return b""


def is_served(port: int) -> bool:
    """Tell whether this machine gets a whole page."""
    request = f"GET /index.html HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
    return ask(port, request, "127.0.0.1").startswith(b"HTTP/1.1 200 ")


def damaged_requests(preview: Served, seed: int, count: int) -> Counter[str]:
    """Send damaged requests from many addresses; return how often which status came back."""
    random_ = random.Random(seed)
    requests = [_damaged(random_, preview.port) for _ in range(count)]
    sources = [random_.choice(SOURCES) for _ in requests]
    with ThreadPoolExecutor(16) as threads:
        # Half a request is answered by nothing; who sends it need not see that.
        answers = list(threads.map(ask, [preview.port] * count, requests, sources, [0.5] * count))
    statuses = Counter(a.split(b" ")[1].decode() if a.startswith(b"HTTP/") else "hung up" for a in answers)
    assert statuses["500"] == 0, statuses
    return statuses


def _damaged(random_: random.Random, port: int) -> bytes:
    method = random_.choice(("GET", "GET", "HEAD", "POST"))
    headers = [f"Host: 127.0.0.1:{port}", "Connection: close"]
    if random_.random() < 0.3:
        headers += ["Upgrade: websocket", f"Origin: http://127.0.0.1:{port}", "Sec-WebSocket-Version: 13"]
    if method == "POST":
        headers += ["Content-Length: 2", "Content-Type: application/json"]
    whole = "\r\n".join([f"{method} {random_.choice(_PATHS)} HTTP/1.1", *headers, "", "{}" * (method == "POST")])
    return random_.choice((mutate.by_byte, mutate.by_line))(random_, whole.encode())


def silent_sockets(preview: Served, seed: int, count: int) -> Counter[str]:
    """Open connections that say nothing, or half a word, and hold them; return how many were hung up on at once.

    This machine is served all the while.
    """
    random_ = random.Random(seed)
    outcomes: Counter[str] = Counter()
    with ExitStack() as stack:
        for number in range(count):
            wire = socket.socket()
            stack.callback(wire.close)
            wire.bind((random_.choice(SOURCES), 0))
            try:
                wire.connect(("127.0.0.1", preview.port))
                wire.sendall(random_.choice((b"", b"G", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ")))
            except OSError:
                outcomes["refused"] += 1
            if number % 100 == 99:
                assert is_served(preview.port), f"{number + 1} sockets are held"
        outcomes["held or hung up on"] = count - outcomes["refused"]
    return outcomes


def killed_publications(root: Path, seed: int, count: int) -> Counter[str]:
    """Kill programs that publish, at any moment; every page is a whole one, and the next publication is right."""
    random_ = random.Random(seed)
    out = root / "out"
    outcomes: Counter[str] = Counter()
    for number in range(count):
        letter = "xy"[number % 2]
        command = [sys.executable, "-c", _PUBLISHING, str(out), letter]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                running.wait(random_.uniform(0, 0.05))
            running.send_signal(signal.SIGKILL)
        outcomes["killed" if running.returncode else "done before"] += 1
        pages = {path: data for path, data in read(out).items() if path.endswith(".html")} if out.is_dir() else {}
        assert {data[:1] * 4000 == data for data in pages.values()} <= {True}, "a page is torn"
    subprocess.run([sys.executable, "-c", _PUBLISHING, str(out), "z"], check=True, stdout=subprocess.DEVNULL)
    whole = {path: data for path, data in read(out).items() if ".cjsite-" not in path}
    assert set(whole.values()) - {whole[MANIFEST]} == {b"z" * 4000}
    assert len(whole) == 3 * 40 + 1
    return outcomes

#!/usr/bin/env bash
# watchdog warns of itself when folders come up inside each other below a folder that it watches (Linux, inotify).
#
# Its thread starts to watch a new folder and walks through it for more. A folder that is made meanwhile is found by the
# walk and told by an event, so that it is watched twice; the second time is a RuntimeWarning, which nobody who only makes
# folders can avoid. Where warnings are errors, as in tests, it ends watchdog's thread. That is why pyproject.toml lets
# this one warning pass. It is a race: mostly one of the first hundred chains of folders shows it; 2,000 are tried.
set -euo pipefail
export PIP_DISABLE_PIP_VERSION_CHECK=1

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet watchdog==7.1.0

cat > "$folder/finding.py" <<'PYTHON'
import importlib.metadata
import platform
import sys
import tempfile
import warnings
from pathlib import Path

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

TRIES = 2_000
CHAIN = "/".join("abcdefghijklmnopqrst")
told: list[str] = []
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *_: told.append(f"{category.__name__}: {message}")

print(f"Python {platform.python_version()}, watchdog {importlib.metadata.version('watchdog')}, {platform.system()}")
print("Expected: a folder below a watched one is watched too, without a word.")
for number in range(1, TRIES + 1):
    with tempfile.TemporaryDirectory() as root:
        observer = Observer()
        observer.schedule(FileSystemEventHandler(), root, recursive=True)
        observer.start()
        Path(root, CHAIN).mkdir(parents=True)
        observer.stop()
        observer.join()
    if told:
        break
if not told:
    print(f"Now: none of {TRIES} chains of folders was warned of. The finding does not hold any more.")
    sys.exit(1)
print(f"Found, at chain {number} of {TRIES}: {told[0][:120]} …")
PYTHON
"$folder/venv/bin/python" "$folder/finding.py"

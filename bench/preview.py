"""From save to screen: how long a browser shows the old page, how many saves it never shows, and the memory.

Run `python bench/preview.py [MAPS …] [--saves N] [--long N] [--stock]` (default: 20 100 1000, 200 saves, no long
run). A real Chromium has one map open; one step's text and feeling are saved again and again, 0.3 to 1 s apart. The
time runs from before the file is written until the new text is in the DOM. --stock serves the same edits with
python-livereload as it comes, for comparison; --long N goes on to N saves and compares the server's memory.
"""

import argparse
import contextlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from maps import write_project
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PAGE = "journeys/map-0007.html"
STEP = "Step 3 of the way"
SEEN = """
window.seen = JSON.parse(sessionStorage.seen ?? '{}');
const look = () => {
  const step = document.querySelector(".step [href='#at-step-3-of-the-way']")?.closest(".step");
  const found = /Take (\\d+)\\b/.exec(step?.textContent ?? "");
  if (!found || found[1] in seen) return;
  seen[found[1]] = Date.now();
  sessionStorage.seen = JSON.stringify(seen);
};
new MutationObserver(look).observe(document, {childList: true, characterData: true, subtree: true});
"""
STOCK = """
import datetime, sys, threading
from pathlib import Path
from livereload import Server
from cjsite.build import Builder
from cjsite.publish.output import publish
root = Path(sys.argv[1])
builder = Builder(root, datetime.date(2026, 11, 21))
def build():
    publish(builder.site(), root / "output", (root / "content",))
build()
server = Server()
server.watch(str(root / "content" / "**" / "*.*"), build)
print("Serving http://127.0.0.1:%s/" % sys.argv[2], flush=True)
server.serve(port=int(sys.argv[2]), host="127.0.0.1", root=str(root / "output"))
"""


class Journey:
    """The file that is saved again and again."""

    def __init__(self, root: Path) -> None:
        self.path = root / "content" / "journeys" / "map-0007.yml"
        self.text = self.path.read_text("utf-8")
        self.rng = random.Random(7)

    def save(self, number: int) -> float:
        """Write the step with a number in its text and another feeling; return when the save began, in ms."""
        head, step, tail = self.text.partition(STEP)
        tail = re.sub(r"actions: .*", f"actions: Take {number} of the call", tail, count=1)
        tail = re.sub(r"value: [-\d.]+", f"value: {round(self.rng.uniform(-2, 2), 1)}", tail, count=1)
        began = time.time() * 1000
        self.path.write_text(head + step + tail, "utf-8")
        return began


@contextlib.contextmanager
def served(root: Path, *, stock: bool) -> Iterator[tuple[str, int]]:
    """Serve a project in a process of its own; give its address and process id."""
    command = (
        [sys.executable, "-c", STOCK, str(root), "35731"]
        if stock
        else [sys.executable, "-m", "cjsite", "serve", "--source", str(root), "--port", "0"]
    )
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout
    try:
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield found[0], process.pid
                break
    finally:
        process.terminate()
        process.wait()


def opened(page: Page, url: str) -> None:
    """Open the map, however long the first build takes, with its live connection."""
    for _ in range(120):
        with contextlib.suppress(Exception):
            page.goto(url + PAGE)
            page.wait_for_selector("[href='#at-step-3-of-the-way']", timeout=500, state="attached")
            page.wait_for_function("() => window.LiveReload?.connector.protocol > 6", timeout=5000)
            return
        time.sleep(0.2)
    raise SystemExit("the page never came")


def measure(maps: int, saves: int, long: int, *, stock: bool) -> None:
    """Print one line of figures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        write_project(root, maps)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(SEEN)
        with served(root, stock=stock) as (url, pid):
            opened(page, url)
            time.sleep(2)
            journey = Journey(root)
            began = {}
            rng = random.Random(1)
            for number in range(saves):
                began[str(number)] = journey.save(number)
                time.sleep(rng.uniform(0.3, 1.0))
            time.sleep(5)
            seen = page.evaluate("() => seen")
            times = sorted(seen[n] - began[n] for n in began if n in seen)
            p95 = times[int(len(times) * 0.95)] if times else float("nan")
            lost = len(began) - len(times)
            name = "stock" if stock else "cjsite"
            middle = statistics.median(times) if times else float("nan")
            worst = max(times, default=0)
            figures = f"{name:>7} {maps:>6} {middle:>8.0f} {p95:>8.0f} {worst:>8.0f} {lost:>6} of {saves}"
            print(figures, flush=True)
            if long:
                run_long(journey, pid, saves, long)
        browser.close()


def run_long(journey: Journey, pid: int, first: int, last: int) -> None:
    """Save on and on, a tenth of a second apart; print the server's memory on the way."""
    for number in range(first, last + 1):
        if number % 300 == 200 or number == last:
            print(f"        memory after {number} saves: {memory(pid):.1f} MB", flush=True)
        journey.save(number)
        time.sleep(0.1)


def memory(pid: int) -> float:
    """Return a process's resident memory in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("maps", nargs="*", type=int, default=[20, 100, 1000])
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--long", type=int, default=0)
    parser.add_argument("--stock", action="store_true")
    options = parser.parse_args()
    print("           maps   p50 ms   p95 ms   max ms   lost")
    for maps in options.maps:
        measure(maps, options.saves, options.long, stock=False)
        if options.stock:
            measure(maps, options.saves, 0, stock=True)


if __name__ == "__main__":
    main()

"""What a query costs on a large site against the example: by kind of query, in one run of one browser.

Run `python bench/search.py EXAMPLE LARGE [--rounds N]` with the folders of two built sites, opened as files.
Each query is asked on both sites in turn, by the index that pages load: *warm* again and again on a page that has
loaded what it needs, *cold* once on a page that has loaded nothing. A ratio is formed inside each round.
"""

import argparse
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
PAGE = "personas/index.html"
QUERIES = {
    "whole word": ("invoice", "confirmation", "customer", "train", "guess", "neighbour"),
    "beginning": ("invo", "confirm", "neighb", "cust", "gue", "s"),
    "several words": ("customer invoice", "waiting confirmation", "neighbour letter", "train guess", "phone call"),
    "typo": ("invocie", "confrimation", "custmoer", "neigbour", "tarin", "gues", "batery", "waitng confirmaton"),
    "nowhere": ("xyzzyxyzzy", "zeppelin", "kumquat", "quetzal", "wolkenkratzer", "bxq", "invoice zeppelin"),
}
"""Words of the example that stand in the maps of `maps.py` as well, and words that stand in neither."""
ASKED = """async ([text, least]) => {
    let times = 0, count = 0;
    const ask = async () => {
        for await (const { results } of cjsiteSearch.find(text)) count = results.length;
    };
    if (least) await ask();
    const began = performance.now();
    do {
        await ask();
        times += 1;
    } while (performance.now() - began < least);
    return [(performance.now() - began) / times, count];
}"""
LEAST = 40
"""Milliseconds that a query is asked again and again: a browser's clock is coarse."""


def opened(page: Page, site: Path) -> None:
    """Open a page of a site whose search has its scripts, and none of its index."""
    page.goto((site / PAGE).resolve().as_uri())
    page.locator("#find").focus()
    page.locator("#find[role=combobox]").wait_for()


def asked(page: Page, text: str, least: float) -> tuple[float, int]:
    """Return how many milliseconds a query takes, and how many results it has."""
    took, results = page.evaluate(ASKED, [text, least])
    return took, results


def rounds(pages: dict[Path, Page], count: int) -> Iterator[tuple[str, str, str, list[float], list[int]]]:
    """Yield what was measured: kind, query, cold or warm, and of each site the time and the number of results."""
    queries = [(kind, text) for kind, texts in QUERIES.items() for text in texts]
    for number in range(count):
        sites = [*pages.items()][:: -1 if number % 2 else 1]
        for least in (0, LEAST):
            for kind, text in queries:
                figures = {}
                for site, page in sites:
                    if not least:
                        opened(page, site)
                    figures[site] = asked(page, text, least)
                own = [figures[site] for site in pages]
                yield kind, text, "warm" if least else "cold", [took for took, _ in own], [n for _, n in own]


def median(values: list[list[float]]) -> list[float]:
    """Return the medians of columns."""
    return [statistics.median(column) for column in zip(*values, strict=True)]


def main() -> None:
    """Print a line for each query, and one for each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("example", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    taken: dict[tuple[str, str, str], list[list[float]]] = {}
    counts: dict[str, list[int]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pages = {site: browser.new_page() for site in (options.example, options.large)}
        for kind, text, state, times, results in rounds(pages, options.rounds):
            taken.setdefault((kind, text, state), []).append([*times, times[1] / max(times[0], 0.001)])
            counts[text] = results
        browser.close()
    medians = {key: median(own) for key, own in taken.items()}
    print(f"{'':34} example ms  large ms  ratio  results")
    for (kind, text, state), (example, large, ratio) in medians.items():
        print(f"{state} {kind:14} {text:19} {example:9.2f} {large:9.2f} {ratio:6.1f}  {counts[text]}")
    print()
    for state in ("cold", "warm"):
        for kind in QUERIES:
            own = [figures for (its, _, how), figures in medians.items() if (its, how) == (kind, state)]
            example, large = (sum(figures[at] for figures in own) for at in (0, 1))
            worst = max(figures[2] for figures in own)
            print(f"{state} {kind:14} together {large / example:5.1f}, worst {worst:5.1f}")


if __name__ == "__main__":
    main()

"""A site of so many small maps that its lists have several pages."""

from pathlib import Path

from tests.support.command import build

MAPS = 230
_MAP = """
title: Map {n:03}
persona: ana
owner: shop
goal: To buy
business_goal: To sell
tags: [often]
stages:
  - title: Buy <b>
    steps:
      - {{title: Looks {n}, department: shop, channel: web, emotion: {feeling}, opportunities: [Idea {n}],
         contacts: 1, moment_of_truth: {{asks: Stay?}}, cost: 2 EUR, caused_by: pays-{n}}}
      - {{title: Pays {n}, id: pays-{n}, department: shop, channel: web, emotion: 1, opportunities: [known-{n}]}}
"""
_FILES = {
    "site.yml": "title: Many\n",
    "personas/ana.yml": "title: Ana\n",
    "departments.yml": "shop: {title: Shop}\nshop-2: {title: Other}\n",
    "channels.yml": "web: {title: Web}\n",
    "opportunities.yml": "".join(f"known-{n}: {{title: Known {n}}}\n" for n in range(MAPS)),
    "evidence.yml": "".join(f"study-{n}: {{title: Study {n}}}\n" for n in range(MAPS)),
    **{f"journeys/m{n}.yml": _MAP.format(n=n, feeling=n % 5 - 2) for n in range(MAPS)},
}


def many_maps(root: Path) -> Path:
    """Build the site in a folder and return where it is."""
    for name, text in _FILES.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    # Alone: to start others takes half of the time that they would save, and every core has a test.
    return build(root, root / "output", "--jobs", "1")

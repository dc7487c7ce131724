"""A site of the examples of all fields, each in a file of its own, and where on it a text stands."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import PurePosixPath

from cjsite.authoring.field_examples import field_example, frame_of, in_frame
from cjsite.authoring.reference import fields, records
from tests.support import examples
from tests.support.command import ROOT
from tests.support.html import squeeze

Name = tuple[str, str]
"""A record and one of its fields."""
OF_SITE = ("site", "audience", "site-waiver")
"""Records whose examples stand in the one file that a site has of its kind."""
ON_JOURNEY = ("head", "figures", "decisions", "map", "details", "text", "below")
"""Places that are parts of a journey's page."""
_USED = {
    "department": "department: {}",
    "interest": "department: {}",
    "channel": "channel: {}",
    "evidence": "evidence: {}",
    "metric": "metrics: {{{}: 3}}",
}
"""Records that are shown where a map uses them, and how it does."""
_MARKS = {
    '<header class="intro': "head",
    '<dl class="facts"': "figures",
    '<section class="decision-points': "decisions",
    '<div class="toolbar': "",
    'id="map"': "map",
    '<section class="legend': "",
    '<section class="story': "below",
    '<section class="background': "below",
    '<section class="as-text': "text",
    '<section class="details': "details",
    '<section class="show': "",
}
"""What begins each part of a journey's page, and the place that the part is; '' where it is none."""
_ADDRESSES = {
    "home": "index.html",
    "opportunities": "opportunities.html",
    "sources": "reference.html",
    "address": "journeys/",
}
_OF_SITE = """\
title: A map of the site
reviewed_on: 2026-09-14
stages:
  - title: Wait
    steps:
      - {title: Stands, emotion: 1, pain_points: Rain}
      - {title: Sits, emotion: becalmed}
"""


def names() -> list[Name]:
    """Return every field of every record."""
    return [(record, field) for record in records() for field in fields(record)]


def host(name: Name) -> str:
    """Return the id of the thing that the example of a field is tried on."""
    return f"ref-{'-'.join(name)}".replace("_", "-")


def files(*, bare: bool) -> dict[str, bytes]:
    """Return the site of the examples of all fields but the site's own; bare: each thing without its example."""
    made = examples.own_files((ROOT / "docs/format.md").read_text("utf-8"))
    made["journeys/ref-users.yml"] = _users().encode()
    for name in names():
        if name[0] not in OF_SITE:
            example = field_example(*name)
            around = in_frame(frame_of(name[0]), "")
            fields = f"---\n{around}---\n" if example.file.endswith(".md") else around
            path, text = _file(name, example.file, fields if bare else example.text)
            made[path] = text.encode()
    return made


def site_files(record: str) -> dict[str, bytes]:
    """Return a site whose `site.yml` is all examples of one record that stand there."""
    whole = examples.own_files((ROOT / "docs/format.md").read_text("utf-8"))
    own = dict.fromkeys(field_example(record, field).own for field in fields(record))
    kept = {path: data for path, data in whole.items() if not path.startswith(("journeys/", "opportunities"))}
    return {**kept, "site.yml": "".join(own).encode(), "journeys/ref-site.yml": _OF_SITE.encode()}


def _file(name: Name, file: str, text: str) -> tuple[str, str]:
    """Return the path and text of the file that an example is tried in."""
    path = PurePosixPath(file.removeprefix("content/"))
    if len(path.parts) == 1:
        # Of a file of many things, the one becomes a file of its own in the folder of that name.
        return f"{path.stem}/{host(name)}.yml", re.sub(r"(?m)^ {2}", "", text.partition("\n")[2])
    return str(path.with_stem(host(name))), text


def _users() -> str:
    """Return a journey that uses whatever is shown only where it is used."""
    hosts = [(_USED[name[0]], host(name)) for name in names() if name[0] in _USED]
    steps = "".join(f"      - {{title: At {own}, {use.format(own)}}}\n" for use, own in hosts)
    return f"title: Uses all\nstages:\n  - title: All\n    steps:\n{steps}"


def pages_at(place: str, name: Name, urls: Mapping[str, str]) -> Iterator[str]:
    """Yield the source of each page, or part of a page, where a place is that a field's example may show at."""
    own = host(name)
    on_site = name[0] in OF_SITE
    journeys = [f"journeys/{'ref-site' if on_site else 'ref-users' if name[0] in _USED else own}.html"]
    if place in ON_JOURNEY:
        yield from (_parts(urls[url]).get(place, "") for url in journeys)
    elif place == "everywhere":
        yield from (urls.values() if on_site else [urls[url] for url in journeys])
    else:
        start = _ADDRESSES.get(place, f"{place}/")
        yield from (source for url, source in urls.items() if url.startswith(start))


@cache
def _parts(source: str) -> Mapping[str, str]:
    """Return the parts of a journey's page by the place that each of them is."""
    begins = sorted((source.find(mark), place) for mark, place in _MARKS.items() if mark in source)
    ends = [start for start, _ in begins[1:]] + [len(source)]
    parts: dict[str, str] = {}
    for (start, place), end in zip(begins, ends, strict=True):
        parts[place] = parts.get(place, "") + source[start:end]
    return parts


@cache
def seen(source: str) -> str:
    """Return what can be seen of HTML, in small letters: its words, and what its attributes say and name."""
    said = re.findall(r'(?:alt|title|aria-label|href|src|lang|id)="([^"]*)"', source)
    words = re.sub(r"<[^>]+>", "", re.sub(r"(?s)<(script|style)\b.*?</\1>", "", source))
    return squeeze(unescape(" ".join((*said, words)))).casefold()

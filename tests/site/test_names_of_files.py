"""Files of any name are found where pages name them: in a browser's way of reading addresses."""

import re
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest

from cjsite.build import Builder
from tests.support.files import write
from tests.support.page import TODAY

NAMES = ["a b.png", "50% off.png", "größe.png", "no#1.png", "what?.png", "a&b.png", "a:b.png", "'.png"]


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_of_any_name_is_found(name: str, tmp_path: Path) -> None:
    escaped = name.replace("'", "''")
    write(
        tmp_path,
        {
            "content/journeys/a.yml": (
                "title: A\nstages:\n  - title: S\n    steps:\n"
                f"      - {{title: T, channel: web, image: {{file: '{escaped}', alt: x}}}}\n"
            ).encode(),
            "content/channels.yml": b"web: {}\n",
            "content/personas/p.yml": f"title: P\nphoto: '{escaped}'\n".encode(),
            f"content/journeys/{name}": b"picture",
            f"content/personas/{name}": b"picture",
        },
    )
    site = Builder(tmp_path, TODAY).site()
    for page in ("journeys/a.html", "personas/p.html", "personas/index.html"):
        sources = re.findall(r'<img[^>]* src="([^"]*)"', site[page].decode())
        assert sources, page
        for source in sources:
            assert source.isascii()
            parts = urlsplit(
                urljoin(f"https://example.org/{page}", source.replace("&amp;", "&").replace("&#39;", "'"))
            )
            assert (parts.query, parts.fragment) == ("", "")
            assert unquote(parts.path).lstrip("/") == f"{PurePosixPath(page).parent}/{name}"
            assert unquote(parts.path).lstrip("/") in site


def test_pages_of_any_id_are_found(tmp_path: Path) -> None:
    write(
        tmp_path,
        "-- content/journeys/größe.yml --\ntitle: A\npersona: jörg\nstages:\n  - title: S\n    steps:\n"
        "      - {title: T, id: t, department: büro, channel: web, emotion: 1}\n"
        "-- content/journeys/größe.to-be.yml --\ntitle: A\nstate: to-be\nderived_from: größe\nstages:\n"
        "  - title: S\n    steps:\n      - {title: T, id: t, emotion: 2, channel: web}\n"
        "-- content/personas/jörg.yml --\ntitle: P\n-- content/departments.yml --\nbüro: {title: D}\n"
        "-- content/channels.yml --\nweb: {}\n-- content/pages/über.md --\n# About\n"
        "[A](../journeys/größe.yml#t)\n-- content/site.yml --\nmenu: über\n",
    )
    builder = Builder(tmp_path, TODAY)
    site = builder.site()
    assert {"journeys/größe.html", "walk/größe.html", "compare/größe.to-be.html", "pages/über.html"} <= {*site}
    followed = set()
    for page in [*site.pages]:
        for link in re.findall(r'<a[^>]* href="([^"#?]+)', site[page].decode()):
            parts = urlsplit(urljoin(f"https://example.org/{quote(page)}", link))
            assert link.isascii(), (page, link)
            assert unquote(parts.path).lstrip("/") in site, (page, link)
            followed.add(unquote(parts.path).lstrip("/"))
    assert {"journeys/größe.html", "personas/jörg.html", "departments/büro.html", "pages/über.html"} <= followed
    renders = builder.cache.renders
    again = builder.site()
    assert all(again[url] == site[url] for url in again)
    assert builder.cache.renders == renders, "pages of any id are remembered"

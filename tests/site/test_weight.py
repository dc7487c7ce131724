"""What a page makes readers load beside itself."""

import re

import pytest

from tests.support.html import Site

MOST = {"journeys/dead-battery.html": 124_600, "index.html": 86_000}
ASSET = re.compile(r"(?:href|src)=\"(?:\.\./)?(assets/[^\"]+\.(?:css|js))\"")


@pytest.mark.parametrize("url", MOST)
def test_a_page_loads_little_css_and_js(example: Site, url: str) -> None:
    html = (example.folder / url).read_text("utf-8")
    paths = ASSET.findall(html)
    assert sorted(path.rpartition(".")[2] for path in paths) == ["css", "css", "js", "js"]
    assert sum((example.folder / path).stat().st_size for path in paths) <= MOST[url]


def test_a_map_is_short(example: Site) -> None:
    assert len((example.folder / "journeys/dead-battery.html").read_bytes()) <= 147_100


def test_a_page_has_the_rules_and_scripts_of_its_kind_only(example: Site) -> None:
    def loaded(url: str) -> str:
        html = (example.folder / url).read_text("utf-8")
        return "".join((example.folder / path).read_text("utf-8") for path in ASSET.findall(html))

    of_map, of_list = loaded("journeys/dead-battery.html"), loaded("departments/care.html")
    for rule in (".toolbar{", ".panel{", "@page a4{"):
        assert rule in of_map
        assert rule not in of_list
    for rule in (".columns .made{", ".ranks{"):
        assert rule in of_list
        assert rule not in of_map
    assert "/*" not in of_map + of_list

"""Pictures of other hosts are found where they are written."""

import pytest

from tests.support.content import content
from tests.support.page import wording
from tests.support.rules import TODAY
from tests.support.summary import summary

FILES = {
    "pages/a.md": ("-- pages/a.md --\n# A\n\nText.\n\n![x](https://a.example/x.png)\n", "pages/a.md:5:6"),
    "a step": (
        "-- journeys/a.yml --\ntitle: A\nstages:\n  - title: S\n    steps:\n"
        "      - {title: T, description: 'B ![x](//a.example/x.png)'}\n",
        "journeys/a.yml:5:41",
    ),
    "the footer": ('-- site.yml --\nfooter: "![x](https://a.example/x.png)"\n', "site.yml:1:15"),
    "a registry": (
        "-- channels.yml --\nweb:\n  description: >\n    Folded\n    ![x](http://a.example)\n",
        "channels.yml:4:10",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_the_place_of_a_picture(name: str) -> None:
    files, place = FILES[name]
    found = [f for f in summary(content(files), TODAY).findings(wording()) if f.code == "S141"]
    assert [str(finding.place) for finding in found] == [place]


def test_a_picture_beside_the_file_is_fine() -> None:
    site = content("-- pages/a.md --\n![x](a.png) [y](https://a.example)\n")
    assert "S141" not in [f.code for f in summary(site, TODAY).findings(wording())]

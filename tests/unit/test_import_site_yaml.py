"""Maps of another cjsite come in as they are."""

import pytest

from cjsite.exchange.imported import ImportOptions, NotImported
from cjsite.exchange.site_yaml import is_site_yaml, read_site_yaml
from cjsite.exchange.yaml_writer import journey_yaml

MAP = b"""\
title: Coffee
persona: ana
stages:
  - title: Buy
    steps:
      - {title: Pays, channel: till, actors: [Ana], emotion: bored}
      - {title: Waits, channel: till}
"""


def test_a_map_is_read_and_what_it_lacks_is_told_once() -> None:
    (imported,) = read_site_yaml("shops/coffee-2.yml", MAP, ImportOptions())
    assert imported.journey.id == "coffee-2"
    assert [(doubt.place.line, doubt.text) for doubt in imported.doubts] == [(2, "ana"), (6, "till")]
    assert "bored" in [word for _, word in imported.words]
    assert "emotion: bored\n" in journey_yaml(imported.journey), "a word stays what it was"


@pytest.mark.parametrize(
    "data",
    [
        b"title: A\n",
        b"title: A\nstages:\n",
        b"title: A\nstages: {a: b}\n",
        b"name: A\nstages: [B]\n",
        b"- a\n",
        b"\xff",
    ],
)
def test_what_is_not_wholly_of_this_format_is_not_taken_for_it(data: bytes) -> None:
    assert not is_site_yaml("a.yml", data)
    with pytest.raises(NotImported):
        read_site_yaml("a.yml", data, ImportOptions())

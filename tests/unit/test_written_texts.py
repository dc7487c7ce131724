"""The texts of a record, each with the way to it."""

from cjsite.model.written_texts import written_texts
from tests.support.content import content

MAP = """
-- journeys/a.yml --
title: One
lane_names: {doing: Two}
stages:
  - title: Three
    phase: during
    steps:
      - {title: Four, description: Five, thoughts: [Six, no], touchpoints: [{title: Seven, channel: phone}]}
-- channels.yml --
phone: Phone
"""


def test_texts_come_in_the_order_of_the_fields_with_the_way_to_each() -> None:
    journey = content(MAP).journeys["a"]
    told = {text: way for way, text in written_texts(journey, str.istitle)}
    assert told["Six"] == ("stages", 0, "steps", 0, "thoughts", 0)
    assert told["Two"] == ("lane_names", "doing", *told["Two"][2:])
    assert told["Seven"][-3:] == ("touchpoints", 0, "title")
    assert "no" not in told and "phone" not in told
    order = list(told)
    assert order.index("One") < order.index("Three") < order.index("Four") < order.index("Seven")

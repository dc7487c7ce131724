"""What is measured, put together by channel."""

from tests.support.content import content
from tests.support.page import document, page

MAPS = """
-- channels.yml --
phone: {title: Phone}
web: {title: Website}
-- metrics.yml --
wait: {title: Minutes to an answer, unit: min}
-- journeys/a.yml --
title: A
stages:
  - title: S
    steps:
      - {title: Calls, channel: phone, metrics: {csat: 2, wait: 11}}
      - {title: Nobody, metrics: {csat: 5}}
      - {title: Writes, channel: web, metrics: [What they think]}
-- journeys/a.csv --
step,metric,date,value
calls,csat,2026-09-01,1
calls,csat,2026-10-01,3
-- journeys/b.yml --
title: B
stages: [{title: S, steps: [{title: Calls, channel: phone, metrics: {csat: 4}}]}]
-- journeys/c.yml --
title: C
state: to-be
stages: [{title: S, steps: [{title: Calls, channel: phone, metrics: {csat: 5}}]}]
"""


def test_last_values_stand_by_channel_and_metric() -> None:
    data = page(content(MAPS), "insights/touchpoints.html").data
    shown = {
        channel.title: [(one.metric.title, one.value, one.count) for one in figures]
        for channel, figures in data.measured  # type: ignore[attr-defined]
    }
    assert shown == {
        "Phone": [("Satisfaction", "3 to 4", 2), ("Minutes to an answer", "11\N{NO-BREAK SPACE}min", 1)]
    }
    text = document(content(MAPS), "insights/touchpoints.html").text
    assert "Phone Satisfaction 3 to 4 2 touchpoints Minutes to an answer 11 min" in text


def test_a_site_that_measures_nothing_has_no_such_table() -> None:
    bare = "-- journeys/a.yml --\ntitle: A\nstages: [{title: S, steps: [T]}]\n"
    assert "measured" not in document(content(bare), "insights/touchpoints.html").ids

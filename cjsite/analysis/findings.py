"""What the analysis says about maps that can be understood: findings with stable codes, never errors."""

import datetime
from collections.abc import Iterator

from cjsite.analysis.columns import columns
from cjsite.analysis.evidence import standing
from cjsite.analysis.feeling import line
from cjsite.analysis.review import review
from cjsite.model.content import Content
from cjsite.model.journey import Journey
from cjsite.problem import Finding, Place, Severity


def findings(content: Content, today: datetime.date) -> tuple[Finding, ...]:
    """Return every finding of the content, sorted by place."""
    found = [*_unread(content), *_unused_channels(content)]
    for journey in content.journeys.values():
        found += _of_journey(journey, content, today)
    return tuple(sorted(set(found)))


def _of_journey(journey: Journey, content: Content, today: datetime.date) -> Iterator[Finding]:
    places = content.places[f"journey/{journey.id}"]
    here = places[""]
    if not journey.goal:
        yield _warn(
            here, "S101", "this map names no goal of the customer", "add `goal:`; a journey leads somewhere"
        )
    if not journey.business_goal:
        yield _note(here, "S102", "this map names no goal of the business", "add `business_goal:`")
    if not journey.owner:
        yield _warn(here, "S103", "nobody answers for this map", "add `owner:` with a department")
    yield from _phases(journey, here)
    if journey.reviewed_on is None:
        yield _warn(here, "R101", "this map was never held against reality", "review it and add `reviewed_on:`")
    clock = review(journey, content.settings.review_every, today)
    if clock.days_late and journey.status != "archived":
        yield _warn(here, "R102", f"the review is {clock.days_late} days late", "review it and mend `reviewed_on:`")
    yield from _feelings(journey, content)
    for column in columns(journey):
        if standing(column.touchpoint, content.evidence) == "staff":
            message = f"only staff say so: '{column.touchpoint.title or column.step.title}'"
            yield _warn(places[column.step.id], "E101", message, "ask customers, and add what they say as evidence")


def _phases(journey: Journey, here: Place) -> Iterator[Finding]:
    missing = [phase for phase in ("before", "during", "after") if phase not in {s.phase for s in journey.stages}]
    if missing:
        advice = "add stages, or `phase:` to the stages there are"
        yield _note(here, "S104", f"no stage stands {' or '.join(missing)}", advice)


def _feelings(journey: Journey, content: Content) -> Iterator[Finding]:
    places = content.places[f"journey/{journey.id}"]
    scale = content.settings.emotion_scale
    for persona in journey.people or ("",):
        for point in line(journey, persona, scale, content.evidence):
            if point.value is not None:
                continue
            title = point.column.touchpoint.title or point.column.step.title
            place = places[point.column.step.id]
            if point.sample and point.sample.words:
                words = ", ".join(point.sample.words)
                advice = "add a number, or the word to `emotion_words:` in site.yml"
                yield _warn(place, "F102", f"no number is known for the feeling '{words}'", advice)
            else:
                yield _note(
                    place, "F101", f"nobody knows how it feels: '{title}'", "ask customers; unknown is not neutral"
                )


def _unread(content: Content) -> Iterator[Finding]:
    for path in content.unread:
        yield _note(Place(path), "S105", "nothing reads or publishes this file", "remove it, or move it elsewhere")


def _unused_channels(content: Content) -> Iterator[Finding]:
    used = {c.touchpoint.channel for j in content.journeys.values() for c in columns(j)}
    for name, channel in content.channels.items():
        if name not in used:
            place = content.places[f"channel/{name}"][""]
            yield _note(place, "C101", f"no map uses the channel '{channel.title}'", "map it, or remove it")


def _warn(place: Place, code: str, message: str, advice: str) -> Finding:
    return _finding(place, code, "warning", message, advice)


def _note(place: Place, code: str, message: str, advice: str) -> Finding:
    return _finding(place, code, "note", message, advice)


def _finding(place: Place, code: str, severity: Severity, message: str, advice: str) -> Finding:
    return Finding(place, code, severity, message, advice)

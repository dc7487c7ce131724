"""`cjsite help`: every field, topic, message and finding by what people call it."""

import re
from pathlib import Path

import pytest

from cjsite.analysis.rules import CODES
from cjsite.authoring.article_text import WIDTH, as_terminal_text
from cjsite.authoring.field_articles import kind_name
from cjsite.authoring.lookup import article, articles, lookup
from cjsite.authoring.message_articles import articles_on, message_articles
from cjsite.authoring.reference import fields, records
from cjsite.authoring.topic_articles import TOPICS
from cjsite.model.step import Step
from cjsite.text.emotion_words import LANGUAGES
from tests.support.command import Done, cjsite


def _help(*name: str) -> Done:
    return cjsite("help", *name, cwd=Path())


def test_a_field_is_told_with_all_that_there_is_to_know() -> None:
    said = _help("journey.owner").out
    assert said.startswith("journey.owner\n\n  Who answers for this map.\n")
    assert re.search(r"Write +a department's id\n", said)
    assert re.search(r"Left out +nothing is said\n", said)
    assert re.search(r"Shows +at the head of the journey's page and on the page of the\n", said)
    assert "      owner: harbour\n" in said


@pytest.mark.parametrize(
    ("asked", "name"),
    {
        "": "reference",
        "feeling": "feeling",
        "step.feeling": "touchpoint.emotion",
        "emotion": "touchpoint.emotion",
        "Emotion ": "touchpoint.emotion",
        "sample": "feeling",
        "pain point": "pain-point",
        "pain_points": "step.pain_points",
        "step.pains": "step.pain_points",
        "stage.actions": "step.actions",
        "moment of truth": "moment-of-truth",
        "md": "markdown",
        "CSV": "csv",
        "emotions.de": "emotions.de",
        "e101": "E101",
        "journeys/a.yml:3:1: warning E101: only staff say so": "E101",
        "problems": "messages",
        "a key that stands twice": "message.a-key-that-stands-twice",
    }.items(),
)
def test_things_are_found_by_what_people_call_them(asked: str, name: str) -> None:
    assert [own.name for own in lookup(asked)] == [name]


def test_a_message_is_found_whatever_stands_in_it() -> None:
    said = _help("journeys/x.yml:7:3: `owner` stands here twice; it is in line 5 already; keep one of them").out
    assert "A key that stands twice\n" in said
    assert "cjsite says:" in said


def test_a_name_of_many_fields_says_where_each_stands() -> None:
    said = _help("title").out
    assert "  journey.title " in said and "  step.title " in said


@pytest.mark.parametrize(
    ("asked", "mend"), [("emotoin", "did you mean 'emotion'?"), ("zzzz", "'cjsite help' lists")]
)
def test_a_name_that_there_is_not_is_answered_with_the_nearest(asked: str, mend: str) -> None:
    done = _help(asked)
    assert done.code == 2
    assert mend in done.err and not done.out


def test_a_command_is_told_as_by_its_own_help() -> None:
    assert "--port" in _help("serve").out


def test_every_field_of_every_kind_is_found_by_its_name() -> None:
    for record in records():
        for field in fields(record):
            (own,) = lookup(f"{kind_name(record)}.{field}")
            assert own.name == f"{kind_name(record)}.{field}"
    assert all(lookup(f"step.{field}") for field in Step.model_fields)


def test_every_article_can_be_asked_for_and_fits_into_a_terminal() -> None:
    groups = [
        own for group in ("kinds", "topics", "fields", "rules", "messages") for own in articles(group).values()
    ]
    for own in groups:
        assert lookup(own.name) == (own,)
        prose = as_terminal_text(own)
        for specimen in own.specimens:
            prose = prose.replace("\n".join(f"      {line}" for line in specimen.text.splitlines()), "")
        wide = [line for line in prose.splitlines() if len(line) > WIDTH and not line.startswith("      ")]
        assert wide == [], own.name


def test_every_link_and_item_leads_to_an_article() -> None:
    for group in ("kinds", "topics", "fields"):
        for own in articles(group).values():
            links = re.findall(r"\]\(([^)]+)\)", " ".join((*own.text, *(text for _, text in own.facts))))
            assert all(article(name) for name in (*links, *own.items))


def test_the_reference_lists_all_there_is() -> None:
    assert set(article("findings").items) == set(CODES)
    assert article("emotions").items == tuple(f"emotions.{name}" for name in (*LANGUAGES, "emoji"))
    assert set(article("reference").items) == {*map(kind_name, records()), *TOPICS, "messages", "findings"}
    names = [own.name for own in message_articles()]
    assert len(names) == len(set(names)) == len(article("messages").items) > 80


def test_of_a_message_only_what_was_asked_for_is_told() -> None:
    own, *_ = lookup("there is no persona 'x'")
    assert {line.partition(": ")[2].partition(" '")[0] for line in own.specimens[-1].said} == {
        "there is no persona"
    }


def test_a_message_of_nothing_is_in_no_article() -> None:
    messages = articles("messages").values()
    assert not any(articles_on(text, messages) for text in ("", "a", "the weather is fine"))

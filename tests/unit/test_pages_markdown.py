"""What readers see of Markdown on the pages themselves."""

from tests.support.content import content
from tests.support.html import Document
from tests.support.page import document

MAP = """
-- channels.yml --
phone: {title: Phone}
-- journeys/a.md --
---
title: A
goal: Order
---
The story[^1]. <!-- Is it one? -->

[^1]: Told by Ana.

Book
----
```yaml
description: |
  They want:
  1. a seat
  2. a *window*
```

### Calls
```yaml
channel: phone
emotion: -1
actions: |
  Dials
  - [x] the short number
  - [ ] ~~the long one~~
thoughts: "#1 on the list"
pain_points: |
  | what | how long |
  |------|----------|
  | hold | 9 min |
```
[Customer]: Hello?
[Agent]: One moment please

> I hear you[^1].
> <!-- checked -->

```
## no stage
```
### Calls again
```yaml
emotion: 0
```
Once more[^1].

### And again
```yaml
emotion: 1
```
Once more[^1].
-- pages/about.md --
# About

#Tags are words. Ask me@example.org, or see https://example.org.
<!--
## Not this
-->
"""


def _ids(page: Document) -> list[str]:
    return [element.attributes["id"] for element in page.elements if "id" in element.attributes]


def test_a_map_shows_all_words_of_its_texts() -> None:
    text = document(content(MAP)).text
    for said in (
        "[Customer]: Hello? [Agent]: One moment please",
        "#1 on the list",
        "what | how long hold | 9 min",
        "Dials ☑ the short number ☐ the long one",
        "I hear you 1 . 1. Told by Ana.",
        "## no stage",
    ):
        assert said in text, said
    for unsaid in ("Is it one?", "checked", "<!--"):
        assert unsaid not in text, unsaid


def test_a_map_has_the_stages_that_its_file_shows() -> None:
    (journey,) = content(MAP).journeys.values()
    assert [(stage.title, [step.title for step in stage.steps]) for stage in journey.stages] == [
        ("Book", ["Calls", "Calls again", "And again"])
    ]


def test_notes_of_several_texts_stand_on_a_page_with_names_of_their_own() -> None:
    page = document(content(MAP))
    names = _ids(page)
    notes = [
        element.attributes["href"][1:]
        for element in page.elements
        if element.attributes.get("role") == "doc-noteref"
    ]
    assert len(names) == len(set(names))
    assert len(notes) == 3, "the story's, and those of the two steps that say the same"
    assert set(notes) <= set(names)


def test_a_page_links_what_is_written_bare() -> None:
    page = document(content(MAP), "pages/about.html")
    links = {element.text: element.attributes["href"] for element in page.elements if element.tag == "a"}
    assert links["me@example.org"] == "mailto:me@example.org"
    assert links["https://example.org"] == "https://example.org"
    assert "#Tags are words." in page.text
    assert "Not this" not in page.text

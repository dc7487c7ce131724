"""What a map says of itself as a whole, as rows of tables: whose it is, what it is about, and what it rests on."""

from collections.abc import Iterator

from cjsite.pages.facts import FactItem
from cjsite.pages.journey.background import Background
from cjsite.pages.journey.head import Head
from cjsite.pages.journey.key_figures import KeyFigure
from cjsite.pages.journey.page import JourneyData
from cjsite.poster.deck_facts import fact_texts, item_texts
from cjsite.poster.deck_html import paragraphs
from cjsite.poster.deck_table import DeckCell, DeckRow, DeckTable
from cjsite.poster.deck_text import Paragraph, TextRun, words
from cjsite.text.wording import Wording

Rows = Iterator[tuple[str, tuple[Paragraph, ...]]]
_DOT = " · "
_SIZE = 11.0


def listed(rows: Rows) -> DeckTable:
    """Return rows of one column as a table; those that say nothing are left out."""
    own = tuple(DeckRow(name, (DeckCell(0, 1, texts),)) for name, texts in rows if texts)
    return DeckTable(1, (), own, size=_SIZE)


def meta(head: Head, t: Wording) -> str:
    """Return in one line how a map stands: its state, what it is about, when it was reviewed, and whose it is."""
    reviewed = t("map.review.on", date=head.reviewed) if head.reviewed else t("map.review.never")
    due = head.late or (t("map.review.due", month=head.due) if head.reviewed else "")
    parts = (
        head.state,
        head.status,
        head.product,
        t.listed(reviewed, due, head.changed),
        f"{t('map.owner')} {t.beside(head.owner.title)}" if head.owner.title else "",
        t("map.version", version=head.version) if head.version else "",
        t.listed(*(tag.title for tag in head.tags)),
    )
    return _DOT.join(filter(None, parts))


def about_rows(data: JourneyData, t: Wording) -> Rows:
    """Yield whose map it is and what it comes to."""
    head = data.head
    if data.lead:
        yield "", (words(t.paragraph(data.lead.first, *data.lead.rest), bold=True),)
    yield "", (words(meta(head, t), faint=True),)
    yield "", paragraphs(head.scenario)
    for person in head.people:
        yield (
            person.name,
            (*paragraphs(person.role), *(text.styled(italic=True) for text in paragraphs(person.quote))),
        )
    yield t("map.segment"), paragraphs(head.segment)
    yield (
        t("map.goals"),
        tuple(own for goal in head.goals for own in item_texts(FactItem(goal), len(head.goals) > 1)),
    )
    for figure in data.figures:
        yield t.listed(figure.name, figure.whose), (_figure(figure),)


def _figure(figure: KeyFigure) -> Paragraph:
    where = figure.link.title if figure.link else ""
    behind = (TextRun(_DOT + text, faint=True) for text in (where, figure.note) if text)
    return Paragraph((TextRun(figure.value, bold=True), *behind))


def story_rows(back: Background, t: Wording) -> Rows:
    """Yield the story, and what the research says."""
    yield t("map.story.title"), paragraphs(back.narrative)
    yield t("map.story.heard"), tuple(own for item in back.heard for own in item_texts(item, len(back.heard) > 1))
    for insight in back.insights:
        places = t.listed(*(str(own.text) for place in insight.places for own in paragraphs(place.text)))
        text = paragraphs(insight.text)
        behind = (words(places, faint=True),) if places else ()
        yield insight.word, (*text, *behind)


def background_rows(back: Background) -> Rows:
    """Yield all else that stands behind the map."""
    for fact in back.facts:
        yield fact.name, fact_texts(fact)

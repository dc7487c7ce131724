"""What a map's page says of a place in named facts, as texts of a deck."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from cjsite.base.frozen import replace
from cjsite.pages.facts import Fact, FactItem
from cjsite.pages.journey.details_panel import DetailsPanel, MomentDetails
from cjsite.pages.journey.feeling_details import FeelingDetails
from cjsite.poster.deck_html import paragraphs
from cjsite.poster.deck_text import Paragraph, TextRun, words
from cjsite.text.wording import Wording

_DOT = " · "


def item_texts(item: FactItem, is_list: bool, speech: bool = False) -> Iterator[Paragraph]:
    """Yield an item as paragraphs, the first with a dot where it is one of several."""
    own = [text.styled(italic=True) if speech else text for text in paragraphs(item.text)] or [Paragraph(())]
    own[0] = Paragraph((*_before(item), *own[0].runs), is_list)
    if behind := tuple(_behind(item)):
        own[-1] = replace(own[-1], runs=(*own[-1].runs, *behind))
    yield from own


def _before(item: FactItem) -> Iterator[TextRun]:
    if item.priority:
        yield TextRun(f"{item.priority} ", bold=True, ours=True)
    if item.label:
        yield TextRun(f"{item.label} ", faint=True, ours=True)


def _behind(item: FactItem) -> Iterator[TextRun]:
    word = "" if item.word and item.word in str(item.note) else item.word
    for text in (word, item.note, item.by.title if item.by else ""):
        if text:
            yield TextRun(_DOT, faint=True)
            yield from (replace(run, faint=True) for own in paragraphs(text) for run in own.runs)


def fact_texts(fact: Fact) -> tuple[Paragraph, ...]:
    """Return the items of a fact, without its name."""
    is_list = len(fact.items) > 1
    return tuple(text for item in fact.items for text in item_texts(item, is_list, fact.speech))


def told_facts(facts: Iterable[Fact], t: Wording) -> Iterator[Paragraph]:
    """Yield facts as paragraphs that begin with their names."""
    for fact in facts:
        first, *others = fact_texts(fact)
        name = TextRun(fact.name + t.colon, faint=True, ours=True)
        yield Paragraph((name, *first.runs))
        yield from others


def feeling_texts(felt: FeelingDetails, t: Wording) -> Iterator[Paragraph]:
    """Yield a feeling in full: whose, in a word and as a number, and what is said about it."""
    runs = [TextRun(felt.word, bold=True), TextRun(f" {felt.said}")]
    if felt.person:
        runs.insert(0, TextRun(felt.person + t.colon, faint=True))
    yield Paragraph(tuple(runs))
    yield from told_facts(felt.facts, t)


def moment_texts(moment: MomentDetails, t: Wording) -> Iterator[Paragraph]:
    """Yield a moment of truth in full."""
    signs = t.listed(t(f"risk.{moment.risk}"), moment.kind)
    first, *others = paragraphs(moment.asks) or (Paragraph(()),)
    yield Paragraph((TextRun("◆ ", bold=True), *first.styled(bold=True).runs, TextRun(_DOT + signs, faint=True)))
    yield from others
    yield from told_facts(moment.facts, t)


def panel_rows(
    panel: DetailsPanel, t: Wording, step: str, feeling: str, moment: str
) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    """Yield all that is said of a touchpoint, by the names of rows: its step, what is felt, and the rest.

    step, feeling, moment: what these rows are called.
    """
    leading = [fact for fact in panel.facts[:1] if fact.name == step]
    for fact in leading:
        yield fact.name, tuple(text.styled(bold=True) for text in fact_texts(fact))
    yield feeling, tuple(text for felt in panel.feelings for text in feeling_texts(felt, t))
    if panel.moment:
        yield moment, tuple(moment_texts(panel.moment, t))
    yield t("map.lane.story.description"), paragraphs(panel.description)
    for fact in (*panel.facts[len(leading) :], *panel.views):
        yield fact.name, fact_texts(fact)
    yield "", tuple(_pictured(panel))


def _pictured(panel: DetailsPanel) -> Iterator[Paragraph]:
    if panel.picture:
        yield from (words(panel.picture.alt, italic=True),) if panel.picture.alt else ()
        yield from paragraphs(Markup(panel.picture.credit))

"""All journeys of the site as a script that the list's own script loads, to find those on its other pages too."""

import json
from collections.abc import Sequence

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.paging import pages_for
from cjsite.summaries.journey_card import JourneyCard
from cjsite.text.prose import plain
from cjsite.text.wording import Wording

ROWS = 250
"""How many journeys one file holds."""
WORDS = 3000
"""How many letters of what a journey is searched by it holds, so that no file is over a megabyte."""


@frozen
class ListedJourney:
    """A journey in the list; words: what the list's script finds it by, '' where a file holds that of all pages."""

    card: JourneyCard
    words: str

    @property
    def id(self) -> str:
        """Return the journey's id."""
        return self.card.id


def search_files(maps: int) -> tuple[str, ...]:
    """Return the addresses of the files for so many journeys; none where one page holds them all."""
    count = pages_for(maps, ROWS) if pages_for(maps) > 1 else 0
    return tuple(f"lists/journeys-{number}.js" for number in range(1, count + 1))


@memo(by="number")
def search_file(number: int, journeys: Sequence[ListedJourney], wording: Wording) -> bytes:
    """Return one of these files, from 1; journeys: its own, in the order of the list.

    A classic script that puts its rows into a global: pages that are opened as files cannot read another file, but
    can run it.
    """
    rows = [_row(journey.card, journey.words, wording) for journey in journeys]
    written = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f'(window.cjsiteLists ??= {{}})["journeys-{number}"] = {written};\n'.encode()


def _row(card: JourneyCard, words: str, t: Wording) -> dict[str, object]:
    low, end = card.extremes.lowest, card.extremes.end
    people = [person.title for person in card.people] or [plain(card.segment)]
    unsettled = t(f"status.{card.status}") if card.status in ("draft", "archived") else ""
    future = t("state.to-be") if card.state == "to-be" else ""
    lowest = "" if low is None or low.felt.value is None else t.signed(low.felt.value)
    overdue = ["overdue"] if card.review.days_late else []
    return {
        "title": card.journey.title,
        "url": card.journey.url,
        "language": card.journey.language,
        "note": t.listed(*people, plain(card.product), future, unsettled, separator=" · "),
        "low": lowest and f"{t('list.lowest')} {lowest}",
        "words": words[:WORDS],
        "departments": " ".join(card.departments),
        "product": card.product,
        "states": " ".join([card.state, card.status, *overdue]),
        **({"lowest": low.felt.score} if low and low.felt.score is not None else {}),
        **({"end": end.felt.score} if end and end.felt.score is not None else {}),
    }

"""How the figures are made: each figure that pages show, by name, with what readers are told of it."""

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording

FIGURES: dict[str, tuple[str, ...]] = {
    "all": ("counted", "reading", "share", "rounding"),
    "feelings": ("mean", "extremes", "peak-end", "so-far", "drop", "known", "borne", "promises"),
    "decisions": ("risk", "give-up", "severe", "need"),
    "effort": ("contact", "time", "wait", "switch", "spared", "saved"),
    "work": ("broken", "between", "unowned", "importance", "openings", "investment", "lost", "goals"),
    "knowledge": ("heard", "ways", "depth", "findings", "overdue", "reviewed", "moved", "done"),
}
"""The names of all figures, by what they are about; a page links to those that it shows."""
TOLD = ("formula", "unit", "leaves", "source")


@frozen
class FigureEntry:
    """A figure in the words of the theme; facts: the name of each, and what is said."""

    name: str
    title: str
    says: str
    facts: tuple[tuple[str, str], ...]


@frozen
class FiguresData:
    """What the page shows: the figures, by the titles of what they are about."""

    groups: tuple[tuple[str, str, tuple[FigureEntry, ...]], ...]


@site_page("insights/figures.html")
def figures(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:  # noqa: ARG001
    """Declare the page on how the figures are made."""
    return figures_page(frame, wording)


@memo
def figures_page(frame: SiteFrame, wording: Wording) -> Page:
    """Return the page on how the figures are made."""
    groups = (
        (group, wording(f"insight.figures.{group}"), tuple(_entry(name, wording) for name in names))
        for group, names in FIGURES.items()
    )
    title, description = wording("insight.figures"), wording("insight.figures.lead")
    data = FiguresData(tuple(groups))
    return Page("insights/figures.html", "insights/figures.html", title, frame, data, description, "insights")


def _entry(name: str, t: Wording) -> FigureEntry:
    facts = tuple((t(f"insight.figures.{part}"), t(f"figure.{name}.{part}")) for part in TOLD)
    return FigureEntry(name, t(f"figure.{name}.title"), t(f"figure.{name}.says"), facts)

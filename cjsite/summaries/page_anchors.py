"""The places on generated pages that links may lead to, apart from those that bear the name of a thing."""

import re

_EVERYWHERE = "main|find"
_JOURNEY = (
    r"map|journey|background|readings|show|show-status|summary|[a-z-]+-title|persona?-\d+(?:-name)?|"
    r"(?:lane|view|filter|zoom)-.+"
)
_PERSONA = "life|journeys|channels|evidence|goals|frustrations"
_DEPARTMENT = (
    r"(?:meetings|decisions|failure-demand|tipping-points|handoffs|needs|tasks|waits|summary|findings)(?:-title)?|"
    r"caused|landed|aims|expected|worths|(?:gaps|pains|opportunities|reviews|worst)(?:-title)?|title|summary-[a-z]+"
)
_HOME = "journeys(?:-title)?|journey-list|list-find|lows|openings|reviews"
_INSIGHTS = (
    r"all|backlog|better|bills|changed|channels|debts|devices|each|ends|exceeded|figures|flow|goals|journeys|key|"
    r"lines|lows|maps|matrix|measured|moments|moved|needs|nowhere|openings|phases|renewed|reviewed|reviews|rules|"
    r"savings|promises|sources|staff|systems|thin|todo|tree|turns|unmet|unowned|unproven|unreviewed|unseen|waits|waived|wanted|worse|worths|"
    r"(?:by|use|about|group|outcome|fate|figure|owner|rule|channel|from|of)-.+|(?:item|debt|key|leg|stride)-\d+(?:-title)?|"
    r"[a-z-]+-title|[EFCWRS]\d{3}(?:-title)?"
)
_SEARCH = r"search-find|letter-\d+"
_SHELVES = {
    "journeys": _JOURNEY,
    "personas": _PERSONA,
    "departments": _DEPARTMENT,
    "index.html": _HOME,
    "search.html": _SEARCH,
    "search": _SEARCH,
    "tags": r"journeys(?:-title)?|others-title",
} | dict.fromkeys(("insights", "findings", "compare", "walk"), _INSIGHTS)
_ANCHORS = {shelf: re.compile(f"{_EVERYWHERE}|{anchors}") for shelf, anchors in _SHELVES.items()}
_OTHER = re.compile(
    rf"{_EVERYWHERE}|(?:source|measure|channel)s-title|(?:opportunity|source|measure|channel)-.+-title"
)


def is_anchor(url: str, name: str) -> bool:
    """Tell whether every page of the kind has, or may have, a place of that name."""
    return _ANCHORS.get(url.split("/")[0], _OTHER).fullmatch(name) is not None

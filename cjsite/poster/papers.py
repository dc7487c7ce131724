"""The papers that a map is printed on, as commands and css/poster.css call them; there are their sizes."""

PAPERS = ("A4", "A3", "A2", "A1", "A0", "16:9")
USUAL_PAPER = "A3"


def paper_named(text: str) -> str | None:
    """Return the paper that somebody means, None if there is no such; sizes may be written small, 16:9 as 16x9."""
    wanted = text.strip().upper().replace("X", ":")
    return wanted if wanted in PAPERS else None


def paper_key(paper: str) -> str:
    """Return what the stylesheet calls a paper: a name that selectors need not escape."""
    return paper.replace(":", "x")

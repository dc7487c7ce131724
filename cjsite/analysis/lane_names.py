"""What lanes are called: by the author, or by the theme; and which of them another name is mistaken for."""

from collections.abc import Mapping

from cjsite.model.lanes import LANES
from cjsite.model.slugs import slug
from cjsite.text.prose import plain
from cjsite.text.wording import Words

TITLE_KEYS: Mapping[str, str] = {lane: f"map.lane.{lane}" for lane in LANES} | {
    "frontstage": "map.rule.interaction.stage",
    "backstage": "map.rule.visibility.stage",
}
"""The theme's word for each lane, by its key."""
PART_KEYS: Mapping[str, str] = {
    "stage": "map.table.stage",
    "channel": "map.filter.channel",
    "department": "map.detail.frontstage",
} | {part: f"map.detail.{part}" for part in ("step", "actors", "place", "device", "expectation", "why")}
"""The theme's word for what is no lane and has a name."""


def titled_lanes(words: Words) -> Mapping[str, str]:
    """Return the lanes by what a theme calls them; names are compared by their slugs."""
    titles = ((lane, words.get(key)) for lane, key in TITLE_KEYS.items())
    return {slug(title): lane for lane, title in titles if isinstance(title, str)}


def own_title(names: Mapping[str, str], lane: str) -> str:
    """Return what an author calls a lane, '' where the theme's word stands."""
    return plain(names[lane]).strip() if lane in names else ""


def lane_called(title: str, names: Mapping[str, str], titled: Mapping[str, str]) -> str:
    """Return the lane that a title may be mistaken for, '' if there is none.

    names: the author's words by lane. titled: lanes by the words of themes.
    """
    own = {slug(name): lane for lane, name in names.items()}
    called = {**titled, **dict(zip(LANES, LANES, strict=True)), **own}
    return called.get(slug(title), "") if slug(title) else ""

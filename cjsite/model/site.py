"""The site's own settings and its Markdown pages."""

from collections import OrderedDict
from functools import partial
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from cjsite.model.emotion import Scale
from cjsite.model.lanes import LaneNames
from cjsite.model.quantities import Cycle, CycleText
from cjsite.model.types import (
    BY_NAME,
    EVERYONE,
    ONE_OR_MANY,
    Audiences,
    Identified,
    Language,
    Line,
    Number,
    Ordered,
    Record,
    Ref,
    Text,
)
from cjsite.model.waiver import SiteWaiver
from cjsite.model.web_address import EditAddress, SiteAddress


def _declarable(name: str) -> str:
    if name == EVERYONE:
        raise PydanticCustomError("reserved", "`everyone` is an audience without being declared; remove it")
    return name


class Audience(Record):
    """Some of those who read the site."""

    short = "title"
    title: Line = Field(default="", description="What they are called.")


class Settings(Record):
    """What `site.yml` says."""

    title: Line = Field(default="Customer journeys", description="The site's name.")
    tagline: Text = Field(default="", description="A sentence or two under the name on the home page.")
    organisation: Line = Field(default="", description="Whose customers they are.")
    language: Language = Field(
        default="en", description="The language of the content and the pages, like en or de."
    )
    theme: Annotated[str, StringConstraints(pattern=r"^[\w-]+$")] = Field(
        default="default", description="The theme: a folder in themes/, or the built-in default."
    )
    emotion_scale: Scale = Field(default=Scale(), description="The range of emotion numbers, like 1 to 5.")
    emotion_words: Ordered[Line, Number] = Field(
        default_factory=OrderedDict,
        description="Words or emoji for feelings, and their number on the emotion scale.",
    )
    lane_names: LaneNames = Field(
        default_factory=OrderedDict, description="Your words for lanes, by the lane or a field that stands in it."
    )
    review_every: CycleText = Field(
        default_factory=partial(Cycle, "12 months", months=12),
        json_schema_extra={"default": "12 months"},
        description="How often maps are reviewed, like 12 months.",
    )
    menu: Annotated[tuple[Annotated[str, Ref("page")], ...], *ONE_OR_MANY] = Field(
        default=(), description="The pages in the menu, in order."
    )
    audiences: Annotated[Ordered[Annotated[Line, AfterValidator(_declarable)], Audience], *BY_NAME] = Field(
        default_factory=OrderedDict, description="Names for those whom an `audience` may name."
    )
    footer: Text = Field(default="", description="A line at the foot of every page.")
    address: SiteAddress = Field(
        default="", description="Where the site stands on the web, like https://maps.example.org/."
    )
    edit_url: EditAddress = Field(
        default="",
        description="Where files are edited on the web, `{path}` standing for a file's path in the content folder.",
    )
    history: Literal["git"] | None = Field(
        default=None, description="Where the days come from on which pages were written and changed: git."
    )
    redirects: Ordered[Line, Line] = Field(
        default_factory=OrderedDict,
        description="Where maps, steps and pages are now that had other names: the old one, then the new one.",
    )
    waive: Annotated[tuple[SiteWaiver, ...], *ONE_OR_MANY] = Field(
        default=(), description="Findings on what journeys share that may stand, each with a reason."
    )


class Document(Identified):
    """A page of the site written in Markdown."""

    audience: Audiences = ()
    body: Text = Field(default="", description="The page's text, in Markdown.")

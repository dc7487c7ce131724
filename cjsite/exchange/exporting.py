"""A map of a site as it goes out: what some readers see of it, with all that it refers to."""

import datetime
from pathlib import Path

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.rules import CODES
from cjsite.base.folder import Folder
from cjsite.base.problem import Broken, Refusal
from cjsite.edition.edition import edition
from cjsite.edition.readers import Readers
from cjsite.model.content import Content
from cjsite.reading.file_kinds import useful_bytes
from cjsite.reading.hints import meant
from cjsite.reading.read import read
from cjsite.reading.whereabouts import beside_content, no_content
from cjsite.summaries.journey_inputs import journey_inputs


def exported_input(root: Path, name: str, today: datetime.date, readers: Readers | None) -> JourneyInput:
    """Return a map of the site in a folder by its id; readers: whom it goes out to, None: its authors.

    Raises Broken with the problems of the content, and Refusal where there is no such map, or none for them.
    """
    folder = Folder(root / "content", root, most=useful_bytes)
    sources = folder.scan()
    if not sources and not folder.refused:
        raise Broken([no_content(folder.root)])
    whole = read(sources, CODES, today, (*folder.refused, *beside_content(folder.root)))
    content = edition(whole, readers).content if readers else whole
    refuse_unless_there(name, content, whole)
    return journey_inputs(content, today)[name]


def refuse_unless_there(name: str, content: Content, whole: Content) -> None:
    """Raise Refusal where there is no such map; content: what those see whom it would go out to."""
    if name in content.journeys:
        return
    if name in whole.journeys:
        raise Refusal(f"'{name}' is not for those it would go out to; say for whom, with --audience, or --author")
    raise Refusal("; ".join(filter(None, (f"there is no map '{name}'", meant(name, content.journeys)))))

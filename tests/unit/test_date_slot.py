"""The date of the build is taken out of pages and put back, in whichever direction they are written."""

import pytest

from cjsite.pages.sitemap import site_frame
from cjsite.tasks.date_slot import DateSlot, date_of
from cjsite.tasks.journey_task import with_dates
from cjsite.templating.isolates import as_elements
from tests.support.content import content
from tests.support.page import TODAY, wording


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_date_is_cut_from_a_page_and_goes_back(language: str) -> None:
    frame = site_frame(content(f"-- site.yml --\nlanguage: {language}\n"), wording(language), TODAY)
    slot = DateSlot(frame)
    file, data = slot.cut_from("a.html", as_elements(f"<p>{slot.frame.built}</p>".encode(), ""))
    assert not slot.is_left_in(data)
    assert with_dates(data, file.dates, date_of(frame)) == as_elements(f"<p>{frame.built}</p>".encode(), "")

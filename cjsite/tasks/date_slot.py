"""The place of the build's date in pages: tomorrow's are today's with another date."""

import secrets

from markupsafe import escape

from cjsite.base.digest import digest
from cjsite.base.frozen import replace
from cjsite.pages.page import SiteFrame
from cjsite.tasks.journey_task import MadeFile
from cjsite.text.direction import is_isolate


def date_of(frame: SiteFrame) -> bytes:
    """Return what goes into the pages where their date was cut from."""
    return str(escape(_own(frame.built))).encode()


def _own(date: str) -> str:
    """Return a date without the isolate that it stands in: in the text of a page an element stands for that."""
    return date[1:-1] if is_isolate(date) else date


class DateSlot:
    """Marks the date in pages that are made with `frame`, and takes it out of them."""

    def __init__(self, frame: SiteFrame) -> None:
        # Digits, which are written alike in every direction of writing, and that nobody can guess.
        sign = "".join(secrets.choice("0123456789") for _ in range(40))
        own = _own(frame.built)
        self.frame = replace(frame, built=frame.built.replace(own, own + sign))
        self._sign = sign.encode()
        self._built = str(escape(own) + sign).encode()

    def cut_from(self, path: str, page: bytes) -> tuple[MadeFile, bytes]:
        """Return a page without the date, and where that goes."""
        begin, *others = page.split(self._built)
        dates, end = [], len(begin)
        for other in others:
            dates.append(end)
            end += len(other)
        data = b"".join((begin, *others))
        return MadeFile(path, digest(data), tuple(dates)), data

    def is_left_in(self, data: bytes) -> bool:
        """Tell whether a theme makes something else of the date than to show it: the page is one of this day."""
        return self._sign in data

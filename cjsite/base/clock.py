"""Which day a build is made on."""

import datetime
import os

from cjsite.base.problem import Broken, Place, Problem


def build_day() -> datetime.date:
    """Return the day of SOURCE_DATE_EPOCH (seconds since 1970, UTC) if it is set, else today.

    Raises Broken if SOURCE_DATE_EPOCH is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        mend = "set it to seconds since 1970, or unset it"
        raise Broken([Problem(Place("SOURCE_DATE_EPOCH"), f"'{epoch}' is not a time", mend)]) from None

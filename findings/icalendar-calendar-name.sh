#!/usr/bin/env bash
# icalendar: the name of a calendar is written without escapes.
#
# To be expected: RFC 5545 (3.8.8.2) gives X- properties the type TEXT unless they say otherwise, and RFC 7986 (5.1)
# gives it to NAME; in a TEXT commas and semicolons stand behind a backslash, as the library writes them in SUMMARY.
# What happens: `add("x-wr-calname", text)` writes them bare, and so does the attribute `calendar_name`, for NAME as
# well; a text with a line break is no text to either and raises an AssertionError when the file is written. A value
# that is wrapped in `vText` before it is added is escaped.
# Seen with icalendar 7.3.0. Why it matters here: a site's title is the name of its calendar of reviews.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.0

"$folder/venv/bin/python" - <<'PY'
import sys

import icalendar
from icalendar import Calendar, Event, vText

TITLE = "Tea, cakes; and more"
ESCAPED = r"Tea\, cakes\; and more"


def line(calendar, name):
    text = calendar.to_ical().decode()
    return next(line.partition(":")[2] for line in text.splitlines() if line.startswith(f"{name}:"))


def calendar(name):
    made = Calendar()
    if name == "calendar_name":
        made.calendar_name = TITLE
    elif name == "wrapped":
        made.add("x-wr-calname", vText(TITLE))
    else:
        made.add(name, TITLE)
    return made


event = Event()
event.add("summary", TITLE)
seen = {
    "SUMMARY of an event": line(event, "SUMMARY"),
    "X-WR-CALNAME by add()": line(calendar("x-wr-calname"), "X-WR-CALNAME"),
    "NAME by calendar_name": line(calendar("calendar_name"), "NAME"),
    "X-WR-CALNAME by add(vText())": line(calendar("wrapped"), "X-WR-CALNAME"),
}
print("icalendar", icalendar.__version__)
print("to be expected everywhere:", ESCAPED)
for name, text in seen.items():
    print(f"{name}: {text}")
broken = Calendar()
broken.add("x-wr-calname", "Tea\nand cakes")
try:
    broken.to_ical()
    raised = "nothing"
except AssertionError as error:
    raised = f"AssertionError: {error}"
print("a line break in it raises", raised)
same = list(seen.values()) == [ESCAPED, TITLE, TITLE, ESCAPED] and raised.startswith("AssertionError")
sys.exit(0 if same else 1)
PY

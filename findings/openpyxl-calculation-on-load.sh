#!/usr/bin/env bash
# openpyxl: a workbook that was computed is read as one that is to be computed when it is opened.
#
# To be expected: ECMA-376 (part 1, 18.2.2) gives the attribute `fullCalcOnLoad` of `calcPr` the default false, and
# spreadsheets that have computed everything leave it away; a workbook that is read should say false, or nothing.
# What happens: `load_workbook(…).calculation.fullCalcOnLoad` is True where the file has a `calcPr` without the
# attribute: the library's default for the workbooks that it makes stands for those that it reads as well. Only an
# explicit "0" is read as what it is.
# Seen with openpyxl 3.1.5. Why it matters here: programs that write workbooks set the attribute and may store 0 for what
# nobody has computed; whether a 0 is one of these is therefore read from the file itself.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5

"$folder/venv/bin/python" - <<'PY'
import io
import re
import sys
import zipfile

import openpyxl


def read(calculation):
    """Return what is said of a workbook with this `calcPr`."""
    made, changed = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/workbook.xml":
                text = re.sub(rb"<calcPr[^>]*/>", calculation, text)
            new.writestr(name, text)
    return openpyxl.load_workbook(changed).calculation.fullCalcOnLoad


print("openpyxl", openpyxl.__version__)
left_away, stated = read(b'<calcPr calcId="191029"/>'), read(b'<calcPr calcId="191029" fullCalcOnLoad="0"/>')
print("expected: False or None where the attribute is left away, False where it is 0")
print(f"came out: {left_away} where it is left away, {stated} where it is 0")
sys.exit(0 if left_away is True and stated is False else 1)
PY

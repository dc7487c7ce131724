#!/usr/bin/env bash
# Babel: some styles of lists that a locale is said to have raise a KeyError for three items.
#
# To be expected: `Locale.list_patterns` names the styles of a language, and `format_list` writes a list in each. CLDR
# leaves out of a style what is the same as in the style that it inherits from (Unicode Technical Standard 35, "Lateral
# Inheritance"), and its readers fill that in.
# What happens: Babel keeps what stands in CLDR's file, so that `unit-short` in German has a pattern for two items alone,
# and of three `format_list` raises KeyError: 'start'. The style `standard` is whole.
# Seen with Babel 2.19.0. Why it matters here: lists are written in the style `standard`, and no shorter one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0

"$folder/venv/bin/python" - <<'PY'
import sys

import babel
from babel import Locale
from babel.lists import format_list

print("Babel", babel.__version__)
print("to be expected: a list of three in every style that a language has")
raised = []
for language in ("en", "de", "es", "fr", "nl"):
    for style in Locale(language).list_patterns:
        try:
            format_list(["A", "B", "C"], style, language)
        except KeyError as error:
            raised.append((language, style))
            print(f"{language} {style}: KeyError: {error}; it holds {sorted(Locale(language).list_patterns[style])}")
whole = all(style != "standard" for _, style in raised)
sys.exit(0 if whole and ("de", "unit-short") in raised else 1)
PY

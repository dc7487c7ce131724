#!/usr/bin/env bash
# Pyphen merges the two levels of a dictionary.
#
# Hyphenation dictionaries of LibreOffice may have two levels, parted by the line NEXTLEVEL: the first one parts compounds,
# and only between the places that it finds does the second one part words. Pyphen passes over that line and puts the
# patterns of both levels into one set. The German dictionary that it ships has 69,000 patterns of whole words in its first
# level, none of which was written to meet those of the second, so that common words part where no German would part them.
# It says nothing: all other dictionaries of two levels that it ships have next to nothing in their first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyphen==0.18.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from pyphen import LANGUAGES, Pyphen

print(f"Python {sys.version.split()[0]}, pyphen {version('pyphen')}")
expected = {"Rückgabe": "Rück-ga-be", "Glückwunsch": "Glück-wunsch", "Urinstinkt": "Ur-in-stinkt"}
german = Pyphen(lang="de")
text = LANGUAGES["de"].read_text("iso8859-1")
levels = [sum(1 for line in level.splitlines() if line[:1] not in "#%") for level in text.split("NEXTLEVEL\n")]
print(f"hyph_de_DE.dic has levels of {' and '.join(map(str, levels))} lines; patterns in one set: {len(german.hd.patterns)}")
parted = {word: german.inserted(word) for word in expected}
for word in expected:
    print(f"expected {expected[word]}, parted {parted[word]}")
sys.exit(0 if all(parted[word] != expected[word] for word in expected) else 1)
PYTHON

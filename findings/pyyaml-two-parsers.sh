#!/usr/bin/env bash
# PyYAML's two parsers do not agree on what is YAML: a text that ends with a question mark, in braces, before a comma.
#
# One would guess that `CSafeLoader` (libyaml) and `SafeLoader` (Python) read the same, only at another speed, and
# that falling back from one to the other is safe. But `{asks: Why?, then: Goes}` is two fields to libyaml and a
# ParserError to the one in Python, which takes `?,` for the beginning of a key. YAML 1.2 (7.3.3) lets a plain text
# hold a `?`. Maps are full of such questions, so where PyYAML comes without libyaml, a good map is refused: the
# fall-back in `cjsite/reading/tree.py` is for machines that have nothing else.
set -euo pipefail
export PIP_DISABLE_PIP_VERSION_CHECK=1

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet pyyaml==6.0.3

cat > "$folder/finding.py" <<'PYTHON'
import platform
import sys

import yaml

TEXT = "{asks: Why?, then: Goes}"
print(f"Python {platform.python_version()}, PyYAML {yaml.__version__}, with libyaml: {yaml.__with_libyaml__}")
print(f"Expected: both read {TEXT} as two fields.")
if not yaml.__with_libyaml__:
    print("There is no libyaml to compare with.")
    sys.exit(1)


def told(loader: type) -> str:
    try:
        return repr(yaml.load(TEXT, Loader=loader))
    except yaml.YAMLError as error:
        return f"{type(error).__name__}: {error.problem}"


fast, slow = told(yaml.CSafeLoader), told(yaml.SafeLoader)
print(f"libyaml: {fast}\nPython:  {slow}")
if fast == slow:
    print("Now they agree. The finding does not hold any more.")
    sys.exit(1)
PYTHON
"$folder/venv/bin/python" "$folder/finding.py"

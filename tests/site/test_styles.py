"""The stylesheets style what there is."""

import re
from pathlib import Path

from tests.support.command import ROOT

THEME = ROOT / "themes" / "default"
NAMED = re.compile(r"\.([a-zA-Z][\w-]*)")


def _text(folder: Path, *suffixes: str) -> str:
    return "\n".join(p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.suffix in suffixes)


def test_every_class_is_used() -> None:
    """A class is used where templates, scripts or pages name it, or begin its name: `turn-added`, `x12`."""
    styles = re.sub(r"/\*.*?\*/", "", _text(THEME / "assets" / "css", ".css"), flags=re.DOTALL)
    named = set(NAMED.findall(re.sub(r"\{[^{}]*\}", "{}", styles)))
    used = (
        _text(THEME / "templates", ".html")
        + _text(THEME / "assets" / "js", ".js")
        + _text(ROOT / "cjsite", ".py", ".js")
    )
    words = set(re.findall(r"[a-zA-Z][\w-]*", used))
    assert "journey-row" in named & words
    begun = {name for name in named if name in words or re.sub(r"\d+$|(?<=-)\w+$", "", name) in words}
    assert named - begun == set()

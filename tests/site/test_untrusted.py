"""Authors' texts are untrusted: whatever stands in any of them, no page gets active by it."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cjsite.base.problem import Broken
from cjsite.build import Builder, Site
from cjsite.model.slugs import slug
from tests.support.command import ROOT
from tests.support.html import Document
from tests.support.texts import with_texts

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "<a href=javascript:alert(1)>x</a>",
    "</title></style></textarea><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "<style>*{display:none}</style>",
    "]]>`<!--`",
    "\u202eltr",
)


class _Plain(yaml.CSafeDumper):
    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _named(tree: Any) -> Any:
    """Return a journey's tree with an id for each step, so that references hold whatever its title becomes."""
    if isinstance(tree, list):
        return [_named(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    held = {name: _named(value) for name, value in tree.items()}
    for name in ("stages", "steps", "touchpoints"):
        if isinstance(held.get(name), list) and all(isinstance(item, dict) for item in held[name]):
            held[name] = [{"id": slug(i["title"]), **i} if "title" in i else i for i in held[name]]
    return held


def _site(folder: Path, change: Callable[[Any], Any]) -> Site:
    shutil.copytree(ROOT / "content", folder / "content")
    for path in (folder / "content").rglob("*.yml"):
        tree = change(_named(yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)))
        path.write_text(yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False), "utf-8")
    return Builder(folder, datetime.date(2026, 11, 21)).site()


def _active(page: Document) -> list[str]:
    """Return what could run, load or hide something and is not of the theme."""
    found = []
    for element in page.elements:
        if element.tag in ("iframe", "object", "embed", "base", "style", "foreignobject"):
            found.append(element.tag)
        if element.tag == "script" and not element.attributes.get("src", "").rpartition("/")[0].endswith("assets"):
            found.append(f"script {element.attributes}")
        for name, value in element.attributes.items():
            scheme = "".join(value.split()).partition(":")[0].lower()
            if name.startswith("on") or name in ("style", "srcdoc") or scheme in ("javascript", "data", "vbscript"):
                found.append(f"{element.tag} {name}={value}")
    return found


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 6))
def test_no_text_becomes_active(tmp_path: Path, first: int) -> None:
    """Each text gets six of the hostile ones, so that in two rounds each text had each of them."""
    ids = _ids()
    hostile = " ".join(HOSTILE[first : first + 6])
    site = _site(tmp_path, lambda tree: with_texts(tree, lambda text: text if text in ids else f"{text} {hostile}"))
    for url in site.pages:
        document = Document(site[url].decode())
        assert _active(document) == [], url
        assert "{{ 7*7 }}" in document.text or "7*7" not in document.text, "templates are not run by texts"


def _ids() -> set[str]:
    """Return the ids that stand where texts may stand too: opportunities named by a step."""
    files = {path.stem for path in (ROOT / "content" / "opportunities").glob("*.md")}
    return files | set(yaml.load((ROOT / "content" / "opportunities.yml").read_text("utf-8"), yaml.CBaseLoader))


@pytest.mark.parametrize("link", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_is_code_is_no_link(tmp_path: Path, link: str) -> None:
    def linked(tree: Any) -> Any:
        if isinstance(tree, list):
            return [linked(item) for item in tree]
        return {k: link if k == "link" else linked(v) for k, v in tree.items()} if isinstance(tree, dict) else tree

    try:
        site = _site(tmp_path, linked)
    except Broken as broken:
        assert all("link" in problem.excerpt for problem in broken.problems)
        return
    for url in site.pages:
        assert _active(Document(site[url].decode())) == [], url

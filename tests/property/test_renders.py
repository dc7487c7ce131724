"""How many pages a typical edit renders again: those that it concerns, and no other."""

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cjsite.build import Builder
from cjsite.pages.page import Page
from cjsite.templating.renderer import Renderer
from tests.support.command import ROOT
from tests.support.files import read, write

TODAY = datetime.date(2026, 11, 21)
MAP = "content/journeys/cancelling-care.yml"


class _Desk:
    """An author's desk: a copy of the example, and a builder whose renderings are counted."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.rendered: list[str] = []
        self.builder = Builder(root, TODAY)
        self.site = dict(self.builder.site().items())
        self.sources = read(root)

    def count(self, render: Callable[[Renderer, Page], bytes]) -> Callable[[Renderer, Page], bytes]:
        """Return the rendering of pages, counted."""

        def counted(renderer: Renderer, page: Page) -> bytes:
            self.rendered.append(page.url)
            return render(renderer, page)

        return counted

    def tidy(self) -> None:
        """Put every file back as it was, and build what that concerns again."""
        now = read(self.root)
        write(self.root, {path: data for path, data in self.sources.items() if now[path] != data})
        self.site = dict(self.builder.site().items())
        self.rendered.clear()

    def edit(self, path: str, old: str, new: str) -> tuple[set[str], set[str]]:
        """Replace a text in a file and return the pages rendered since, and those that came out different."""
        target = self.root / path
        text = target.read_text("utf-8")
        assert old in text
        target.write_text(text.replace(old, new, 1), "utf-8")
        self.rendered.clear()
        before, self.site = self.site, dict(self.builder.site().items())
        different = {url for url in self.site if url.endswith(".html") and self.site[url] != before.get(url)}
        return set(self.rendered), different


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> _Desk:
    """A desk with the whole example on it, and the theme beside it."""
    root = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(ROOT / "themes", root / "themes")
    return _Desk(root)


@pytest.fixture
def desk(untouched: _Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Desk]:
    """The desk as it was before any edit: a build from nothing for each test takes longer than the test."""
    monkeypatch.setattr(Renderer, "render", untouched.count(Renderer.render))
    yield untouched
    untouched.tidy()


def test_the_first_build_renders_each_page_once(desk: _Desk) -> None:
    builder = Builder(desk.root, TODAY)
    pages = [url for url in dict(builder.site().items()) if url.endswith(".html")]
    assert sorted(desk.rendered) == sorted(pages)
    assert builder.cache.renders == len(pages)


def test_no_edit_renders_nothing(desk: _Desk) -> None:
    assert desk.edit("content/site.yml", "title", "title") == (set(), set())


def test_a_comment_renders_nothing(desk: _Desk) -> None:
    assert desk.edit(MAP, "title:", "# a note to myself\ntitle:") == (set(), set())


def test_a_note_for_the_workshop_renders_its_map_alone(desk: _Desk) -> None:
    rendered, different = desk.edit(MAP, "scenario: ", "scenario: Once upon a time, ")
    # The walkthrough tells the same scenario; no aggregate shows it.
    assert rendered == different == {"journeys/cancelling-care.html", "walk/cancelling-care.html"}


def test_a_feeling_renders_the_pages_that_show_its_line(desk: _Desk) -> None:
    rendered, different = desk.edit(MAP, "value: -0.8", "value: -0.9")
    assert different <= rendered
    assert {"index.html", "journeys/cancelling-care.html"} <= different
    maps = {url for url in rendered if url.startswith("journeys/")} - {"journeys/cancelling-care.html"}
    assert maps == set(), "no other map shows this line"
    # A department is compared with the average of all maps, which this edit moves by less than is shown.
    assert {url for url in rendered - different if not url.startswith("departments/")} == set()


def test_a_wait_renders_the_departments_that_it_concerns(desk: _Desk) -> None:
    rendered, different = desk.edit(MAP, "wait: 2d", "wait: 3d")
    departments = {url for url in rendered if url.startswith("departments/")}
    assert departments <= different
    # It stands among the waits of those between whom the case lies, and in no other's view.
    assert departments == {"departments/customer-service.html", "departments/care.html"}


def test_a_finding_renders_the_departments_that_work_there(desk: _Desk) -> None:
    found = "Something is lost on the way to Care and claims after “Call to cancel”"
    page = "departments/customer-service.html"
    assert found in desk.site[page].decode()
    rendered, different = desk.edit(MAP, "carries: A name without the reason, quality: poor", "quality: good")
    departments = {url for url in rendered if url.startswith("departments/")}
    # Who takes over is among them, and nobody who works elsewhere on the map or reads the summary of all.
    assert departments == {page, "departments/care.html", "departments/index.html"} <= different
    assert found not in desk.site[page].decode()


def test_a_document_renders_alone(desk: _Desk) -> None:
    rendered, _ = desk.edit("content/pages/method.md", "\n\n", "\n\nOne more thing.\n\n")
    assert rendered == {"pages/method.html"}


def test_a_template_renders_its_pages_alone(desk: _Desk) -> None:
    rendered, _ = desk.edit("themes/default/templates/personas.html", "</h1>", "!</h1>")
    assert rendered == {"personas/index.html"}


def test_the_footer_renders_everything_that_has_one(desk: _Desk) -> None:
    rendered, different = desk.edit("content/site.yml", "footer:", "footer: New. #")
    # The page for what is not there stands at any address: without the site's own it has neither links nor a foot.
    assert rendered == {url for url in desk.site if url.endswith(".html")}
    assert different == rendered - {"404.html"}


def test_the_preview_renders_only_what_is_asked_for(desk: _Desk) -> None:
    builder = Builder(desk.root, TODAY)
    desk.rendered.clear()
    assert builder.site()["journeys/dead-battery.html"]
    assert desk.rendered == ["journeys/dead-battery.html"]


def test_another_order_is_another_site(desk: _Desk) -> None:
    """Registries and lanes are shown in the author's order, and a build that remembers sees a new one."""
    swapped = 0
    for path in sorted((desk.root / "content").glob("*.yml")):
        if path.stem != "site":
            blocks = re.split(r"(?m)^(?=[\w-]+:)", path.read_text("utf-8"))
            path.write_text("".join([blocks[0], *reversed(blocks[1:])]), "utf-8")
            swapped += len(blocks) > 2
    assert swapped >= 4
    remembered = dict(desk.builder.site().items())
    clean = dict(Builder(desk.root, TODAY).site().items())
    assert [url for url in clean if clean[url] != remembered[url]] == []
    assert clean != desk.site


def test_lanes_in_another_order_are_seen(desk: _Desk) -> None:
    lanes = "lanes: {%s: first words, %s: other words}\n"
    target = desk.root / MAP
    step = next(line for line in target.read_text("utf-8").splitlines() if line.startswith("      - title:"))
    indent = " " * (step.index("-") + 2)
    desk.edit(MAP, step + "\n", f"{step}\n{indent}{lanes % ('Aa', 'Bb')}")
    desk.edit(MAP, lanes % ("Aa", "Bb"), "lanes: {Bb: other words, Aa: first words}\n")
    clean = dict(Builder(desk.root, TODAY).site().items())
    assert [url for url in clean if clean[url] != desk.site[url]] == []

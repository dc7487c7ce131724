"""A theme's one stylesheet: the shared numbers, the layers' styles, the utility classes."""

import os
import re
import shutil
from pathlib import Path

import pytest

from cjsite.base.folder import Folder
from cjsite.base.problem import Broken
from cjsite.build import Builder
from cjsite.drawing import dimensions as d
from cjsite.drawing.word_sizes import DIAMOND, FACE, SMALL_FACE
from cjsite.theming import layers
from cjsite.theming.assets import with_encoded_urls
from cjsite.theming.bundles import Files
from cjsite.theming.layers import theme
from tests.support.command import ROOT
from tests.support.files import write
from tests.support.page import TODAY

DEFAULT: Files = Folder(ROOT / "themes" / "default").scan()


def _stylesheet(house: str = "", *, kind: str = "css") -> str:
    layers: list[tuple[str, Files]] = [("default", DEFAULT)]
    if house:
        layers.insert(0, ("house", {"theme.yml": b"css: house.css", "assets/house.css": house.encode()}))
    made = theme(layers, "en")
    address: str = getattr(made.assets.maps, kind)
    return made.files[address].decode()


CSS = _stylesheet()
LARGE = _stylesheet(kind="large")


def _property(name: str) -> str:
    found: list[str] = re.findall(rf"--{name}:([^;}}]+)", CSS)
    return found[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("y-top", "19%"),
        ("y-unit", "16%"),
        ("lane-height", "16rem"),
        ("narrow-column", "6.125rem"),
        ("word-width", "5.625rem"),
        ("word-line", "0.9375rem"),
        ("word-lines", "5"),
    ],
)
def test_the_stylesheet_has_the_numbers_of_drawing(name: str, value: str) -> None:
    assert _property(name) == value


def test_marks_are_drawn_as_large_as_words_keep_clear_of() -> None:
    names = ("face-size", "small-face-size", "diamond-size")
    face, small, diamond = (16 * float(_property(name).removesuffix("rem")) / 2 for name in names)
    assert [face, small] == [FACE, SMALL_FACE] == [12, 8]
    assert 0.88 * diamond <= DIAMOND < diamond


def test_every_filter_and_every_further_person_has_a_rule() -> None:
    for letter, most in d.FILTERS.items():
        for k in (1, d.USUAL_FILTERS, d.USUAL_FILTERS + 1, most):
            own = f".{letter}{min(k, most)}"
            in_which = CSS if min(k, most) <= d.USUAL_FILTERS else LARGE
            assert f"body:has({own}:checked) :not({own},:has({own}))" in in_which
        assert f".{letter}{most + 1}:checked" not in CSS + LARGE
    hidden = re.findall(r"body:not\(:has\(#person-(\d+):checked\)\) \.person-(\d+)", CSS + LARGE)
    assert hidden == [(f"{k}", f"{k}") for k in range(2, d.MOST_LINES + 1)]


def test_no_name_is_left_that_browsers_do_not_know() -> None:
    assert not re.search(r"@custom-|\(--[\w-]+\)\s*(?:and[^{]*)?\{|:--[\w-]+\s*\{", CSS)


def test_a_theme_may_set_the_shared_numbers_and_names_otherwise() -> None:
    css = _stylesheet(
        "@custom-media --phone screen and (max-width:30rem);:root{--face-size:2rem}@media (--wide){a{b:c}}"
    )
    assert css.index("--face-size:1.5rem") < css.index("--face-size:2rem")
    assert "(max-width:45rem)" in CSS
    assert "(max-width:45rem)" not in css
    assert css.count("(max-width:30rem)") == CSS.count("(max-width:45rem)")
    assert "@media screen and (min-width:45.01rem){a{b:c}}" in css


def test_a_name_that_nothing_defines_is_a_problem_of_the_theme() -> None:
    with pytest.raises(Broken) as broken:
        _stylesheet("@media (--telephone){a{b:c}}")
    (problem,) = broken.value.problems
    assert problem.place.path == "themes/house/theme.yml"
    assert "--telephone" in problem.message


@pytest.mark.parametrize("root", ["", "."], ids=["by its whole path", "by a relative path"])
def test_a_file_taken_out_of_a_checkouts_theme_is_gone_from_the_site(
    root: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    themes = tmp_path / "themes"
    shutil.copytree(ROOT / "themes" / "default", themes / "default")
    (themes / "default" / "assets" / "more.txt").write_text("more", "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text("title: Lantern Ferries\n", "utf-8")
    monkeypatch.setattr(layers, "SHIPPED", themes)
    monkeypatch.chdir(tmp_path)
    builder = Builder(Path(root) if root else tmp_path, TODAY)
    more = [url for url in builder.site() if "more" in url]
    assert more
    (themes / "default" / "assets" / "more.txt").unlink()
    assert not [url for url in builder.site() if "more" in url]


def test_the_theme_of_a_site_lies_over_the_shipped_one_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text("title: Lantern Ferries\n", "utf-8")
    builder = Builder(tmp_path, TODAY)
    plain = builder.site()["index.html"]
    (tmp_path / "themes" / "default" / "templates").mkdir(parents=True)
    (tmp_path / "themes" / "default" / "templates" / "index.html").write_text("Ours", "utf-8")
    assert builder.site()["index.html"] == b"Ours"
    shutil.rmtree(tmp_path / "themes")
    assert builder.site()["index.html"] == plain


def test_line_ends_of_another_system_make_the_same_site() -> None:
    files = {
        "theme.yml": b"css: a.css\nscripts: a.js\n",
        "assets/a.css": b"a {\n}\n",
        "assets/a.js": b"a()\nb()\n",
        "assets/a.svg": b"<svg>\n</svg>\n",
        "assets/a.png": b"\r\n",
        "templates/a.html": b"a\nb",
        "words/en.yml": b"site.skip: >\n  a\n  b\n",
    }
    windows = {path: data if path.endswith("png") else data.replace(b"\n", b"\r\n") for path, data in files.items()}
    unix, other = (theme([("house", made), ("default", DEFAULT)], "en") for made in (files, windows))
    assert unix == other
    assert unix.files["assets/a.png"] == b"\r\n", "only texts have line ends"


@pytest.mark.parametrize("wanted", ["../house", "/tmp", ".", "a/b", "[a]", "{a: b}"])
def test_a_theme_extends_a_theme_by_its_name_alone(wanted: str) -> None:
    with pytest.raises(Broken) as broken:
        layers.extends(f"css: a.css\nextends: {wanted}\n".encode(), "house")
    (problem,) = broken.value.problems
    assert (str(problem.place), problem.mend[:6]) == ("themes/house/theme.yml:2:10", "name a")


def test_names_of_files_in_a_stylesheet_are_encoded() -> None:
    css = "a{src:url(größe.woff2) url('b c.png') url(\"#1.svg\") url(b%20c.png) url(#1) url(d.png)}"
    names = {"größe.woff2", "b c.png", "#1.svg", "d.png"}
    assert with_encoded_urls(css, names) == (
        'a{src:url("gr%C3%B6%C3%9Fe.woff2") url("b%20c.png") url("%231.svg") url(b%20c.png) url(#1) url(d.png)}'
    )


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_theme_is_read_within_the_project_only(tmp_path: Path) -> None:
    project = write(tmp_path / "project", "-- content/site.yml --\ntheme: house\n-- mine/theme.yml --\ncss: []\n")
    elsewhere = write(tmp_path / "elsewhere", "-- theme.yml --\ncss: []\n-- assets/a.txt --\nA\n")
    (project / "themes").mkdir()
    link = project / "themes" / "house"
    link.symlink_to(project / "mine")
    assert Builder(project, TODAY).site()
    (project / "mine" / "assets").symlink_to(elsewhere / "assets")
    with pytest.raises(Broken, match="1 problems") as broken:
        Builder(project, TODAY).site()
    assert broken.value.problems[0].place.path == "themes/house/assets"
    link.unlink()
    link.symlink_to(elsewhere)
    with pytest.raises(Broken) as broken:
        Builder(project, TODAY).site()
    assert str(broken.value.problems[0].place) == "themes/house:1:1"

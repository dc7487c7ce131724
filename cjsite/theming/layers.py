"""A theme: templates, stylesheets, scripts, other assets and words, in layers that extend each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from cjsite.base.content_path import name_problem
from cjsite.base.folder import Folder
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.problem import Broken, Place, Problem
from cjsite.text.locale_format import tags_of
from cjsite.text.wording import Words, blanks
from cjsite.theming.assets import with_unix_line_ends
from cjsite.theming.bundles import Files, PageAssets, bundled
from cjsite.theming.contrast import too_faint
from cjsite.theming.settings import yaml_fields

_NAME = re.compile(r"[\w-]+")
_LIMIT = 16 * 1024 * 1024
"""Bytes that a file of a theme may have; readers load most of them with every page."""
SHIPPED = Path(__file__).parent.parent / "themes"
"""Where an installed package keeps its themes; a checkout keeps them beside the package."""


@frozen
class Theme:
    """A theme with all its layers resolved.

    templates: text by name; `journey.html` is the topmost layer's, `default/journey.html` the layer's called so.
    origins: the source path of each template. files: assets by their address in the site.
    """

    templates: Mapping[str, str]
    origins: Mapping[str, str]
    files: Files
    assets: PageAssets
    words: Mapping[str, Words]


def shipped_folder(name: str) -> Path:
    """Return where a theme of that name stands if it comes with cjsite."""
    shipped = SHIPPED if SHIPPED.is_dir() else Path(__file__).parent.parent.parent / "themes"
    return shipped / name


@cache
def shipped_files(folder: Path) -> Files:
    """Return the files of a theme that comes with cjsite, none if there is no such; they stay while it runs."""
    return theme_folder(folder).scan()


def theme_folder(folder: Path, project: Path | None = None, label: str = "") -> Folder:
    """Return the folder of one layer; of a file that is too large one byte more is read than it may have.

    project, label: as for a `Folder`.
    """
    return Folder(folder, project, label, lambda _: _LIMIT + 1)


@memo(by="name")
def extends(settings: bytes, name: str) -> str | None:
    """Return the name of the theme that a layer extends, given its theme.yml; every theme but `default` does.

    Raises Broken for a theme.yml that cannot be read, or that names no theme.
    """
    path = f"themes/{name}/theme.yml"
    tree = yaml_fields(settings, path)
    wanted = tree.get("extends")
    if not wanted:
        return None if name == "default" else "default"
    if not isinstance(wanted, str) or not _NAME.fullmatch(wanted):
        place = Place(path, *tree.values_at["extends"])
        mend = "name a folder in themes/, like `extends: default`"
        raise Broken([Problem(place, "`extends` must be the name of a theme, not a way to it", mend)])
    return wanted


@memo
def theme(layers: Sequence[tuple[str, Files]], language: str, others: Sequence[str] = ()) -> Theme:
    """Return the theme made of its layers (name and files), the topmost first; others: languages of single maps.

    Raises Broken for a file that is too large, a theme.yml or words that cannot be read, a file named there that is
    missing, words with other blanks than those that are filled, names in the stylesheet that nothing defines, or
    colours that cannot be told apart.
    """
    unusable = [problem for name, files in layers for problem in _unusable(name, files)]
    if unusable:
        raise Broken(unusable)
    layers = [(name, with_unix_line_ends(files)) for name, files in layers]
    templates: dict[str, str] = {}
    origins: dict[str, str] = {}
    for name, files in layers:
        for path, text in _templates(files):
            for address in (path, f"{name}/{path}"):
                templates.setdefault(address, text)
                origins.setdefault(address, f"themes/{name}/templates/{path}")
    assets, bundles = bundled(layers)
    faint = [
        Problem(Place(f"themes/{layers[0][0]}/theme.yml"), said)
        for said in too_faint(bundles[assets.maps.css].decode("utf-8", "replace"))
    ]
    if faint:
        raise Broken(faint)
    files = {**bundles, **_other_assets(layers)}
    words = {
        code: words_of(layers, code) for code in dict.fromkeys((language, language.split("-")[0], "en", *others))
    }
    return Theme(templates, origins, files, assets, words)


def _unusable(name: str, files: Files) -> Iterator[Problem]:
    """Yield a problem for each file of a layer that is too large, or whose name no page could hold."""
    for path, data in files.items():
        place = f"themes/{name}/{path}"
        nameless = name_problem(place)
        if nameless:
            yield nameless
        elif len(data) > _LIMIT:
            yield Problem(Place(place), f"the file is larger than {_LIMIT // 2**20} MB", "make it smaller")


def _templates(files: Files) -> list[tuple[str, str]]:
    templates = [(p.removeprefix("templates/"), data) for p, data in files.items() if p.startswith("templates/")]
    return [(path, data.decode("utf-8", "replace")) for path, data in templates]


def _other_assets(layers: Sequence[tuple[str, Files]]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for _, layer in reversed(layers):
        files.update(
            (p, d) for p, d in layer.items() if p.startswith("assets/") and not p.endswith((".css", ".js"))
        )
    return files


def words_of(layers: Sequence[tuple[str, Files]], language: str) -> Words:
    """Return the words that a language has, each layer over those below it.

    Raises Broken for words that cannot be read, or with other blanks than those that are filled.
    """
    words: dict[str, Any] = {}
    first: dict[str, Any] = {}
    problems: list[Problem] = []
    own_tags = tags_of(language)
    for code in dict.fromkeys(("en", *own_tags)):
        for name, files in reversed(layers):
            path = f"words/{code}.yml"
            if path in files:
                own = yaml_fields(files[path], f"themes/{name}/{path}")
                for key, word in own.items():
                    original = first.setdefault(key, word)
                    # What one theme only has is compared with itself: it may be no text at all.
                    if (word is not original or not isinstance(word, str)) and (said := _misfit(word, original)):
                        place = Place(f"themes/{name}/{path}", *own.keys_at[key])
                        problems.append(Problem(place, f"`{key}` {said}", "mend the text"))
                if code in own_tags:
                    words.update(own)
    if problems:
        raise Broken(problems)
    return words


def _misfit(word: Any, original: Any) -> str:
    """Return why a word cannot be filled in like the original that it stands for, '' if it can."""
    if isinstance(word, Mapping) and "other" not in word:
        return "lacks the form `other`, which every language has"
    if not all(isinstance(text, str) for text in (word.values() if isinstance(word, Mapping) else (word,))):
        return "is no text"
    filled = blanks(original)
    plain = {blank.rstrip(":") for blank in filled}
    try:
        # Nobody looks for blanks in a word that has none in English.
        unknown = blanks(word) - filled - plain if filled else set()
    except (AttributeError, TypeError, ValueError):
        return "is no text that can be filled in"
    return f"has the blank {{{min(unknown)}}}, not one of {', '.join(sorted(plain))}" if unknown else ""

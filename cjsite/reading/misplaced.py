"""Files that nothing reads: where they would be, or what they would have to be called."""

import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import PurePosixPath

from cjsite.base.content_path import name_problem, reserved_part
from cjsite.base.problem import Place, Problem
from cjsite.reading.hints import nearest

_TEXTS = (".yml", ".yaml", ".md")
_TABLES = (".csv", ".json", ".tsv")
_MEANT = {
    ".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".mkdn": ".md", ".mdwn": ".md", ".mdx": ".md", ".dm": ".md",
    ".ymal": ".yml", ".yalm": ".yml", ".yam": ".yml", ".ym": ".yml", ".yaml_": ".yml", ".jml": ".yml",
}  # fmt: skip
"""Endings that stand for one that is read."""
_BESIDE = ("readme", "license", "licence", "changelog", "contributing", "notice", "authors", "codeowners")
"""Files about the content, which lie beside it by custom."""
_FIELDS = re.compile(rb"(?m)^(?:stages|persona|segment|scenario|narrative)[ \t]*:")
_HEADINGS = re.compile(rb"(?m)^###?[ \t]+\S")


@lru_cache(2**16)
def misnamed(path: str) -> Problem | None:
    """Return the problem of a name that no system can store or that says another kind than is meant, else None."""
    pure = PurePosixPath(path)
    if part := reserved_part(path):
        return Problem(Place(path), f"Windows cannot store '{part}', in no folder", "rename it")
    if nameless := name_problem(path):
        return nameless
    for part in pure.parts:
        if part != part.strip(" ").rstrip("."):
            mend = f"rename it '{part.strip(' ').rstrip('.')}'"
            return Problem(Place(path), f"'{part}' begins or ends with a blank, or ends with a point", mend)
    suffixes = [suffix.lower() for suffix in pure.suffixes]
    if len(suffixes) > 1 and suffixes[-2] in _TEXTS and suffixes[-1] in (*_TEXTS, ".txt", ".text", ".rtf"):
        stem = pure.name[: -len(suffixes[-1])]
        return _problem(path, f"its name ends with `{suffixes[-1]}` after an ending: rename it '{stem}'")
    if suffixes and suffixes[-1] in _MEANT:
        meant_name = pure.stem + _MEANT[suffixes[-1]]
        return _problem(path, f"its name ends with `{pure.suffix}`: rename it '{meant_name}'")
    return None


def misplaced(path: str, data: bytes, folders: Collection[str], registries: Collection[str]) -> Problem | None:
    """Return the problem of a file that nothing reads and that looks like content; None where it does not.

    folders: those that are read, registries: the names of files at the top.
    """
    pure = PurePosixPath(path)
    ending = pure.suffix.lower()
    folder = pure.parts[0] if len(pure.parts) > 1 else ""
    if ending in _TABLES and folder != "journeys":
        return _problem(path, "tables of metrics go into journeys/, each called like its map")
    if not ending and folder in folders and _FIELDS.search(data):
        return _problem(path, f"its name has no ending: rename it '{pure.name}.yml'")
    if ending not in _TEXTS or pure.stem.casefold() in _BESIDE:
        return None
    if folder == "themes":
        return Problem(
            Place(f"./{path}"), "nothing reads this file", "themes/ stands beside content/: move it there"
        )
    if folder:
        return _problem(path, _out_of(pure.parts, folders))
    if pure.stem == "site" or (ending != ".md" and pure.stem.casefold() in ("site", *registries)):
        return _problem(path, f"rename it '{pure.stem.casefold()}.yml'")
    if (name := pure.stem.casefold()) in registries:
        return _problem(path, f"{name} stand in {name}.yml, or each in a file of its own in {name}/")
    if (_HEADINGS if ending == ".md" else _FIELDS).search(data):
        return _problem(path, "it looks like a journey: move it into journeys/")
    if ending == ".md":
        return _problem(path, "move it into journeys/, or into pages/, personas/ or opportunities/")
    if (near := nearest(pure.stem, (*registries, "site", "journeys"))) == "journeys":
        return _problem(path, "journeys go into the folder journeys/, each in a file of its own")
    names = ", ".join(f"{name}.yml" for name in sorted((*registries, "site")))
    return _problem(
        path, f"rename it '{near}.yml'" if near else f"move it into journeys/; what stands here is {names}"
    )


def _out_of(parts: tuple[str, ...], folders: Collection[str]) -> str:
    inner = next((n for n, part in enumerate(parts[:-1]) if part in folders), 0)
    if inner:
        return f"move {parts[inner]}/ out of {'/'.join(parts[:inner])}/, right into content/"
    folder = parts[0]
    if folder.casefold() in folders:
        return f"the folder must be called '{folder.casefold()}': rename it"
    return f"the folder '{folder}' is not read; move it into {nearest(folder, folders) or 'journeys'}/"


def _problem(path: str, mend: str) -> Problem:
    return Problem(Place(path), "nothing reads this file", mend)

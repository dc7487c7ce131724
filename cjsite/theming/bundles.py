"""The stylesheets and scripts of a theme: for pages with a map and for those without, each as one small file."""

import hashlib
import re
from collections.abc import Mapping, Sequence

from cjsite.base.frozen import frozen, replace
from cjsite.base.problem import Broken, Place, Problem
from cjsite.drawing.dimensions import large_selectors, shared_css
from cjsite.drawing.geometry import large_css, utility_css
from cjsite.theming.assets import with_encoded_urls
from cjsite.theming.custom_css import definitions, written_out
from cjsite.theming.settings import yaml_fields

Files = Mapping[str, bytes]
MAP_TEMPLATES = frozenset({"journey.html", "404.html"})
"""The templates of pages that show a map, and of the one that stands for any page that is gone."""
_COMMENT_OR_TEXT = re.compile(r"/\*.*?\*/|(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')", re.DOTALL)
_COUNTED = re.compile(r":--(?:filtered-out|other-person)\{[^{}]*\}")
"""The rules for the choices on a map, of which there may be many: see `shared_css`."""
_LINE_END = re.compile(r"\s*\n\s*")


@frozen
class Assets:
    """The addresses of a page's stylesheets, that for print apart, and scripts, relative to the site's root.

    large: the stylesheet that maps of many columns, lanes or choices have as well. present, presenter: the
    stylesheet and the script that a map asks for when it is presented. moved: the script of pages that lead on.
    lists: the stylesheet of pages without a map.
    search, search_css: of the search, which no page needs before somebody looks for something.
    """

    css: str
    print: str
    early: str
    page: str
    moved: str = ""
    large: str = ""
    present: str = ""
    presenter: str = ""
    lists: str = ""
    search: str = ""
    search_css: str = ""


@frozen
class PageAssets:
    """What pages with a map refer to, and what the other pages do."""

    maps: Assets
    lists: Assets

    def of(self, template: str) -> Assets:
        """Return the assets of a page, given its template."""
        return self.maps if template in MAP_TEMPLATES else self.lists


def bundled(layers: Sequence[tuple[str, Files]]) -> tuple[PageAssets, dict[str, bytes]]:
    """Return the addresses of a theme's bundles, and their files.

    Raises Broken for a file that theme.yml names and that is missing, and for names in a stylesheet that nothing
    defines.
    """
    files: dict[str, bytes] = {}
    early = _kept(files, "early", _scripts(layers, "early"), "js")
    moved = _kept(files, "moved", _scripts(layers, "moved"), "js")
    of_maps = _joined(layers, "css", "map-css").decode("utf-8", "surrogateescape")
    large = _kept(files, "large", _large(of_maps), "css")
    present = _kept(files, "present", _styles(layers, "present-css", shared=definitions(of_maps)), "css")
    presenter = _kept(files, "present", _scripts(layers, "present-scripts"), "js")
    search = _kept(files, "search", _scripts(layers, "search"), "js")
    search_css = _kept(files, "search", _styles(layers, "search-css"), "css")
    maps, lists = (
        Assets(
            css=_kept(
                files, "cjsite", _styles(layers, "css", f"{kind}-css", shared=shared_css(), counted=counted), "css"
            ),
            print=_kept(files, "print", _styles(layers, "print", f"{kind}-print"), "css"),
            early=early,
            page=_kept(files, "cjsite", _scripts(layers, "scripts", f"{kind}-scripts"), "js"),
            moved=moved,
            large=large,
            present=present,
            presenter=presenter,
            search=search,
            search_css=search_css,
        )
        for kind, counted in (("map", utility_css()), ("list", utility_css() + large_css()))
    )
    return PageAssets(replace(maps, lists=lists.css), lists), files


def _large(of_maps: str) -> bytes:
    """Return the rules for what is counted beyond the usual, given the stylesheet of maps."""
    rules = written_out(large_selectors() + "".join(_COUNTED.findall(of_maps)))
    return (smaller_css(rules) + large_css()).encode("utf-8", "surrogateescape")


def _kept(files: dict[str, bytes], name: str, data: bytes, suffix: str) -> str:
    address = f"assets/{name}.{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"
    files[address] = data
    return address


def _styles(layers: Sequence[tuple[str, Files]], *keys: str, shared: str = "", counted: str = "") -> bytes:
    """Return one stylesheet.

    shared: what comes first, so that a theme may set it otherwise; counted: what comes last.
    """
    names = {path.removeprefix("assets/") for _, files in layers for path in files if path.startswith("assets/")}
    styles = with_encoded_urls(_joined(layers, *keys).decode("utf-8", "surrogateescape"), names)
    try:
        css = written_out(shared + styles)
    except ValueError as error:
        raise Broken([Problem(Place(f"themes/{layers[0][0]}/theme.yml"), str(error), "mend the name")]) from None
    return (smaller_css(css) + counted).encode("utf-8", "surrogateescape")


def _scripts(layers: Sequence[tuple[str, Files]], *keys: str) -> bytes:
    # Read late: only builds with a theme that is not remembered need it.
    import rjsmin

    script: bytes = rjsmin.jsmin(_joined(layers, *keys), keep_bang_comments=True)
    return script


def smaller_css(css: str) -> str:
    """Return a stylesheet without its comments, and without the blanks around its line ends."""
    bare = _COMMENT_OR_TEXT.sub(lambda match: match[1] or "", css)
    return _LINE_END.sub("\n", bare).strip() + "\n"


def _joined(layers: Sequence[tuple[str, Files]], *keys: str) -> bytes:
    """Return the files that the layers list under the keys, the lowest layer first, as one."""
    parts: list[bytes] = []
    for name, files in reversed(layers):
        settings = yaml_fields(files.get("theme.yml", b""), f"themes/{name}/theme.yml")
        for key in keys:
            listed = settings.get(key) or []
            for path in [listed] if isinstance(listed, str) else listed:
                data = files.get(f"assets/{path}")
                if data is None:
                    place = Place(f"themes/{name}/theme.yml")
                    raise Broken(
                        [Problem(place, f"`{key}` names assets/{path}, which is not there", "mend the name")]
                    )
                parts.append(data.rstrip() + b"\n")
    return b"".join(parts)

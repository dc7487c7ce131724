"""Programs that draw SVG, each called as its users would call it, with the theme's font installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.support import chromium
from tests.support.command import ROOT

WIDTH = 1000
FONTS = ROOT / "themes" / "default" / "assets" / "fonts"
_SECONDS = 120
_RESVG_JS = (
    "const {Resvg}=require('@resvg/resvg-js');const [s,o,f]=process.argv.slice(1);"
    f"const r=new Resvg(require('fs').readFileSync(s),{{fitTo:{{mode:'width',value:{WIDTH}}},"
    "font:{loadSystemFonts:true,fontDirs:[f]}});require('fs').writeFileSync(o,r.render().asPng())"
)


def install_font(home: Path) -> Path:
    """Put the theme's font into a home, in the cuts that every program knows how to read; return its folder."""
    from fontTools.ttLib import TTFont

    folder = home / ".fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for weight, cut in ((400, "Regular"), (600, "SemiBold")):
        font = TTFont(FONTS / f"print-{weight}-normal.woff2")
        font.flavor = None
        names = font["name"]
        names.names = []
        family = "Source Sans 3"
        own = family if weight == 400 else f"{family} {cut}"
        for number, text in ((1, own), (2, "Regular"), (4, f"{family} {cut}"), (16, family), (17, cut)):
            names.setName(text, number, 3, 1, 0x409)
        names.setName(f"SourceSans3-{cut}", 6, 3, 1, 0x409)
        font.save(folder / f"SourceSans3-{cut}.ttf")
    return folder


class Renderers:
    """What draws a file at 1,000 dots; home: where the font is installed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.fonts = install_font(home)
        self._environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}

    def every(self) -> Mapping[str, Callable[[Path, Path, int], None]]:
        """Return those that are on this machine, by name: each draws a file, so many dots high, into another.

        Node finds what npm installed where NODE_PATH says, and nowhere else.
        """
        here: dict[str, Callable[[Path, Path, int], None]] = {
            "resvg-py": self._resvg_py,
            "CairoSVG": self._cairosvg,
        }
        for name, program, draw in (
            ("Firefox", "firefox-esr", self._firefox),
            ("Inkscape", "inkscape", self._inkscape),
            ("librsvg", "rsvg-convert", self._librsvg),
            ("LibreOffice", "soffice", self._libreoffice),
        ):
            if shutil.which(program):
                here[name] = draw
        if "NODE_PATH" in os.environ:
            here["resvg-js"] = self._resvg_js
        return here

    def chromium(self, svg: Path, made: Path, height: int) -> None:
        """Draw a file as Chromium does: all others are held against it."""
        program = chromium.find()
        assert program
        page = self._page(svg, made)
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none")
        self._run(program, *flags, f"--window-size={WIDTH},{height}", f"--screenshot={made}", page.as_uri())

    def _firefox(self, svg: Path, made: Path, height: int) -> None:
        profile = made.with_suffix(".profile")
        profile.mkdir()
        size = ("--window-size", f"{WIDTH},{height}")
        page = self._page(svg, made).as_uri()
        self._run(
            "firefox-esr", "--headless", "--no-remote", "--profile", profile, *size, "--screenshot", made, page
        )

    def _page(self, svg: Path, made: Path) -> Path:
        page = made.with_suffix(".html")
        image = f'<img src="{svg.as_uri()}" width="{WIDTH}" style="display:block">'
        page.write_text(f'<!doctype html><body style="margin:0">{image}', "utf-8")
        return page

    def _inkscape(self, svg: Path, made: Path, _height: int) -> None:
        self._run("inkscape", svg, "--export-type=png", f"--export-filename={made}", f"--export-width={WIDTH}")

    def _librsvg(self, svg: Path, made: Path, _height: int) -> None:
        self._run("rsvg-convert", f"--width={WIDTH}", svg, "-o", made)

    def _libreoffice(self, svg: Path, made: Path, height: int) -> None:
        size = (
            f'"PixelWidth":{{"type":"long","value":"{WIDTH}"}},"PixelHeight":{{"type":"long","value":"{height}"}}'
        )
        folder = made.with_suffix(".out")
        user = f"-env:UserInstallation={(self.home / 'office').as_uri()}"
        self._run(
            *("soffice", user, "--headless", "--convert-to", f"png:draw_png_Export:{{{size}}}"),
            *("--outdir", folder, svg),
        )
        (folder / f"{svg.stem}.png").rename(made)

    def _resvg_js(self, svg: Path, made: Path, _height: int) -> None:
        self._run("node", "-e", _RESVG_JS, svg, made, self.fonts)

    def _resvg_py(self, svg: Path, made: Path, _height: int) -> None:
        import resvg_py

        drawn = resvg_py.svg_to_bytes(
            svg_path=str(svg), width=WIDTH, font_dirs=[str(self.fonts), "/usr/share/fonts"]
        )
        made.write_bytes(bytes(drawn))

    def _cairosvg(self, svg: Path, made: Path, height: int) -> None:
        size = (f"--output-width={WIDTH}", f"--output-height={height}")
        self._run(sys.executable, "-m", "cairosvg", svg, "-o", made, *size)

    def _run(self, *command: object) -> None:
        subprocess.run(
            [str(word) for word in command],
            env=self._environment,
            check=True,
            capture_output=True,
            timeout=_SECONDS,
            cwd=self.home,
        )

"""A map's picture in dots, for whatever takes no SVG."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from cjsite.base.problem import Refusal
from cjsite.drawing.palette import PAPER
from cjsite.poster.printing import run_browser

MOST_WIDTH = 12_000
"""Browsers draw about 16,000 dots at most, and many programs open fewer."""
_DENSITY = 2.0
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIZE = re.compile(rb' width="([\d.]+)" height="([\d.]+)"')
_PAGE = (
    '<!DOCTYPE html><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src file:; '
    "style-src 'unsafe-inline'\">"
    f'<body style="margin:0;background:{PAPER}"><img alt="" src="timeline.svg" style="display:block;width:100vw">'
)


def png(picture: bytes, width: int | None, program: str) -> bytes:
    """Return a picture as PNG; width: in dots, None for two to each px of the SVG. program: the browser that draws.

    Raises Refusal where it cannot.
    """
    drawn_width, drawn_height = map(float, _SIZE.search(picture).groups())  # type: ignore[union-attr]
    density = (width or min(_DENSITY * drawn_width, MOST_WIDTH)) / drawn_width
    with TemporaryDirectory(prefix="cjsite-picture-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        (folder / "timeline.svg").write_bytes(picture)
        page, made = folder / "picture.html", folder / "picture.png"
        page.write_text(_PAGE, "utf-8")
        # No browser draws less than half a dot to a px: where it would be less than one, the window is smaller.
        window = min(density, 1.0)
        wishes = (
            f"--window-size={drawn_width * window:.0f},{drawn_height * window:.0f}",
            f"--force-device-scale-factor={density / window:.6g}",
            f"--screenshot={made}",
        )
        data = run_browser(program, wishes, page, made, _SIGNATURE)
    size = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    wanted = drawn_width * density, drawn_height * density
    if any(abs(got - want) > density + 1 for got, want in zip(size, wanted, strict=True)):
        got, want = ("{:.0f} x {:.0f}".format(*both) for both in (size, wanted))
        raise Refusal(f"{program} drew {got} dots and not {want}; name another browser, or a smaller --width")
    return data

"""Where the parts of a drawing leave ink: each is given a colour of its own, and looked for in dots."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

from PIL import Image, ImageChops

from cjsite.drawing.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"
ElementTree.register_namespace("", SVG[1:-1])
INKS = ("#ff0000", "#00ff00", "#0000ff", "#00ffff", "#ff00ff", "#ffff00", "#000000")
"""Told apart however thin they are: each leaves out other channels of white."""
FAINT = 40
"""Darkness from which a dot has ink."""
MARGIN = 14.0
_SIDES = {"start": (0.1, 1.0), "middle": (0.5, 0.5), "end": (1.0, 0.1)}
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Part:
    """A line of text, or a group of shapes; region: where its ink may be, in units of the drawing."""

    name: str
    ink: int
    region: tuple[float, float, float, float]


@dataclass(frozen=True)
class Coloured:
    """A drawing with nothing but some parts on white, each in a colour that no neighbour has."""

    svg: bytes
    parts: tuple[Part, ...]
    width: float
    height: float


def texts(svg: bytes) -> Coloured:
    """Return a drawing with its texts alone."""
    root = ElementTree.fromstring(svg)
    parts: list[Part] = []
    for group in root.iter(f"{SVG}g"):
        size = float(group.get("font-size", 0))
        for text in group.findall(f"{SVG}text"):
            said = text.text or ""
            x, y = float(text.get("x", 0)), float(text.get("y", 0))
            wide = 1.3 * text_width(said, size) + MARGIN
            left, right = _SIDES[text.get("text-anchor") or group.get("text-anchor") or "start"]
            region = x - left * wide - MARGIN, y - 1.1 * size, x + right * wide + MARGIN, y + 0.45 * size
            part = Part(said, _free(parts, region), region)
            text.set("fill", INKS[part.ink])
            parts.append(part)
    _keep(root, "text")
    return _coloured(root, parts)


def shapes(svg: bytes, name: str) -> Coloured:
    """Return a drawing with one group of shapes alone, by its id, as it is."""
    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for child in list(root):
        if child.get("id") != name:
            root.remove(child)
    return _coloured(root, [Part(name, -1, (0, 0, width, height))])


def boxes(drawn: bytes, coloured: Coloured) -> Mapping[Part, Box | None]:
    """Return where each part has ink, in dots; None where there is none."""
    image = Image.open(BytesIO(drawn)).convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    scale = image.width / coloured.width
    dark = [ImageChops.invert(band) for band in white.convert("RGB").split()]
    most = ImageChops.lighter(ImageChops.lighter(dark[0], dark[1]), dark[2])
    inked = most.point(lambda value: 255 if value >= FAINT else 0)
    half = most.point(lambda value: value // 2)
    bits = [ImageChops.subtract(band, half).point(lambda value: 255 if value else 0) for band in dark]
    masks = {-1: inked} | {index: _mask(inked, bits, ink) for index, ink in enumerate(INKS)}
    return {part: _box(masks[part.ink], part.region, scale) for part in coloured.parts}


def _mask(inked: Image.Image, bits: list[Image.Image], ink: str) -> Image.Image:
    mask = inked
    for number, band in enumerate(bits):
        is_dark = ink[1 + 2 * number : 3 + 2 * number] == "00"
        mask = ImageChops.darker(mask, band if is_dark else ImageChops.invert(band))
    return mask


def _box(mask: Image.Image, region: tuple[float, float, float, float], scale: float) -> Box | None:
    left, top = max(round(region[0] * scale), 0), max(round(region[1] * scale) - 1, 0)
    cut = mask.crop((left, top, round(region[2] * scale), round(region[3] * scale) + 1))
    found = cut.getbbox()
    return (found[0] + left, found[1] + top, found[2] + left, found[3] + top) if found else None


def _free(parts: list[Part], region: tuple[float, float, float, float]) -> int:
    taken = {part.ink for part in parts if _meet(part.region, region)}
    return next(ink for ink in range(len(INKS)) if ink not in taken)


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _keep(root: ElementTree.Element, tag: str) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag not in (f"{SVG}{tag}", f"{SVG}g"):
                parent.remove(child)


def _coloured(root: ElementTree.Element, parts: list[Part]) -> Coloured:
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    paper = ElementTree.Element(f"{SVG}rect", width=f"{width:g}", height=f"{height:g}", fill="#ffffff")
    root.insert(0, paper)
    return Coloured(ElementTree.tostring(root), tuple(parts), width, height)


def differences(these: Mapping[Part, Box | None], those: Mapping[Part, Box | None], most: float) -> Iterator[str]:
    """Yield the parts whose ink is missing, or lies further than `most` dots from where it should."""
    for part, right in those.items():
        box = these[part]
        if right is None or box is None:
            if part.name.strip():
                yield f"{part.name!r} is not drawn" if box is None else f"{part.name!r} is drawn here alone"
        elif max(abs(a - b) for a, b in zip(box, right, strict=True)) > most:
            yield f"{part.name!r} is at {box}, and not at {right}"

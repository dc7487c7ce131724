"""A deck as a file: one layout on wide slides, colours and fonts of a theme, and no times."""

import io
import re
from typing import TYPE_CHECKING, Any

from cjsite.base.frozen import frozen
from cjsite.base.office_archive import timeless
from cjsite.base.problem import Refusal
from cjsite.text.direction import Direction

if TYPE_CHECKING:
    from pptx.presentation import Presentation

WITHOUT_EXTRA = "decks need one more library; install it: python -m pip install 'cjsite[pptx]'"
WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 40.0
"""Of a slide, in points."""
TITLE_TOP, TITLE_HEIGHT, TITLE_SIZE = 22.0, 40.0, 24.0
FOOT_TOP, FOOT_HEIGHT, FOOT_SIZE = 508.0, 20.0, 10.0
_NUMBER_WIDTH = 60.0
_TITLE, _BODY, NUMBER, FOOT = 1, 2, 13, 15
"""The kinds of placeholders, as python-pptx counts them."""
_COLOURS = {
    "dk1": "1B2430",
    "lt1": "FFFFFF",
    "dk2": "465161",
    "lt2": "F1EFEA",
    "accent1": "006A8A",
    "accent2": "B0440C",
    "accent3": "667080",
    "accent4": "5F35A5",
    "accent5": "DDEEF3",
    "accent6": "FBE8DC",
    "hlink": "005670",
    "folHlink": "5F35A5",
}
"""The light colours of the default theme: what is good, bad, neutral, and other lines; then softly good and bad."""
_LATIN = "Arial"
_EAST = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei"}
_TRADITIONAL = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")
_COMPLEX = {"th": "Leelawadee UI", "hi": "Nirmala UI", "mr": "Nirmala UI", "bn": "Nirmala UI", "ta": "Nirmala UI"}
_FACES = '<a:latin typeface="{latin}"/><a:ea typeface="{east}"/><a:cs typeface="{complex}"/>'


@frozen
class DeckLook:
    """How a deck runs: the language of what authors wrote in it, and of our words; and where its lines begin."""

    language: str
    words_language: str
    direction: Direction


def new_deck(title: str, look: DeckLook) -> "Presentation":
    """Return a deck without slides. Raises Refusal where the library for decks is not installed."""
    try:
        from pptx import Presentation
        from pptx.util import Pt
    except ImportError as error:
        raise Refusal(WITHOUT_EXTRA) from error
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _only_title_layout(deck)
    _themed(deck, look)
    _placed(deck, look)
    _described(deck, title, look)
    return deck


def saved(deck: "Presentation") -> bytes:
    """Return the bytes of a deck: of the same slides the same ones."""
    stream = io.BytesIO()
    deck.save(stream)
    return timeless(stream.getvalue())


def _only_title_layout(deck: "Presentation") -> None:
    """Leave the one layout that is used, and nothing of the library's own: no printer's settings, no picture."""
    for layout in list(deck.slide_layouts):
        if layout.name != "Title Only":
            deck.slide_layouts.remove(layout)
    for owner in (deck.part, deck.part.package):
        rels: Any = owner._rels
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(("/printerSettings", "/thumbnail")):
                rels.pop(key)


def _themed(deck: "Presentation", look: DeckLook) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part: Any = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    faces = _FACES.format(latin=_LATIN, east=_east(look.language), complex=_complex(look.language))
    fonts = "".join(f"<a:{kind}Font>{faces}</a:{kind}Font>" for kind in ("major", "minor"))
    fonts = f'<a:fontScheme name="Deck">{fonts}</a:fontScheme>'
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    theme = part.blob.decode("utf-8")
    theme = re.sub(r"<a:fontScheme.*?</a:fontScheme>", fonts, theme, flags=re.DOTALL)
    theme = re.sub(
        r"<a:clrScheme.*?</a:clrScheme>",
        f'<a:clrScheme name="Deck">{colours}</a:clrScheme>',
        theme,
        flags=re.DOTALL,
    )
    part._blob = theme.encode()


def _east(language: str) -> str:
    if language.startswith(_TRADITIONAL):
        return "Microsoft JhengHei"
    return _EAST.get(language.split("-")[0], "")


def _complex(language: str) -> str:
    return _COMPLEX.get(language.split("-")[0], _LATIN)


def _placed(deck: "Presentation", look: DeckLook) -> None:
    """Put title, foot and number of all slides where they belong, in the master and in its layout."""
    is_rtl = look.direction == "rtl"
    master: Any = deck.slide_master
    inner = WIDTH - 2 * MARGIN
    number_left = MARGIN if is_rtl else WIDTH - MARGIN - _NUMBER_WIDTH
    foot_left = MARGIN + _NUMBER_WIDTH if is_rtl else MARGIN
    boxes = {
        _TITLE: (MARGIN, TITLE_TOP, inner, TITLE_HEIGHT),
        _BODY: (MARGIN, TITLE_TOP + TITLE_HEIGHT, inner, FOOT_TOP - TITLE_TOP - TITLE_HEIGHT),
        FOOT: (foot_left, FOOT_TOP, inner - _NUMBER_WIDTH, FOOT_HEIGHT),
        NUMBER: (number_left, FOOT_TOP, _NUMBER_WIDTH, FOOT_HEIGHT),
    }
    for owner in (master, deck.slide_layouts[0]):
        for shape in list(owner.placeholders):
            kind = int(shape.placeholder_format.type)
            if kind not in boxes:
                shape._element.getparent().remove(shape._element)
            elif owner is master:
                _shaped(shape, boxes[kind])
    title: Any = master._element.find(".//{*}titleStyle/{*}lvl1pPr")
    title.set("algn", "r" if is_rtl else "l")
    title.set("rtl", "1" if is_rtl else "0")
    default = title.find("{*}defRPr")
    default.set("sz", str(int(TITLE_SIZE * 100)))
    default.set("b", "1")
    _at_foot(master, is_rtl)


def _shaped(shape: Any, box: tuple[float, float, float, float]) -> None:
    from pptx.util import Pt

    shape.left, shape.top, shape.width, shape.height = map(Pt, box)
    body = shape._element.txBody.bodyPr
    for child in list(body):
        body.remove(child)
    for side in ("lIns", "rIns", "tIns", "bIns"):
        body.set(side, "0")
    body.set("anchor", "b" if int(shape.placeholder_format.type) == _TITLE else "t")


def _at_foot(master: Any, is_rtl: bool) -> None:
    """Write the foot's two texts at the outer edges, in the small size of the foot."""
    for shape in master.placeholders:
        kind = int(shape.placeholder_format.type)
        if kind in (NUMBER, FOOT):
            level = shape._element.find(".//{*}lstStyle/{*}lvl1pPr")
            level.set("algn", "r" if (kind == NUMBER) != is_rtl else "l")
            level.set("rtl", "1" if is_rtl else "0")
            level.find("{*}defRPr").set("sz", str(int(FOOT_SIZE * 100)))


def _described(deck: "Presentation", title: str, look: DeckLook) -> None:
    own = deck.core_properties
    own.title, own.language, own.author, own.last_modified_by = title[:255], look.language, "", ""
    own.revision, own.keywords, own.subject = 1, "", ""

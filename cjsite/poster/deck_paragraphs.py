"""Paragraphs of a deck as XML, written down at once: call by call, python-pptx takes several times as long."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from cjsite.base.controls import CONTROL
from cjsite.base.frozen import frozen
from cjsite.poster.deck_directions import settled
from cjsite.poster.deck_file import DeckLook
from cjsite.poster.deck_text import GAP, LEADING, META_SIZE, Paragraph, TextRun, indent
from cjsite.poster.deck_xml import DRAWING, EMU, colour_xml, parsed

_NO_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")
_RELATION = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_SIDES = {
    "ltr": {"start": "l", "end": "r", "center": "ctr"},
    "rtl": {"start": "r", "end": "l", "center": "ctr"},
}

Linked = Callable[[str], str]
"""Returns how a part of the file calls an address of the web."""


@frozen
class TextLook:
    """How a text is set in its box; size, colour: 0 and '' for those of the master. align: start, end or center."""

    size: float = 11.0
    colour: str = "ink"
    align: str = "start"
    anchor: str = "t"
    inset: float = 0.0


def write_paragraphs(body: Any, texts: Sequence[Paragraph], look: TextLook, deck: DeckLook, linked: Linked) -> None:
    """Write paragraphs into the text of a shape, in place of those that are there."""
    for old in body.findall("{*}p"):
        body.remove(old)
    for index, text in enumerate(texts):
        own, direction = settled(text, deck.direction)
        runs = "".join(_run(run, look, deck, linked) for run in own.runs if run.text)
        is_rtl = int(direction == "rtl")
        size = f' sz="{round(look.size * 100)}"' if look.size else ""
        body.append(
            parsed(
                f'<a:p {DRAWING} {_RELATION}><a:pPr algn="{_SIDES[deck.direction][look.align]}" rtl="{is_rtl}"'
                f"{_properties(own, look, index > 0)}</a:pPr>{runs}<a:endParaRPr{size}/></a:p>"
            )
        )


def _properties(own: Paragraph, look: TextLook, follows: bool) -> str:
    """Return the rest of a paragraph's properties: where it hangs from a dot, and its lines in exact distances."""
    if not look.size:
        return ">"
    hanging = round(indent(look.size) * EMU)
    before = GAP if follows else 0.0
    return "".join(
        (
            f' marL="{hanging}" indent="-{hanging}">' if own.bullet else ">",
            f'<a:lnSpc><a:spcPts val="{round(look.size * LEADING * 100)}"/></a:lnSpc>',
            f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>',
            '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if own.bullet else "",
        )
    )


def _run(own: TextRun, look: TextLook, deck: DeckLook, linked: Linked) -> str:
    properties = " ".join(f'{name}="{value}"' for name, value in _attributes(own, look))
    language = quoteattr(deck.words_language if own.ours else deck.language)
    colour = "soft-ink" if own.faint else look.colour
    if own.link:
        inner = f"<a:hlinkClick r:id={quoteattr(linked(own.link))}/>"
    else:
        inner = f"<a:solidFill>{colour_xml(colour)}</a:solidFill>" if colour else ""
    text = escape(_NO_XML.sub("", CONTROL.sub(" ", own.text)))
    return f"<a:r><a:rPr lang={language} {properties}>{inner}</a:rPr><a:t>{text}</a:t></a:r>"


def _attributes(own: TextRun, look: TextLook) -> Iterator[tuple[str, str]]:
    if size := META_SIZE if own.small else look.size:
        yield "sz", str(round(size * 100))
    if own.bold or own.small:
        yield "b", str(int(not own.small))
    if own.italic:
        yield "i", "1"
    if own.struck:
        yield "strike", "sngStrike"

"""The reference for authors as pages of the preview, for who writes at this machine; no built site has it."""

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from cjsite.authoring.article import Article, Specimen, relinked
from cjsite.authoring.lookup import OVERVIEW, NoSuchArticle, article, lookup
from cjsite.preview.access import Guarded

ADDRESS = "/_preview/reference"
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} – Reference</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/assets/favicon.svg"><link rel="stylesheet" href="/_preview/reference.css"></head><body>
<header><nav aria-label="Reference"><a href="/">The site</a> <a href="{address}">All of the reference</a></nav>
<form role="search" action="{address}"><label for="q">Field, message or finding</label>
<input id="q" name="q" value="{asked}" maxlength="500" autocomplete="off"> <button>Look up</button></form></header>
<main>{body}</main></body></html>"""
_CODE = re.compile(r"`([^`]+)`")
_STRESS = re.compile(r"\*([^*\s][^*]*)\*")


class ReferenceHandler(Guarded):
    """The reference, one page a kind of thing or topic, and what somebody looks up in it."""

    def get(self, name: str | None) -> None:
        """Send the page of a name, or of what is asked for."""
        if not self.viewer.is_presenter:
            self.refuse(404)
        try:
            page = reference_page(name or "", self.get_query_argument("q", ""))
        except KeyError:
            # A field, say, that has no page of its own is found as if it had been asked for.
            if not _is_thing(name or ""):
                self.refuse(404)
            page = reference_page("", name or "")
        self.finish(page)


def _is_thing(name: str) -> bool:
    """Tell whether a name is that of a field or the like, and no words out of a message."""
    try:
        return not lookup(name)[0].name.startswith("message.")
    except NoSuchArticle:
        return False


def reference_page(name: str, asked: str = "") -> bytes:
    """Return the page of an article, or of those that somebody asks for. Raises KeyError for a name of none."""
    try:
        shown = lookup(asked) if asked.strip() else (article(name or OVERVIEW),)
        body = "".join(_whole(own) for own in shown)
        title = shown[0].name if len(shown) == 1 else asked
    except NoSuchArticle as error:
        title, body = "Nothing found", f"<h1>Nothing found</h1><p>{_inline(str(error))}</p>"
    page = _PAGE.format(title=escape(title), asked=escape(asked), body=body, address=ADDRESS)
    return page.encode()


def _whole(own: Article) -> str:
    """Return an article, and in full what belongs to it where that is told nowhere else."""
    parts = [article(item) for item in own.items]
    in_full = [
        part for part in parts if part.name.startswith(("message.", f"{own.name}.")) and own.name != "emotions"
    ]
    listed = "".join(f"<li>{_inline(_item(part))}</li>" for part in parts)
    contents = f"<ul>{listed}</ul>" if parts else ""
    sections = "".join(
        f'<section aria-labelledby="{escape(part.name)}"><h2 id="{escape(part.name)}">{_inline(part.title)}</h2>'
        f"{''.join(_body(part))}</section>"
        for part in in_full
    )
    return f"<h1>{_inline(own.title)}</h1>{''.join(_body(own))}{contents}{sections}"


def _item(own: Article) -> str:
    if own.brief == own.title:
        return f"[{own.title}]({own.name})"
    return f"[{own.name}]({own.name}): {own.brief}"


def _body(own: Article) -> Iterator[str]:
    yield from (f"<p>{_inline(text)}</p>" for text in own.text)
    language = own.name.partition(".")[2] if own.name.startswith("emotions.") else ""
    # Words of other languages are read out, and run, as these do.
    mark = f' lang="{language}" dir="auto"' if language and language != "emoji" else ""
    facts = "".join(f"<dt>{escape(name)}</dt><dd{mark}>{_inline(text)}</dd>" for name, text in own.facts)
    if facts:
        yield f"<dl>{facts}</dl>"
    for specimen in own.specimens:
        yield from _specimen(specimen)


def _specimen(specimen: Specimen) -> Iterator[str]:
    label = f"<code>{escape(specimen.file)}</code>" if "." in specimen.file else escape(specimen.file)
    yield f'<figure><figcaption>{label}</figcaption><pre tabindex="0">{_marked(specimen)}</pre>'
    if specimen.said:
        lines = "".join(f"<li>{escape(line)}</li>" for line in specimen.said)
        yield f'<p class="said">cjsite says:</p><ol>{lines}</ol>'
    yield "</figure>"


def _marked(specimen: Specimen) -> str:
    """Return the text of a file, with the lines marked that it is shown for."""
    wanted = {line.strip() for line in specimen.part.splitlines() if line.strip()}
    lines = (
        f"<mark>{escape(line)}</mark>"
        if line.strip().removeprefix("- ") in wanted or line.strip() in wanted
        else escape(line)
        for line in specimen.text.rstrip("\n").split("\n")
    )
    return "\n".join(lines)


def _inline(text: str) -> str:
    """Return a text of one line as HTML: what is code, what is stressed, what leads to other articles."""
    html = _STRESS.sub(r"<em>\1</em>", _CODE.sub(r"<code>\1</code>", escape(text, quote=False)))
    return relinked(html, lambda words, name: f'<a href="{_address(name)}">{words}</a>')


def _address(name: str) -> str:
    """Return where an article stands: that of a field, on the page of its kind."""
    kind, dot, _ = name.partition(".")
    if dot and kind not in ("emotions", "message"):
        return f"{ADDRESS}/{quote(kind)}#{quote(name)}"
    return f"{ADDRESS}/messages#{quote(name)}" if kind == "message" else f"{ADDRESS}/{quote(name)}"

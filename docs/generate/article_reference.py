"""The reference for authors as documents: every field, every message, every word for a feeling."""

from collections.abc import Iterable, Mapping
from functools import partial

from cjsite.authoring.article import Article, Specimen, relinked
from cjsite.authoring.lookup import article, articles
from cjsite.authoring.reference import Anchors, Part
from cjsite.authoring.topic_articles import TOPICS
from docs.generate.markers import anchor

_LANGUAGES = {"yml": "yaml", "md": "markdown"}


def field_parts() -> Mapping[str, Part]:
    """Return what makes the reference of fields: its contents, and one part a kind of thing or topic."""
    return {"contents": _contents, **{name: partial(_kind, name) for name in (*articles("kinds"), *TOPICS[:2])}}


def message_parts() -> Mapping[str, Part]:
    """Return what makes the list of all problems."""
    return {"messages": lambda _: _all(articles("messages").values(), "##")}


def feeling_parts() -> Mapping[str, Part]:
    """Return what makes the lists of words for feelings."""
    return {"emotions": lambda _: _all(map(article, article("emotions").items), "##")}


def _contents(_anchors: Anchors) -> str:
    rows = (f"- [{own.title}](#{anchor(own.title)}): {own.brief}" for own in articles("kinds").values())
    topics = (f"- [{own.title}](#{anchor(own.title)})" for own in map(article, TOPICS[:2]))
    return "\n".join((*rows, *topics))


def _kind(name: str, _anchors: Anchors) -> str:
    own = article(name)
    # A thing's name stands above, by hand, as does what it is for.
    shown = {specimen for specimen in own.specimens if specimen.part}
    fields = (_article(article(item), "###", shown) for item in own.items)
    return "\n\n".join(("\n\n".join(_body(own, set())), *fields))


def _all(own: Iterable[Article], level: str) -> str:
    return "\n\n".join(_article(part, level, set()) for part in own)


def _article(own: Article, level: str, shown: set[Specimen]) -> str:
    title = own.name if own.title.startswith("`") else own.title
    return "\n\n".join((f"{level} {title}", *_body(own, shown)))


def _body(own: Article, shown: set[Specimen]) -> Iterable[str]:
    yield from (_linked(text) for text in own.text)
    if own.facts:
        yield "\n".join(f"- *{name}*: {_linked(text)}" for name, text in own.facts)
    for specimen in own.specimens:
        if specimen not in shown:
            yield from _specimen(specimen)


def _specimen(specimen: Specimen) -> Iterable[str]:
    text = (specimen.part or specimen.text).rstrip("\n")
    fence = "````" if "```" in text else "```"
    language = specimen.file.rpartition(".")[2]
    if not specimen.part:
        yield f"`{specimen.file}`:"
    yield f"{fence}{_LANGUAGES.get(language, language)}\n{text}\n{fence}"
    if specimen.said:
        yield "\n".join(("```text", *specimen.said, "```"))


def _linked(text: str) -> str:
    return relinked(text, lambda words, name: f"[{words}]({_address(name)})")


def _address(name: str) -> str:
    own = article(name)
    if name.startswith("emotions"):
        return f"feelings.md#{anchor(own.title)}" if "." in name else "feelings.md"
    return f"#{anchor(name if own.title.startswith('`') else own.title)}"

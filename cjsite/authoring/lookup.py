"""The reference for authors by name: from what somebody asks for, as they may call it, to the articles on it."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from cjsite.authoring.article import Article
from cjsite.authoring.field_articles import field_articles, homes, kind_articles, kind_name
from cjsite.authoring.message_articles import articles_on, message_articles
from cjsite.authoring.reference import fields, records
from cjsite.authoring.rule_articles import rule_articles
from cjsite.authoring.topic_articles import TOPICS, topic_articles
from cjsite.base.problem import Refusal
from cjsite.model.slugs import slug
from cjsite.reading.hints import SYNONYMS, nearest

OVERVIEW = "reference"
"""What the article that begins the reference is called."""
_ALSO = {
    "md": "markdown", "json": "csv", "figures": "csv", "words": "emotions", "emoji": "emotions.emoji",
    "problems": "messages", "rules": "findings", "codes": "findings",
}  # fmt: skip
_MOST = 3
"""Articles of one name that are told in full; of more, only where each of them stands."""
_GROUPS: Mapping[str, Callable[[], Iterator[Article]]] = {
    "kinds": kind_articles,
    "topics": topic_articles,
    "fields": field_articles,
    "rules": rule_articles,
    "messages": message_articles,
}


class NoSuchArticle(Refusal):
    """Raised for a name that there is nothing of in the reference."""


@cache
def articles(group: str) -> Mapping[str, Article]:
    """Return the articles of a group by their names."""
    return {own.name: own for own in _GROUPS[group]()}


def article(name: str) -> Article:
    """Return the article of a name. Raises KeyError where there is none."""
    if name in _LISTS:
        return _LISTS[name]()
    group = next((group for group in _GROUPS if name in articles(group)), "fields")
    return articles(group)[name]


def lookup(words: str) -> tuple[Article, ...]:
    """Return the articles that somebody means. Raises NoSuchArticle, with the nearest name that there is."""
    key = _key(words)
    names = {_key(name): name for name in _names()}
    exact = names.get(_key(_ALSO.get(key, key or OVERVIEW))) or _kinds().get(key)
    if exact:
        return (article(exact),)
    of_field = _fields(key)
    if len(of_field) > _MOST:
        return (Article(words, f"`{words}` is said of several things", items=of_field),)
    if meant := tuple(map(article, of_field)) or _said(words):
        return meant
    near = nearest(key, {*names, *(field for record in records() for field in fields(record))})
    mend = f"did you mean '{near}'?" if near else "'cjsite help' lists what there is"
    raise NoSuchArticle(f"there is no field, topic or message '{words}'; {mend}")


def _said(message: str) -> tuple[Article, ...]:
    """Return the articles on a message, on the slip of that title, or on the rule whose code stands in it."""
    titled = articles("messages").get(f"message.{slug(message)}")
    if titled:
        return (titled,)
    rules = articles("rules")
    codes = dict.fromkeys(code for code in re.findall(r"\b[A-Z]\d{3}\b", message) if code in rules)
    return tuple(rules[code] for code in codes) or tuple(
        articles_on(message, articles("messages").values())[:_MOST]
    )


def _key(words: str) -> str:
    parts = words.strip(" `'\"").casefold().replace("_", "-").split()
    # A finding's code is one word, however it is spoken.
    return ("" if re.fullmatch(r"[a-z] \d{3}", " ".join(parts)) else "-").join(parts)


def _names() -> Iterator[str]:
    yield from _LISTS
    for group in _GROUPS:
        yield from articles(group)


@cache
def _kinds() -> Mapping[str, str]:
    """Return the names of the articles on kinds of things by what these are called in the code."""
    return {record: kind_name(record) for record in records()}


def _fields(key: str) -> tuple[str, ...]:
    """Return the articles on the fields of that name, of a kind of thing if one is named: `step.actions`."""
    kind, dot, field = key.rpartition(".")
    wanted = [record for record in records() if not dot or kind in (record, kind_name(record))]
    return _of_name(wanted, field) or _of_name(wanted, _key(SYNONYMS.get(field.replace("-", "_"), "")))


def _of_name(kinds: list[str], field: str) -> tuple[str, ...]:
    """Return the articles on a field of some kinds of things; where it is shared, there is one on it."""
    named = ((kind, name) for kind in kinds for name in records()[kind].model_fields if _key(name) == field)
    return tuple(dict.fromkeys(filter(None, (_told_at(kind, name) for kind, name in named))))


def _told_at(kind: str, field: str) -> str:
    """Return the article on a field of a kind of thing: its own, or that of the kind with which it shares it."""
    shared = homes(records()[kind], field)
    own = [other for other, model in records().items() if model in shared and field in fields(other)]
    return f"{kind_name(kind if kind in own else own[0])}.{field}" if own else ""


def _overview() -> Article:
    text = (
        "Ask for any of these, for a field (`emotion`, `step.emotion`), for a finding's code (`E101`), or for what "
        "cjsite says of your files."
    )
    items = (*articles("kinds"), *TOPICS, "messages", "findings")
    return Article(OVERVIEW, "Reference for authors", (text,), items=items)


def _list(name: str, title: str, group: str) -> Callable[[], Article]:
    return lambda: Article(name, title, items=tuple(articles(group)))


_LISTS: Mapping[str, Callable[[], Article]] = {
    OVERVIEW: _overview,
    "messages": _list("messages", "What cjsite says of what it cannot understand", "messages"),
    "findings": _list("findings", "What cjsite looks for", "rules"),
}

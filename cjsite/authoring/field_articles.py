"""The articles on what authors write: each kind of thing, and each of its fields."""

from collections.abc import Iterator

from cjsite.authoring.article import Article, Specimen
from cjsite.authoring.field_examples import PLACES, field_example, title_of
from cjsite.authoring.reference import default_words, fields, inner_records, records
from cjsite.authoring.value_words import value_words
from cjsite.model.types import Record
from cjsite.reading.files import MODELS

FILES = ("site", *MODELS)
"""Kinds of things that are a file, or stand in one by their ids."""
_FIRST = ("site", "journey", "stage", "step", "touchpoint", "sample", "moment-of-truth", "pain-point")
"""The kinds of things that a beginner needs first."""


def kind_articles() -> Iterator[Article]:
    """Yield the article on each kind of thing, those first that a beginner needs."""
    for record, model in sorted(
        records().items(), key=lambda row: _FIRST.index(row[0]) if row[0] in _FIRST else 99
    ):
        purpose = (model.__doc__ or "").partition("\n")[0]
        brief = [f"Written as one text, it is the `{model.short}`."] if model.short else []
        examples = {field_example(record, field) for field in fields(record)}
        shared = [
            Specimen(own.file, own.text, part=own.own)
            for own in examples
            if len({own.own for own in examples}) == 1
        ]
        facts = (("Stands in", ", ".join(_stands_in(record, model))),)
        items = tuple(f"{kind_name(record)}.{field}" for field in fields(record))
        title = title_of(record)
        yield Article(
            kind_name(record), title[:1].upper() + title[1:], (purpose, *brief), facts, tuple(shared[:1]), items
        )


def kind_name(record: str) -> str:
    """Return what a kind of thing is asked for by."""
    return title_of(record).replace(" ", "-")


def _stands_in(record: str, model: type[Record]) -> Iterator[str]:
    """Yield where a thing of a kind is written: in a file of its own, or in which fields of others."""
    if record in FILES:
        yield f"`{field_example(record, 'title').file}`"
    for other in records():
        for field, info in fields(other).items():
            if model in inner_records(info.annotation):
                yield f"[{kind_name(other)}.{field}]({kind_name(other)}.{field})"


def field_articles() -> Iterator[Article]:
    """Yield the article on each field of each kind of thing."""
    for record, model in records().items():
        for field in fields(record):
            yield _field(record, model, field)


def _field(record: str, model: type[Record], field: str) -> Article:
    info = model.model_fields[field]
    example = field_example(record, field)
    default = default_words(model, field, info) or "nothing is said"
    facts = (
        ("Write", value_words(info, _link)),
        ("Left out", "it must be there" if info.is_required() else default),
        ("Shows", listed([PLACES[place] for place in example.where])),
        ("Belongs to", ", ".join(_link(other) for other in homes(model, field))),
    )
    specimen = Specimen(example.file, example.text, part=example.own)
    return Article(f"{kind_name(record)}.{field}", f"`{field}`", (info.description or "",), facts, (specimen,))


def homes(record: type[Record], field: str) -> list[type[Record]]:
    """Return the kinds of things that may say a field in the sense in which a record does."""
    own = record.model_fields[field].description
    others = [other for other in records().values() if other is not record and field in other.model_fields]
    return [record, *(other for other in others if other.model_fields[field].description == own)]


def listed(words: list[str]) -> str:
    """Return words one after another, the last with *and*."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _link(model: type[Record]) -> str:
    record = next(name for name, other in records().items() if other is model)
    return f"[{title_of(record)}]({kind_name(record)})"

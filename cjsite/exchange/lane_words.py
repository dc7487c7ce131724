"""Lists of the words that tables of journeys are labelled with: in lane_words/, one a language.

A row of a list is what its words stand for, with the words: a lane (a field of the format), an axis (`stage`,
`step`, `number`), or a part that words play beside them (`qualifier`, `nothing`, `same`, …). All lists are asked at
once, since tables mix languages; words are compared as `label_key` makes them, in the singular or the plural.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources

LIST_LANGUAGES = (
    "en", "ar", "cs", "de", "es", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "vi",
    "zh",
)  # fmt: skip
"""The languages that have a list, in the order in which they are asked."""
LANE_FIELDS = (
    "actions", "touchpoints", "channel", "thoughts", "emotion", "quotes", "pain_points", "gains",
    "opportunities", "goal", "needs", "expectation", "frontstage", "backstage", "systems", "props", "evidence",
    "metrics", "duration", "wait", "department", "actors", "place", "device", "moment_of_truth", "description",
    "satisfaction", "importance", "trigger", "notes",
)  # fmt: skip
"""What lists know as lanes."""
AXES = ("stage", "step", "number")
_SAME = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "\N{NON-BREAKING HYPHEN}": "-", "ё": "е", "ł": "l", "ı": "i", "ø": "o", "đ": "d",
    "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "\N{ARABIC TATWEEL}": None, "\N{VARIATION SELECTOR-16}": None,
    **{chr(sign): None for sign in (*range(0x64B, 0x653), 0x670)},
})  # fmt: skip
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_BRACKETS = re.compile(r"[(（\[【{][^()（）\[\]【】{}]*[)）\]】}]")
_ORDINAL = re.compile(r"^\W*\d{1,3}\s?[.):、．]\s*")
_AROUND = " \t\n.,:;!?*_`~#|\"'“”„«»‘’-–—•·→：；。、？！／/=()（）[]【】{}<>°"
_JOINTS = r"\s*(?:[/,&+|;、，／・·\n]|\s-\s|\s–\s)\s*"
_PLURALS = (
    ("s", ""), ("es", ""), ("n", ""), ("en", ""), ("ens", ""), ("e", ""), ("er", ""), ("se", ""), ("x", ""),
    ("ies", "y"), ("ler", ""), ("lar", ""), ("leri", ""), ("lari", ""), ("lari", "si"), ("i", "o"), ("i", "e"),
    ("i", "a"), ("oes", "ao"), ("ais", "al"), ("che", "ca"), ("zi", "go"), ("ghi", "go"), ("e", "a"), ("en", "an"),
)  # fmt: skip
"""Endings of the plural, with what stands for them in the singular, in any of the languages."""
_PLURALS_BY_LAST = {
    last: [pair for pair in _PLURALS if pair[0][-1] == last] for last in {p[0][-1] for p in _PLURALS}
}
_STOPS = re.compile(r"[:,;]")
_MANY = 60
_LONG_QUESTION = 8
_SHORT = 40
"""Characters above which a text is a sentence and no label."""


@lru_cache(4096)
def label_key(label: str) -> str:
    """Return a label as lists hold it: without marks, numbers, pictures and what stands around it.

    >>> label_key("**2. Étapes :**"), label_key("😀 Pain-Points (user)")
    ('etapes', 'pain-points')
    """
    plain = _plain(_BRACKETS.sub(" ", _LINK.sub(r"\1", label)))
    return plain or _plain(label)


def _plain(label: str) -> str:
    text = unicodedata.normalize("NFKC", _ORDINAL.sub("", label)).replace("İ", "i").casefold()
    # Accents are left out in haste; in other scripts than the Latin they are part of the letter.
    bare = "".join(_base(sign) for sign in text).translate(_SAME)
    words = "".join(
        sign if unicodedata.category(sign)[0] not in "SC" or sign in "+&|<>°~`=" else " " for sign in bare
    )
    return " ".join(words.split()).strip(_AROUND)


def _base(sign: str) -> str:
    if sign < "\u00c0" or sign > "\u1eff" or "\u0250" < sign < "\u1e00":
        return sign
    return unicodedata.normalize("NFD", sign)[0]


@lru_cache(1)
def _roles() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return by role its words, with the languages that list each."""
    roles: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in LIST_LANGUAGES:
        text = resources.files("cjsite.exchange").joinpath("lane_words", f"{language}.txt").read_text("utf-8")
        for row in text.splitlines():
            role, _, words = row.partition(": ")
            for word in words.split(", "):
                named = roles.setdefault(role, {})
                key = label_key(word) or word.translate(_SAME)
                named[key] = (*named.get(key, ()), language)
    return roles


@lru_cache(1)
def _index() -> Mapping[str, str]:
    """Return what each label stands for; of several lanes, the one that the lists name first."""
    index: dict[str, str] = {}
    for role in (*AXES, *LANE_FIELDS):
        for word in _roles().get(role, ()):
            index.setdefault(word, role)
    return index


def has_role(text: str, role: str) -> bool:
    """Tell whether a text is among the words of a role, in any language."""
    return any(form in _roles().get(role, ()) for form in _forms(label_key(text)))


def is_said(text: str, role: str) -> bool:
    """Tell whether a short text is one of the words of a role, just as the lists have it."""
    return len(text) < _SHORT and label_key(text) in _roles().get(role, ())


def contains_role(text: str, role: str) -> bool:
    """Tell whether any of the words of a role stands inside a text."""
    key = f" {' '.join(_STOPS.sub(' ', label_key(text)).split())} "
    return any(f" {word} " in key or (_is_joined(word) and word in key) for word in _roles().get(role, ()))


def role_languages(text: str, role: str) -> tuple[str, ...]:
    """Return the languages in which a label stands for a lane."""
    named = _roles().get(role, {})
    return next((named[form] for core in _cores(label_key(text)) for form in _forms(core) if form in named), ())


@lru_cache(4096)
def lanes_of(label: str) -> tuple[str, ...]:
    """Return the lanes or axes that a label names, none if any part of it is on no list.

    >>> lanes_of("**User Actions**"), lanes_of("Gedanken & Gefühle"), lanes_of("用户行为"), lanes_of("Lunch")
    (('actions',), ('thoughts', 'emotion'), ('actions',), ())
    """
    if len(label) > 4 * _MANY or "\n" in label.strip():
        # Below a label may stand what is meant by it.
        return lanes_of(label.strip().split("\n")[0][: 4 * _MANY]) if "\n" in label.strip() else ()
    key = label_key(label)
    if not key:
        signs = label.translate(_SAME)
        shown = next((sign for sign in (signs.strip(" *_"), signs.strip(_AROUND)) if sign in _index()), "")
        return (_index()[shown],) if shown else ()
    if len(key) > _MANY:
        return ()
    if lane := _single(key) or _bracketed(label):
        return (lane,)
    return _joined(key)


def lane_of(label: str) -> str:
    """Return the lane or axis that a label stands for, the first of several, '' if it is on no list."""
    lanes = lanes_of(label)
    return lanes[0] if lanes else ""


def _single(key: str) -> str:
    index = _index()
    return next((index[form] for core in _cores(key) for form in _forms(core) if form in index), "")


def _joined(key: str) -> tuple[str, ...]:
    """Return what each of several labels stands for, none unless each stands for something."""
    for pattern in _joint_patterns():
        parts = [part for piece in pattern.split(key) if (part := piece.strip(_AROUND))]
        lanes = tuple(dict.fromkeys(_single(part) for part in parts))
        if len(parts) > 1 and all(lanes):
            return lanes
    return ()


@lru_cache(1)
def _joint_patterns() -> tuple[re.Pattern[str], ...]:
    joints = sorted(_roles()["and"], key=len, reverse=True)
    spaced = "|".join(re.escape(word) for word in joints if not _is_joined(word))
    close = "|".join(re.escape(word) for word in joints if _is_joined(word))
    return tuple(re.compile(rf"{_JOINTS}|{ends}") for ends in (rf"\s(?:{spaced})\s", close))


def _bracketed(label: str) -> str:
    inner = [match[0] for match in _BRACKETS.finditer(label)]
    return _single(_plain(inner[0])) if len(inner) == 1 and len(inner[0]) < _MANY else ""


def _cores(key: str) -> Iterator[str]:
    """Yield a label, then what is left of it without the words that say whose it is."""
    yield key
    yield from _asked(key)
    qualifiers = _roles()["qualifier"]
    waiting, seen = [key], {key}
    while waiting:
        text = waiting.pop(0)
        for shorter in _shorter(text, qualifiers):
            if shorter and shorter not in seen and len(seen) < 12:
                seen.add(shorter)
                waiting.append(shorter)
                yield shorter


def _asked(key: str) -> Iterator[str]:
    """Yield the verb of what asks for customers, like `what she thinks`; what *we* do is no customers' lane.

    It stands at the end, or right behind what asks; what they feel *about* something is another question.
    """
    words, roles = re.split(r"[ ']", key), _roles()
    is_short = 1 < len(words) < _LONG_QUESTION
    if is_short and words[0] in roles["asks"] and roles["not-asked"].keys().isdisjoint(words):
        behind = next((word for word in words if word not in roles["asks"]), "")
        yield from (word for word in (words[-1], behind) if word in roles["verb"])


def _shorter(text: str, qualifiers: Mapping[str, object]) -> Iterator[str]:
    words = text.split(" ")
    for count in range(1, min(len(words), 4)):
        if " ".join(words[:count]) in qualifiers:
            yield " ".join(words[count:])
        if " ".join(words[-count:]) in qualifiers:
            yield " ".join(words[:-count])
    if any(_is_joined(sign) for sign in text[:1] + text[-1:]):
        for size in range(1, min(len(text), 6)):
            if text[:size] in qualifiers:
                yield text[size:].strip(" 的")


def _forms(key: str) -> Iterator[str]:
    """Yield a label as it is, and as it would be in the singular, or without its hyphens."""
    for spelt in dict.fromkeys((key, key.replace("-", " "), key.replace("-", ""))):
        yield spelt
        first, _, rest = spelt.partition(" ")
        head, _, last = spelt.rpartition(" ")
        yield from (f"{head} {form}".strip() for form in _singulars(last))
        yield from (f"{form} {rest}" for form in _singulars(first) if rest)
        if rest and " " not in rest:
            yield from (f"{form} {other}" for form in _singulars(first) for other in _singulars(rest))


def _singulars(word: str) -> Iterator[str]:
    for many, single in _PLURALS_BY_LAST.get(word[-1:], ()):
        if word.endswith(many) and len(word) >= len(many) + 2:
            yield word.removesuffix(many) + single


def _is_joined(word: str) -> bool:
    """Tell whether a word is of a script that has no blanks between words."""
    return any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in word)

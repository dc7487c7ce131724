"""Words in the site's language, and what is written with them, wherever they stand."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from string import Formatter

from cjsite.text.direction import (
    BORROWED,
    OPENERS,
    PDI,
    Direction,
    direction_of,
    is_borrowed,
    is_isolate,
    isolated,
    text_direction,
)  # fmt: skip
from cjsite.text.lengths_of_time import Stretch, rounded_end, units_of
from cjsite.text.locale_format import LocaleFormat, locale_format
from cjsite.text.rounding import whole
from cjsite.text.written_figures import WrittenFigures

_BLANK = re.compile(r"\{[^}]*\}")
_WITHOUT_SPACES = ("ja", "zh")
"""Languages whose sentences follow each other without a space."""
Words = Mapping[str, "str | Mapping[str, str]"]


def blanks(entry: "str | Mapping[str, str]") -> set[str]:
    """Return the names of the blanks in a word, with `:` where the word says how they are written, like `{day:%Y}`.

    Raises ValueError for a brace that opens or closes nothing.
    """
    forms = [entry] if isinstance(entry, str) else entry.values()
    parts = [part for form in forms for part in Formatter().parse(form)]
    return {name + ":" * bool(spec) + "!" * bool(kind) for _, name, spec, kind in parts if name is not None}


class Wording(WrittenFigures):
    """A language's words (from the theme), and its ways to write numbers and dates among them.

    signs: the scale has a minus. article: the language of what they stand in, '' for their own. english: what is
    said where the language has no words. Words in an article of another language, and those that are borrowed from
    English, are isolates, from which pages make elements with their language.
    """

    def __init__(
        self, language: str, words: Words, signs: bool = True, article: str = "", english: Words | None = None
    ) -> None:
        super().__init__(language, text_direction(article or language), signs)
        self.language = language
        self.words = words
        self.english = english or {}
        self.direction: Direction = text_direction(language)
        self.article = article
        # Nothing can disturb plain letters among letters that run the same way: nearly all texts of most sites.
        self._suits_ascii = not article and self._around == "ltr"
        self._amid: dict[str, Wording] = {}
        # The names of blanks are no letters; some are filled by scripts alone.
        self._direction_of = lru_cache(4096)(lambda text: direction_of(_BLANK.sub("", text)))
        self._duration = lru_cache(4096)(self._format_duration)
        # By type too: what is written as 1 must not come out as 1.0, which is equal.
        self._said = lru_cache(4096, typed=True)(self._format_words)

    def __reduce__(self) -> tuple[type["Wording"], tuple[str, Words, bool, str, Words]]:
        """Return how another process makes the same; what is remembered stays here."""
        return Wording, (self.language, self.words, self.signs, self.article, self.english)

    def __call__(self, key: str, n: float | None = None, **values: object) -> str:
        """Return the words for a key; `n` chooses the plural form. Unknown keys raise KeyError."""
        return self._said(key, n, **values)

    def amid(self, article: str) -> "Wording":
        """Return the same words as they stand in an article of a language ('' = their own).

        Where it is their own language as another country has it, they need not be told apart.
        """
        is_own = article.split("-")[0] == self.language.split("-")[0]
        if article in ("", self.article) or (is_own and text_direction(article) == self.direction):
            return self
        if article not in self._amid:
            self._amid[article] = Wording(self.language, self.words, self.signs, article, self.english)
        return self._amid[article]

    def beside(self, text: str) -> str:
        """Return an author's text as it may stand beside others of the page: in an isolate where it needs one."""
        if self._suits_ascii and text.isascii():
            return text
        # Around an article of another language the page has its own direction: there it must fit into both.
        apart = isolated(text, self._around)
        return isolated(apart, self.direction) if self.article else apart

    def listed(self, *texts: str, separator: str = "") -> str:
        """Return texts in one line, the author's and ours, without the empty ones.

        separator: what stands between them, '' for what the language puts there.
        """
        return (separator or self.comma).join(self.beside(text) for text in texts if text)

    def enumerated(self, *texts: str) -> str:
        """Return texts as one list of equal things, without the empty ones: `A, B and C`."""
        return self._format.enumeration([self.beside(text) for text in texts if text])

    @property
    def digits(self) -> str:
        """The name of the digits that figures are written with, '' for 0 to 9; scripts write theirs alike."""
        return self._format.digits

    @cached_property
    def comma(self) -> str:
        """What stands between the parts of a line."""
        return str(self.words.get("list.separator", ", "))

    @cached_property
    def semicolon(self) -> str:
        """What stands between the parts of a line that have commas of their own."""
        return str(self.words.get("list.semicolon", "; "))

    @cached_property
    def stop(self) -> str:
        """What ends a sentence."""
        return str(self.words.get("list.stop", "."))

    @cached_property
    def colon(self) -> str:
        """What stands between a name and what is said of it."""
        return str(self.words.get("list.colon", ": "))

    def paragraph(self, *sentences: str) -> str:
        """Return sentences of ours as one text."""
        return self._placed(self.space.join(map(self._bare, sentences)))

    @cached_property
    def space(self) -> str:
        """What stands between sentences."""
        return "" if self.language.split("-")[0] in _WITHOUT_SPACES else " "

    def _format_words(self, key: str, n: float | None, **values: object) -> str:
        if key in self.words:
            form = self._format.with_digits(self._form(self.words[key], n, self._format))
            return self._placed(self._filled(form, n, values))
        form = self._form(self.english[key], n, locale_format("en"))
        return f"{BORROWED}{self._filled(form, n, values, 'en')}{PDI}"

    def _filled(self, form: str, n: float | None, values: dict[str, object], language: str = "") -> str:
        if n is not None:
            values["n"] = self.number(n)
        elif not values:
            return form
        direction = self._direction_of(form) or ("ltr" if language else self.direction)
        for name, value in values.items():
            if isinstance(value, int):
                values[name] = self._format.decimal(value)
            elif isinstance(value, str) and not (direction == "ltr" and value.isascii()):
                values[name] = isolated(self._bare(value, language), direction)
        return form.format_map(values)

    def _placed(self, text: str) -> str:
        """Return words of ours as they stand in the page: in an isolate where that is of another language."""
        if self._suits_ascii and text.isascii():
            return text
        # Signs alone are read as the language is: `1 → 2` from the right where that is where it begins.
        direction = self._direction_of(text) or self.direction
        is_foreign = self.article or direction != self._around
        return f"{OPENERS[direction]}{self._bare(text)}{PDI}" if is_foreign else text

    def _bare(self, text: str, language: str = "") -> str:
        """Return a text without the isolate around it: words of ours stand among words of ours.

        Borrowed words keep theirs among those of another language than English.
        """
        if is_borrowed(text):
            return text[len(BORROWED) : -1] if language == "en" else text
        return text[1:-1] if is_isolate(text) else text

    def _form(self, entry: "str | Mapping[str, str]", n: float | None, format_: LocaleFormat) -> str:
        if isinstance(entry, str):
            return entry
        return entry.get(format_.plural(1 if n is None else n)) or entry["other"]

    def duration(self, minutes: "float | Stretch") -> str:
        """Return a length of time in its two largest units, like `1 h 30 min`; a range as `2 to 3 days`."""
        if isinstance(minutes, int | float):
            return self._duration(whole(minutes))
        if minutes.low == minutes.high:
            return self._duration(whole(minutes.low))
        low, high = rounded_end(minutes.low), rounded_end(minutes.high)
        if low == high:
            return self._duration(low)
        # One unit is said once: 14 to 21 days.
        (unit, n), *more = units_of(low)
        same = not more and [(unit, True)] == [(name, self._says(name, most)) for name, most in units_of(high)]
        first = self.number(n) if same else self._duration(low)
        return self("duration.range", low=first, high=self._duration(high))

    def _says(self, unit: str, n: int) -> bool:
        """Tell whether so many of a unit are written with their number, as two days are not in Arabic."""
        return self._bare(self.number(n)) in self._unit(unit, n)

    def _format_duration(self, whole: int) -> str:
        return self._placed(self.space.join(self._unit(unit, n) for unit, n in units_of(whole)))

    def _unit(self, unit: str, n: int) -> str:
        """Return so many of a unit in the words of the theme, or else of the language."""
        if unit not in self.words:
            return self._format.unit(unit, n)
        return self._filled(self._form(self.words[unit], n, self._format), n, {})

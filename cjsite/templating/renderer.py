"""A page and a theme to bytes."""

import re
import secrets
import traceback
from collections.abc import Callable, Container, Iterable, Mapping
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup

from cjsite.base.problem import Broken, Place, Problem
from cjsite.pages.page import Page
from cjsite.templating.dependencies import closure
from cjsite.templating.environment import Environment
from cjsite.templating.fragments import Fragment, Part, Places, Rows, Run, Shown, joined
from cjsite.text import prose
from cjsite.text.wording import Wording
from cjsite.theming.layers import Theme

T = TypeVar("T")
_LATER = Fragment(b"", frozenset())
"""Stands where drawings will stand, until it is known which."""
_SYMBOL = re.compile(rb'href="#i-([^"]*)')
RUN = 8
"""How many rows of a list are kept as one."""
_UNSEEN = "".join(map(chr, range(0x0E, 0x1B)))
"""What a mark is written with: where pages have no such letters, looking for one takes long strides."""
_SECRET = 18
"""Letters of a mark: as many as nobody can guess, 66 bits."""
_END = "\x03"
_INEXACT = (AttributeError, LookupError, TypeError)
"""What quick code raises where Jinja may know better."""


class Renderer:
    """A theme's templates, compiled when first used; inexact: those that only Jinja's own code can serve.

    Templates see a mark where a fragment will stand: a page of a thousand rows of which one changed is one row
    and a thousand pieces of a file that are ready. Nobody can guess the mark, so no content holds it.
    """

    def __init__(self, theme: Theme, wording: Wording) -> None:
        self.theme = theme
        self.wording = wording
        self._quick = self._environment(exact=False)
        self.inexact: set[str] = set()
        self._closures: dict[str, Mapping[str, str]] = {}
        self._shown: dict[str, Shown] = {}
        self._places = Places()
        self._sign = "\x02" + "".join(secrets.choice(_UNSEEN) for _ in range(_SECRET))
        self._mark = self._sign.encode()

    def _environment(self, *, exact: bool) -> Environment:
        made = Environment(self._load, self.wording, exact=exact)
        made.globals.update(
            t=self.wording, theme=self.theme.assets, fragment=self._fragment, fragments=self._fragments
        )
        made.filters.update(
            signed=self.wording.signed,
            number=self.wording.number,
            percent=self.wording.percent,
            date=self.wording.date,
            month=self.wording.month,
            duration=self.wording.duration,
            inline=prose.inline,
            block=prose.block,
            plain=prose.plain,
        )
        return made

    def _served(self, name: str, work: Callable[[Environment], T]) -> T:
        """Return what work makes by the quick code, or by the exact code if that ever failed at the template."""
        if name not in self.inexact:
            try:
                return work(self._quick)
            except _INEXACT:
                self.inexact.add(name)
        return work(self._exact)

    @cached_property
    def _exact(self) -> Environment:
        return self._environment(exact=True)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        text = self.theme.templates.get(name)
        return None if text is None else (text, self.theme.origins[name], None)

    def _fragment(self, template: str, page: Page, value: object, key: str) -> Markup:
        """Return a part of a page as HTML: its template sees `root`, and `value` as `data`, or the items of a dict.

        The same value is rendered once, however often its page is made. key: what tells the parts of one page made
        with the same template apart.
        """
        places, slot = self._places, (template, key)
        kept = places.now.parts.get(slot) or places.last.parts.get(slot)
        part = places.now.parts[slot] = self._part(template, page, value, kept)
        return self._placed(part[1])

    def _fragments(self, template: str, page: Page, values: Iterable[object], key: str, of: str = "") -> Markup:
        """Return a part of a page for each value, on lines of their own.

        key: the attribute that tells the values apart; of: what tells the lists of one page apart.
        """
        rows, slot = tuple(values), (template, of)
        shown = self._places.last.lists.get(slot)
        if shown is None or shown.values != rows:
            shown = self._rows(template, page, rows, attrgetter(key), shown)
        self._places.now.lists[slot] = shown
        return self._placed(shown.whole)

    def _rows(
        self, template: str, page: Page, rows: tuple[object, ...], name: Callable[[object], str], last: Rows | None
    ) -> Rows:
        """Return a list of which some rows have changed; last: as it was shown before."""
        runs: list[Run] = []
        known = last.parts if last else {}
        for number, start in enumerate(range(0, len(rows), RUN)):
            values = rows[start : start + RUN]
            if last and number < len(last.runs) and last.runs[number].values == values:
                runs.append(last.runs[number])
            else:
                named = [(name(value), value) for value in values]
                runs.append(
                    Run.of(
                        values, [(own, self._part(template, page, value, known.get(own))) for own, value in named]
                    )
                )
        return Rows(rows, tuple(runs), joined([run.whole for run in runs]))

    def _part(self, template: str, page: Page, value: object, kept: Part | None) -> Part:
        """Return what a template makes of a value; kept: what it made of another one, or of the same, before."""
        if isinstance(value, dict):
            value = {name: self._whole(item) for name, item in value.items()}
        if kept is not None and (kept[0] is value or kept[0] == value):
            return kept
        seen = value if isinstance(value, dict) else {"data": value}
        values = {"root": page.root, **seen}
        html = self._served(template, lambda code: code.get_template(template).render(values)).encode()
        return value, Fragment(self._assembled(html), self._symbols(html))

    def _whole(self, value: object) -> object:
        """Return a value without marks: another fragment in it must not look the same when it is another one."""
        if isinstance(value, Markup) and self._sign in value:
            return Markup(self._assembled(value.encode()).decode())
        return value

    def _placed(self, part: Fragment) -> Markup:
        fragments = self._places.fragments
        fragments.append(part)
        return Markup(f"{self._sign}{len(fragments) - 1}{_END}")

    def _assembled(self, html: bytes) -> bytes:
        """Return the file's bytes, each fragment in its place."""
        if self._mark not in html:
            return html
        begin, *pieces = html.split(self._mark)
        whole = [begin]
        for piece in pieces:
            place, _, rest = piece.partition(_END.encode())
            part = self._places.fragments[int(place)]
            if part is _LATER:
                raise jinja2.TemplateRuntimeError("what `drawings` returns can only be put out as it is")
            whole += (part.html, rest)
        return b"".join(whole)

    def _symbols(self, html: bytes) -> frozenset[str]:
        """Return the names of the drawings that a piece of HTML and the fragments in it refer to."""
        own = frozenset(map(bytes.decode, set(_SYMBOL.findall(html))))
        if self._mark not in html:
            return own
        places = [int(piece.partition(_END.encode())[0]) for piece in html.split(self._mark)[1:]]
        return own.union(*[self._places.fragments[place].symbols for place in places])

    def _page(self, page: Page, code: Environment) -> bytes:
        """Return the bytes of a page; its drawings are put in when it is known which."""
        fragments = self._places.fragments
        asked: list[tuple[int, Callable[[frozenset[str]], str]]] = []

        def drawings(sprite: Any) -> Markup:
            """Return what a macro makes of the names of all drawings that the page, once it is made, refers to."""
            # What is not defined raises when it is looked at.
            if not sprite or not callable(sprite):
                raise TypeError("`drawings` needs a macro")
            asked.append((len(fragments), sprite))
            return self._placed(_LATER)

        values = {"page": page, "frame": page.frame, "data": page.data, "drawings": drawings}
        html = code.get_template(page.template).render(values).encode()
        used = self._symbols(html)
        for index, sprite in asked:
            try:
                drawn = sprite(used)
            except Exception:
                # Its template was rendered before, and would have said in which line it fails.
                code.handle_exception()
            fragments[index] = Fragment(self._assembled(drawn.encode()), frozenset())
        return self._assembled(html)

    def closure(self, template: str) -> Mapping[str, str]:
        """Return the texts of all templates that a template is made with, by name."""
        if template not in self._closures:
            self._closures[template] = closure(template, self.theme.templates)
        return self._closures[template]

    def render(self, page: Page) -> bytes:
        """Return the page as UTF-8 HTML. Raises Broken with the template's line for a template that fails."""
        places = self._places
        places.fragments, places.last, places.now = [], self._shown.get(page.url, Shown()), Shown()
        try:
            data = self._served(page.template, partial(self._page, page))
        except jinja2.TemplateSyntaxError as error:
            name = error.name or page.template
            place = Place(self.theme.origins.get(name, name), error.lineno)
            raise Broken(
                [Problem(place, f"the template cannot be read: {error.message}", "mend the template")]
            ) from error
        except jinja2.TemplateNotFound as error:
            place = Place(self.theme.origins.get(page.template, page.template))
            raise Broken([Problem(place, f"there is no template '{error.name}'", "add it to the theme")]) from error
        except Exception as error:
            # A template is a program of the theme's author; whatever it raises belongs to its line.
            raise Broken([self._failure(page, error)]) from error
        # What the page does not show any more is forgotten.
        self._shown[page.url] = places.now
        return data

    def keep(self, urls: Container[str]) -> None:
        """Forget the parts of all pages but these."""
        self._shown = {url: shown for url, shown in list(self._shown.items()) if url in urls}

    def _failure(self, page: Page, error: Exception) -> Problem:
        origins = set(self.theme.origins.values())
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in origins]
        place = Place(frames[-1].filename, frames[-1].lineno or 1) if frames else Place(page.template)
        return Problem(place, f"the template fails on {page.url}: {error}", "mend the template")

"""A page and a theme to bytes."""

import traceback
from collections.abc import Callable, Container, Iterable, Mapping
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup, escape

from cjsite.base.problem import Broken, Place, Problem
from cjsite.drawing.signs import marked_up
from cjsite.pages.page import Page
from cjsite.templating.codegen import ThemeEnvironment
from cjsite.templating.dependencies import closure
from cjsite.templating.environment import environment
from cjsite.templating.fragments import Assembly, Fragment, FragmentList, PageFragments, ShownValue, joined
from cjsite.templating.isolates import as_elements
from cjsite.templating.note_names import named_once
from cjsite.text import headings, prose
from cjsite.text.hyphenation import breakable
from cjsite.text.quotation import is_quoted
from cjsite.text.source_links import ROOT
from cjsite.text.wording import Wording
from cjsite.theming.layers import Theme

T = TypeVar("T")
_FROM_ROOT = f'href="{ROOT}'.encode()


class Renderer:
    """A theme's templates, compiled when first used; inexact: those that only Jinja's own reading can serve."""

    def __init__(self, theme: Theme, wording: Wording) -> None:
        self.theme = theme
        self.wording = wording
        self._quick = self._environment(exact=False)
        self.inexact: set[str] = set()
        self._closures: dict[str, Mapping[str, str]] = {}
        self._fragments_of: dict[str, PageFragments] = {}
        self._assembly = Assembly()
        self._amid: dict[str, Renderer] = {}

    def _environment(self, *, exact: bool) -> ThemeEnvironment:
        filters: dict[str, Callable[..., str]] = {
            "signed": self.wording.signed,
            "number": self.wording.number,
            "percent": self.wording.percent,
            "date": self.wording.date,
            "month": self.wording.month,
            "duration": self.wording.duration,
            "inline": prose.inline,
            "block": prose.block,
            "titled": headings.titled,
            "plain": prose.plain,
            "quoted": _quoted,
            "beside": self._beside,
            "breakable": self._breakable,
        }
        names = {
            "t": self.wording,
            "sign": marked_up,
            "fragment": self._fragment,
            "fragments": self._fragments,
        }
        return environment(self._load, filters, names, exact=exact)

    def _served(self, name: str, work: Callable[[ThemeEnvironment], T]) -> T:
        """Return what work makes by the quick code, or by the exact code if that ever failed at the template.

        Quick code raises AttributeError where Jinja may find an item. A template that really fails raises again in
        the exact code, by Jinja's own error. Work is done twice then, so it must leave nothing behind.
        """
        if name not in self.inexact:
            try:
                return work(self._quick)
            except AttributeError:
                self.inexact.add(name)
        return work(self._exact)

    @cached_property
    def _exact(self) -> ThemeEnvironment:
        # Made when it is first needed: our own theme never needs it.
        return self._environment(exact=True)

    def _beside(self, text: str) -> str:
        beside = self.wording.beside(text)
        # An isolate has no marks that need escaping.
        return Markup(beside) if isinstance(text, Markup) else beside

    def _breakable(self, text: str) -> str:
        return breakable(escape(text), self.wording.article or self.wording.language)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        text = self.theme.templates.get(name)
        return None if text is None else (text, self.theme.origins[name], None)

    def _fragment(self, template: str, page: Page, value: object, key: str) -> Markup:
        """Return a part of a page as HTML: its template sees `root`, and `value` as `data`, or the items of a dict.

        The same value is rendered once, however often its page is made. key: what tells the parts of one page made
        with the same template apart.
        """
        assembly, slot = self._assembly, (template, key)
        before = assembly.now.alone.get(slot) or assembly.last.alone.get(slot)
        shown = assembly.now.alone[slot] = self._shown(template, page, value, before)
        return assembly.mark(shown[1])

    def _fragments(self, template: str, page: Page, values: Iterable[object], key: str, of: str = "") -> Markup:
        """Return a part of a page for each value, on lines of their own.

        key: the attribute that tells the values apart; of: what tells the lists of one page apart.
        """
        rows, slot = tuple(values), (template, of)
        shown = self._assembly.last.lists.get(slot)
        if shown is None or shown.values != rows:
            before = shown.by_key if shown else {}
            keys = [*map(attrgetter(key), rows)]
            made = [
                last if (last := before.get(name)) and last[0] is row else self._shown(template, page, row, last)
                for name, row in zip(keys, rows, strict=True)
            ]
            whole = joined([fragment for _, fragment in made])
            shown = FragmentList(rows, dict(zip(keys, made, strict=True)), whole)
        self._assembly.now.lists[slot] = shown
        return self._assembly.mark(shown.whole)

    def _shown(self, template: str, page: Page, value: object, before: ShownValue | None) -> ShownValue:
        """Return what a template makes of a value; before: what it made of this value, or of another, last time."""
        assembly = self._assembly
        if isinstance(value, dict):
            value = {name: assembly.without_marks(item) for name, item in value.items()}
        else:
            value = assembly.without_marks(value)
        if before is not None and (before[0] is value or before[0] == value):
            # Keeping the older value keeps the older object, which compares by identity next time.
            return before
        seen = value if isinstance(value, dict) else {"data": value}
        values = {"root": page.root, **seen}
        html = self._served(template, lambda code: code.get_template(template).render(values)).encode()
        return value, Fragment(assembly.assembled(html), assembly.symbols(html))

    def _page(self, page: Page, code: ThemeEnvironment) -> bytes:
        """Return the bytes of a page.

        Its drawings stand at its top, and only its end says which they are. So `drawings` leaves a mark too, which
        gets its fragment when the page is rendered and not yet assembled.
        """
        assembly = self._assembly
        asked: list[tuple[Markup, Callable[[frozenset[str]], str]]] = []

        def drawings(sprite: Any) -> Markup:
            """Return what a macro makes of the names of all drawings that the page, once it is made, refers to."""
            # What is not defined raises when it is looked at.
            if not sprite or not callable(sprite):
                raise TypeError("`drawings` needs a macro")
            asked.append((assembly.mark(None), sprite))
            return asked[-1][0]

        values = {
            "page": page,
            "frame": page.frame,
            "data": page.data,
            "theme": self.theme.assets.of(page.template),
            "drawings": drawings,
        }
        html = code.get_template(page.template).render(values).encode()
        used = assembly.symbols(html)
        for mark, sprite in asked:
            drawn = code.call_macro(sprite, used).encode()
            assembly.put_in(mark, Fragment(assembly.assembled(drawn), frozenset()))
        return assembly.assembled(html)

    def closure(self, template: str) -> Mapping[str, str]:
        """Return the texts of all templates that a template is made with, by name."""
        if template not in self._closures:
            self._closures[template] = closure(template, self.theme.templates)
        return self._closures[template]

    def render(self, page: Page) -> bytes:
        """Return the page as UTF-8 HTML. Raises Broken with the template's line for a template that fails."""
        amid = self.wording.amid(page.language)
        if amid is not self.wording:
            # The words that templates write are others there, and what remembers them is, too.
            return self._amid.setdefault(page.language, Renderer(self.theme, amid)).render(page)
        self._assembly.begin(self._fragments_of.get(page.url, PageFragments()))
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
        self._fragments_of[page.url] = self._assembly.now
        data = named_once(data).replace(_FROM_ROOT, f'href="{page.root}'.encode())
        return as_elements(data, self.wording.language if self.wording.article else "")

    def keep(self, urls: Container[str]) -> None:
        """Forget the parts of all pages but these."""
        for other in self._amid.values():
            other.keep(urls)
        self._fragments_of = {url: parts for url, parts in list(self._fragments_of.items()) if url in urls}

    def _failure(self, page: Page, error: Exception) -> Problem:
        origins = set(self.theme.origins.values())
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in origins]
        place = Place(frames[-1].filename, frames[-1].lineno or 1) if frames else Place(page.template)
        return Problem(place, f"the template fails on {page.url}: {error}", "mend the template")


def _quoted(words: str) -> str:
    """Return the class of a customer's words that come with quotation marks, '' for others."""
    return " quoted" if is_quoted(words) else ""

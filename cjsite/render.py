"""A page and a theme to bytes: the only module that knows Jinja."""

import traceback
from collections.abc import Mapping

import jinja2
from jinja2 import meta

from cjsite import prose
from cjsite.pages.page import Page
from cjsite.problem import Broken, Place, Problem
from cjsite.theme import Theme
from cjsite.wording import Wording


class Renderer:
    """A theme's templates, compiled when first used."""

    def __init__(self, theme: Theme, wording: Wording) -> None:
        self.theme = theme
        self.wording = wording
        self._environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(self._load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.globals.update(t=wording, theme=theme.assets)
        self._environment.filters.update(
            signed=wording.signed,
            number=wording.number,
            percent=wording.percent,
            date=wording.date,
            month=wording.month,
            duration=wording.duration,
            inline=prose.inline,
            block=prose.block,
            plain=prose.plain,
        )
        self._closures: dict[str, Mapping[str, str]] = {}

    def _load(self, name: str) -> tuple[str, str, None] | None:
        text = self.theme.templates.get(name)
        return None if text is None else (text, self.theme.origins[name], None)

    def closure(self, template: str) -> Mapping[str, str]:
        """Return the text of a template and of all that it extends, includes or imports, by name."""
        if template not in self._closures:
            self._closures[template] = self._collect(template)
        return self._closures[template]

    def _collect(self, template: str) -> dict[str, str]:
        texts: dict[str, str] = {}
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name in texts or name not in self.theme.templates:
                continue
            texts[name] = self.theme.templates[name]
            try:
                parsed = self._environment.parse(texts[name], name)
            except jinja2.TemplateSyntaxError:
                continue  # rendering reports it with its line
            waiting += [found for found in meta.find_referenced_templates(parsed) if found]
        return texts

    def render(self, page: Page) -> bytes:
        """Return the page as UTF-8 HTML. Raises Broken with the template's line for a template that fails."""
        try:
            template = self._environment.get_template(page.template)
            return template.render(page=page, frame=page.frame, data=page.data).encode()
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

    def _failure(self, page: Page, error: Exception) -> Problem:
        origins = set(self.theme.origins.values())
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in origins]
        place = Place(frames[-1].filename, frames[-1].lineno or 1) if frames else Place(page.template)
        return Problem(place, f"the template fails on {page.url}: {error}", "mend the template")

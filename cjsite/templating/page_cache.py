"""Which pages are rendered again: those whose values, or a template that they are made with, have changed."""

from collections.abc import Container

from cjsite.pages.page import Page
from cjsite.templating.renderer import Renderer


class PageCache:
    """The bytes of pages as they were last rendered. renders: how many pages were rendered so far."""

    def __init__(self) -> None:
        self.renders = 0
        self._rendered: dict[str, tuple[Page, Renderer, bytes]] = {}

    def rendered(self, page: Page, renderer: Renderer) -> bytes:
        """Return a page's bytes: the last ones, unless the page or its look is another one."""
        last = self._rendered.get(page.url)
        # Mostly they are the same objects.
        if last and last[0] is page and last[1] is renderer:
            return last[2]
        if last and last[0] == page and _same_look(last[1], renderer, page.template):
            data = last[2]
        else:
            data = renderer.render(page)
            self.renders += 1
        self._rendered[page.url] = (page, renderer, data)
        return data

    def keep(self, urls: Container[str]) -> None:
        """Forget all pages but these."""
        self._rendered = {url: last for url, last in list(self._rendered.items()) if url in urls}


def _same_look(old: Renderer, new: Renderer, template: str) -> bool:
    return old is new or (
        old.wording == new.wording
        and old.theme.assets == new.theme.assets
        and old.closure(template) == new.closure(template)
    )

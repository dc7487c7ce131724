"""Journey diagrams for tests, written after the quirks of those that people keep in their repositories."""

from cjsite.exchange.imported import ImportedMap, ImportOptions
from cjsite.exchange.mermaid import read_mermaid
from cjsite.model.step import Step

TEA = """\
journey
    title A cup of tea
    section Kitchen
      Boil water: 3: Ida
      Make tea: 5: Ida, Cat
    section Sofa
      Drink it: 4: Ida
"""

PAGE = f"""\
# Drinks

```mermaid
---
title: Tea
---
%%{{init: {{'theme': 'base'}}}}%%
{TEA}      Code (like: 5832) #35;1: 2: User, Frustrated %% true?
    accDescr {{ scores from 1 to 5 }}
```
<div class="mermaid">{TEA.replace("Ida", "&lt;Bo&gt;")}</div>
"""
"""Several diagrams in their hosts, with all that may stand in one."""


def maps_in(
    text: str | bytes, path: str = "page.md", options: ImportOptions | None = None
) -> tuple[ImportedMap, ...]:
    """Return the maps of a file."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_mermaid(path, data, options or ImportOptions())


def map_in(text: str | bytes, options: ImportOptions | None = None) -> ImportedMap:
    """Return the only map of a file that is a diagram itself."""
    (only,) = maps_in(text, "tea.mmd", options)
    return only


def steps_of(tasks: str, options: ImportOptions | None = None) -> tuple[Step, ...]:
    """Return the steps of a diagram of one section with these tasks."""
    body = "".join(f"  {task}\n" for task in tasks.strip().split("\n"))
    return tuple(map_in(f"journey\ntitle T\nsection S\n{body}", options).journey.steps())

"""Where journey diagrams of Mermaid stand: all that holds them, and all that only looks like it."""

import html

import pytest

from cjsite.exchange.imported import NotImported
from cjsite.exchange.mermaid import MOST_SIGNS, is_mermaid
from cjsite.exchange.mermaid_journey import MOST_LINES
from tests.support.mermaid import TEA, maps_in


def _indented(margin: str) -> str:
    return "".join(f"{margin}{line}\n" for line in TEA.splitlines())


HOSTS = {
    "alone": TEA,
    "a fence": f"# Drinks\n\n```mermaid\n{TEA}```\n\nText.\n",
    "a fence of tildes": f"~~~~~ mermaid\n{TEA}~~~~~\n",
    "a fence in a list": f"- Tea:\n\n  ```mermaid\n{_indented('  ')}  ```\n",
    "a fence as an item": f"1. ```mermaid\n{_indented('   ')}   ```\n",
    "a fence in a quote": f"> ```mermaid\n{_indented('> ')}> ```\n\nText: 3: x\n",
    "a fence in a fence": f"````markdown\n```mermaid\n{TEA}```\n````\n",
    "a fence without a word": f"```\n{TEA}```\n",
    "a fence that closes with a word": f"```mermaid\n{TEA}```text\n\nText: 3: x\n",
    "a fence that nothing closes": f"```mermaid\n{TEA}",
    "a fence with attributes": f"```{{.mermaid width=400}}\n{TEA}```\n",
    "a cell of a notebook": f"```{{mermaid}}\n%%| label: fig-tea\n{TEA}```\n",
    "three colons": f":::mermaid\n{TEA}:::\n",
    "pre": f'<pre class="mermaid">\n{TEA}</pre>',
    "div with entities": f"<div class='mermaid'>{html.escape(TEA)}</div>",
    "code": f'<pre><code class="language-mermaid">{TEA}</code></pre>',
    "HTML in a fence": f'```html\n<pre class="mermaid">\n{TEA}</pre>\n```\n',
    "script": f'<script type="text/x-mermaid">{TEA}</script>',
    "an element of its own": f"<mermaid>\n{TEA}</mermaid>",
    "MDX": f"import X from 'y'\n\n<Mermaid chart={{`\n{TEA}`}} />\n",
    "MDX on lines": f"<Mermaid\n  chart={{`{TEA}`}}\n/>\n",
    "MDX with a child": f"<Mermaid>{{`\n{TEA}`}}</Mermaid>\n",
    "a template literal": f"export const journey = `{TEA}`;\n",
    "Hugo": f'{{{{< mermaid align="left" >}}}}\n{TEA}{{{{< /mermaid >}}}}\n',
    "Liquid": f"{{% mermaid %}}\n{TEA}{{% endmermaid %}}\n",
    "Liquid that names the type": f"{{% mermaid journey %}}\n{TEA.removeprefix('journey')}{{% endmermaid %}}\n",
    "reStructuredText": f".. mermaid::\n   :align: center\n\n{_indented('   ')}\nText: 3: x\n",
    "Sphinx's code block": f".. code-block:: mermaid\n\n{_indented('   ')}\nText: 3: x\n",
    "AsciiDoc": f"[mermaid, target=tea]\n....\n{TEA}....\n",
    "Confluence's macro": f'<ac:structured-macro ac:name="mermaid-macro"><ac:plain-text-body><![CDATA[{TEA}]]>',
    "Confluence's wiki text": f"{{mermaid}}\n{TEA}{{mermaid}}\n",
    "among other diagrams": f"# Flow\ngraph TD\n A --> B\n\n# Tea\n{TEA}\n# Gantt\ngantt\n title T\n",
    "Windows line ends": TEA.replace("\n", "\r\n"),
    "tabs": TEA.replace("  ", "\t"),
    "no indentation": "\n".join(map(str.strip, TEA.splitlines())),
    "a byte order mark": f"\ufeff{TEA}",
}


@pytest.mark.parametrize("host", HOSTS)
def test_a_diagram_is_found_in(host: str) -> None:
    (only,) = maps_in(HOSTS[host])
    assert [stage.title for stage in only.journey.stages] == ["Kitchen", "Sofa"]
    assert [step.title for step in only.journey.steps()] == ["Boil water", "Make tea", "Drink it"]
    assert only.journey.title == "A cup of tea"
    assert is_mermaid("page.md", HOSTS[host].encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_diagram_is_read_in(encoding: str) -> None:
    (only,) = maps_in(TEA.replace("tea", "thé").encode(encoding))
    assert next(iter(only.journey.stages[0].steps[1:])).title == "Make thé"
    assert any("text in" in taken.target for taken in only.taken)


def test_several_diagrams_are_several_maps_and_take_the_headings_above_them() -> None:
    plain = TEA.replace("    title A cup of tea\n", "")
    page = f"## Morning\n```mermaid\n{plain}```\n## Evening\n```mermaid\n{plain.replace('tea', 'soup')}```\n"
    assert [one.journey.title for one in maps_in(page)] == ["Morning", "Evening"]


def test_a_diagram_that_is_shown_twice_is_one_map() -> None:
    assert len(maps_in(f"```\n{TEA}```\n```mermaid\n{TEA}```\n")) == 1


def test_two_maps_of_one_title_have_ids_of_their_own() -> None:
    page = f"```mermaid\n{TEA}```\n```mermaid\n{TEA.replace('Drink', 'Spill')}```\n"
    assert [one.journey.id for one in maps_in(page)] == ["a-cup-of-tea", "a-cup-of-tea-2"]


def test_places_are_those_of_the_file() -> None:
    (only,) = maps_in(f"# Drinks\n\n> ```mermaid\n{_indented('> ')}> ```\n")
    places = {text: (place.line, place.column) for place, text in only.words}
    assert places["Make tea"] == (8, 9)
    assert places["Cat"][0] == 8


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("flowchart TD\n A --> B\n", "type `flowchart`"),
        ("```mermaid\nsequenceDiagram\n A->>B: x\n```\n```mermaid\ngantt\n```\n", "`sequenceDiagram` and `gantt`"),
        ("# Journey\n\nSome: 5: text\n", "no `journey` diagram"),
        ("Journey\n=======\n\nSome: 5: text\n", "no `journey` diagram"),
        ("journey\n title Empty\n", "no stage"),
        (f"<!--\n```mermaid\n{TEA}```\n-->\n", "no `journey` diagram"),
        ("journey\n section [Stage]\n  [Task]: 3: [Actor]\n", "a template"),
        ("", "no text"),
    ],
)
def test_what_is_no_journey_is_refused_with_a_sentence(page: str, sentence: str) -> None:
    with pytest.raises(NotImported, match=sentence):
        maps_in(page)


def test_other_diagrams_in_a_page_are_left_to_its_tables() -> None:
    assert not is_mermaid("page.md", b"# Map\n\n```mermaid\nflowchart TD\n A --> B\n```\n\n| Stage |\n| - |\n")
    assert is_mermaid("flow.mmd", b"flowchart TD\n A --> B\n"), "so that its refusal names the type"


def test_a_diagram_of_too_many_lines_is_refused_before_it_is_read() -> None:
    tasks = " Make tea: 5: Ida\n" * (MOST_LINES - 1)
    with pytest.raises(NotImported, match="5,001 lines"):
        maps_in(f"journey\nsection S\n{tasks}")


def test_a_file_of_too_many_characters_is_refused_before_it_is_searched() -> None:
    with pytest.raises(NotImported, match="1,000,001 characters"):
        maps_in(TEA + "x" * (MOST_SIGNS + 1 - len(TEA)))

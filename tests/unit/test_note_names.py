"""A text with footnotes that a page shows twice."""

from cjsite.templating.note_names import named_once
from cjsite.text.prose import block
from tests.support.html import Document


def test_names_stand_once_and_all_links_lead_somewhere() -> None:
    texts = ["One[^1].\n\n[^1]: First.", "Two[^1].\n\n[^1]: Second.", "One[^1].\n\n[^1]: First."]
    page = Document(named_once("".join(map(block, texts)).encode()).decode())
    names = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    links = {element.attributes["href"][1:] for element in page.elements if "href" in element.attributes}
    assert len(names) == len(set(names)) == 4
    assert links == set(names)

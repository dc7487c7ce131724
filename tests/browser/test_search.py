"""The search: readers find what they look for in any language, by the box on every page and on its own page."""

import datetime
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cjsite.build import Builder
from cjsite.pages.search import parts
from cjsite.text.folding import folded, table, terms
from tests.browser.conftest import PHONE, Visitor, comes_true
from tests.support.search_index import data_of
from tests.support.search_site import EXAMPLE_QUERIES, QUERIES, search_site
from tests.support.server import serving

FIRST = """async (texts) => {
    const first = {};
    for (const text of texts) {
        let results = [];
        for await (const step of cjsiteSearch.find(text)) results = step.results;
        first[text] = results[0]?.url;
    }
    return first;
}"""
BY_MINISEARCH = """(documents) => {
    const index = new MiniSearch({
        fields: ["title", "text"], tokenize: cjsiteWords.terms, processTerm: (term) => term, autoVacuum: false,
    });
    index.addAll(documents);
    return JSON.stringify(index);
}"""
NEAR_BY_BOTH = """(words) => {
    const alone = (text) => [text];
    const index = new MiniSearch({ fields: ["text"], tokenize: (text) => text.split(" "), processTerm: alone });
    index.add({ id: 1, text: words.join(" ") });
    const every = cjsiteVocabulary.of([{ first: 1, words, holders: words.map(() => 1) }]);
    const wanted = words.filter((word, at) => at % 9 === 5).map((word) => word.slice(0, -1) + word.slice(0, 1));
    return wanted.flatMap((word) => [1, 2].map((most) => {
        const [result] = index.search(word, { fuzzy: most, tokenize: alone });
        const own = every.near(word, most).map(([term]) => term);
        return [word, most, Object.keys(result?.match ?? {}).sort(), own.sort()];
    }));
}"""


SHOWN = ("search", "assets/", "departments/index.html", "favicon")


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder with what a search needs of a site with maps in eleven languages, its index in several parts."""
    root = search_site(tmp_path_factory.mktemp("languages"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "_ROOM", 2500)
        site = Builder(root, datetime.date(2026, 11, 21)).site()
        for url in site:
            if url.startswith(SHOWN):
                path = root / "output" / url
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(site[url])
        yield root / "output"


def _loaded(page: Page) -> None:
    """Have the search at hand on a page."""
    page.locator("#find").focus()
    page.locator("#find[role=combobox]").wait_for()


def _missed(page: Page, queries: dict[str, str]) -> dict[str, str]:
    _loaded(page)
    first = page.evaluate(FIRST, [*queries])
    return {text: first.get(text) for text, url in queries.items() if first.get(text) != url}


def test_readers_find_what_they_look_for(visit: Visitor, languages: Path) -> None:
    with serving(languages) as address, visit(base=address) as seen:
        assert len(QUERIES) >= 60
        assert _missed(seen.go("search.html"), QUERIES) == {}
    with visit() as seen:
        assert _missed(seen.go("index.html"), EXAMPLE_QUERIES) == {}


def test_python_writes_the_index_that_the_library_would(visit: Visitor, languages: Path) -> None:
    indexes = [data_of(part.read_bytes())["index"] for part in sorted((languages / "search").glob("part-*.js"))]
    assert len(indexes) > 3
    with visit() as seen:
        page = seen.go("personas/index.html")
        _loaded(page)
        for index in indexes:
            stored = index["storedFields"]
            texts = [(own.get("t", ""), own.get("s", "")) for own in stored.values()]
            documents = [{"id": at, "title": title, "text": text} for at, (title, text) in enumerate(texts)]
            made = json.loads(page.evaluate(BY_MINISEARCH, documents))
            assert {**made, "index": dict(made["index"])} == {
                **index, "index": dict(index["index"]), "storedFields": {},
            }  # fmt: skip


def test_both_sides_fold_every_sign_alike(visit: Visitor) -> None:
    # Beyond these there is little but signs for words, apart from those in the table.
    signs = [sign for sign in map(chr, range(0x3200)) if unicodedata.category(sign) not in ("Cn", "Co", "Cs")]
    text = "\n".join(f"x{sign}9 -{sign}" for sign in dict.fromkeys([*signs, *table()]))
    with visit() as seen:
        page = seen.go("personas/index.html")
        _loaded(page)
        made = page.evaluate("text => [cjsiteWords.folded(text), cjsiteWords.terms(text)]", text)
        marked = page.evaluate("cjsiteWords.places('The log-in blog-in x', ['login', 'blog'])")
    assert [(place["from"], place["to"]) for place in marked] == [(4, 10), (11, 15)]
    assert made == [folded(text), terms(text)]


def test_near_spellings_are_those_that_the_library_would_find(visit: Visitor, languages: Path) -> None:
    scripts = sorted((languages / "search").glob("words-*.js"))
    words = sorted({word for path in scripts for word in data_of(path.read_bytes())["words"].split()})
    with visit() as seen:
        page = seen.go("personas/index.html")
        _loaded(page)
        compared = page.evaluate(NEAR_BY_BOTH, words)
    assert [own for own in compared if own[2] != own[3]] == []
    assert len([own for own in compared if own[2]]) > len(compared) / 2


def test_the_box_is_used_by_keyboard(visit: Visitor) -> None:
    with visit() as seen:
        page = seen.go("personas/index.html")
        assert not [url for url in seen.requests if "/search" in url], "nobody has looked for anything"
        page.keyboard.press("/")
        page.keyboard.type("ward")
        box, options = page.locator("#find"), page.get_by_role("option")
        options.first.wait_for()
        assert box.get_attribute("aria-expanded") == "true"
        assert "Asks the ward" in options.first.inner_text() and options.first.locator("mark").count()
        assert options.first.locator(".title bdi, .where bdi").count() == 3, "texts have directions of their own"
        assert page.get_by_role("status").filter(has_text="Results").count() == 1
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
        assert seen.axe() == []
        page.keyboard.press("Escape")
        assert not options.first.is_visible() and box.get_attribute("aria-expanded") == "false"
        page.keyboard.press("ArrowDown")
        options.first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/journeys/dead-battery.html#at-group-chat")
        assert page.locator("#at-group-chat").is_visible()


def test_all_results_stand_on_a_page(visit: Visitor) -> None:
    with visit(PHONE) as seen:
        page = seen.go("index.html")
        page.locator("#find").fill("battery")
        page.locator("#find").press("Enter")
        page.wait_for_url("**/search.html?q=battery")
        results = page.locator("[data-found] a")
        results.first.wait_for()
        assert "Map" in results.first.inner_text() and seen.overflow() <= 0
        assert seen.axe() == []
        page.locator("[name=kind]").select_option(label="Step")
        expect(page.locator("[data-found] b").filter(has_not_text="Step")).to_have_count(0)
        every = results.count()
        page.locator("[name=department]").select_option("billing")
        results.nth(every - 1).wait_for(state="detached")
        assert results.count() > 0
        page.reload()
        results.first.wait_for()
        assert results.count() < every, "what was chosen stands in the address"
        page.locator("#search-find").fill("xyzzyxyzzy")
        page.locator("[data-told]", has_text="xyzzy").wait_for()


def test_first_results_stand_before_the_second_part_is_asked_for(visit: Visitor, languages: Path) -> None:
    with serving(languages) as address, visit(base=address) as seen:
        page = seen.go("departments/index.html")
        page.evaluate("""() => (window.asked = []) && new MutationObserver(() => {
            const shown = document.querySelectorAll(".search-panel [role=option]").length;
            asked.push([shown, document.querySelectorAll("script[src*='part-']:not([src*='part-1.'])").length]);
        }).observe(document, { childList: true, subtree: true })""")
        page.locator("#find").fill("werk")
        page.get_by_role("option").first.wait_for()
        comes_true(page, "asked.some(([, second]) => second)")
        asked = page.evaluate("asked")
        first = next(shown for shown, second in asked if second)
        assert first > 0
        assert "Werkstatt" in page.get_by_role("option").first.inner_text()


def test_without_script_there_is_everything_from_a_to_z(visit: Visitor) -> None:
    with visit(java_script_enabled=False) as seen:
        page = seen.go("departments/index.html")
        page.locator("#find").fill("anything")
        page.locator("#find").press("Enter")
        page.wait_for_url("**/search.html?q=anything")
        assert page.locator("[data-everything] a", has_text="A dead battery in January").is_visible()
        assert not page.locator("form.search-form").is_visible()

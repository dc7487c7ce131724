"""Every link of the example site leads somewhere, and every page can be reached."""

from itertools import pairwise
from urllib.parse import urlsplit

from tests.support.html import Site


def test_every_link_leads_to_a_file_and_every_fragment_to_an_id(example: Site) -> None:
    broken = []
    for page, document in example.pages.items():
        for link in document.links:
            target = example.target(page, link)
            if target is None:
                continue
            path, fragment = target
            if not (example.folder / path).is_file():
                broken.append(f"{page}: {link} (no file {path})")
            elif fragment and path in example.pages and fragment not in example.pages[path].ids:
                broken.append(f"{page}: {link} (no id {fragment})")
    assert broken == []


def test_links_are_relative_so_that_the_site_works_at_any_address(example: Site) -> None:
    absolute = [
        f"{page}: {link}"
        for page, document in example.pages.items()
        for link in document.links
        if link.startswith("/") or urlsplit(link).scheme == "file"
    ]
    assert absolute == []


def test_nothing_is_loaded_from_elsewhere(example: Site) -> None:
    loading = {"img", "script", "iframe", "source", "video", "audio", "embed", "object", "use", "image"}
    foreign = [
        f"{page}: <{element.tag}> {value}"
        for page, document in example.pages.items()
        for element in document.elements
        for name, value in element.attributes.items()
        if (element.tag in loading or (element.tag == "link" and element.attributes.get("rel") != "canonical"))
        and name in ("src", "href", "srcset", "data", "poster", "xlink:href")
        and (urlsplit(value).scheme or value.startswith("//"))
    ]
    assert foreign == []


def test_styles_load_nothing_from_elsewhere(example: Site) -> None:
    for sheet in example.folder.rglob("*.css"):
        text = sheet.read_text("utf-8")
        assert "@import" not in text
        assert "data:" not in text
        assert "//" not in "".join(part.split(")")[0] for part in text.split("url(")[1:])


def test_ids_stand_once_a_page(example: Site) -> None:
    for page, document in example.pages.items():
        doubles = {name for name in document.ids if document.ids.count(name) > 1}
        assert doubles == set(), page


def test_every_page_is_three_clicks_from_home(example: Site) -> None:
    reached = {"index.html": 0}
    frontier = ["index.html"]
    while frontier:
        page = frontier.pop(0)
        for link in (e.attributes.get("href", "") for e in example.pages[page].elements if e.tag == "a"):
            target = example.target(page, link)
            if target and target[0] in example.pages and target[0] not in reached:
                reached[target[0]] = reached[page] + 1
                frontier.append(target[0])
    far = {page: clicks for page, clicks in reached.items() if clicks > 3}
    assert far == {}
    assert example.pages.keys() - reached.keys() <= {"404.html"}


def test_pages_obey_a_strict_content_security_policy(example: Site) -> None:
    forbidden = []
    for page, document in example.pages.items():
        for element in document.elements:
            inline = element.tag == "style" or (element.tag == "script" and "src" not in element.attributes)
            data = element.attributes.get("type") in ("application/json", "application/ld+json")
            if inline and not data:
                forbidden.append(f"{page}: inline <{element.tag}>")
            for name, value in element.attributes.items():
                scheme = value.strip().partition(":")[0].lower()
                if name == "style" or name.startswith("on") or scheme in ("data", "javascript", "vbscript"):
                    forbidden.append(f"{page}: <{element.tag} {name}={value[:40]!r}>")
    assert forbidden == []


def test_every_page_names_itself(example: Site) -> None:
    for page, document in example.pages.items():
        root = next(e for e in document.elements if e.tag == "html")
        assert root.attributes.get("lang"), page
        titles = [e.text for e in document.elements if e.tag == "title" and e.text]
        assert titles, page
        assert sum(e.tag == "h1" for e in document.elements) == 1, page
        assert sum(e.tag == "main" for e in document.elements) == 1, page
    titles = [next(e.text for e in d.elements if e.tag == "title") for d in example.pages.values()]
    assert len(set(titles)) == len(titles)


def test_headings_do_not_skip_a_level(example: Site) -> None:
    for page, document in example.pages.items():
        levels = [int(e.tag[1]) for e in document.elements if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert jumps == [], page

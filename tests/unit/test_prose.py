"""Markdown to HTML: readable whatever an author writes, and never dangerous."""

import re
import time
from html.parser import HTMLParser
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.text import prose

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox)",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "![a](javascript:alert(1))",
    "[a](x){: onclick=alert(1) }",
    "<svg><script>alert(1)</script></svg>",
    "<a href='java\nscript:alert(1)'>a</a>",
    "<iframe src=//example.org></iframe>",
    "<style>*{display:none}</style>",
    "<p style='position:fixed'>a</p>",
    "<form action=//example.org><input></form>",
    "<base href=//example.org>",
    "<meta http-equiv=refresh content=0>",
    "<object data=x></object><embed src=x>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`<script>`",
    "```\n<script>alert(1)</script>\n```",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "</p></div></main><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "*[a]: <script>\n\na",
    "[a](x \"' onmouseover=alert(1) '\")",
]


ACTIVE = {
    "script", "style", "iframe", "object", "embed", "form", "input", "base", "meta", "svg", "math", "link",
}  # fmt: skip
CODE = {"javascript", "data", "vbscript"}


class _Checker(HTMLParser):
    """Collects what must not be in a page, and checks that tags are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE:
            self.faults.append(tag)
        for name, value in attrs:
            scheme = "".join((value or "").split()).partition(":")[0].lower()
            if name.startswith("on") or name in ("style", "srcdoc", "class") or scheme in CODE:
                self.faults.append(f"{tag} {name}={value}")
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def faults(html: str) -> list[str]:
    checker = _Checker()
    checker.feed(html)
    checker.close()
    return [*checker.faults, *(f"<{tag}> is not closed" for tag in checker.open)]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_dangerous_gets_through(attack: str) -> None:
    assert faults(prose.inline(attack)) == []
    assert faults(prose.block(attack)) == []
    assert faults(prose.inline(f"before {attack} after")) == []
    assert faults(prose.block(f"before\n\n{attack}\n\nafter")) == []


SIGNS = "ab \n\t<>&\"'`*_[](){}!#|-+=:~\\./0123456789éß漢🙂javscriptonlk"
MARKUP = st.text(alphabet=st.sampled_from(SIGNS), max_size=80)


@given(MARKUP)
def test_no_text_breaks_the_page_around_it(text: str) -> None:
    assert faults(prose.inline(text)) == []
    assert faults(prose.block(text)) == []


@given(MARKUP)
def test_inline_text_holds_no_blocks(text: str) -> None:
    blocks = ("p>", "ul", "ol", "li", "h1", "h2", "blockquote", "pre", "table", "div")
    assert not any(f"<{tag}" in prose.inline(text) for tag in blocks)


WORDS = st.text(st.characters(categories=["L", "N", "Zs", "Po"], exclude_characters="\\`*_[]<>&#|"), max_size=60)


@given(WORDS)
def test_a_text_without_markup_is_the_text_itself(text: str) -> None:
    """The quick way for plain texts must say the same as the long one."""
    words = "".join(text.split())
    assert "".join(prose.plain(text).split()) == words
    assert "".join(prose.plain(f"{text} *x*").split()) == f"{words}x"


CODED = st.text(st.sampled_from("`` ab1.-+=~:'é") | st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(CODED | st.sampled_from(["`due:`", "`a_b[c]`", " `*x*`, ", "``", "` a`"]), max_size=6))
def test_a_text_with_code_is_what_the_long_way_makes_of_it(parts: list[str]) -> None:
    text = "".join(parts)
    with patch.object(prose, "_CODED", re.compile("(?!)")):
        long = prose.inline.__wrapped__(text)
    assert prose.inline.__wrapped__(text) == long


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain & simple", "Plain &amp; simple"),
        ("So *very* **late**", "So <em>very</em> <strong>late</strong>"),
        ("1. Not a list", "1. Not a list"),
        ("1. Not a *list*", "1. Not a <em>list</em>"),
        ("~5 *minutes*", "~5 <em>minutes</em>"),
        ("= the *same*", "= the <em>same</em>"),
        ("# Not a heading", "# Not a heading"),
        ("Add `due:`, or `a_b[c]`", "Add <code>due:</code>, or <code>a_b[c]</code>"),
        ("- Not a list", "- Not a list"),
        ("a < b and b > c", "a &lt; b and b &gt; c"),
        ("snake_case_words", "snake_case_words"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("One\n\nTwo", "One<br>Two"),
        ("", ""),
    ],
)
def test_short_texts(text: str, html: str) -> None:
    assert prose.inline(text) == html


def test_links_are_kept_and_leave_no_trace_of_the_opener() -> None:
    assert prose.inline("[a](https://example.org)") == (
        '<a href="https://example.org" rel="noopener noreferrer">a</a>'
    )
    assert 'href="tel:+4930"' in prose.inline("[a](tel:+4930)")
    assert 'href="journeys/a.html"' in prose.inline("[a](journeys/a.html)")


def test_blocks() -> None:
    html = prose.block("# One\n\nText\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")
    assert html.startswith("<h2>One</h2>"), "a page has one heading of level 1, its title"
    assert "<li>a</li>" in html
    assert "<td>1</td>" in html


@pytest.mark.parametrize("hostile", ["[", "![", "[](", "*", "_ *", "> ", "<", "`", "&#", "* \n  ", "|-\n"])
def test_hostile_texts_end(hostile: str) -> None:
    """A text of the largest size that is allowed, made to be slow."""
    start = time.process_time()
    prose.block((hostile * 20_000)[:20_000])
    prose.inline("[" * 10_000 + "]" * 10_000)
    assert time.process_time() - start < 10


def test_links_are_told_as_they_are_published_wherever_they_stand_in_a_text() -> None:
    text = "    [a](b.yml#c), ![d](<e f.png>)\n\n- *[g](msteams:/h)* `[no](code.md)` \\[no](escaped.md) [j](https://k.example)"
    assert prose.links(text) == (
        ("b.yml#c", "b.html#at-c", False),
        ("e f.png", "e f.png", True),
        ("msteams:/h", "msteams:/h", False),
        ("https://k.example", "https://k.example", False),
    )
    assert prose.links("[no link] (here)") == ()

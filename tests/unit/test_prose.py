"""Markdown to HTML: readable whatever an author writes, and never dangerous."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.text import prose
from cjsite.text.safeguards import is_remote

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


NEVER, ALWAYS = re.compile("(?!)"), re.compile("")


def by_the_parser(show: Callable[[str], str], text: str) -> str:
    """Return what the parser itself makes of a text, without any of the short ways."""
    with patch.multiple(
        prose, _WORDS=NEVER, _MARKUP=ALWAYS, is_simple=lambda _: False, is_in_lists=lambda _: False
    ):
        return str(show.__wrapped__(text))  # type: ignore[attr-defined]


PIECES = st.sampled_from(
    ["`due:`", "`a_b[c]`", " `*x*`, ", "``", "` a`", "snake_case", "#1", "\n\n", "\n", "1. ", "- ", "AT&T", "a < b",
     "\"so\"", "it's", "www", "WWW.", "wWw.a.org", "https://a.org", "me@a.org", "[Agent]: ", "5 | 6", "(x)", "~5",
     "\u00a0", "  ", "=", "\u2028", "&amp;", "&copy", "*one*", "**one two**", "_one_", "[a](https://www.a.org/b_c#d)",
     "*", "**", "_", "(", "\"", "!", "[a](", " & ", " > "]
)  # fmt: skip


@pytest.mark.parametrize("show", [prose.inline, prose.block, prose.plain], ids=["inline", "block", "plain"])
@given(parts=st.lists(CODED | PIECES | MARKUP.filter(lambda text: len(text) < 4) | WORDS, max_size=6))
def test_the_short_ways_say_the_same_bytes_as_the_parser(show: Callable[[str], str], parts: list[str]) -> None:
    with patch.object(prose, "inline", prose.inline.__wrapped__):
        text = "".join(parts)
        short = str(show.__wrapped__(text))  # type: ignore[attr-defined]
        assert short == by_the_parser(show, text)


ALMOST_SIMPLE = (
    "https://a.org", "*a* www.b.org", "*a* WwW.b.org", "*a*!", "![a](https://a.org)", "_a_b", "a_b_", "a_b_c *d*",
    "*a **b** c*", "**a *b* c**", "* a *", "**a", "***a***", "*a*b*", "`a``", "``a`", "[*a*](https://a.org)",
    "x * a*", "`a``b`", "`a ` b", "*a *",
    "[a](http://a.org 'b')", "[a](mailto:a@b.org)", "[a](https://a.org/&amp;)", "[a](https://a.org)(b)", "a  \n*b*",
    "*a*\n[b]: c", "*a* &amp; <b>", "*a*\n- b", "- *a*", "*a* | b\n-|-", "*a* \n\nb", "*[a](https://a.org)*",
    "- *a*\n- b\n\nc", "a\n\n- `b`\n- c", "- a\n\n- *b*", "- a\n\n\n- *b*", "*a*\n- b", "- *a*\nb", "- *a*\n* b",
    "- [x] *a*", "- - *a*", "- 1. *a*", "- # *a*", "-  *a*", "- *a*\n\n  b", "- *a*\n  - b", "- *a*\n\n\nb",
    "- ---", "*a*\n\n-\n- b",
)  # fmt: skip


@pytest.mark.parametrize("show", [prose.inline, prose.block], ids=["inline", "block"])
@pytest.mark.parametrize("text", ALMOST_SIMPLE)
def test_almost_simple_markup_is_what_the_parser_says(show: Callable[[str], str], text: str) -> None:
    assert str(show.__wrapped__(text)) == by_the_parser(show, text)  # type: ignore[attr-defined]


def test_the_short_ways_are_taken_where_markup_is_none_or_simple() -> None:
    with patch.object(prose, "_convert", side_effect=AssertionError("the parser was asked")):
        for text in (
            'Waits & "hopes": it\'s #3 in snake_case',
            "One line\nand one\n\nMore",
            "Add `due:`",
            "So *very* (**late**), _she_ said & left",
            "On the [list](https://www.example.org/a_b.html)",
        ):
            prose.inline.__wrapped__(text)
            prose.plain.__wrapped__(text)
        prose.inline.__wrapped__("a [b] c")
        prose.block.__wrapped__("One line\nand one\n\nMore [b]")
        prose.block.__wrapped__("One *line*\nand `one`\n\n**More** of the [list](https://example.org)")
        prose.block.__wrapped__("*Before*\n\n- One `word`\n- Another\n\nBehind")


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


@pytest.mark.parametrize(
    "sign",
    ["[", "![", "[](", "*", "_ *", "> ", "<", "`", "&#", "* \n  ", "|-\n", "> a\n\n", "- > ", "[^a]: x[^a]\n\n"],
)
def test_a_sign_over_and_over_is_a_text_like_any_other(sign: str) -> None:
    assert isinstance(prose.block(sign * 50), str)
    assert isinstance(prose.inline(sign * 50), str)


def test_brackets_in_brackets_are_only_signs_beyond_a_bound() -> None:
    for depth in (prose._NESTED, prose._NESTED + 1):
        brackets = "[" * depth + "a" + "]" * depth
        assert prose.inline(f"{brackets} [b](https://b.example)").startswith(brackets)
    assert "[b](" in prose.inline(f"{brackets} [b](https://b.example)"), "too deep to look for links"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "![A till](https://a.example/t.png)",
            '<a href="https://a.example/t.png" rel="noopener noreferrer">A till</a>',
        ),
        ("![](//a.example/t.png)", '<a href="//a.example/t.png" rel="noopener noreferrer">//a.example/t.png</a>'),
        ("![A](https&#58;//a.example/t.png)", '<a href="https://a.example/t.png" rel="noopener noreferrer">A</a>'),
        (r"![A](\\\\a.example/t.png)", '<a href="\\\\a.example/t.png" rel="noopener noreferrer">A</a>'),
        (
            "[![A](https://a.example/t.png)](https://b.example)",
            '<a href="https://b.example" rel="noopener noreferrer">A (https://a.example/t.png)</a>',
        ),
        ("![A](data:image/png;base64,AA==)", "A"),
        ("![A](img/t.png)", '<img alt="A" src="img/t.png">'),
    ],
)
def test_a_picture_of_another_host_becomes_a_link(text: str, html: str) -> None:
    assert prose.block(text) == f"<p>{html}</p>"
    remote = [link for link in prose.text_links(text) if link.is_picture and is_remote(link.address)]
    assert bool(remote) == ("<img" not in html)


def test_a_picture_in_code_is_none() -> None:
    assert prose.text_links('`![A](https://a.example/t.png)` and `<a data-remote="x">`') == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("![A](<img/größe 1.png>)", 'src="img/gr%C3%B6%C3%9Fe%201.png"'),
        ("![A](img/50%.png)", 'src="img/50%25.png"'),
        ("![A](img/a%20b.png?c#d)", 'src="img/a%20b.png?c#d"'),
        ("[A](größe.md#wait)", 'href="gr%C3%B6%C3%9Fe.html#at-wait"'),
        ("[A](https://example.org/größe)", 'href="https://example.org/größe"'),
    ],
)
def test_names_of_files_are_encoded_in_addresses(text: str, address: str) -> None:
    assert address in prose.block(text)


@pytest.mark.parametrize("reference", ["&#27;", "&#x1b;", "&#0000000000027;", "&#x7F;", "&#141;"])
def test_a_reference_to_a_control_character_is_none(reference: str) -> None:
    assert prose.block(f"a{reference}*b*") == "<p>a\ufffd<em>b</em></p>"
    assert prose.plain(f"a{reference}*b*") == "a\ufffdb"


def test_other_references_are_what_they_were() -> None:
    assert prose.block("&#65;&#128;&#233; `&#27;`") == "<p>A€é <code>&amp;#27;</code></p>"


def test_the_number_of_a_footnote_is_no_part_of_a_number_before_it() -> None:
    assert prose.plain("It costs 5[^a]\n\n[^a]: A day") == "It costs 5[1] 1. A day"


def test_what_is_nested_too_deep_keeps_its_words() -> None:
    for sign in ("> ", "- ", "1. "):
        assert prose.plain(sign * 300 + "one\n\ntwo").endswith("one two")
    with patch("markdown.Markdown.convert", side_effect=RecursionError):
        assert prose.block.__wrapped__("~~One~~ < two") == "<p>~~One~~ &lt; two</p>"
    assert prose.block.__wrapped__("~~One~~ < two") == "<p><del>One</del> &lt; two</p>"


def test_links_are_told_as_they_are_published_wherever_they_stand_in_a_text() -> None:
    text = "    [a](b.yml#c), ![d](<e f.png>)\n\n- *[g](msteams:/h)* `[no](code.md)` \\[no](escaped.md) [j](https://k.example)"
    assert prose.text_links(text) == (
        ("b.yml#c", "b.html#at-c", False),
        ("e f.png", "e%20f.png", True),
        ("msteams:/h", "msteams:/h", False),
        ("https://k.example", "https://k.example", False),
    )
    assert prose.text_links("[no link] (here)") == ()

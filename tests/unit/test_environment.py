"""A theme's templates: their filters and words, and the code that is kept of them for sites of all languages."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock, patch

import jinja2
import pytest

from cjsite.templating.environment import environment
from cjsite.text.wording import Wording, Words

WORDS: Words = {"hi": "Fish & <chips>", "n": {"one": "{n} fish", "other": "{n} fishes"}, "to": "To {name}"}
ENGLISH = Wording("en", WORDS)
GERMAN = Wording("de", {**WORDS, "hi": "Fisch"})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of the test's own: no code of templates is left there by others."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def compiled() -> Iterator[Mock]:
    """What counts how often Jinja compiles a template."""
    with patch.object(jinja2.Environment, "compile", autospec=True, side_effect=jinja2.Environment.compile) as made:
        yield made


def _ours(text: str, wording: Wording = ENGLISH, *, exact: bool = False) -> jinja2.Template:
    filters: dict[str, Callable[..., str]] = {"number": wording.number, "duration": wording.duration}
    return environment(
        lambda name: (text, f"{name}.html", None), filters, {"t": wording}, exact=exact
    ).get_template("page")


def _plain(text: str) -> jinja2.Template:
    plain = jinja2.Environment(autoescape=True)
    plain.globals["t"] = ENGLISH
    plain.filters["number"] = ENGLISH.number
    return plain.from_string(text)


def _kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "{{ t('hi') }}",
        "{{ t( 'hi' ) ~ '!' }}",
        "{{ t('hi')|upper }} {{ t('hi').split(' ')[0] }}",
        "{{ t('n', n=2) }} {{ t('to', name='<b>') }}",
        "{{ t('h' ~ 'i') }}",
        "{% set word = t('hi') %}<p title=\"{{ word }}\">{{ word|safe }}</p>",
        "{% macro say(x) %}<b>{{ x }}</b>{% endmacro %}{{ say(t('hi')) }}",
        "{{ [t('hi'), t('n', n=1)]|join(', ') }}",
        "{{ 1.25|number }} {{ 1.25|number(1) }} {{ 1.25|number(digits=0) }} {{ [1.5, 2]|map('number')|join(' ') }}",
    ],
)
def test_words_and_numbers_stand_where_they_are_asked_for(text: str, exact: bool) -> None:
    assert _ours(text, exact=exact).render() == _plain(text).render()


def test_a_key_without_words_fails_where_it_is_shown() -> None:
    with pytest.raises(KeyError):
        _ours("{{ t('nothing') }}").render()


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("text", ["{{ t('hi') }}", "{{ 1.5|number }}", "{{ 60|duration if true }}"])
def test_code_is_kept_for_all_languages(text: str, exact: bool, folder: Path, compiled: Mock) -> None:
    words = {**WORDS, "hours": "{n} h"}
    english, german = Wording("en", words), Wording("de", {**words, "hi": "Fisch", "hours": "{n} Std."})
    said = [_ours(text, wording, exact=exact).render() for wording in (english, german, english, german)]
    assert said[0] == said[2] != said[1] == said[3]
    assert compiled.call_count == len(_kept(folder)) == 1


def test_another_text_is_other_code(folder: Path) -> None:
    assert [_ours(text).render() for text in ("one", "two", "one")] == ["one", "two", "one"]
    assert len(_kept(folder)) == 1, "what is out of date is replaced"


def test_quick_and_exact_code_are_kept_apart(folder: Path) -> None:
    with pytest.raises(AttributeError):
        _ours("{{ part.a }}").render(part={"a": 1})
    assert _ours("{{ part.a }}", exact=True).render(part={"a": 1}) == "1"
    assert len(_kept(folder)) == 2


@pytest.mark.parametrize("size", [0, 5, 200, -1])
def test_code_that_was_cut_off_is_compiled_anew(size: int, folder: Path, compiled: Mock) -> None:
    assert _ours("{{ 1 + 1 }}").render() == "2"
    (path,) = _kept(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:size])
    assert _ours("{{ 1 + 1 }}").render() == "2"
    assert compiled.call_count == 2
    assert path.read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="Windows has a temporary folder for each user")
def test_nobody_else_can_write_where_code_is_kept(folder: Path) -> None:
    _ours("text").render()
    (path,) = _kept(folder)
    assert path.parent != folder
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name == "nt", reason="Windows has a temporary folder for each user")
def test_a_folder_that_cannot_be_kept_safe_is_done_without(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _ours("text").render()
    (path,) = _kept(folder)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    own = path.parent
    path.unlink()
    own.rmdir()
    own.symlink_to(elsewhere, target_is_directory=True)
    assert _ours("{{ t('hi') }}", GERMAN).render() == "Fisch"
    assert _kept(elsewhere) == [], "whoever laid the link may own what it leads to"


def test_a_temporary_folder_that_is_not_there_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there"))
    assert _ours("{{ t('hi') }}", GERMAN).render() == "Fisch"


def test_indentation_is_for_those_who_read_a_template() -> None:
    text = "<ul>\n  {% for x in xs %}\n    <li>{{ x }}</li>{# #}\n\t<li>-</li>\n  {% endfor %}\n</ul>"
    assert _ours(text).render(xs=["  a\n  b"]) == "<ul>\n<li>  a\n  b</li><li>-</li>\n</ul>"

"""What a map's page says of its routes, and of those who may read it."""

import pytest

from cjsite.model.content import Content
from tests.support.content import content
from tests.support.page import data, document

PEOPLE = "-- personas/jo.yml --\ntitle: Jo *Berg*\n-- personas/bo.yml --\ntitle: Bo Sand\n"


def _map(paths: str, *steps: str, more: str = "") -> Content:
    written = f"title: A\npersonas: [jo, bo]\npaths: {paths}\nstages: [{{title: S, steps: [{', '.join(steps)}]}}]"
    return content(f"-- journeys/a.yml --\n{written}\n{PEOPLE}{more}")


def _facts(site: Content) -> dict[str, list[tuple[str, str]]]:
    return {fact.name: [(str(i.text), str(i.note)) for i in fact.items] for fact in data(site).background.facts}


def test_paths_are_listed_with_their_shares_and_those_who_alone_may_take_them() -> None:
    site = _map("{call: {title: Is *called*, share: 30%, personas: [jo]}, kiosk: {personas: [bo, jo]}}", "T")
    assert _facts(site)["Other routes"] == [("Is called, 30%", "only Jo Berg"), ("kiosk", "")]


def test_the_main_route_is_listed_where_the_author_speaks_of_it() -> None:
    paths = "{call: {share: 30%}, main: Holds the line}"
    assert _facts(_map(paths, "T"))["Routes"] == [("Holds the line, 70%", ""), ("call, 30%", "")]
    assert _facts(_map("[call]", "{title: T, path: main}"))["Routes"] == [("Main route", ""), ("call", "")]


def test_a_step_names_all_its_paths_on_the_map_and_in_its_details() -> None:
    site = _map("{call: Is called, kiosk: {share: 5%}}", "{title: T, path: [kiosk, main, call, kiosk]}")
    (step,) = data(site).stages[0].steps
    assert step.cells.paths == ("kiosk, 5%", "Main route", "Is called")
    shown = [element.text for element in document(site).elements if element.attributes.get("class") == "path-mark"]
    assert shown == ["kiosk, 5%", "Main route", "Is called"]
    assert "Route kiosk, 5% Main route Is called" in document(site).text


@pytest.mark.parametrize(("path", "off"), [("", False), ("main", False), ("[main, call]", False), ("call", True)])
def test_only_what_the_main_route_leaves_out_is_a_branch(path: str, off: bool) -> None:
    (step,) = data(_map("[call]", f"{{title: T, path: {path}}}")).stages[0].steps
    assert ("branch" in step.classes.split()) is off


@pytest.mark.parametrize(("language", "name", "word"), [("en", "For", "everyone"), ("de", "Für", "alle")])
def test_that_everyone_may_read_it_is_said_in_the_language_of_the_site(language: str, name: str, word: str) -> None:
    site = content(f"-- site.yml --\nlanguage: {language}\n-- journeys/a.yml --\ntitle: A\naudience: everyone")
    assert _facts(site)[name] == [(word, "")]

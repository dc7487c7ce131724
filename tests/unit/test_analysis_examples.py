"""The worked examples in the docstrings of analysis/, base/ and reporting/ say what happens."""

import doctest
import importlib
import pkgutil

import pytest

import cjsite.analysis
import cjsite.base
import cjsite.reporting

MODULES = [
    found.name
    for package in (cjsite.analysis, cjsite.base, cjsite.reporting)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    found = [doctest.testmod(importlib.import_module(name)).attempted > 0 for name in MODULES]
    assert sum(found) >= 9

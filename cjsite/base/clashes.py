"""Addresses that two things of a site want at once."""

from collections.abc import Iterable

from cjsite.base.problem import Place, Problem


def clashes(addresses: Iterable[tuple[str, str]]) -> list[Problem]:
    """Return a problem for each address that is wanted more than once, given with who wants it."""
    owners: dict[str, list[str]] = {}
    for url, origin in addresses:
        owners.setdefault(url, []).append(origin)
    return [
        Problem(Place(_source(wanted)), f"{' and '.join(wanted)} want the same address {url}", "rename all but one")
        for url, wanted in owners.items()
        if len(wanted) > 1
    ]


def _source(origins: list[str]) -> str:
    return next((origin for origin in origins if not origin.startswith("the ")), "site.yml")

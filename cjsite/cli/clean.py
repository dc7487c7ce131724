"""`cjsite clean`: what earlier builds have kept goes."""

from pathlib import Path

import click

from cjsite.cli.options import cache_of, cache_option, caches, quiet_option, source_option
from cjsite.cli.outcome import answer, kindly


@click.command()
@source_option
@cache_option
@click.option("--all", "every", is_flag=True, help="Remove what is kept of every site.")
@quiet_option
@kindly
def clean(source: Path, cache: Path | None, every: bool, quiet: bool) -> None:
    """Remove what is kept of earlier builds of this site; the next build makes everything anew.

    The content, the built site and all files that cjsite did not keep there stay as they are.
    """
    from cjsite.base.stores import removed, stores

    folders = stores(caches(cache)) if every else [cache_of(cache, source)]
    size = sum(map(removed, folders))
    if not quiet:
        answer(f"{_written(size)} removed from {caches(cache)}" if size else f"Nothing was kept in {caches(cache)}")


def _written(size: int) -> str:
    """Return a number of bytes as people write it."""
    for unit, name in ((1 << 20, "MB"), (1 << 10, "KB")):
        if size >= unit:
            return f"{size / unit:.1f} {name}"
    return f"{size} bytes"

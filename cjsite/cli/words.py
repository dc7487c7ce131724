"""`cjsite words`: which languages a theme speaks, and what it does not say in one of them."""

from pathlib import Path

import click

from cjsite.cli.options import source_option
from cjsite.cli.outcome import kindly
from cjsite.cli.values import language_tags


@click.command()
@click.argument("language", required=False, shell_complete=language_tags)
@source_option
@kindly
def words(language: str | None, source: Path) -> None:
    """List what the site's theme does not say in a LANGUAGE like fr, as the lines of a file to be translated.

    Without a LANGUAGE, list those that the theme speaks. What is not said in a site's language is shown in English.
    """
    from cjsite.reading.files import decode_settings
    from cjsite.text.languages import language_mend
    from cjsite.theming.languages import overview, to_translate
    from cjsite.theming.site_layers import SiteLayers

    if language and (mend := language_mend(language)):
        raise click.UsageError(f"'{language}' is not a language; {mend}")
    settings = source / "content" / "site.yml"
    own = decode_settings("site.yml", settings.read_bytes() if settings.is_file() else b"")
    layers = SiteLayers(source)(own.settings.theme)
    click.echo(to_translate(layers, language) if language else overview(layers), nl=False)

"""What a shell offers where a command takes a name of the site's or of ours."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from click import Context, Parameter
from click.shell_completion import CompletionItem

from cjsite.base.problem import Refusal
from cjsite.cli.site_folder import site_folder


def step_addresses(context: Context, _parameter: Parameter, typed: str) -> list[CompletionItem]:
    """Return the maps of the site; of the one that was typed, its steps."""
    journey, has_step, _ = typed.partition("#")
    if not has_step:
        return _offered(((f"{path.stem}#", "") for path in _maps(context)), typed)
    from cjsite.preview.editable_map import EditableMap

    with suppress(Refusal, OSError):
        stages = EditableMap(_content(context), journey).journey.stages
        steps = ((f"{journey}#{step.id}", step.title) for stage in stages for step in stage.steps)
        return _offered(steps, typed)
    return []


def schema_names(_context: Context, _parameter: Parameter, typed: str) -> list[CompletionItem]:
    """Return the kinds of files that there is a schema for, and what sites publish as JSON."""
    from cjsite.authoring.schema import PUBLISHED, globs

    return _offered(((name, "") for name in (*globs("content"), *PUBLISHED)), typed)


def language_tags(_context: Context, _parameter: Parameter, typed: str) -> list[CompletionItem]:
    """Return the languages that there are words in."""
    from cjsite.theming.languages import languages
    from cjsite.theming.site_layers import SiteLayers

    return _offered(((tag, "") for tag in languages(SiteLayers(Path())("default"))), typed)


def import_formats(_context: Context, _parameter: Parameter, typed: str) -> list[CompletionItem]:
    """Return the formats that come in."""
    from cjsite.exchange.formats import FORMATS

    return _offered(((own.name, own.title) for own in FORMATS), typed)


def export_formats(_context: Context, _parameter: Parameter, typed: str) -> list[CompletionItem]:
    """Return the formats that go out."""
    from cjsite.exchange.export_formats import EXPORT_NAMES

    return _offered(((name, "") for name in EXPORT_NAMES), typed)


def papers(_context: Context, _parameter: Parameter, typed: str) -> list[CompletionItem]:
    """Return the papers that maps are printed on."""
    from cjsite.poster.papers import PAPERS

    return _offered(((name, "") for name in PAPERS), typed)


def journey_ids(context: Context, _parameter: Parameter, typed: str) -> list[CompletionItem]:
    """Return the maps of the site."""
    return _offered(((path.stem, "") for path in _maps(context)), typed)


def finding_codes(_context: Context, _parameter: Parameter, typed: str) -> list[CompletionItem]:
    """Return the severities and the codes of findings."""
    from cjsite.analysis.rules import CODES
    from cjsite.reporting.fail_on import SEVERITIES

    return _offered(((name, "") for name in (*SEVERITIES, *sorted(CODES))), typed)


def _content(context: Context) -> Path:
    source: Path = context.params.get("source") or site_folder(Path())
    return source / "content"


def _maps(context: Context) -> list[Path]:
    """Return the files of the site's maps."""
    files = (_content(context) / "journeys").glob("*.*")
    return sorted(path for path in files if path.suffix in (".yml", ".yaml", ".md"))


def _offered(names: Iterable[tuple[str, str]], typed: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=about or None) for name, about in names if name.startswith(typed)]

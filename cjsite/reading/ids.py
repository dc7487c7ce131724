"""The ids that a site has, as far as they can be seen: also while half of it is broken."""

from collections.abc import Mapping

from cjsite.model.registry import BUILT_IN_METRICS
from cjsite.model.types import EVERYONE, Kind
from cjsite.reading.file_kinds import FOLDERS
from cjsite.reading.files import decode_settings
from cjsite.reading.lexicon import lexicon
from cjsite.reading.read import decode_files


def ids_of(sources: Mapping[str, bytes]) -> Mapping[Kind, Mapping[str, str]]:
    """Return the titles of what there is by kind and id; kinds that cannot be seen whole are left out.

    Where there are no sources at all, nothing is known of any kind.
    """
    if not sources:
        return {}
    own = decode_settings("site.yml", sources.get("site.yml", b""))
    settings = own.settings
    titles: dict[Kind, dict[str, str]] = {kind: {} for kind in FOLDERS.values()}
    titles["metric"] = {metric.id: metric.title for metric in BUILT_IN_METRICS}
    titles["audience"] = {name: audience.title for name, audience in settings.audiences.items()} | {EVERYONE: ""}
    hidden: set[Kind] = {"audience"} if own.problems else set()
    words = lexicon((settings.language,), settings.emotion_scale, settings.emotion_words)
    for path, decoded in decode_files(sources, words).items():
        if decoded:
            for entry in decoded.entries:
                titles[entry.kind][entry.id] = entry.value.title
            # A faulty thing has an id all the same; a faulty list may have more than can be seen.
            for kind, name in decoded.blind:
                titles[kind].setdefault(name, "")
            if decoded.problems and "/" not in path:
                hidden.add(FOLDERS[path.partition(".")[0]])
    return {kind: dict(sorted(named.items())) for kind, named in titles.items() if kind not in hidden}

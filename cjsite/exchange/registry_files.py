"""Registries that get more entries: at the end of the file that is there, or in files of their own."""

from collections.abc import Mapping, Sequence

from cjsite.base.frozen import frozen
from cjsite.exchange.site_content import FOLDER_OF, SiteContent
from cjsite.exchange.yaml_text import yaml_text
from cjsite.exchange.yaml_writer import SCHEMA, fields, registry_yaml
from cjsite.model.types import Identified, Kind
from cjsite.reading.read import decode_file


@frozen
class RegistryFiles:
    """Files by path: new ones, and those that become longer, with their bytes before and after."""

    new: Mapping[str, bytes]
    longer: Mapping[str, tuple[bytes, bytes]]


def registry_files(site: SiteContent, added: Mapping[Kind, Sequence[Identified]]) -> RegistryFiles:
    """Return the files that hold what is added to a site's registries; what is there stays byte for byte."""
    new: dict[str, bytes] = {}
    longer: dict[str, tuple[bytes, bytes]] = {}
    for kind, entries in added.items():
        name = FOLDER_OF[kind]
        path = next((f"{name}.{end}" for end in ("yml", "yaml") if site.has(f"{name}.{end}")), "")
        before = site.files.get(path, b"")
        after = _longer(before, registry_yaml(entries)) if path else b""
        if path and _is_only_longer(site, path, after, entries):
            longer[path] = before, after
        elif path or any(other.startswith(f"{name}/") for other in site.files):
            new.update((f"{name}/{entry.id}.yml", _alone(entry)) for entry in entries)
        else:
            head = SCHEMA.format(above="../", name=name)
            new[f"{name}.yml"] = f"{head}\n{registry_yaml(entries)}".encode()
    return RegistryFiles(new, longer)


def _alone(entry: Identified) -> bytes:
    return yaml_text(fields(entry) or {"title": entry.title}).encode()


def _longer(before: bytes, addition: str) -> bytes:
    line_end = b"\r\n" if b"\r\n" in before else b"\n"
    begin = b"" if not before or before.endswith(b"\n") else line_end
    return before + begin + addition.encode().replace(b"\n", line_end)


def _is_only_longer(site: SiteContent, path: str, after: bytes, entries: Sequence[Identified]) -> bool:
    """Tell whether a file means all that it meant, and the entries besides: not each can be gone on with."""
    before = decode_file(path, site.files[path], site.words)
    read = decode_file(path, after, site.words)
    if before is None or read is None or read.problems:
        return False
    values = [entry.value for entry in read.entries]
    more = values[len(before.entries) :]
    is_kept = values[: len(before.entries)] == [entry.value for entry in before.entries]
    return is_kept and [(own.id, fields(own)) for own in more] == [(own.id, fields(own)) for own in entries]

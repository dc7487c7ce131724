"""Write the generated parts of docs/ anew: `python -m docs.generate.__main__`, in the project's folder."""

from collections.abc import Mapping
from pathlib import Path

from cjsite.authoring.reference import Part, tables
from docs.generate.article_reference import feeling_parts, field_parts, message_parts
from docs.generate.markers import renewed
from docs.generate.rule_reference import rule_parts
from docs.generate.template_reference import template_parts


def parts() -> Mapping[str, Mapping[str, Part]]:
    """Return what makes the generated parts of each document, by the document's path."""
    return {
        "docs/format.md": tables(),
        "docs/reference.md": field_parts(),
        "docs/messages.md": message_parts(),
        "docs/feelings.md": feeling_parts(),
        "docs/rules.md": rule_parts(),
        "docs/templates.md": template_parts(),
    }


def documents(root: Path) -> Mapping[Path, str]:
    """Return every document with generated parts as it should be. Raises ValueError for a wrong marker."""
    return {root / path: renewed((root / path).read_text("utf-8"), own) for path, own in parts().items()}


def main() -> None:
    """Write every document whose generated parts are stale."""
    for path, text in documents(Path()).items():
        if path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")
            print(f"wrote {path}")


if __name__ == "__main__":
    main()

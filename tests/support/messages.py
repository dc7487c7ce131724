"""The texts in the code that authors may read of their files, as patterns of what is said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import cjsite

_ROOMS = ("reading", "model")
_UNFORESEEN = "yaml_faults.py"
"""Where it is told what the parser of YAML says of slips that nobody foresaw: there is no case of these."""
_NAMES = "svg_names.py"
"""Where the names of another standard are listed, many words to a text."""
_PACKAGE = Path(cjsite.__file__).parent
_BLANK = re.compile(r"\\\{\w+\\\}")


def patterns() -> Iterator[tuple[str, str]]:
    """Yield the place of each sentence in the code of the reader, and the pattern of what it says."""
    for room in _ROOMS:
        for path in sorted(
            path for path in (_PACKAGE / room).glob("*.py") if path.name not in (_UNFORESEEN, _NAMES)
        ):
            tree = ast.parse(path.read_text("utf-8"))
            hidden = _no_messages(tree)
            for node in ast.walk(tree):
                pattern = _pattern(node) if id(node) not in hidden else ""
                if _is_sentence(pattern):
                    yield f"{room}/{path.name}:{getattr(node, 'lineno', 0)}", pattern


def _is_sentence(pattern: str) -> bool:
    """Tell whether a pattern is of several words; what begins with a capital is told elsewhere than in messages."""
    return len(re.findall(r"(?:^|\\ )[^\s\\]*[a-z]{2,}", pattern)) > 2 and not pattern[0].isupper()


def _no_messages(tree: ast.AST) -> set[int]:
    """Return the texts that say nothing of a fault: docstrings, descriptions, patterns, parts of other texts."""
    hidden: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr | ast.Compare):
            hidden |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.keyword) and node.arg in ("description", "pattern", "schema"):
            hidden |= {id(inner) for inner in ast.walk(node.value)}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            hidden |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.JoinedStr):
            hidden |= {id(inner) for inner in ast.walk(node) if inner is not node}
    return hidden


def _pattern(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _BLANK.sub(".*?", re.escape(node.value).replace(r"\{\{", r"\{").replace(r"\}\}", r"\}"))
    if isinstance(node, ast.JoinedStr):
        return "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*?" for part in node.values
        )
    return ""

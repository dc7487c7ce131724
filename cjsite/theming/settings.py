"""The YAML files of a theme: its settings and its words."""

from cjsite.base.problem import Broken
from cjsite.reading.markdown import yaml_tree
from cjsite.reading.source import Source
from cjsite.reading.tree import Fields


def yaml_fields(data: bytes, path: str) -> Fields:
    """Return the fields of a file of a theme. Raises Broken for one that cannot be read, or has none."""
    source = Source(path, data)
    tree = yaml_tree(source)
    if tree is not None and not isinstance(tree, Fields):
        source.problem((1, 1), "this file holds no fields", "write lines like `name: value`")
    if source.problems:
        raise Broken(source.problems)
    return tree or Fields()

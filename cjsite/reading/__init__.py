"""Bytes to content: the only floor that knows YAML, Markdown files and how authors err."""

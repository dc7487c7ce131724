"""Markdown as GitHub reads it: Python-Markdown, with processors of its own in the places where it differs."""

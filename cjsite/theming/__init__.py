"""Folders of a theme to one value, and whether its colours can be told apart."""

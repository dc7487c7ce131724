"""A finished site into a folder."""

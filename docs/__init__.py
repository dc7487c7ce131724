"""The documents of the project, and what writes parts of them."""

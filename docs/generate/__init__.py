"""Writes the parts of the documents that the code knows: fields, rules, what templates may read."""

"""stub"""
CODES = frozenset[str]()

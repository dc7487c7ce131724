"""A static-site generator for customer journey maps."""

__version__ = "0.1.0"

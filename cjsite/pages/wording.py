"""Moved: import from cjsite.wording."""

from cjsite.wording import Wording, Words

__all__ = ["Wording", "Words"]

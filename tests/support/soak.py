"""How long a long run is, and where its chance begins: SEED and ROUNDS of `make soak`, read here alone."""

import os
from dataclasses import dataclass

from hypothesis import settings

SEED = int(os.environ.get("SEED", "0"))
ROUNDS = int(os.environ.get("ROUNDS", "1000"))
PARTS = 4
"""Into how many tests a long run is cut, so that several processes share it."""


@dataclass(frozen=True)
class Part:
    """One of the PARTS of a long run; no two parts of any two seeds begin alike."""

    number: int

    @property
    def seed(self) -> int:
        """Return the seed of this part."""
        return SEED * PARTS + self.number

    @property
    def rounds(self) -> int:
        """Return its share of the rounds, at least one."""
        return max(1, (ROUNDS + self.number) // PARTS)


def share(part: float) -> settings:
    """Return settings for a test whose examples take long: this part of as many as other tests get."""
    return settings(max_examples=max(1, round(settings().max_examples * part)))

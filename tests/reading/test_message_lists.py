"""The lists of problems hold what the code can say, as the reference for authors shows them."""

import re

from cjsite.authoring.message_articles import message_articles
from tests.support.messages import patterns

FEWEST = 0.9
"""Of the sentences in the code; some are written together by functions, and are not seen as one here."""


def test_nearly_every_message_is_in_a_list() -> None:
    said = "\n".join(line for own in message_articles() for specimen in own.specimens for line in specimen.said)
    sentences = list(patterns())
    missing = [f"{place}: {pattern}" for place, pattern in sentences if not re.search(pattern, said)]
    assert len(sentences) > 100
    assert len(missing) <= (1 - FEWEST) * len(sentences), "\n".join(
        ["add cases to tests/reading/problems", *missing]
    )

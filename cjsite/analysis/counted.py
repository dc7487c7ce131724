"""Which maps figures count: one answer for every page, so that their numbers agree."""

from cjsite.model.journey import Journey


def is_counted(journey: Journey) -> bool:
    """Tell whether figures over many maps count a journey: as it is now, not archived.

    A future is nobody's experience yet, and an archived map is nobody's any more. Both are listed as what they are.
    """
    return journey.state == "as-is" and journey.status != "archived"

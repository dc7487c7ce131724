"""How well a map is supported: who told us what is said at each touchpoint."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from cjsite.base.frozen import frozen
from cjsite.model.emotion import Confidence, Sample
from cjsite.model.registry import UNNAMED, Evidence, EvidenceSource
from cjsite.model.touchpoint import TouchpointFields

Standing = Literal["strong", "some", "staff", "none"]
_FROM_CUSTOMERS = ("customer", "analytics", "third-party")


@frozen
class Support:
    """How many touchpoints rest on what: counts that add up to `total`."""

    heard: int
    staff: int
    none: int

    @property
    def total(self) -> int:
        return self.heard + self.staff + self.none


def standing(touchpoint: TouchpointFields, registry: Mapping[str, Evidence]) -> Standing:
    """Return how a touchpoint is supported.

    strong: two or more sources that are not employees; some: one; staff: employees only; none: no source.
    Employees are valid sources for delivery, but biased about what customers feel.
    """
    sources = list(_sources(touchpoint.evidence, registry))
    outside = [source for source in sources if source in _FROM_CUSTOMERS]
    if outside:
        return "strong" if len(outside) > 1 else "some"
    return "staff" if "employee" in sources else "none"


def is_staffs(names: Iterable[str], registry: Mapping[str, Evidence]) -> bool:
    """Tell whether sources are named and employees are all of them."""
    sources = list(_sources(names, registry))
    return bool(sources) and all(source == "employee" for source in sources)


def _sources(names: Iterable[str], registry: Mapping[str, Evidence]) -> Iterator[EvidenceSource | None]:
    for name in names:
        if name in registry:
            yield registry[name].source
        elif name in UNNAMED:
            yield UNNAMED[name]


def is_firm(stated: Confidence | None, touchpoint_standing: Standing) -> bool:
    """Tell whether a feeling is drawn as known: said by customers, not assumed, inferred or staff's view."""
    if touchpoint_standing == "staff":
        return False
    if stated is not None:
        return stated in ("observed", "reported")
    return touchpoint_standing in ("strong", "some")


def confidence(sample: Sample | None, touchpoint: TouchpointFields) -> Confidence | None:
    """Return the stated confidence that counts: the sample's own before its touchpoint's."""
    return (sample.confidence if sample else None) or touchpoint.confidence


def support(standings: Iterable[Standing]) -> Support:
    """Count the touchpoints heard of from customers, from staff only, and from nobody."""
    every = list(standings)
    return Support(
        heard=every.count("strong") + every.count("some"), staff=every.count("staff"), none=every.count("none")
    )

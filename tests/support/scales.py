"""Maps of the same feelings on several scales, written out: as they are, and as they should be."""

from decimal import Decimal

from cjsite.model.emotion import Scale

SITE = """
-- content/site.yml --
title: Rides
{scale}emotion_words: {{wistful: {wistful}}}
-- content/departments.yml --
desk: {{title: Desk, interest: {{views: [needs, tipping-points, summary]}}}}
-- content/channels.yml --
phone: Phone
shop: Shop
-- content/personas.yml --
ann: Ann
bob: Bob
"""
MAP = """
-- content/journeys/{id}.yml --
title: {title}
personas: [ann, bob]
{more}stages:
  - title: Before
    phase: before
    steps:
      - {{title: Calls, emotion: {0}, channel: phone, department: desk, functional: {1}, expectation: An answer}}
      - title: Waits
        channel: phone
        department: desk
        device: Telephone
        expectation: A seat
        emotion: [{{value: {2}, trigger: A queue}}, {{value: {3}, spread: [{2}, {4}], words: Bored}}]
  - title: During
    phase: during
    steps:
      - {{title: Asks, emotion: wistful, channel: shop, department: desk}}
      - title: Chooses
        emotion: {5}
        touchpoints:
          - {{title: Looks, channel: shop, department: desk}}
          - {{title: Feels, channel: shop, department: desk}}
      - {{title: Doubts, channel: shop, department: desk, emotions: {{ann: {6}, bob: {7}}}}}
  - title: After
    phase: after
    steps:
      - title: Decides
        channel: shop
        department: desk
        functional: {8}
        emotion: {{value: {9}, response: accept, because: It was cheap}}
        moment_of_truth: {{asks: Again?, bails_out: Leaves}}
"""
SCORES = ("1", "-0.4", "-1.5", "-0.7", "0.2", "0.5", "1.3", "-0.3", "1.8", "-1.1")
LATER = ("1.5", "0.6", "-0.9", "0.1", "0.7", "1", "1.7", "0.4", "1.8", "0.9")
DEFAULT, FIVE, TEN = Scale(), Scale(min=1, max=5), Scale(min=-5, max=5)


def written(score: str, scale: Scale) -> str:
    """Return a score on −2 to +2 as an author of another scale would write it."""
    low, high = Decimal(str(scale.min)), Decimal(str(scale.max))
    return f"{(Decimal(score) + 2) / 4 * (high - low) + low:f}"


def declared(scale: Scale) -> str:
    """Return the line that says what scale a site or a map has."""
    return f"emotion_scale: {{min: {scale.min:g}, max: {scale.max:g}}}\n"


def site(scale: Scale, *maps: str) -> str:
    """Return the files of a site with some maps."""
    return SITE.format(scale=declared(scale), wistful=written("0.3", scale)) + "".join(maps)


def map_on(scale: Scale, id_: str, scores: tuple[str, ...] = SCORES, more: str = "", of_site: bool = False) -> str:
    """Return the file of a map on a scale, its own unless it is the site's."""
    fields = more if of_site else declared(scale) + more
    return MAP.format(*(written(s, scale) for s in scores), id=id_, title=id_.capitalize(), more=fields)

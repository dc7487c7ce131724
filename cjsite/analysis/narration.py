"""Who acts at a touchpoint, as its words tell: the customer, or we, who come to the customer."""

import re
from collections.abc import Mapping

from cjsite.analysis.columns import Column
from cjsite.model.registry import Channel

_CALLED = re.compile(
    # English: somebody of ours calls.
    r"(?:is|are|gets?)\s+(?:rung|called|phoned|telephoned)\b|picks up\b|gets a call\b|receives a call\b"
    r"|call-?backs?\b|\w+['’]s call\b|we (?:ring|call|phone)\b"
    # German.
    r"|(?:wird|werden)\b.*\b(?:an|zurück)gerufen\b|(?:nimmt|hebt|nehmen|heben)\b.*\bab\b|rückruf\b"
    r"|(?:bekommt|erhält)\b.*\b(?:an|rück)ruf\b|anruf (?:der|des|vom|von|aus)\b|wir rufen\b",
    re.IGNORECASE,
)
"""How what a customer does, or a title, begins where it is not the customer who calls."""
_CALLS = re.compile(
    r"rings\b|phones\b|calls? (?:back|(?:the )?(?:customer|rider|guest|client|patient)s?|them|her|him)\b"
    r"|telefoniert\b|ruft\b.*\b(?:an|zurück)\b",
    re.IGNORECASE,
)
"""How what a department does begins where it calls the customer."""


def is_called(column: Column, channels: Mapping[str, Channel]) -> bool:
    """Tell whether the customer is called there and calls nobody: in a channel between people, by what it says."""
    channel = channels.get(column.touchpoint.channel)
    if channel is None or channel.kind != "human":
        return False
    texts = (column.title, *column.step.actions)
    done = (work.does for work in (*column.touchpoint.frontstage, *column.touchpoint.backstage))
    return any(map(_CALLED.match, texts)) or any(map(_CALLS.match, done))


_OURS = re.compile(
    r"(?:we|our)\b|(?:the |our )?system\b|the (?:department|back office|crm|erp)\b"
    r"|wir\b|unsere?\b|(?:das )?system\b|die abteilung\b|das (?:crm|erp|backoffice)\b",
    re.IGNORECASE,
)
_CUSTOMERS = re.compile(r"(?:i|i['’]m|my|ich|mein|meine)\b", re.IGNORECASE)
_NUMBER = r"(?:\d+\W+)?"
_DEPARTMENTS = re.compile(
    _NUMBER + r"(?:marketing|sales|customer (?:service|care|support|success)|call cent(?:re|er)|back office"
    r"|fulfill?ment|(?:the )?\w+ department"
    r"|vertrieb|kundenservice|kundendienst|kundenbetreuung|buchhaltung|abteilung|\w+abteilung|innendienst"
    r"|au(?:ß|ss)endienst|backoffice|callcenter)\b",
    re.IGNORECASE,
)
"""How a stage's title begins that is an organisation's and not the customer's."""
_ALONE = re.compile(
    _NUMBER + r"(?:(?i:finance|accounting|billing|legal|procurement|logistics|operations|human resources|logistik)"
    r"|HR|IT|CRM)"
)
"""What is a department where it is all that the title says, and may be the customer's way with more."""


def is_told_by_us(text: str) -> bool:
    """Tell whether a step's title or action begins with us, or with a system of ours, in English or German."""
    return _OURS.match(text) is not None


def is_told_by_customer(text: str) -> bool:
    """Tell whether a title or an action begins with a customer who says "I"."""
    return _CUSTOMERS.match(text) is not None


def names_department(title: str) -> bool:
    """Tell whether a stage's title begins with what departments are called, or is that, in English or German."""
    return bool(_DEPARTMENTS.match(title) or _ALONE.fullmatch(title.strip()))

"""What the weighing table judges and decides. Bron: Wgs art. 2.23 lid 2 tot 4."""

from enum import StrEnum

from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law.vocabulary import CRITERION_LABELS
from wegwijzer.law.weighing import WeighingFacts, may_accept_signal, may_reject_signal
from wegwijzer.signals.rules.states import Event


class Decision(StrEnum):
    """What the weighing table can decide. Bron: Wgs art. 2.23 lid 3 en 4."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REFERRED = "referred"
    MERGED = "merged"


DECISION_LABELS = {
    Decision.ACCEPTED: _("Aanvaarden"),
    Decision.REJECTED: _("Afwijzen"),
    Decision.REFERRED: _("Verwijzen naar een ander"),
    Decision.MERGED: _("Samenvoegen met een ander signaal"),
}
DECISION_EVENTS = {
    Decision.ACCEPTED: Event.ACCEPT,
    Decision.REJECTED: Event.REJECT,
    Decision.REFERRED: Event.REFER,
    Decision.MERGED: Event.MERGE,
}


class RejectionReason(StrEnum):
    """Why a signal is not taken up. Bron: dossier § 5.2."""

    OUTSIDE_PURPOSE = "outside_purpose"
    TOO_LITTLE_INFORMATION = "too_little_information"
    TOO_OLD = "too_old"
    SINGLE_PARTNER_MATTER = "single_partner_matter"
    ALREADY_HANDLED = "already_handled"
    CAPACITY = "capacity"
    DOUBLE = "double"


REJECTION_LABELS = {
    RejectionReason.OUTSIDE_PURPOSE: _("Past niet bij het doel"),
    RejectionReason.TOO_LITTLE_INFORMATION: _("Te weinig informatie"),
    RejectionReason.TOO_OLD: _("Te oud"),
    RejectionReason.SINGLE_PARTNER_MATTER: _("Eén deelnemer kan dit alleen"),
    RejectionReason.ALREADY_HANDLED: _("Al in behandeling"),
    RejectionReason.CAPACITY: _("Geen capaciteit"),
    RejectionReason.DOUBLE: _("Dubbel"),
}


class Weight(StrEnum):
    """How heavy one participant finds one criterion: a judgement, never added up (L04)."""

    LIGHT = "light"
    NORMAL = "normal"
    HEAVY = "heavy"


WEIGHT_LABELS = {
    Weight.LIGHT: _("Licht"),
    Weight.NORMAL: _("Gewoon"),
    Weight.HEAVY: _("Zwaar"),
}


CRITERIA = {one.value: label for one, label in CRITERION_LABELS.items()}


def decision_verdict(decision: Decision, facts: WeighingFacts) -> Verdict:
    """Judge whether the table may decide so. Bron: Wgs art. 2.23 lid 2, 3 en 4."""
    if decision is Decision.ACCEPTED:
        return may_accept_signal(facts)
    return may_reject_signal(facts)

"""The adviser: questions that anyone may ask beforehand, answered by the functions that will judge.

A question lists the facts it needs, so that a page can ask for them; no personal data is asked. The
answer is the verdict of the very function that the gate calls.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from wegwijzer.kernel.errors import Invalid
from wegwijzer.kernel.text import gettext_noop as _
from wegwijzer.kernel.verdict import Verdict
from wegwijzer.law import provision, purpose, requests, tiers, weighing
from wegwijzer.law.purpose import PurposeFacts
from wegwijzer.law.vocabulary import (
    ACTIVITY_LABELS,
    ANSWER_LABELS,
    CATEGORY_LABELS,
    PHASE_LABELS,
    RELATION_LABELS,
    Activity,
    Category,
    Criterion,
    ParticipantKind,
    Phase,
    Relation,
    RequestAnswer,
    SpecialCategory,
)

S = TypeVar("S", bound=StrEnum)
# Stands for a text of which only it matters that somebody wrote it.
WRITTEN, UNWRITTEN = "beschreven en toegelicht", ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to ask: yes or no when ``choices`` is empty, else one of them."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a user, the facts it turns on, and who answers it."""

    slug: str
    title: str
    explanation: str
    facts: tuple[Fact, ...]
    answer: Callable[[Mapping[str, str]], Verdict]


def _choices(labels: Mapping[S, str]) -> tuple[tuple[str, str], ...]:
    return tuple((key.value, label) for key, label in labels.items())


ACTIVITY = Fact("activity", _("Waarvoor werkt u samen?"), _choices(ACTIVITY_LABELS))
PHASE = Fact("phase", _("Hoe ver is het dossier?"), _choices(PHASE_LABELS))
CATEGORY = Fact("category", _("Wat voor gegeven is het?"), _choices(CATEGORY_LABELS))
RELATION = Fact("relation", _("Over wie gaat het?"), _choices(RELATION_LABELS))
RECIPIENT = Fact("recipient", _("Aan wie?"), _choices(provision.RECIPIENT_LABELS))


def _yes(facts: Mapping[str, str], name: str) -> bool:
    return facts.get(name) == "yes"


def _text(facts: Mapping[str, str], name: str) -> str:
    return WRITTEN if _yes(facts, name) else UNWRITTEN


def _report(facts: Mapping[str, str]) -> Verdict:
    return purpose.may_report_signal(
        PurposeFacts(_text(facts, "purpose"), _text(facts, "organised_crime")),
        is_participant=_yes(facts, "participant"),
    )


def _accept(facts: Mapping[str, str]) -> Verdict:
    judged = _yes(facts, "criteria")
    return weighing.may_accept_signal(
        weighing.WeighingFacts(
            PurposeFacts(WRITTEN, WRITTEN, _yes(facts, "judged"), _yes(facts, "judged"), True),
            dict.fromkeys(Criterion, WRITTEN) if judged else {},
            frozenset(range(2 if _yes(facts, "together") else 1)),
            _text(facts, "reason"),
            necessary=_yes(facts, "necessary"),
        )
    )


def _hold(facts: Mapping[str, str]) -> Verdict:
    special = SpecialCategory.OTHER if _yes(facts, "other_special") else SpecialCategory.NONE
    item = tiers.HeldItem(
        Category(facts["category"]),
        Relation(facts["relation"]),
        _text(facts, "circle_link"),
        special,
        _text(facts, "necessity"),
    )
    return tiers.may_hold_item(
        item, activity=Activity(facts["activity"]), phase=Phase(facts["phase"])
    )


def _request(facts: Mapping[str, str]) -> Verdict:
    return requests.may_request_data(
        requests.RequestFacts(
            Activity(facts["activity"]),
            Phase(facts["phase"]),
            _text(facts, "purpose"),
            "asked",
            frozenset({"asked"}) if _yes(facts, "involved") else frozenset(),
            frozenset({Category(facts["category"])}),
            _text(facts, "necessity"),
        )
    )


def _answer(facts: Mapping[str, str]) -> Verdict:
    return requests.may_answer_request(
        RequestAnswer(facts["answer"]),
        is_asked_participant=_yes(facts, "asked"),
        weighty_reasons=_text(facts, "weighty"),
        delivered=_yes(facts, "delivered"),
    )


def _provide(facts: Mapping[str, str]) -> Verdict:
    others = frozenset({"supplier"})
    package = provision.Package(
        suppliers=others,
        sensitive_suppliers=others if _yes(facts, "sensitive") else frozenset(),
        supplier_kinds=frozenset({ParticipantKind.TAX_ADMINISTRATION})
        if _yes(facts, "tax")
        else frozenset(),
        consents=others if _yes(facts, "consent") else frozenset(),
        objections=others if _yes(facts, "objection") else frozenset(),
        necessary=_yes(facts, "necessary"),
        compatible=_yes(facts, "compatible"),
        legal_basis=_text(facts, "legal_basis"),
        legality_tested=_yes(facts, "tested"),
    )
    return provision.may_provide(package, provision.Recipient(facts["recipient"]))


def _check_hit(facts: Mapping[str, str]) -> Verdict:
    return provision.may_check_hit(
        necessary=_yes(facts, "necessary"),
        case_known=_yes(facts, "case"),
        only_identifying=_yes(facts, "only_identifying"),
    )


QUESTIONS: dict[str, Question] = {
    question.slug: question
    for question in (
        Question(
            "signaal-melden",
            _("Mag ik dit signaal melden?"),
            _("U ziet iets en vraagt zich af of het bij het RIEC hoort."),
            (
                Fact("participant", _("U treedt op voor een deelnemer van het RIEC")),
                Fact("purpose", _("U kunt zeggen voor welke handhaving het van belang is")),
                Fact("organised_crime", _("U kunt zeggen wat op georganiseerde misdaad wijst")),
            ),
            _report,
        ),
        Question(
            "signaal-aanvaarden",
            _("Mogen wij dit signaal aanvaarden?"),
            _("U zit aan de weegtafel en wilt weten wat er nog ontbreekt."),
            (
                Fact("judged", _("De deelnemers vinden dat het bij het doel past")),
                Fact("criteria", _("Alle vier de criteria zijn beoordeeld en toegelicht")),
                Fact("together", _("Ten minste twee deelnemers wegen mee")),
                Fact("necessary", _("Geen deelnemer kan dit alleen")),
                Fact("reason", _("De reden staat op papier")),
            ),
            _accept,
        ),
        Question(
            "gegeven-vastleggen",
            _("Mag dit gegeven in het dossier?"),
            _("U wilt iets toevoegen en twijfelt over de laag, de persoon of de soort."),
            (
                ACTIVITY,
                PHASE,
                CATEGORY,
                RELATION,
                Fact("circle_link", _("De band met de betrokkene is genoemd")),
                Fact("other_special", _("Het gaat over gezondheid, geloof, ras en dergelijke")),
                Fact("necessity", _("De noodzaak is beschreven")),
            ),
            _hold,
        ),
        Question(
            "gegevens-vragen",
            _("Mag ik dit aan een deelnemer vragen?"),
            _("U wilt een informatieverzoek doen."),
            (
                ACTIVITY,
                PHASE,
                CATEGORY,
                Fact("involved", _("De deelnemer is bij het dossier betrokken")),
                Fact("purpose", _("Het doel van het dossier stond vooraf vast")),
                Fact("necessity", _("De noodzaak is beschreven")),
            ),
            _request,
        ),
        Question(
            "verzoek-beantwoorden",
            _("Hoe mag ik op een verzoek antwoorden?"),
            _("U kreeg een informatieverzoek en weegt of u verstrekt."),
            (
                Fact("answer", _("Wat wilt u antwoorden?"), _choices(ANSWER_LABELS)),
                Fact("asked", _("Het verzoek is aan uw deelnemer gericht")),
                Fact("delivered", _("U hebt iets geleverd")),
                Fact("weighty", _("U kunt de zwaarwegende redenen beschrijven")),
            ),
            _answer,
        ),
        Question(
            "resultaat-delen",
            _("Mag ik dit resultaat delen?"),
            _("U wilt een analyse, advies of gegeven aan iemand geven."),
            (
                RECIPIENT,
                Fact("necessary", _("De ontvanger heeft het nodig voor zijn taak")),
                Fact("compatible", _("Die taak past bij het doel van het RIEC")),
                Fact("sensitive", _("Er zitten bijzondere of strafrechtelijke gegevens in")),
                Fact("tax", _("Er zitten gegevens van de Belastingdienst in")),
                Fact("consent", _("De leveranciers stemmen in")),
                Fact("objection", _("Een deelnemer maakt bezwaar")),
                Fact("legal_basis", _("U kunt het artikel noemen dat het toestaat")),
                Fact("tested", _("De rechtmatigheidsadviescommissie heeft het getoetst")),
            ),
            _provide,
        ),
        Question(
            "elders-bekend",
            _("Mag ik vragen of iemand elders bekend is?"),
            _("U wilt een ander samenwerkingsverband vragen of het iemand kent."),
            (
                Fact("case", _("De vraag hoort bij één dossier")),
                Fact("necessary", _("U moet dit weten om verder te kunnen")),
                Fact("only_identifying", _("U wisselt alleen identiteit, contact en BSN")),
            ),
            _check_hit,
        ),
    )
}


def advise(slug: str, facts: Mapping[str, str]) -> Verdict:
    """Answer a question on the facts given; a choice that is missing or unknown is refused."""
    question = QUESTIONS[slug]
    for fact in question.facts:
        if fact.choices and facts.get(fact.name) not in dict(fact.choices):
            raise Invalid(_("Kies een van de mogelijkheden."), field=fact.name)
    return question.answer(facts)

"""The pages of the definitions: propose, consult, answer, adopt, work by it, compare."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils.timezone import localdate, now

from tests.academy import made as academy
from tests.casework import made as casework
from tests.commons import made as commons
from tests.exploration import made as exploration
from tests.programme import made as programme
from tests.signals import made as signals
from tests.world import NOW, SYSTEM
from wegwijzer.commons import actions
from wegwijzer.commons.models import TermVersion
from wegwijzer.commons.rules.terms import Proposal
from wegwijzer.programme.actions import assignments
from wegwijzer.programme.actions.progress import report_progress
from wegwijzer.programme.rules.progress import Course, ReportContent

TEXT = "Jongeren die worden geronseld voor georganiseerde criminaliteit."
YOUNG = Proposal(
    name="Jonge aanwas", text=TEXT, source="Werkgroep", reason="Elke regio telt anders"
)


def text(answer) -> str:
    return answer.content.decode()


def loaded(day=None, said=TEXT):
    """Take in a text as adopted on a day."""
    proposal = Proposal(name="Jonge aanwas", text=said, source="Hoofdenoverleg", reason="-")
    actions.load_term(SYSTEM, proposal, on=day or localdate(), now=now())


def test_an_empty_list_says_how_to_begin(page):
    assert "Begin met een woord" in text(page("lies", "terms"))


def test_a_definition_goes_from_proposal_to_all_regions(page):
    soon, today = localdate() + timedelta(days=20), localdate()
    made = page("lies", "term-new", data=vars_of(YOUNG))
    asked = page("lies", "term", "jonge-aanwas", data={"do": "consult", "until": soon})
    waits = text(page("ria", "terms"))
    early = page("ria", "term", "jonge-aanwas", data={"do": "adopt", "source": "B", "on": today})
    no = page("rob", "term", "jonge-aanwas", data={"do": "answer", "position": "disagree"})
    for who in ("ria", "rob"):
        page(who, "term", "jonge-aanwas", data={"do": "answer", "position": "agree"})
    ready = text(page("ria", "term", "jonge-aanwas"))
    page("ria", "term", "jonge-aanwas", data={"do": "adopt", "source": "Punt 4", "on": today})
    page("rob", "term", "jonge-aanwas", data={"do": "use", "from_date": today, "note": "Ja"})
    done = text(page("zoe", "term", "jonge-aanwas"))

    assert (made.status_code, asked.status_code) == (302, 302)
    assert "Uw regio wordt geraadpleegd" in waits
    assert early.status_code == no.status_code == 422
    assert "Nog niet elke regio" in text(early)
    assert "wat er anders moet" in text(no)
    assert "Alle regio&#x27;s antwoordden" in ready or "Alle regio's antwoordden" in ready
    assert TermVersion.objects.get().status == "adopted"
    assert "1 van 2 regio" in done
    assert "Punt 4" in done


def vars_of(proposal):
    return {name: getattr(proposal, name) for name in ("name", "text", "source", "reason")}


def test_a_wish_that_the_role_has_not_is_refused(page):
    actions.propose_term(SYSTEM, YOUNG, now=now())
    wish = {"do": "adopt", "source": "B", "on": localdate()}
    assert page("zoe", "term", "jonge-aanwas", data=wish).status_code == 403


def test_a_mistake_stays_beside_the_field_with_what_was_typed(page):
    answer = page("lies", "term-new", data=vars_of(YOUNG) | {"text": "Te kort"})
    assert answer.status_code == 422
    assert "twintig tekens" in text(answer)
    assert "Te kort" in text(answer)


def test_a_new_version_shows_what_changes(page):
    loaded()
    changed = {"text": TEXT + " Ook online.", "reason": "Ronselen gebeurt online"}
    page("max", "term-propose", "jonge-aanwas", data=changed)
    shown = text(page("zoe", "term", "jonge-aanwas"))
    compared = text(page("zoe", "term-compare", "jonge-aanwas", 1, 2))
    for found in (shown, compared):
        assert "<ins>" in found
        assert "[toegevoegd:" in found
    assert page("zoe", "term-compare", "jonge-aanwas", 1, 9).status_code == 404


def test_a_proposal_is_withdrawn_and_stays_readable(page):
    actions.propose_term(SYSTEM, YOUNG, now=now())
    asked = text(page("lies", "term-withdraw", "jonge-aanwas"))
    page("lies", "term-withdraw", "jonge-aanwas", data={"reason": "Te vroeg"})
    assert "Dit voorstel intrekken?" in asked
    assert "Ingetrokken" in text(page("zoe", "term", "jonge-aanwas"))
    assert page("lies", "term-withdraw", "jonge-aanwas").status_code == 302


def test_anybody_reacts_to_a_proposal(page):
    actions.propose_term(SYSTEM, YOUNG, now=now())
    page("zoe", "term", "jonge-aanwas", data={"do": "comment", "said": "En op zee?"})
    assert "En op zee?" in text(page("alice", "term", "jonge-aanwas"))


def test_words_are_searched(page):
    loaded()
    assert "Jonge aanwas" in text(page("zoe", "terms", query="?q=geronseld"))
    assert "Geen definitie met deze woorden" in text(page("zoe", "terms", query="?q=kernreactor"))
    assert "Er ligt geen voorstel" in text(page("zoe", "terms", query="?show=voorstellen"))


def test_a_consultation_waits_in_the_work_of_the_head(page):
    actions.propose_term(SYSTEM, YOUNG, now=now())
    version = TermVersion.objects.get()
    until = localdate() + timedelta(days=9)
    actions.open_consultation(SYSTEM, version.id, until=until, now=now())
    assert "Definities die op het antwoord van uw regio wachten" in text(page("rob", "home"))
    assert "Definities die op" not in text(page("zoe", "home"))


def test_the_tag_unfolds_the_adopted_text_and_is_plain_without_one(world):
    written = Template('{% term "jonge-aanwas" "Jonge aanwas" %}')
    context = Context({"actor": world.actor("zoe")})
    assert written.render(context) == "Jonge aanwas"
    loaded()
    shown = written.render(Context({"actor": world.actor("zoe")}))
    assert 'role="tooltip"' in shown
    assert TEXT in shown
    assert reverse("term", args=["jonge-aanwas"]) in shown


def test_the_first_use_of_a_word_on_a_page_shows_what_it_means(world, rf):
    loaded()
    written = Template("{% with_terms text %}{% with_terms text %}")
    said = "<b>Jonge aanwas</b> en nog eens jonge aanwas, geen jonge aanwasser"
    about = {"actor": world.actor("zoe"), "text": said, "request": rf.get("/")}
    shown = written.render(Context(about))
    assert shown.count('role="tooltip"') == 1
    assert "&lt;b&gt;" in shown
    assert "geen jonge aanwasser" in shown


def defined(word: str) -> None:
    """Adopt a text for a word that stands in what the tests write."""
    proposal = Proposal(name=word, text=TEXT, source="Hoofdenoverleg", reason="-")
    actions.load_term(SYSTEM, proposal, on=localdate(), now=now())


def in_a_hub(world):
    hub, indicator = programme.hub(world), programme.indicator()
    programme.figures(hub, indicator, y2025=3)
    return "hub", hub


def in_a_comparison(world):
    in_a_hub(world)
    return ("hub-compare",)


def in_a_portfolio(world):
    slug = programme.portfolio()
    head = world.actor("ria").person_id
    return "assignment", programme.assignment(slug, head)


def in_a_result(world):
    slug = programme.portfolio()
    programme.result(slug)
    return "portfolio", slug


def in_an_objective(world):
    return "objective", programme.objective(programme.portfolio(), measure="Aan een telling.")


def in_a_progress_report(world):
    running = programme.assignment(programme.portfolio(), world.people["rob"])
    assignments.agree_assignment(SYSTEM, running, now=NOW)
    assignments.start_assignment(world.actor("rob"), running, now=NOW)
    told = ReportContent(course=Course.ON_COURSE, done="De telling begon.", coming="Meer.")
    report_progress(world.actor("rob"), running, told, now=NOW)
    return "progress", running


def in_the_notes_of_an_exploration(world):
    return "exploration-lineage", exploration.focused(world)[0]


def in_a_list_of_the_library(world):
    commons.added(world)
    return ("library",)


def in_the_library(world):
    return "library-item", commons.added(world)


def in_a_signal(world):
    return "signal", signals.submitted(world)


def in_a_case(world):
    return "case", casework.opened(world)


def in_training(world):
    academy.programme(summary="Leren wat er op straat gebeurt.")
    return "training-programme", academy.SLUG


@pytest.mark.parametrize(
    ("who", "made", "word"),
    [
        ("zoe", in_a_hub, "Haventerrein"),
        ("zoe", in_a_comparison, "Haventerrein"),
        ("ria", in_a_portfolio, "Beeld"),
        ("zoe", in_a_result, "Kades"),
        ("zoe", in_an_objective, "Telling"),
        ("zoe", in_a_progress_report, "Telling"),
        ("zoe", in_the_notes_of_an_exploration, "Bankieren"),
        ("zoe", in_a_list_of_the_library, "Uitbuiting"),
        ("zoe", in_the_library, "Uitbuiting"),
        ("alice", in_a_signal, "Witwassen"),
        ("fons", in_a_case, "Casus"),
        ("zoe", in_training, "Straat"),
    ],
)
def test_every_place_that_uses_a_word_shows_the_adopted_text(page, network, who, made, word):
    address = made(network)
    assert TEXT not in text(page(who, *address))
    defined(word)
    shown = text(page(who, *address))
    assert shown.count(TEXT) == 1 and 'role="tooltip"' in shown


def test_a_figure_says_by_which_version_it_counts(page, network):
    in_a_comparison(network)
    defined("Haventerrein")
    counted = "Telt volgens de definitie van Haventerrein (versie 1)."
    assert counted in text(page("zoe", "hub-compare"))


def test_only_who_proposed_withdraws_with_a_reason_and_the_page_says_who_and_why(page, network):
    actions.propose_term(network.actor("ria"), YOUNG, now=now())
    other = text(page("rob", "term", "jonge-aanwas"))
    refused = [
        page("rob", name, "jonge-aanwas").status_code for name in ("term-withdraw", "term-propose")
    ]
    unsaid = page("ria", "term-withdraw", "jonge-aanwas", data={"reason": " "})
    page("ria", "term-withdraw", "jonge-aanwas", data={"reason": "Te vroeg."})
    shown = text(page("rob", "term", "jonge-aanwas"))

    assert "Intrekken" not in other
    assert "Voorstel wijzigen" not in other
    assert refused == [403, 403]
    assert unsaid.status_code == 422
    assert "Ingetrokken door ria, RIEC Voorbeeld" in shown
    assert "Te vroeg." in shown

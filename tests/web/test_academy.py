"""The pages of training: a place, who was there, a certificate, and the role that asks for one."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from tests.academy import made
from tests.world import SYSTEM
from wegwijzer.academy.actions import training as actions
from wegwijzer.academy.queries import training as queries
from wegwijzer.academy.rules.training import EditionContent
from wegwijzer.web.work import piles_for


@pytest.fixture
def today_given(world, page):
    """Return an edition of which every module is given today."""
    made.programme()
    content = EditionContent(place="Voorbeeldstad", places=1, days=(now().date(),) * 4)
    return actions.plan_edition(SYSTEM, made.SLUG, content, now=now())


def certificate(world, edition, name="tess"):
    """Let somebody follow everything and return the number of their certificate."""
    actions.enrol(world.actor(name), edition, now=now())
    person = world.people[name]
    for session in queries.get_edition(SYSTEM, edition).sessions:
        actions.note_attendance(SYSTEM, session.id, [person], now=now())
    actions.issue_certificate(SYSTEM, edition, person, now=now())
    return queries.list_own(world.actor(name), today=now().date())[1][0].number


def text(answer) -> str:
    return answer.content.decode()


def test_the_empty_pages_say_how_to_fill_them(page):
    assert "Er is nog geen opleiding" in text(page("alice", "training"))
    assert "nergens voor ingeschreven" in text(page("alice", "training-own"))
    assert "Nog geen rol vraagt een opleiding" in text(page("alice", "training-demands"))
    assert "Voeg eerst een opleiding toe" in text(page("lies", "training-demands"))


def typed(modules, funding=(), **told) -> dict[str, str]:
    """Return what the form of a programme sends: a row for each module and each source."""
    data = {"title": "Sporen lezen", "summary": "Geld.", "audience": "Analisten",
            "valid_months": "24", "version": "1"}  # fmt: skip
    for prefix, rows in (("module", modules), ("funding", funding)):
        written = sum("id" in row or "DELETE" in row for row in rows)
        data |= {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": str(written)}
        for number, row in enumerate(rows):
            data |= {f"{prefix}-{number}-{name}": str(value) for name, value in row.items()}
    return data | told


def test_a_training_is_added_and_planned_and_shows_for_whom_it_is(page):
    told = typed([{"title": "Deel 1"}, {"title": "Deel 2", "materials": "Map 4"}, {"title": ""}])
    assert page("trudy", "training-new", data=told | {"title": ""}).status_code == 422
    page("trudy", "training-new", data=told)
    planned = {"place": "Online", "places": "3", "day0": "2099-01-02", "day1": "2099-01-01"}
    wrong = page("trudy", "edition-new", "sporen-lezen", data=planned)
    page("trudy", "edition-new", "sporen-lezen", data=planned | {"day1": "2099-01-09"})

    assert wrong.status_code == 422 and "volgorde van de onderdelen" in text(wrong)
    shown = text(page("zoe", "training-programme", "sporen-lezen"))
    wanted = ("Analisten", "Online", "Deel 2", "Map 4")
    assert [word for word in wanted if word not in shown] == []


def test_a_training_is_changed_row_by_row_and_what_was_typed_is_kept(page):
    slug = made.programme()
    form = page("trudy", "training-change", slug)
    assert "Opleiding wijzigen: Opleiding analist" in text(form)
    modules = [{"id": one.id, "title": one.title, "ORDER": number}
               for number, one in enumerate(queries.get_programme(
                   SYSTEM, slug, today=now().date()).modules, 1)]  # fmt: skip
    modules[0] |= {"ORDER": 9, "title": "Deel een"}
    modules[1] |= {"DELETE": "on"}
    funding = [{"source": "Ministerie", "decision": "B-1", "DELETE": "on"},
               {"source": "Regio's", "decision": "HO 6", "amount": "1500"},
               {"source": "", "decision": "", "amount": ""}]  # fmt: skip
    told = typed(modules, funding, title="Opleiding voor analisten")

    nameless = typed(modules, [{"source": "", "amount": "20"}], title="Getypt en bewaard")
    wrong = page("trudy", "training-change", slug, data=nameless)
    assert wrong.status_code == 422 and "Getypt en bewaard" in text(wrong)
    assert 'href="#id_funding-0-source"' in text(wrong)
    assert text(wrong).count('id="error-summary"') == 1
    assert page("trudy", "training-change", slug, data=told).status_code == 302

    shown = text(page("zoe", "training-programme", slug))
    assert shown.index("Deel 4") < shown.index("Deel een")
    assert "Deel 2" not in shown and "Ministerie" not in shown
    assert "HO 6" in shown and "1.500,00" in shown
    late = page("trudy", "training-change", slug, data=told)
    assert late.status_code == 422 and "intussen gewijzigd" in text(late)


def test_an_edition_is_moved_and_cancelled_and_who_enrolled_reads_why(page, world):
    made.programme()
    days = {f"day{number}": f"2099-01-0{number + 1}" for number in range(4)}
    page("trudy", "edition-new", made.SLUG, data={"place": "Ver", "places": "3", **days})
    (edition,) = queries.get_programme(SYSTEM, made.SLUG, today=now().date()).editions
    page("tess", "edition", edition.id, data={"do": "enrol"})
    moved = {"place": "Dichtbij", "places": "3", **days}
    assert 'value="2099-01-04"' in text(page("trudy", "edition-change", edition.id))
    assert page("trudy", "edition-change", edition.id, data=moved).status_code == 302
    assert "De dagen of de plaats zijn gewijzigd" in text(page("tess", "training-own"))
    assert page("trudy", "edition-cancel", edition.id, data={"reason": ""}).status_code == 422
    page("trudy", "edition-cancel", edition.id, data={"reason": "De opleider is ziek."})

    shown = text(page("tess", "edition", edition.id))
    assert "De opleider is ziek." in shown and 'value="enrol"' not in shown
    (pile,) = (one for one in piles_for(world.actor("tess"), now()) if "opleidingen" in one.title)
    assert [one.status for one in pile.tasks] == ["Deze editie gaat niet door"]


def test_who_waits_sees_where_and_moves_up(page, today_given):
    for who in ("tess", "anna"):
        page(who, "edition", today_given, data={"do": "enrol"})
    waits = text(page("anna", "edition", today_given))
    page("tess", "edition", today_given, data={"do": "cancel"})

    assert "Uw plaats op de wachtlijst: 1" in waits
    assert "U wachtte en hebt nu een plaats" in text(page("anna", "edition", today_given))


def test_a_trainer_cannot_tick_or_certify_themselves(page, today_given, world):
    page("trudy", "edition", today_given, data={"do": "enrol"})
    told = {"do": "certify", "person": str(world.people["trudy"])}

    assert f'value="{world.people["trudy"]}"' not in text(page("trudy", "edition", today_given))
    assert page("trudy", "edition", today_given, data=told).status_code == 403


def test_the_national_centre_demands_and_withdraws_and_others_read(page):
    made.programme()
    told = {"do": "demand", "role": "information_analyst", "programme": made.SLUG,
            "starts_on": (now().date() + timedelta(days=9)).isoformat()}  # fmt: skip
    wrong = page("lies", "training-demands", data=told | {"starts_on": "2020-01-01"})
    assert page("trudy", "training-demands", data=told).status_code == 403
    page("lies", "training-demands", data=told)
    asked, read = text(page("lies", "training-demands")), text(page("trudy", "training-demands"))
    shown = text(page("trudy", "training-programme", made.SLUG))
    page("lies", "training-demands", data=told | {"do": "withdraw"})

    assert wrong.status_code == 422 and "vandaag of een latere dag" in text(wrong)
    assert "Gaat nog in" in asked and 'value="withdraw"' in asked
    assert "Gaat nog in" in read and 'value="withdraw"' not in read
    assert "Informatieanalist" in shown
    assert "Nog geen rol vraagt" in text(page("trudy", "training-demands"))
    again = page("lies", "training-demands", data=told | {"do": "withdraw"})
    assert again.status_code == 404


def test_what_waits_for_trainer_and_participant_is_on_the_first_page(world, page, today_given):
    for name in ("tess", "anna"):
        actions.enrol(world.actor(name), today_given, now=now())

    def waits(name):
        return {str(pile.title): pile.tasks for pile in piles_for(world.actor(name), now())}

    assert len(waits("trudy")["Aanwezigheid om te noteren"]) == 4
    assert [one.status for one in waits("tess")["Uw opleidingen"]] == ["U hebt een plaats"]
    assert [one.status for one in waits("anna")["Uw opleidingen"]] == ["U staat op de wachtlijst"]
    assert "Aanwezigheid om te noteren" not in waits("tess")
    actions.cancel_enrolment(world.actor("tess"), today_given, now=now())
    risen = [one.status for one in waits("anna")["Uw opleidingen"]]
    assert risen == ["U wachtte en hebt nu een plaats"]
    assert "Uw opleidingen" not in waits("tess")


class TestProof:
    def ask(self, client, number):
        return client.get(reverse("proof"), {"nummer": number})

    def test_anybody_sees_that_a_certificate_counts_but_not_whose(self, client, world, today_given):
        number = certificate(world, today_given)
        client.logout()

        for typed in (number, f" {number.lower()} "):
            shown = text(self.ask(client, typed))
            assert "Dit certificaat is geldig" in shown
            assert "Opleiding analist" in shown
            assert "tess" not in shown

    def test_an_expired_one_says_so(self, client, world, page):
        made.programme()
        long_ago = made.after(made.FIRST) - timedelta(days=4000)
        content = EditionContent(place="Ver", places=1, days=(long_ago.date(),) * 4)
        edition = actions.plan_edition(SYSTEM, made.SLUG, content, now=long_ago)
        tess = world.actor("tess")
        actions.enrol(tess, edition, now=long_ago)
        for session in queries.get_edition(SYSTEM, edition).sessions:
            actions.note_attendance(SYSTEM, session.id, [tess.person_id], now=long_ago)
        actions.issue_certificate(SYSTEM, edition, tess.person_id, now=long_ago)
        (held,) = queries.list_own(tess, today=now().date())[1]

        assert "Dit certificaat is verlopen" in text(self.ask(client, held.number))

    def test_an_unknown_one_and_an_empty_one_say_what_to_do(self, client, db):
        assert "kennen wij niet" in text(self.ask(client, "WW-<b>-0"))
        assert "<b>-0" not in text(self.ask(client, "WW-<b>-0"))
        assert self.ask(client, "").status_code == 422

    def test_the_certificate_on_paper_says_where_to_check_it(self, page, world, today_given):
        number = certificate(world, today_given)
        answer = page("tess", "certificate", number)
        assert answer["content-type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")

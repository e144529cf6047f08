"""The pages of an exploration: several people, one board, nothing lost."""

from io import BytesIO

from django.urls import reverse
from docx import Document

from tests.exploration import made
from tests.programme import made as programme
from tests.world import NOW
from wegwijzer.exploration import actions, queries
from wegwijzer.exploration.models import Cluster, Focus, Note, Session
from wegwijzer.exploration.rules.sessions import Stage
from wegwijzer.web.work import Pile, piles_for

SETUP = {
    "title": "Geldstromen",
    "question": "Wat loopt er?",
    "kinds": "Lopend initiatief\nKnelpunt\nWens van de regio",
    "voters": "regions",
    "dots": "5",
    "most_per_cluster": "3",
    "open_to_all": "on",
}


def text(answer) -> str:
    return answer.content.decode()


def test_an_empty_list_says_what_an_exploration_is(page):
    assert "nog geen verkenning" in text(page("zoe", "explorations"))
    assert "Nieuwe verkenning" not in text(page("zoe", "explorations"))
    assert "Nieuwe verkenning" in text(page("ria", "explorations"))


def test_a_chair_sets_it_up_invites_and_opens_it(page, world):
    wrong = page("max", "exploration-new", data=SETUP | {"dots": "2"})
    assert wrong.status_code == 422
    assert "niet meer stippen" in text(wrong)

    page("max", "exploration-new", data=SETUP)
    session = Session.objects.get()
    assert [kind["slug"] for kind in session.kinds] == [
        "initiative", "obstacle", "wens-van-de-regio",
    ]  # fmt: skip
    assert page("zoe", "exploration", session.id).status_code == 404
    page("max", "exploration-edit", session.id, data=SETUP | {"title": "Beter"})
    people = text(
        page("max", "exploration-people", session.id, query=f"?region={world.regions['ON']}")
    )
    assert "alice" in people
    page("max", "exploration-people", session.id,
         data={"person": [str(world.people["ria"])], "do": "chair"})  # fmt: skip
    page("ria", "exploration-stage", session.id, data={"seen": "prepared", "to": "collecting"})

    board = text(page("zoe", "exploration", session.id))
    assert "Beter" in board
    assert "Wens van de regio" in board
    again = page("max", "exploration-stage", session.id,
                 data={"seen": "prepared", "to": "collecting"})  # fmt: skip
    assert "intussen veranderd" in text(page("max", "exploration", again.url.split("/")[2]))


def test_a_note_is_brought_in_with_and_without_scripts(page, world):
    session = made.moved(world, made.opened(world), Stage.COLLECTING)
    data = {"text": "Wij kennen de weg niet", "kind": "obstacle"}

    plain = page("zoe", "exploration", session, data=data)
    assert plain.status_code == 302
    lively = page("alice", "exploration", session, data=data, **{"HX-Request": "true"})
    assert lively.headers["HX-Trigger"] == "board-changed"
    field = text(lively).partition("<textarea")[2].partition("</textarea>")[0]
    assert "autofocus" in field
    assert "Wij kennen de weg niet" not in field
    assert 'hx-swap-oob="innerHTML:#brought-in"' in text(lively)
    assert "Uw notitie hangt op het bord: Wij kennen de weg niet" in text(lively)
    assert "hangt op het bord" in text(lively)
    assert text(page("lies", "exploration", session)).count("Wij kennen de weg niet") == 2

    empty = page("zoe", "exploration", session, data={"text": "", "kind": "obstacle"})
    assert empty.status_code == 422


def test_who_typed_while_the_stage_closed_keeps_the_text(page, world):
    session, _notes = made.arranging(world)
    data = {"text": "Net te laat getypt", "kind": "obstacle"}

    for headers in ({}, {"HX-Request": "true"}):
        answer = page("zoe", "exploration", session, data=data, **headers)
        assert answer.status_code == 409
        assert "Net te laat getypt" in text(answer)
        assert "intussen gestopt" in text(answer)


def test_who_polls_an_unchanged_board_gets_nothing_and_a_changed_one_whole(page, world):
    session = made.moved(world, made.opened(world), Stage.COLLECTING)
    note = made.noted(world, session)
    tag = page("zoe", "exploration-board", session).headers["ETag"]

    same = page("zoe", "exploration-board", session, query=f"?seen={tag.strip(chr(34))}")
    cached = page("zoe", "exploration-board", session, **{"If-None-Match": tag})
    assert (same.status_code, cached.status_code) == (204, 304)
    other = page("alice", "exploration-board", session, query=f"?seen={tag.strip(chr(34))}")
    assert other.status_code == 200
    assert "Wijzigen" in text(other)

    made.step(world, session, Stage.COLLECTING, Stage.CLUSTERING)
    query = f"?seen={tag.strip(chr(34))}&stage=collecting&note={note}"
    changed = page("lies", "exploration-board", session, query=query)
    assert "een fase verder" in text(changed)
    assert "checked" in text(changed)


def test_polling_is_cheap(page, world, client, django_assert_max_num_queries):
    session, _notes = made.arranging(world)
    tag = page("zoe", "exploration-board", session).headers["ETag"].strip('"')
    url = reverse("exploration-board", args=[session])
    with django_assert_max_num_queries(14):
        assert client.get(f"{url}?seen={tag}").status_code == 204
    with django_assert_max_num_queries(30):
        client.get(reverse("exploration", args=[session]))


def test_the_writer_changes_and_withdraws_a_note(page, world):
    session = made.moved(world, made.opened(world), Stage.COLLECTING)
    note = made.noted(world, session)

    page("alice", "exploration-note", session, note,
         data={"text": "Nieuw", "kind": "initiative", "named": "on", "do": "change"})  # fmt: skip
    assert "RIEC Voorbeeld, alice" in text(page("zoe", "exploration", session))
    page("alice", "exploration-note", session, note, data={"do": "withdraw"})
    assert not Note.objects.exists()


def test_notes_are_arranged_by_choosing_and_pressing(page, world):
    session, notes = made.arranging(world)

    def press(do, **data):
        page("lies", "exploration-arrange", session, data={"do": do} | data)
        return text(page("lies", "exploration", session))

    assert "Geef het cluster een naam" in press("new", name="")
    assert "cluster is gemaakt" in press("new", name="Bank", note=[str(notes[0])])
    press("new", name="Auto")
    bank, auto = Cluster.objects.order_by("name").values_list("id", flat=True)[::-1]
    assert "precies één cluster" in press("place", note=[str(notes[1])])
    assert "liggen in het cluster" in press("place", note=[str(notes[1])], cluster=[str(bank)])
    assert "samengevoegd" in press("merge-notes", note=[str(notes[0]), str(notes[1])])
    assert "weer apart" in press("split", note=[str(notes[0])])
    assert "weer los" in press("loose", note=[str(notes[1])])
    assert "ten minste twee" in press("merge-notes", note=[str(notes[0])])
    assert "ten minste twee" in press("merge-clusters", cluster=[str(bank)])
    assert "zijn samengevoegd" in press("merge-clusters", cluster=[str(bank), str(auto)])
    assert "intussen door een ander samengevoegd" in press("place", note=[str(notes[2])],
                                                           cluster=[str(auto)])  # fmt: skip
    assert page("lies", "exploration-arrange", session, data={"do": "magic"}).status_code == 404
    assert page("lies", "exploration-arrange", session,
                data={"do": "place", "note": "x"}).status_code == 404  # fmt: skip
    page("lies", "exploration-cluster", session, bank, data={"name": "Beter", "do": "name"})
    assert "Beter" in text(page("lies", "exploration", session))
    page("lies", "exploration-cluster", session, bank, data={"do": "dissolve"})
    page("lies", "exploration-cluster", session, bank, data={"do": "dissolve"})
    assert not Cluster.objects.filter(merged_into=None, name="Beter").exists()


def test_a_proposal_is_accepted_by_a_person(page, world):
    session, notes = made.arranging(world)
    proposed = text(page("lies", "exploration-suggest", session))
    assert "ondergronds" in proposed.lower()
    assert not Cluster.objects.exists()

    data = {"name": "Ondergronds", "note": [str(one) for one in notes[:2]]}
    page("lies", "exploration-suggest", session, data=data)
    assert len(queries.get_board(world.actor("zoe"), session).clusters[0].notes) == 2
    page("lies", "exploration-suggest", session, data={"name": "Leeg"})
    assert "Kies eerst" in text(page("lies", "exploration-suggest", session))


def test_a_vote_is_given_changed_and_refused_in_clear_words(page, world):
    session, (one, other) = made.voting(world)
    data = {"version": "0", f"dots-{one}": "3", f"dots-{other}": "2"}

    assert page("zoe", "exploration-vote", session, data=data).status_code == 302
    again = page("zoe", "exploration-vote", session, data=data)
    assert again.status_code == 409
    assert "ergens anders ingevuld" in text(again)
    much = page("alice", "exploration-vote", session, data=data | {f"dots-{other}": "3"})
    assert much.status_code == 422
    assert "U gaf 6 stippen" in text(much)
    assert "stemt u niet mee" in text(page("otto", "exploration-vote", session))
    assert "<strong>3</strong>" not in text(page("lies", "exploration", session))
    made.step(world, session, Stage.VOTING, Stage.FOCUSING)
    assert "Uitslag" in text(page("zoe", "exploration-vote", session))
    assert "<strong>3</strong>" in text(page("zoe", "exploration", session))


def test_focus_and_objectives_are_made_and_the_line_is_kept(page, world):
    session, clusters = made.voting(world)
    made.step(world, session, Stage.VOTING, Stage.FOCUSING)
    wrong = page("lies", "exploration-focus", session, data={"statement": "Zicht"})
    assert wrong.status_code == 422
    data = {"statement": "Zicht krijgen", "clusters": [str(clusters[0])]}
    page("lies", "exploration-focus", session, data=data)
    focus = Focus.objects.get()
    edit = ("lies", "exploration-focus-edit", session, focus.id)
    assert page(*edit, data={"text": "", "do": "add"}).status_code == 422
    page(*edit, data={"text": "Elke regio een beeld", "do": "add"})
    page(*edit, data=data | {"statement": "Scherp zicht", "do": "change"})

    line = text(page("zoe", "exploration-lineage", session))
    for part in ("Elke regio een beeld", "Scherp zicht", "Wie kent ondergronds bankieren?"):
        assert part in line
    objective = focus.objectives.get().id
    note = queries.get_board(world.actor("zoe"), session).focus[0].clusters[0].notes[0]
    change = ("lies", "exploration-objective", session, objective)
    wrong = page(*change, data={"text": "", "sources": [str(note.id)]})
    assert wrong.status_code == 422
    assert "checked" in text(wrong)
    page(*change, data={"text": "Eén regio een beeld", "sources": [str(note.id)]})
    line = text(page("zoe", "exploration-lineage", session))
    assert f'<a href="/verkenningen/{session}/herkomst/#notitie-{note.id}">' in line
    assert line.count("#doel-1.1") == 1
    page(*change, data={"text": "Elke regio", "sources": [f"cluster:{clusters[0]}"]})
    assert text(page("zoe", "exploration-lineage", session)).count("#doel-1.1") == 2
    page(*edit, data={"objective": str(objective), "do": "drop-objective"})
    page(*edit, data={"do": "drop"})
    assert not Focus.objects.exists()


def test_the_minutes_are_a_page_and_a_document(page, world):
    session, _clusters, _focus = made.focused(world)
    programme.portfolio(made.SETUP.portfolio)
    page("lies", "exploration-report", session, data={"conclusion": "Wij gaan samen verder."})

    shown = text(page("zoe", "exploration-report", session))
    answer = page("zoe", "exploration-file", session, "docx")
    said = "\n".join(p.text for p in Document(BytesIO(answer.content)).paragraphs)

    assert "Hieruit volgt doel 1.1" in said
    assert made.SETUP.portfolio.capitalize() in said, "the name of the portfolio"
    for part in ("Wij gaan samen verder.", "Zicht op ondergronds bankieren", "Autoverhuur"):
        assert part in shown
        assert part in said
    assert "verslag-criminele-geldstromen.docx" in answer.headers["Content-Disposition"]


def test_a_closed_exploration_goes_to_the_library_filled_in(page, world):
    session, _clusters, _focus = made.focused(world)
    query = f"?kind=evaluation&verkenning={session}"
    assert page("zoe", "library-new", query=query).status_code == 404
    assert "naar de bibliotheek" not in text(page("zoe", "exploration-report", session)).casefold()
    made.step(world, session, Stage.FOCUSING, Stage.CLOSED)

    assert query.replace("&", "&amp;") in text(page("zoe", "exploration-report", session))
    shown = text(page("zoe", "library-new", query=query))
    assert "Criminele geldstromen" in shown
    assert "Zicht op ondergronds bankieren" in shown


def _awaited(world, name: str) -> Pile | None:
    piles = piles_for(world.actor(name), NOW)
    return next((one for one in piles if one.title.startswith("Verkenningen")), None)


def test_my_work_names_where_notes_or_votes_are_awaited(page, world):
    session = made.moved(world, made.opened(world), Stage.COLLECTING)
    pile = _awaited(world, "zoe")
    assert pile is not None
    assert pile.tasks[0].url == reverse("exploration", args=[session])
    session, clusters = made.voting(world)
    assert len(_awaited(world, "zoe").tasks) == 2
    actions.cast_ballot(world.actor("zoe"), session, {clusters[0]: 1}, version=0, now=NOW)
    assert len(_awaited(world, "zoe").tasks) == 1
    assert _awaited(world, "otto") is None

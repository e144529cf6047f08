"""The pages of the heads council: from agenda to minutes."""

from io import BytesIO

from docx import Document

from tests.programme import made
from tests.world import NOW, SYSTEM
from wegwijzer.programme.actions import assignments
from wegwijzer.programme.actions.council import change_agenda_item
from wegwijzer.programme.actions.progress import report_progress
from wegwijzer.programme.models import AgendaItem, CouncilTask, Decision, Meeting
from wegwijzer.programme.rules.council import ItemContent, Purpose, SubjectKind
from wegwijzer.programme.rules.progress import Course, ReportContent


def text(answer) -> str:
    return answer.content.decode()


def test_empty_lists_say_what_will_stand_there(page):
    assert "nog geen agenda gedeeld" in text(page("alice", "council"))
    assert "nog geen overleg gepland" in text(page("ria", "council"))
    assert "nog niets besloten" in text(page("alice", "council-decisions"))
    assert "geen actie open" in text(page("alice", "council-tasks"))


def test_a_meeting_runs_from_agenda_to_minutes(page):
    page(
        "lies",
        "meeting-new",
        data={"held_date": "2026-01-15", "place": "Online", "chair": "R. Hoofd"},
    )
    meeting = Meeting.objects.get()
    empty = page("ria", "meeting", meeting.id, data={"do": "share"})
    page("ria", "meeting-item-new", meeting.id, data={"title": "Mainports", "purpose": "decide"})
    item = AgendaItem.objects.get()
    wrong = page("ria", "meeting-item", item.id, data={"do": "add_paper", "paper-title": "Plan"})
    page(
        "ria",
        "meeting-item",
        item.id,
        data={"do": "add_paper", "paper-title": "Plan", "paper-text": "Zo dus."},
    )
    assert page("alice", "meeting", meeting.id).status_code == 404
    page("ria", "meeting", meeting.id, data={"do": "share"})
    assert "Mainports" in text(page("alice", "meeting", meeting.id))
    undecided = page("ria", "meeting", meeting.id, data={"do": "close", "present": "Allen"})
    for typed in ({"do": "report", "report": "Er was steun."},
                  {"do": "decide", "decision-text": "De portefeuille gaat door.", "decision-outcome": "adopted"},
                  {"do": "add_task", "task-text": "Plan maken", "task-who": "R. Hoofd", "task-due_date": "2026-03-01"}):  # fmt: skip
        assert page("ria", "meeting-item", item.id, data=typed).status_code == 302
    page("ria", "meeting", meeting.id, data={"do": "close", "present": "R. Hoofd, L. Staf"})

    assert "agenda is leeg" in text(empty)
    assert wrong.status_code == undecided.status_code == 422
    minutes = text(page("alice", "meeting-minutes", meeting.id))
    for said in ("Er was steun.", "De portefeuille gaat door.", "2026-01", "Plan maken", "L. Staf"):
        assert said in minutes
    assert "Besluit vastleggen" not in text(page("ria", "meeting-item", item.id))


def test_the_minutes_tell_how_assignments_go_on_the_page_and_as_files(page, world):
    meeting, item, _paper = made.meeting(world)
    slug = made.portfolio()
    running = made.assignment(slug, world.people["rob"])
    assignments.agree_assignment(SYSTEM, running, now=NOW)
    assignments.start_assignment(world.actor("rob"), running, now=NOW)
    told = ReportContent(
        course=Course.ATTENTION, done="Acht kades geteld.", coming="De laatste twee."
    )
    report_progress(world.actor("rob"), running, told, now=NOW)

    other = text(page("alice", "meeting-minutes", meeting))
    assert other.index("Voortgang van andere opdrachten") < other.index("Acht kades geteld.")
    about = ItemContent(title="Kades", purpose=Purpose.DISCUSS,
                        subject_kind=SubjectKind.PORTFOLIO, subject=slug)  # fmt: skip
    change_agenda_item(world.actor("ria"), item, about, now=NOW)
    for name, thing in (("meeting", meeting), ("meeting-item", item), ("meeting-minutes", meeting)):
        shown = text(page("alice", name, thing))
        assert shown.count("Acht kades geteld.") == 1
        assert "Voortgang van andere opdrachten" not in shown

    word = page("alice", "meeting-minutes-file", meeting, "docx")
    said = "\n".join(one.text for one in Document(BytesIO(word.content)).paragraphs)
    for part in (
        "Acht kades geteld.",
        "De laatste twee.",
        "vraagt aandacht",
        "nog niet afgesloten",
    ):
        assert part in said
    paper = page("alice", "meeting-minutes-file", meeting, "pdf").content
    assert paper.startswith(b"%PDF")
    assert b"pdfuaid" in paper
    assert page("alice", "meeting-minutes-file", meeting, "exe").status_code == 404


def test_an_action_is_finished_from_the_list_of_all(page, world):
    _meeting, item, _paper = made.meeting(world)
    page(
        "ria",
        "meeting-item",
        item,
        data={
            "do": "add_task",
            "task-text": "Bellen",
            "task-who": "Ria",
            "task-due_date": "2030-01-01",
        },
    )
    task = CouncilTask.objects.get()

    refused = page("alice", "council-tasks", data={"task": str(task.id)})
    page("lies", "council-tasks", data={"task": str(task.id), "note": "Gebeld"})

    assert refused.status_code == 403
    assert "geen actie open" in text(page("alice", "council-tasks"))
    assert page("lies", "council-tasks", data={"task": "x"}).status_code == 404


def test_decisions_are_listed_and_narrowed(page, world):
    _meeting, item, paper = made.meeting(world)
    page(
        "rob",
        "meeting-item",
        item,
        data={"do": "decide", "decision-text": "Nog niet nu.", "decision-outcome": "deferred"},
    )

    assert Decision.objects.count() == 1
    assert "Nog niet nu." in text(page("zoe", "council-decisions", query="?outcome=deferred"))
    assert "Geen besluit" in text(page("zoe", "council-decisions", query="?outcome=adopted"))
    assert "Verken eerst" in text(page("zoe", "meeting-paper", paper))
    assert page("zoe", "council", query="?after=x").status_code == 400


def test_a_meeting_and_an_item_are_changed(page, world):
    meeting, item, _paper = made.meeting(world)
    page(
        "ria",
        "meeting-edit",
        meeting,
        data={"held_date": "2026-02-01", "place": "Zwolle", "chair": "R"},
    )
    page("ria", "meeting-item-edit", item, data={"title": "Anders", "purpose": "discuss"})

    shown = text(page("zoe", "meeting", meeting))
    assert "Zwolle" in shown
    assert "Ter bespreking" in shown


def test_an_action_of_a_colleague_waits_on_the_work_list_until_it_is_done(page, world):
    _meeting, item, _paper = made.meeting(world)
    alice = world.actor("alice")
    typed = {"do": "add_task", "task-text": "Cijfers sturen", "task-due_date": "2030-01-01"}
    nobody = page("ria", "meeting-item", item, data=typed)
    typed["task-owner"] = f"{alice.person_id}:{alice.designation_id}"
    page("ria", "meeting-item", item, data=typed)
    waits = text(page("alice", "home"))
    page("alice", "council-tasks", data={"task": str(CouncilTask.objects.get().id)})

    assert nobody.status_code == 422
    assert "Cijfers sturen" in waits
    assert "Cijfers sturen" not in text(page("alice", "home"))
    assert CouncilTask.objects.get().who == "alice"


def test_only_who_commissions_sees_what_a_decision_does_to_an_assignment(page, world):
    asked = made.assignment(made.portfolio(), world.people["rob"])
    _meeting, item, _paper = made.meeting(world)
    about = ItemContent(title="Opdracht", purpose=Purpose.DECIDE, subject=str(asked),
                        subject_kind=SubjectKind.ASSIGNMENT)  # fmt: skip
    change_agenda_item(world.actor("ria"), item, about, now=NOW)

    assert "decision-effect" in text(page("ria", "meeting-item", item))
    for who in ("lies", "rob"):
        shown = text(page(who, "meeting-item", item))
        assert "decision-effect" not in shown
        assert "zonder gevolg voor de opdracht" in shown
    typed = {"do": "decide", "decision-text": "De opdracht gaat door.",
             "decision-outcome": "adopted"}  # fmt: skip
    assert page("lies", "meeting-item", item, data=typed).status_code == 302

"""The minutes of the heads council, said in the vocabulary of the house."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wegwijzer.brand.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Kind,
    List,
    Note,
    Text,
    points,
)
from wegwijzer.programme.queries.council import TaskRow
from wegwijzer.programme.queries.progress import ReportRow
from wegwijzer.web.council import ShownItem, Told


def minutes_of(shown: dict[str, Any]) -> Document:
    """Return the minutes as the page shows them: the agenda, what was told, decided and agreed."""
    page = shown["page"]
    day = date_format(page.content.held_date, "j F Y")
    return Document(
        title=_("Verslag hoofdenoverleg %(day)s") % {"day": day},
        kind=Kind.MINUTES,
        blocks=tuple(_blocks(shown)),
        language=get_language() or "nl",
        day=page.content.held_date,
        made_at=page.closed_at,
    )


def _blocks(shown: dict[str, Any]) -> Iterator[Block]:
    page = shown["page"]
    yield Facts(tuple((label, value) for label, value in shown["facts"] if value))
    if not page.closed_at:
        yield Note(_("Dit overleg is nog niet afgesloten."))
    for one in shown["items"]:
        yield from _item(one)
    if shown["other_reports"]:
        yield Heading(_("Voortgang van andere opdrachten"))
        yield from _reports(shown["other_reports"])
    if page.tasks:
        yield Heading(_("Andere acties"))
        yield _tasks(page.tasks)
    if page.closed_at:
        at = date_format(localtime(page.closed_at), "j F Y H:i")
        yield Text(_("Vastgesteld op %(moment)s.") % {"moment": at})


def _item(one: ShownItem) -> Iterator[Block]:
    yield Heading(one.row.content.title)
    subject = f". {one.subject[0]}" if one.subject else ""
    yield Text(f"{one.purpose}{subject}.")
    if one.row.papers:
        titles = ", ".join(paper.title for paper in one.row.papers)
        yield Text(titles, opening=_("Stukken:"))
    yield from _reports(one.reports)
    if one.row.report:
        yield from (Text(part) for part in one.row.report.splitlines() if part.strip())
    elif not one.decisions:
        yield Text(_("Van dit punt is niets vastgelegd."))
    for row, outcome, _badge, effect in one.decisions:
        opening = _("Besluit %(number)s, %(outcome)s:") % {
            "number": row.number,
            "outcome": outcome.lower(),
        }
        yield Text(" ".join(filter(None, (row.text, effect))), opening=opening)
    if one.row.tasks:
        yield _tasks(one.row.tasks)


def _reports(reports: Iterable[Told]) -> Iterator[Block]:
    for row, course, _badge in reports:
        yield Heading(f"{row.title}: {course.lower()}", 2)
        yield Text(row.content.done)
        yield Text(row.content.coming, opening=_("Nu komt:"))
        if row.content.asked:
            yield Text(row.content.asked, opening=_("Gevraagd van het hoofdenoverleg:"))
        yield points(*_told(row))


def _told(row: ReportRow) -> Iterator[str]:
    at = date_format(localtime(row.reported_at), "j F Y")
    yield _("Bericht van %(name)s op %(day)s") % {"name": row.reported_by, "day": at}
    if row.content.spent is not None:
        spent = number_format(row.content.spent, 2, force_grouping=True)
        yield _("Besteed: € %(spent)s") % {"spent": spent}


def _tasks(tasks: Iterable[TaskRow]) -> List:
    return points(*(_task(one) for one in tasks))


def _task(one: TaskRow) -> str:
    said = _("Actie: %(text)s %(who)s, uiterlijk %(day)s") % {
        "text": one.text if one.text.endswith(".") else f"{one.text}.",
        "who": one.who,
        "day": date_format(one.due_date, "j F Y"),
    }
    if one.done_date:
        note = f": {one.done_note}" if one.done_note else ""
        return said + ". " + _("Gedaan") + note
    return said

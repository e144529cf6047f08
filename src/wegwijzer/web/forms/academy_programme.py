"""The form of a training programme: what it says, a row for each module, a row for who pays."""

from typing import Any

from django import forms
from django.forms import BaseForm, BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wegwijzer.academy.queries.training import ProgrammePage
from wegwijzer.academy.rules.training import FundingContent, ModuleContent, ProgrammeContent
from wegwijzer.web.forms.fields import AmountField, words_field

# So many empty rows stand ready: of a new programme, and below what was written before.
ROWS_AT_FIRST, ROWS_MORE, MOST_ROWS = 4, 2, 40


class BasicsForm(forms.Form):
    """What a programme is, and for whom."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    title = forms.CharField(label=_("Naam"), max_length=160)
    summary = words_field(_("Waar gaat de opleiding over?"), rows=4)
    audience = forms.CharField(label=_("Voor wie?"), max_length=200, required=False)
    competences = words_field(
        _("Wat kan iemand daarna?"), _("Een op elke regel."), required=False, rows=4
    )
    valid_months = forms.IntegerField(
        label=_("Hoeveel maanden geldt het certificaat?"), min_value=1, max_value=120, initial=36
    )


class ModuleForm(forms.Form):
    """A part of the programme."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Onderdeel"), max_length=160)
    summary = words_field(_("Waar gaat het over?"), rows=2, required=False)
    materials = forms.CharField(
        label=_("Materiaal"),
        help_text=_("Een link, of waar het ligt."),
        max_length=300,
        required=False,
    )


class FundingForm(forms.Form):
    """Who pays, by which decision, how much."""

    source = forms.CharField(label=_("Wie betaalt?"), max_length=160)
    decision = forms.CharField(label=_("Kenmerk van het besluit"), max_length=160, required=False)
    amount = AmountField(label=_("Bedrag in euro"), required=False)


class Rows(BaseFormSet):  # type: ignore[type-arg]
    """Rows with the words of the house for their order, and for taking one away."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name the fields that go with every row."""
        super().add_fields(form, index)
        for name, label in (("ORDER", _("Volgorde")), ("DELETE", _("Weghalen"))):
            if name in form.fields:
                form.fields[name].label = label


SHARED: dict[str, Any] = {
    "formset": Rows,
    "extra": ROWS_MORE,
    "can_delete": True,
    "can_delete_extra": False,
    "max_num": MOST_ROWS,
}
ModuleRows = formset_factory(ModuleForm, can_order=True, **SHARED)
FundingRows = formset_factory(FundingForm, **SHARED)


class ProgrammeForm:
    """The three parts of the form, sent together."""

    def __init__(self, typed: QueryDict | None, page: ProgrammePage | None = None) -> None:
        self.slug = page.row.slug if page else ""
        self.basics = BasicsForm(typed, initial=_basics_of(page) if page else None)
        self.modules = ModuleRows(
            typed, prefix="module", initial=_modules_of(page) if page else None
        )
        self.funding = FundingRows(
            typed, prefix="funding", initial=_funding_of(page) if page else None
        )
        if page is None and typed is None:
            self.modules.extra = ROWS_AT_FIRST

    @property
    def forms(self) -> list[BaseForm]:
        """Return every form, in the order of the page."""
        return [self.basics, *self.modules.forms, *self.funding.forms]

    def is_valid(self) -> bool:
        """Return whether all that was typed can be read."""
        parts = (self.basics, self.modules, self.funding)
        return all([part.is_valid() for part in parts])

    def content(self) -> ProgrammeContent:
        """Return what was typed."""
        typed = self.basics.cleaned_data
        modules = [form.cleaned_data for form in self.modules.ordered_forms]
        gone = self.funding.deleted_forms
        kept = (form for form in self.funding.forms if form not in gone)
        funding = [form.cleaned_data for form in kept if form.cleaned_data]
        return ProgrammeContent(
            slug=self.slug or slugify(typed["title"])[:48],
            title=typed["title"],
            summary=typed["summary"],
            audience=typed["audience"],
            competences=_lines(typed["competences"]),
            valid_months=typed["valid_months"],
            modules=tuple(
                ModuleContent(
                    id=one["id"],
                    title=one["title"],
                    summary=one["summary"],
                    materials=one["materials"],
                )
                for one in modules
            ),
            funding=tuple(
                FundingContent(source=one["source"], decision=one["decision"], amount=one["amount"])
                for one in funding
            ),
        )


def _basics_of(page: ProgrammePage) -> dict[str, Any]:
    return {
        "version": page.version,
        "title": page.row.title,
        "summary": page.row.summary,
        "audience": page.row.audience,
        "competences": "\n".join(page.competences),
        "valid_months": page.valid_months,
    }


def _modules_of(page: ProgrammePage) -> list[dict[str, Any]]:
    return [
        {"id": one.id, "title": one.title, "summary": one.summary, "materials": one.materials}
        for one in page.modules
    ]


def _funding_of(page: ProgrammePage) -> list[dict[str, Any]]:
    return [
        {"source": one.source, "decision": one.decision, "amount": one.amount}
        for one in page.funding
    ]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.splitlines() if one.strip())

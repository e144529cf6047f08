"""Check an uploaded document or presentation; nothing of the file is kept."""

from itertools import groupby

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from wegwijzer.brand.checking import Finding, Severity, check_style
from wegwijzer.brand.checking.package import MAX_BYTES
from wegwijzer.kernel.errors import Invalid
from wegwijzer.web.middleware import sentence
from wegwijzer.web.views.style import TABS

LABELS = {
    Severity.ERROR: _("Niet voor iedereen leesbaar"),
    Severity.WARNING: _("Niet volgens de huisstijl"),
    Severity.ADVICE: _("Kan beter"),
}


class CheckForm(forms.Form):
    """The file to check."""

    file = forms.FileField(
        label=_("Bestand"), max_length=160, help_text=_("DOCX of PPTX, ten hoogste 20 MB.")
    )


@require_http_methods(["GET", "POST"])
def style_check(request: HttpRequest) -> HttpResponse:
    form = CheckForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        form = CheckForm()
    context: dict[str, object] = {"form": form, "tabs": TABS}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            found = check_style(file.read(MAX_BYTES + 1), filename=file.name)
        except Invalid as refusal:
            form.add_error("file", sentence(refusal))
        else:
            context |= {"name": file.name, "checked": True, "groups": _grouped(found)}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "style/check.html", context, status=status)


def _grouped(found: list[Finding]) -> list[tuple[object, list[dict[str, str]]]]:
    """Return the findings per severity, as sentences in the language of the reader."""
    return [
        (LABELS[severity], [_shown(one) for one in group])
        for severity, group in groupby(found, key=lambda one: one.severity)
    ]


def _shown(one: Finding) -> dict[str, str]:
    texts = {"where": one.where, "what": one.what, "next_step": one.next_step}
    return {key: gettext(text) % one.params for key, text in texts.items()}

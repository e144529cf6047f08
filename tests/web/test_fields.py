"""The fields that many forms share."""

from datetime import date

from django import forms
from django.utils import translation

from wegwijzer.web.forms.fields import day_field


def test_a_day_is_written_as_the_calendar_of_a_browser_reads_it():
    class Form(forms.Form):
        starts_on = day_field("Vanaf")

    with translation.override("nl"):
        shown = str(Form(initial={"starts_on": date(2026, 3, 1)})["starts_on"])
    assert 'value="2026-03-01"' in shown
    assert 'type="date"' in shown

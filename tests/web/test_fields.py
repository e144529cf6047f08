"""The fields that many forms share."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from wegwijzer.web.forms.fields import AmountField, day_field


def test_a_day_is_written_as_the_calendar_of_a_browser_reads_it():
    class Form(forms.Form):
        starts_on = day_field("Vanaf")

    with translation.override("nl"):
        shown = str(Form(initial={"starts_on": date(2026, 3, 1)})["starts_on"])
    assert 'value="2026-03-01"' in shown
    assert 'type="date"' in shown


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("9.000", "9000"),
        ("€ 9.000,50", "9000.50"),
        ("9000,5", "9000.5"),
        ("9,000.50", "9000.50"),
        ("9.00", "9.00"),
        ("1.234.567", "1234567"),
        ("", None),
    ],
)
def test_an_amount_is_read_as_people_write_it(language, typed, amount):
    with translation.override(language):
        read = AmountField(required=False).clean(typed)
    assert read == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize("typed", ["veel", "9.0000", "9,00,00", "-5", "1,2345"])
def test_an_amount_that_can_be_read_two_ways_or_not_at_all_is_asked_again(typed):
    with translation.override("nl"), pytest.raises(forms.ValidationError):
        AmountField().clean(typed)


@pytest.mark.parametrize("typed", ["1026-05-04", "1999-12-31", "2100-01-01"])
def test_a_year_that_nobody_means_is_refused_with_what_to_do(typed):
    with pytest.raises(forms.ValidationError, match="Controleer het jaar"):
        day_field("Dag").clean(typed)


def test_a_day_of_this_century_is_taken():
    assert day_field("Dag").clean("2026-05-04") == date(2026, 5, 4)
    assert day_field("Dag", required=False).clean("") is None


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (forms.CharField(), "", "Vul dit in."),
        (forms.ChoiceField(choices=[("a", "A")]), "", "Maak een keuze."),
        (forms.FileField(), None, "Kies een bestand."),
        (forms.IntegerField(max_value=5000), "5001", "Vul ten hoogste 5000 in."),
        (forms.IntegerField(min_value=1), "0", "Vul ten minste 1 in."),
        (forms.CharField(max_length=2), "abc", "Maak dit korter: ten hoogste 2 tekens."),
    ],
)
def test_a_field_says_what_to_do(field, typed, said):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages[0].startswith(said)

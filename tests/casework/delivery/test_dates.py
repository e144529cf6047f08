"""However a partner writes a day, it is read as that day or refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.casework.delivery.dates import MONTHS, day_or_part, whole_day
from wegwijzer.kernel.errors import Invalid

DAYS = st.dates(date(1930, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12-05-1980", "1980-05-12"),
        ("12/5/1980", "1980-05-12"),
        ("12.05.1980", "1980-05-12"),
        ("1980-05-12", "1980-05-12"),
        ("1980-05-12 00:00:00", "1980-05-12"),
        ("1980-05-12T13:05:00.000Z", "1980-05-12"),
        ("12-05-1980 9:30", "1980-05-12"),
        ("19800512", "1980-05-12"),
        ("12051980", "1980-05-12"),
        ("2051980", "1980-05-02"),
        ("29353", "1980-05-12"),
        ("29353.75", "1980-05-12"),
        ("12 mei 1980", "1980-05-12"),
        ("12-MEI-1980", "1980-05-12"),
        ("1 maart 1980", "1980-03-01"),
        ("12 Oct 1980", "1980-10-12"),
        ("mei 1980", "1980-05"),
        ("05-1980", "1980-05"),
        ("19800500", "1980-05"),
        ("00-00-1980", "1980"),
        ("19800000", "1980"),
        ("1980", "1980"),
    ],
)
def test_a_day_is_read(text, day):
    assert day_or_part(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "12-05-80",
        "31-02-1980",
        "05-31-1980",
        "12 foo 1980",
        "gisteren",
        "99999",
        "00000000",
        "1-1-1",
    ],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(Invalid) as refusal:
        day_or_part(text)

    assert str(refusal.value).endswith(".")


def test_a_part_of_a_day_is_no_whole_day():
    with pytest.raises(Invalid, match="hele datum"):
        whole_day("05-1980")


@given(DAYS, st.sampled_from(["%d-%m-%Y", "%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d.%m.%Y %H:%M"]))
def test_every_usual_way_to_write_a_day_means_that_day(day, form):
    assert whole_day(day.strftime(form)) == day


@given(DAYS)
def test_the_count_of_a_spreadsheet_means_that_day(day):
    assert whole_day(str((day - date(1899, 12, 30)) // timedelta(days=1))) == day


@given(DAYS, st.sampled_from(sorted(MONTHS)))
def test_every_name_of_a_month_is_known(day, name):
    assert day_or_part(f"{name} {day.year}") == f"{day.year}-{MONTHS[name]:02}"


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_is_refused(text):
    try:
        day_or_part(text)
    except Invalid as refusal:
        assert refusal.message.endswith(".")

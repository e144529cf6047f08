"""Every template follows the style that the product checks, in the mark of any region."""

import pytest

from wegwijzer.brand.checking import check_style
from wegwijzer.brand.documents.mail import render_mail
from wegwijzer.brand.documents.pdf import render_pdf
from wegwijzer.brand.documents.slides import render_pptx
from wegwijzer.brand.documents.word import render_docx
from wegwijzer.brand.marks import NETWORK, Mark
from wegwijzer.brand.templates import TEMPLATES, Name

MARKS = (NETWORK, Mark("ZL", "RIEC Zomerland"), Mark("LIEC", "LIEC"))
WORD = (Name.LETTER, Name.REPORT, Name.MINUTES)


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.code)
@pytest.mark.parametrize("name", WORD)
def test_a_word_template_passes_the_check(name, mark):
    assert check_style(render_docx(TEMPLATES[name].make(mark)), filename=f"{name}.docx") == []


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.code)
def test_the_presentation_passes_the_check(mark):
    made = render_pptx(TEMPLATES[Name.PRESENTATION].make(mark))
    assert check_style(made, filename="dia.pptx") == []


@pytest.mark.parametrize("name", Name)
def test_every_template_can_be_set_on_paper_and_says_who_speaks(name):
    made = TEMPLATES[name].make(MARKS[1])
    assert made.speaker == "RIEC Zomerland"
    assert render_pdf(made).startswith(b"%PDF")


def test_the_e_mail_warns_against_personal_data():
    page, plain = render_mail(TEMPLATES[Name.MAIL].make(MARKS[1]))
    for said in (page, plain):
        assert "Zet geen persoonsgegevens in een e-mail." in said

"""The tokens are the one place of the look: every promised contrast holds, every house gets them."""

import json
import re

import pytest

from wegwijzer.brand import tokens
from wegwijzer.brand.contrast import Pair, contrast, pairs


def test_black_on_white_is_21_and_a_colour_on_itself_is_1():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#0b62a3", "#0b62a3") == pytest.approx(1)


@pytest.mark.parametrize(
    "pair", pairs(), ids=lambda pair: f"{pair.foreground} on {pair.background}"
)
def test_every_promised_pair_is_readable_in_light_and_in_dark(pair: Pair):
    assert pair.light >= pair.needed, f"light {pair.light:.2f}"
    assert pair.dark >= pair.needed, f"dark {pair.dark:.2f}"


def test_every_text_colour_of_the_theme_is_in_a_promised_pair():
    promised = {pair.foreground for pair in pairs()}
    texts = {
        name
        for name in tokens.all_tokens()
        if name.startswith(("basis-color", "ww-bar")) and re.search(r"-color(-\w+)?$", name)
    }
    assert texts <= promised


def test_the_style_sheet_is_what_the_token_file_says():
    written = tokens.STYLE_SHEET.read_text(encoding="utf-8")
    assert written == tokens.css(), "run python -m wegwijzer.brand.tokens"


def test_no_style_sheet_names_a_colour_or_a_variable_that_is_no_token():
    known = {f"--{name}" for name in tokens.all_tokens()}
    sheets = [
        path for path in tokens.STYLE_SHEET.parent.glob("*.css") if path != tokens.STYLE_SHEET
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[ ;,)])", text)
    declared = set(re.findall(r"^\s*(--[\w-]+):", text, re.M))
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= known | declared


def test_a_typeface_with_a_blank_in_its_name_is_quoted_everywhere():
    assert '"Source Sans 3"' in tokens.css()
    assert tokens.vega()["font"] == '"Source Sans 3"'
    assert tokens.font_family() == "Source Sans 3"


def test_charts_get_eight_colours_and_documents_get_every_colour():
    assert len(set(tokens.vega()["range"]["category"])) == 8
    colours = [token for token in tokens.all_tokens().values() if token.kind == "color"]
    assert tokens.typst().count("rgb(") == len(colours)
    json.dumps(tokens.vega())


def test_main_writes_the_style_sheet_where_it_is_told(tmp_path):
    tokens.main(tmp_path / "css" / "tokens.css")
    assert (tmp_path / "css" / "tokens.css").read_text(encoding="utf-8") == tokens.css()

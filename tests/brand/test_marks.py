"""Each region has a mark by the same rule, as outlines."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.brand.documents.look import colour
from wegwijzer.brand.marks import NETWORK, Form, Mark, Tone, draw_png, draw_svg
from wegwijzer.brand.tokens import all_tokens

REGION = Mark("ZL", "RIEC Zomerland")


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("form", Form)
def test_a_mark_is_drawn_in_colours_of_the_tokens_and_without_letters_to_load(form, tone):
    svg = draw_svg(REGION, form, tone).decode()
    known = {token.light for token in all_tokens().values() if token.kind == "color"}
    assert set(re.findall(r'fill="(#[0-9a-f]{6})"', svg)) <= known
    assert "<text" not in svg
    assert draw_png(REGION, form, tone).startswith(b"\x89PNG")


def test_regions_differ_in_their_letters_alone():
    board = re.compile(r' d="M 0 0h [^"]*"')
    one, other = (draw_svg(Mark(code, code), Form.SYMBOL).decode() for code in ("ZL", "ZP"))
    assert board.search(one)
    assert one != other
    assert draw_svg(REGION) == draw_svg(Mark("ZL", "RIEC Zomerland"))


def test_the_network_points_both_ways_and_does_not_say_its_name_twice():
    assert NETWORK.is_network
    assert draw_svg(NETWORK, Form.NAMED) == draw_svg(NETWORK, Form.SYMBOL)
    assert colour("ww-color-accent-400") in draw_svg(NETWORK).decode()


@given(st.text(max_size=20), st.text(max_size=40))
@settings(max_examples=20, deadline=None)
def test_whatever_a_code_holds_is_letters_and_never_markup(code, name):
    mark = Mark(code, name)
    assert re.fullmatch(r"[A-Z0-9-]{0,9}", mark.letters)
    assert draw_svg(mark).startswith(b"<svg")

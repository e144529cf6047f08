"""The bench of the pages knows every page."""

from bench.network_addresses import ELSEWHERE, THINGS, forgotten, routes


def test_the_bench_knows_with_what_to_ask_every_page():
    assert forgotten() == []


def test_what_the_bench_names_is_an_address():
    named = (*THINGS, *ELSEWHERE)
    assert [one for one in named if not any(each.startswith(one) for each in routes())] == []

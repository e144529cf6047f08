"""The pages of hubs: add one, fill in a figure, compare them."""

from uuid import uuid4

from tests.commons import made as library
from tests.programme import made
from wegwijzer.programme.models import Hub, HubNote, Indicator
from wegwijzer.programme.rules.hubs import HubKind


def text(answer) -> str:
    return answer.content.decode()


def test_an_empty_list_says_what_to_do(page):
    assert "nog geen knooppunt" in text(page("alice", "hubs"))
    assert "nog niets geteld" in text(page("lies", "hub-compare"))


def test_a_hub_is_added_and_changed(page):
    typed = {"name": "Kanaalzone Noord", "kind": "canal_zone", "portfolios": "Mainports, Wonen aan water",
             "partners": "Douane\nWaterschap\n"}  # fmt: skip
    page("max", "hub-new", data=typed)
    hub = Hub.objects.get()
    again = page("max", "hub-edit", hub.id)
    page("max", "hub-edit", hub.id, data=typed | {"place": "Noord", "version": "1"})
    stale = page("max", "hub-edit", hub.id, data=typed | {"version": "1"})

    assert hub.partners == ["Douane", "Waterschap"]
    assert "mainports, wonen-aan-water" in text(again)
    assert stale.status_code == 422
    shown = text(page("zoe", "hub", hub.id))
    assert "Douane, Waterschap" in shown
    assert "Cijfer invullen" not in shown
    assert "Kanaalzone Noord" in text(page("zoe", "hubs", query="?portfolio=mainports"))
    assert "Geen knooppunt past" in text(page("zoe", "hubs", query="?kind=airport"))


def test_a_figure_is_filled_in_with_its_source(page, world):
    hub = made.hub(world)
    page("lies", "indicator-new", data={"name": "Kilo's onderschept", "unit": "kilo",
         "definition": "Door de douane onderschept, netto gewogen."})  # fmt: skip
    typed = {
        "do": "figure",
        "indicator": str(Indicator.objects.get().id),
        "year": "2025",
        "value": "1200",
    }

    refused = page("lies", "hub", hub, data=typed)
    kept = page(
        "lies",
        "hub",
        hub,
        data=typed | {"source": "Douane", "breaks_series": "on", "note": "Anders gewogen"},
    )

    assert refused.status_code == 422
    assert kept.status_code == 302
    shown = text(page("alice", "hub", hub))
    assert "1.200" in shown
    assert "Anders geregistreerd" in shown
    assert page("alice", "hub", hub, data=typed | {"source": "x"}).status_code == 403


def test_initiatives_and_obstacles_link_to_the_library(page, world):
    hub, item = made.hub(world), library.added(world, title="Poortcontrole")
    address = f"https://wegwijzer.example/bibliotheek/{item}/"
    page("ria", "hub", hub, data={"do": "note", "kind": "initiative", "item": address})
    wrong = page("ria", "hub", hub, data={"do": "note", "kind": "obstacle", "item": "zomaar"})

    assert "geen adres" in text(wrong)
    assert "Poortcontrole" in text(page("zoe", "hub", hub))
    page("ria", "hub", hub, data={"do": "remove", "note": str(HubNote.objects.get().id)})
    assert not HubNote.objects.exists()
    assert page("ria", "hub", hub, data={"do": "remove", "note": "x"}).status_code == 404


def test_figures_stand_side_by_side_with_the_warning(page, world):
    count = made.indicator()
    made.figures(made.hub(world), count, y2023=80, y2024=90, y2025=40)
    made.figures(made.hub(world, "Jachthaven", HubKind.MARINA), count, y2024=0, y2025=4)

    shown = text(page("zoe", "hub-compare"))

    assert "bewijst geen verplaatsing" in shown
    assert "−56%" in shown
    assert "van 0 naar 4" in shown
    assert shown.count('<svg class="line-chart"') == 2
    assert (
        "Jachthaven"
        not in text(page("zoe", "hub-compare", query="?kind=sea_port")).split(
            '<ul class="multiples"'
        )[1]
    )
    assert page("zoe", "hub-compare", query=f"?indicator={uuid4()}").status_code == 404
    assert "nog geen cijfers" in text(page("zoe", "hub-compare", query="?kind=airport"))


def test_a_portfolio_is_compared_by_what_it_counts_itself(page, world):
    made.indicator()
    page("lies", "indicator-new", data={"name": "Scholen bereikt", "unit": "scholen",
         "definition": "Scholen waar een gastles was.", "portfolio": "jonge-aanwas"})  # fmt: skip

    shown = text(page("zoe", "hub-compare", query="?portfolio=jonge-aanwas"))

    assert "Scholen waar een gastles was." in shown

"""A municipality asks for an awareness meeting, its region plans it, and they tell how it was."""

from datetime import date, timedelta

SUBJECT = "Lege loodsen aan de haven"


def test_a_municipality_asks_and_its_region_comes(become):
    henk, olga = become("Henk Nergens"), become("Olga Oploop")
    soon = date.today()
    henk.go("/bewustwording/")
    henk.look()
    henk.press("Bijeenkomst aanvragen")
    henk.look()
    henk.page.locator("#id_target_group").select_option(label="Ondernemers")
    henk.page.locator("#id_subject").fill(SUBJECT)
    henk.page.locator("#id_people").fill("40")
    henk.page.locator("#id_wished_from").fill(soon.isoformat())
    henk.page.locator("#id_wished_until").fill((soon + timedelta(days=40)).isoformat())
    henk.page.locator("#id_place").fill("Havengebouw")
    henk.page.locator("#id_contact_reach").fill("020 000 0000")
    henk.press("Bijeenkomst aanvragen")
    henk.sees("De regio stelt een dag en sprekers voor.")
    address = henk.page.url.removeprefix(henk.url)

    olga.go("/")
    olga.sees(SUBJECT)
    olga.go(address)
    olga.press("Dag voorstellen")
    olga.page.locator("#id_day").fill(soon.isoformat())
    olga.page.locator("#id_begins").fill("19:30")
    olga.tick("Sofie Overzicht")
    olga.look()
    olga.press("Dag voorstellen")
    olga.sees("Voorgesteld")

    henk.go(address)
    henk.press("Dag bevestigen")
    henk.press("Dag bevestigen")
    henk.sees("Bevestigd")
    henk.look()
    stranger = become("Zoë Winter")
    assert stranger.go(address) == 200
    stranger.misses("020 000 0000")

    henk.press("Opkomst noteren")
    henk.page.locator("#id_attended").fill("37")
    henk.press("Opkomst noteren")
    henk.press("Evaluatie invullen")
    henk.look()
    henk.page.locator("#id_mark5").fill("20")
    henk.page.locator("#id_learned").fill("Verhuurders willen weten wie zij kunnen bellen.")
    henk.press("Evaluatie invullen")
    henk.page.locator("summary", has_text="Afspraak toevoegen").click()
    henk.page.locator("#id_what").fill("Belkaart voor verhuurders")
    henk.page.locator("#id_who").fill("Henk")
    henk.page.locator("#id_due_date").fill((soon + timedelta(days=7)).isoformat())
    henk.press("Afspraak vastleggen")
    henk.sees("Belkaart voor verhuurders")
    henk.look()
    henk.go("/bewustwording/cijfers/")
    henk.look()
    henk.go("/bewustwording/kalender/")
    henk.look()

"""A passkey: made, used, lost, and put back by two managers who both saw the person."""

NAME = "Tess Sleutelbos"
EMAIL = "tess.sleutelbos@demo.wegwijzer.example"
PASSWORD = "een lange zin die niemand raadt"
SEEN = "Kwam langs aan de balie, met het legitimatiebewijs."


def holder(person):
    """Give this browser a passkey holder of its own, that knows its owner by a finger."""
    tools = person.context.new_cdp_session(person.page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return tools, made["authenticatorId"]


def take_on(petra, toos) -> str:
    """Add somebody, designate, screen and train them, and give a role; return their page."""
    petra.go("/beheer/personen/nieuw/")
    petra.look()
    petra.fill("Naam", NAME)
    petra.fill("E-mailadres", EMAIL)
    petra.page.locator("[name=password]").fill(PASSWORD)
    petra.page.locator("main form button[type=submit]").first.click()
    petra.sees("De persoon is toegevoegd.")
    where = petra.page.url.removeprefix(petra.url)
    petra.press("Aanwijzen")
    petra.look()
    petra.page.locator("main form button[type=submit]").first.click()
    petra.sees("De persoon is aangewezen.")
    for kind in ("screening", "training"):
        toos.go(f"{where}vereiste/")
        toos.page.locator("[name=kind]").select_option(kind)
        toos.page.locator("[name=reference]").fill("DEMO-2026")
        toos.page.locator("main form button[type=submit]").first.click()
        toos.sees("is vastgelegd")
    toos.press("Rol geven")
    toos.page.locator("[name=role]").select_option("partner_reporter")
    toos.page.locator("main form button[type=submit]").first.click()
    toos.sees("De rol is gegeven.")
    return where


def sign_in(person, passkey: bool = False) -> None:
    person.go("/account/aanmelden/")
    person.look()
    if passkey:
        person.press("Aanmelden met een passkey")
        return
    person.page.locator("[name=login]").fill(EMAIL)
    person.page.locator("[name=password]").fill(PASSWORD)
    person.press("Aanmelden")


def sign_out(person) -> None:
    person.go("/account/afmelden/")
    person.page.locator("main form button[type=submit]").first.click()
    person.sees("U bent afgemeld.")


def add_passkey(person) -> None:
    """Make a passkey on the page of one's own account, after saying once more who one is."""
    person.go("/account/")
    person.press("Tweede stap beheren")
    person.look()
    person.go("/account/beveiliging/webauthn/add/")
    if "bevestigen" in person.page.url:
        person.page.locator("[name=password]").fill(PASSWORD)
        person.page.locator("main form button[type=submit]").first.click()
        person.page.wait_for_url("**/webauthn/add/**")
    person.look()
    person.page.locator("[name=name]").fill("Mijn laptop")
    person.page.locator("#mfa_webauthn_add").click()
    person.sees("De passkey is toegevoegd.")
    person.sees("Ongebruikte codes")
    person.look()
    person.go("/account/beveiliging/webauthn/")
    person.sees("Mijn laptop")


def ask_or_confirm(manager, where: str, said: str) -> None:
    manager.go(f"{where}tweede-stap/")
    manager.look()
    manager.page.locator("[name=how]").fill(SEEN)
    manager.page.locator("main form button[type=submit]").first.click()
    manager.sees(said)


def test_a_passkey_signs_in_and_two_managers_put_a_lost_one_back(become):
    petra, toos = become("Petra Bedenk"), become("Toos Toegang")
    where = take_on(petra, toos)
    tess = become(NAME, demo=False)
    tools, key = holder(tess)
    sign_in(tess)
    tess.page.wait_for_url(f"{tess.url}/")
    add_passkey(tess)
    tess.look()
    sign_out(tess)

    sign_in(tess, passkey=True)
    tess.page.wait_for_url(f"{tess.url}/")
    tess.sees(NAME)
    sign_out(tess)

    # Lost: the password alone opens nothing any more, and the page says what to do.
    tools.send("WebAuthn.clearCredentials", {"authenticatorId": key})
    sign_in(tess, passkey=True)
    tess.is_told("Meld u aan met uw wachtwoord.")
    tess.look()
    sign_in(tess)
    tess.press("Met een passkey")
    tess.is_told("Vul de code van uw telefoon of een herstelcode in.")
    tess.sees("Telefoon en passkey kwijt?")
    tess.look()
    ask_or_confirm(petra, where, "wacht een dag op bevestiging")
    petra.sees("Een tweede persoon die toegang beheert")
    assert petra.page.get_by_role("link", name="Tweede stap: bevestigen").count() == 0
    toos.go("/")
    toos.sees(NAME)
    ask_or_confirm(toos, where, "De tweede stap is teruggezet")

    sign_in(tess)
    tess.page.wait_for_url(f"{tess.url}/")
    tess.go("/account/")
    tess.sees("Teruggezet door Petra Bedenk en Toos Toegang")
    tess.look()


def test_a_reset_of_the_demo_waits_for_who_did_not_ask_it(become):
    petra, toos, henk = become("Petra Bedenk"), become("Toos Toegang"), become("Henk Nergens")

    toos.go("/")
    toos.press("Ruud Proefstra", within=toos.page.locator("main"))
    toos.sees("Petra Bedenk")
    toos.look()
    where = toos.page.url.removeprefix(toos.url)
    petra.go(where)
    petra.page.locator("[name=how]").fill(SEEN)
    petra.page.locator("main form button[type=submit]").first.click()
    petra.sees("Een ander dan wie het vroeg bevestigt dit.")
    petra.look()
    assert henk.go(where) == 403

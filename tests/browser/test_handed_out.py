"""What residents are handed: what is written on one sheet can be used on the others."""

from playwright.sync_api import Page, expect

STORED = "[localStorage.length, sessionStorage.length, document.cookie]"
WHAT_WHERE = {
    "Mødet handler om": "Brandtrappen & <b>ro</b>",
    "Dag": "Tirsdag 5. maj",
    "Klokken": "19-21",
    "Sted": "Fælleshuset + 1. sal",
}


def test_what_is_written_on_the_poster_goes_along_to_the_letter_and_the_door(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    # What is asked before something would be lost: nothing is.
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    page.goto(f"{address}/skabeloner/indbydelse-opslag/")
    letter = page.get_by_role("link", name="Indbydelse: brev til postkassen").and_(page.locator(".knap"))
    door = page.get_by_role("link", name="Indbydelse: ved naboens dør").and_(page.locator(".knap"))
    expect(letter).to_be_hidden()
    page.get_by_role("button", name="Udfyld", exact=True).click()
    for label, text in {**WHAT_WHERE, "Hilsen fra": "Afdelingen"}.items():
        page.get_by_label(label, exact=True).fill(text)
    letter.click()
    for label, text in {**WHAT_WHERE, "Hilsen fra": "Afdelingen", "Og fra": ""}.items():
        expect(page.get_by_label(label, exact=True)).to_have_value(text)
    assert page.url == f"{address}/skabeloner/indbydelse-postkasse/"
    page.get_by_label("Dag", exact=True).fill("Onsdag 6. maj")
    door.click()
    for label, text in {**WHAT_WHERE, "Dag": "Onsdag 6. maj"}.items():
        for field in page.get_by_label(label, exact=True).all():
            expect(field).to_have_value(text)
    # Every copy of the note has it.
    assert page.locator(".seddel .skrevet", has_text="Onsdag 6. maj").count() == 4
    # The door does not ask who invites; the poster still knows.
    page.get_by_role("link", name="Indbydelse: opslag i opgangen").and_(page.locator(".knap")).click()
    expect(page.get_by_label("Hilsen fra", exact=True)).to_have_value("Afdelingen")
    assert page.locator("main b", has_text="ro").count() == 0
    assert page.evaluate(STORED) == [0, 0, ""]
    assert not any("F%C3%A6lles" in url.partition("#")[0] for url in asked)
    assert "beforeunload" not in asked


def test_other_sheets_and_a_page_without_a_script_offer_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/skabeloner/ruteark-tryghedsvandring/")
    page.get_by_role("button", name="Udfyld", exact=True).click()
    expect(page.get_by_text("Brug det samme på")).to_have_count(0)

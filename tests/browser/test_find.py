"""Who cannot name it gets there by what they see and what they have."""

import io

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from idekatalog.files.load import load
from idekatalog.frames.compare import data
from idekatalog.records.parts import Phase
from idekatalog.views.compare import compared as compared_view
from papers import bare
from places import ROOT

CATALOGUE = load(ROOT).published()


@pytest.fixture
def find_page(page: Page, address: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/find/")
    expect(page.locator(".find-svar ol > li").first).to_be_visible()
    return page


CHALLENGES = [
    term for term in CATALOGUE.vocabulary.terms("udfordringer") if any(term.value in r.challenges for r in CATALOGUE.practices)
]


def shown(page: Page) -> list[str]:
    return page.locator(".find-svar h3 a").all_inner_texts()


def carriers(value: str) -> list[str]:
    return [record.title for record in CATALOGUE.practices if value in record.challenges]


def test_who_carries_most_comes_first_and_says_why_and_what_it_lacks(find_page: Page) -> None:
    for name in ("Beboere er utrygge", "Stoffer og indbrud"):
        find_page.get_by_role("checkbox", name=name).check()
    both = [title for title in carriers("utryghed") if title in carriers("stoffer-og-indbrud")]
    rare = [title for title in carriers("stoffer-og-indbrud") if title not in both]
    often = [title for title in carriers("utryghed") if title not in both]
    # Of those that carry one, first those whose choice few others carry.
    expect(find_page.locator(".find-svar h3 a")).to_have_text([*both, *rare, *often])
    find_page.get_by_text("Hvem er du?").click()
    find_page.get_by_role("checkbox", name="SSP").check()
    answer = find_page.locator(".find-svar ol > li").filter(has=find_page.get_by_role("link", name=often[0], exact=True))
    expect(answer).to_contain_text("af jeres 3: Beboere er utrygge")
    expect(answer).to_contain_text("Mangler: Stoffer og indbrud")


def test_whatever_is_chosen_nothing_is_dead_and_something_is_found(find_page: Page) -> None:
    resource = next(term for term in CATALOGUE.vocabulary.terms("ressourcer") if term.value == "naboer")
    for challenge in CHALLENGES:
        find_page.goto(f"{find_page.url.split('?')[0]}?udfordringer={challenge.value}&ressourcer={resource.value}")
        expect(find_page.locator(".find-svar ol > li").first).to_contain_text("af jeres 2")
        expect(find_page.locator(".find input:disabled")).to_have_count(0)


def test_those_that_carry_nothing_come_when_one_asks(find_page: Page) -> None:
    find_page.get_by_role("checkbox", name="Det kan være svært at være far").check()
    fit = carriers("far-rollen")
    expect(find_page.locator(".find-svar ol > li")).to_have_count(len(fit))
    find_page.get_by_role("button", name="Vis 10 flere").click()
    expect(find_page.locator(".find-svar ol > li")).to_have_count(len(fit) + 10)
    expect(find_page.locator(".find-svar ol > li").nth(len(fit)).locator("h3")).to_be_focused()
    find_page.get_by_role("button", name=f"Vis de {17 - len(fit) - 10} andre").click()
    assert sorted(shown(find_page)) == sorted(record.title for record in CATALOGUE.practices)
    expect(find_page.get_by_role("button", name="Vis")).to_have_count(0)


def test_a_choice_is_taken_back_by_its_name_by_its_box_and_by_the_browser(find_page: Page) -> None:
    everything = shown(find_page)
    titles = find_page.locator(".find-svar h3 a")
    box = find_page.get_by_role("checkbox", name="Beboere er utrygge")
    box.check()
    find_page.get_by_role("button", name="Fjern Beboere er utrygge").click()
    expect(titles).to_have_text(everything)
    box.check()
    box.uncheck()
    expect(titles).to_have_text(everything)
    box.check()
    find_page.go_back()
    expect(box).not_to_be_checked()
    expect(titles).to_have_text(everything)


def test_the_address_holds_the_choices_and_can_be_sent(page: Page, address: str) -> None:
    page.goto(f"{address}/find/?udfordringer=utryghed&roller=ssp,findes-ikke")
    expect(page.get_by_role("checkbox", name="SSP")).to_be_checked()
    fit = [r.title for r in CATALOGUE.practices if "utryghed" in r.challenges and "ssp" in [role.role for role in r.roles]]
    expect(page.locator(".find-svar ol > li").first).to_be_visible()
    assert shown(page)[: len(fit)] == fit


def test_by_keyboard_a_choice_is_made_and_taken_back(find_page: Page) -> None:
    find_page.get_by_role("checkbox", name="Beboere er utrygge").focus()
    find_page.keyboard.press("Space")
    remove = find_page.get_by_role("button", name="Fjern Beboere er utrygge")
    remove.focus()
    find_page.keyboard.press("Enter")
    expect(remove).to_have_count(0)
    assert find_page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize("height", [740, 400])
def test_the_bar_hides_nothing_that_has_the_keyboard(page: Page, address: str, height: int) -> None:
    page.set_viewport_size({"width": 360, "height": height})
    page.goto(f"{address}/find/?udfordringer=utryghed&sammenlign=beboermoede,feedback")
    expect(page.locator(".find-svar ol > li").first).to_be_visible()
    page.evaluate("""() => {
      window.hidden = []
      const bar = document.querySelector(".find-bjaelke")
      document.addEventListener("focusin", ({ target }) => {
        const [box, over] = [target.getBoundingClientRect(), bar.getBoundingClientRect()]
        if (!bar.contains(target) && box.bottom > over.top && box.top < over.bottom) hidden.push(target.outerHTML)
      })
    }""")
    for _ in range(page.locator(".find :is(input, a, button, summary):visible").count() + 10):
        page.keyboard.press("Tab")
    assert page.evaluate("hidden") == []


def choose(page: Page, *titles: str) -> None:
    for title in titles:
        page.get_by_role("checkbox", name=f"Sammenlign {title}", exact=True).check()


def test_two_to_four_are_chosen_in_the_bar_that_stays(find_page: Page) -> None:
    titles = [record.title for record in CATALOGUE.interventions[:5]]
    way = find_page.get_by_role("link", name="Sammenlign")
    choose(find_page, titles[0])
    expect(way).to_have_count(0)
    choose(find_page, *titles[1:4])
    expect(way).to_be_in_viewport()
    expect(find_page.locator(".find-bjaelke")).to_contain_text(f"4 valgt: {', '.join(titles[:4])}")
    expect(find_page.locator("#sagt")).to_contain_text(f"4 er valgt: {', '.join(titles[:4])}.")
    find_page.get_by_role("checkbox", name=f"Sammenlign {titles[4]}").click()
    expect(find_page.get_by_role("checkbox", name=f"Sammenlign {titles[4]}")).not_to_be_checked()
    expect(find_page.get_by_role("main").get_by_role("status")).to_contain_text("I kan sammenligne 4 ad gangen.")
    way.click()
    expect(find_page.get_by_role("columnheader")).to_have_count(4)
    find_page.get_by_role("link", name="Ret valget").click()
    expect(find_page.get_by_role("checkbox", name=f"Sammenlign {titles[3]}")).to_be_checked()
    find_page.get_by_role("button", name="Fravælg").click()
    expect(way).to_have_count(0)
    assert "sammenlign=" not in find_page.url


def test_what_is_chosen_in_the_bar_is_put_in_the_plan_beside_what_is_there(find_page: Page) -> None:
    planned, *chosen = CATALOGUE.interventions[:3]
    find_page.goto(f"{find_page.url.split('?')[0]}?valg={planned.id}")
    choose(find_page, *(record.title for record in chosen))
    find_page.get_by_role("link", name="Læg 2 i min plan").click()
    find_page.wait_for_url("**/plan/?*")
    assert find_page.url.partition("?")[2] == f"valg={','.join(record.id for record in (planned, *chosen))}"
    expect(find_page.locator("#valgte li")).to_have_count(3)


def compared(page: Page, address: str, *ids: str) -> Locator:
    page.goto(f"{address}/sammenlign/?sammenlign={','.join(ids)}")
    table = page.get_by_role("table")
    expect(table).to_be_visible()
    return table


def test_what_people_choose_by_stands_side_by_side(page: Page, address: str) -> None:
    records = [record for record in CATALOGUE.practices if record.id in ("beboermoede", "dialograad", "skattejagt")]
    table = compared(page, address, *(record.id for record in records))
    assert [head.split("\n")[0] for head in table.get_by_role("columnheader").all_inner_texts()] == [r.title for r in records]
    for record, cell in zip(records, table.get_by_role("row", name="Trin før").get_by_role("cell").all(), strict=True):
        steps = [step.action for step in record.steps if step.phase is Phase.BEFORE]
        expect(cell.locator("summary")).to_have_text(f"{len(steps)} trin")
        assert cell.locator("li").all_text_contents() == steps
    expect(table.get_by_role("row", name="Antal deltagere")).to_contain_text("8 til 20")
    expect(table.get_by_role("row", name="Antal deltagere")).to_contain_text("Guiden siger intet om det")


def test_a_switch_leaves_only_what_differs(page: Page, address: str) -> None:
    table = compared(page, address, "beboermoede", "opgangsmoeder", "feedback")
    expect(table.get_by_role("rowheader", name="Erfaringerne bygger på")).to_be_visible()
    page.get_by_role("checkbox", name="Vis kun det, der er forskelligt").check()
    expect(table.get_by_role("rowheader", name="Erfaringerne bygger på")).to_have_count(0)
    expect(table.get_by_role("rowheader", name="Brug den, når")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("er skjult.")


def test_a_guide_is_taken_out_of_the_comparison_and_put_back_by_the_browser(page: Page, address: str) -> None:
    table = compared(page, address, "beboermoede", "opgangsmoeder", "feedback")
    table.get_by_role("button", name="Fjern Opgangsmøder").click()
    expect(table.get_by_role("columnheader")).to_have_count(2)
    assert page.url.endswith("sammenlign=beboermoede,feedback")
    assert page.evaluate("document.activeElement !== document.body")
    page.go_back()
    expect(table.get_by_role("columnheader")).to_have_count(3)


def test_who_compares_less_than_two_or_what_is_not_there_is_told_how(page: Page, address: str) -> None:
    page.goto(f"{address}/sammenlign/?sammenlign=beboermoede,findes-ikke")
    status = page.get_by_role("main").get_by_role("status")
    expect(status).to_have_text(
        "Vælg mindst to guider, og højst 4. Det gør I under Find det, der hjælper. 1 guide i adressen kunne ikke hentes."
    )
    expect(page.get_by_role("table")).to_have_count(0)


@pytest.mark.chromium_only("only Chromium writes a PDF")
def test_four_guides_are_two_pages_of_paper(page: Page, address: str) -> None:
    # Of all guides, these say most.
    longest = sorted(CATALOGUE.practices, key=lambda record: len(data(compared_view(record, CATALOGUE))), reverse=True)[:4]
    compared(page, address, *(record.id for record in longest))
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = bare("".join(leaf.extract_text() for leaf in paper.pages))
    assert len(paper.pages) == 2
    for record in longest:
        assert bare(record.title) in text
        assert bare(record.problem) in text


def test_without_a_script_the_choices_are_lists_with_links(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/find/")
    page.get_by_role("link", name="Beboere er utrygge").click()
    assert page.url == f"{address}/udfordringer/utryghed/"
    page.close()


def test_without_a_script_it_says_how_to_compare(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/sammenlign/?sammenlign=beboermoede,feedback")
    expect(page.get_by_text("læg dem ved siden af hinanden")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("status")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="Indsatser", exact=True).click()
    assert page.url == f"{address}/indsatser/"
    page.close()


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_nothing_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{address}/find/?udfordringer=utryghed&sammenlign=beboermoede,opgangsmoeder")
    expect(page.locator(".find-svar ol > li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    compared(
        page, address, "beboermoede", "kortlaegning-beboere-og-professionelle", "temadage-negativ-social-kontrol", "feedback"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    # As a screen reader has it, it is still a table.
    expect(page.get_by_role("row", name="Tid").get_by_role("cell")).to_have_count(4)


def test_on_a_phone_the_answers_are_near_and_the_way_to_them_stays_in_sight(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{address}/find/")
    page.locator(".find-svar li").first.wait_for()
    assert page.evaluate("document.querySelector('.find-svar').getBoundingClientRect().top + scrollY") <= 1600
    page.get_by_role("checkbox", name="Beboere er utrygge").check()
    expect(page.get_by_role("status").filter(has_text="passer på jeres valg")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Se dem").click()
    expect(page.locator("#find-svar")).to_be_in_viewport()
    page.close()

// Fields in the places of a sheet that are there to write in. What is written is on the page and nowhere else, but for the links to
// sheets that ask for the same: it goes along behind their #, which no browser sends.
import { element, every, one } from "./dom.js"
import { _ } from "./words.js"

const sheet = one("#ark", HTMLElement)
/** How long a field may be. */
const LONGEST = 2000
const CARRIED = "#skrevet?"
let written = false

/** What is written, by the name of its field. What came along and has no field here is carried on. */
const texts = new URLSearchParams(location.hash.startsWith(CARRIED) ? location.hash.slice(CARRIED.length) : "")
const others = every(".others a", HTMLAnchorElement, sheet)
const carry = () => {
  for (const link of others) link.hash = CARRIED + texts
}

/**
 * A place on a note to leave at a door, and the same place on each of its copies behind it, which are cut out and not heard.
 *
 * @param {HTMLElement} place
 */
function withCopies(place) {
  const note = place.closest(".handout")
  const nth = note ? every("dd", HTMLElement, note).indexOf(place) : 0
  const all = [place]
  for (let copy = note?.nextElementSibling; copy?.matches("[aria-hidden]"); copy = copy.nextElementSibling)
    all.push(...every("dd", HTMLElement, copy).slice(nth, nth + 1))
  return all
}

/**
 * A field in a place to write, and beside it what it holds, for paper: a field would clip a long text.
 *
 * @param {HTMLElement} place
 * @param {string} label
 * @param {boolean} long
 */
function field(place, label, long) {
  const known = { class: "felt", autocomplete: "off", maxlength: LONGEST, "aria-label": label }
  const input = long ? element("textarea", { ...known, rows: 1 }) : element("input", known)
  place.append(input)
  const papers = withCopies(place).map(one => one.appendChild(element("span", { class: "skrevet" })))
  const show = () => {
    for (const paper of papers) paper.textContent = input.value
    written ||= input.value !== ""
  }
  input.addEventListener("input", () => {
    show()
    texts.set(label, input.value)
    carry()
  })
  input.value = texts.get(label)?.slice(0, LONGEST) ?? ""
  show()
}

/** @param {string} selector */
const places = selector => every(selector, HTMLElement, sheet).filter(place => !place.closest("[aria-hidden]"))
/** @param {Element | null} named */
const name = named => named?.textContent?.trim() ?? ""

/**
 * Begins to write, or leaves it; says what to tell of it. What came along leaves the address once it stands in a field.
 *
 * @param {HTMLElement} button
 */
export function press(button) {
  if (!sheet.querySelector(".felt")) write()
  if (location.hash) history.replaceState(null, "", location.pathname + location.search)
  const on = sheet.classList.toggle("skriver")
  button.setAttribute("aria-pressed", String(on))
  if (on) one(".felt", HTMLElement, sheet).focus()
  return on ? _("Skriv i felterne, og print. Det, I skriver, gemmes ikke og sendes ingen steder hen.") : ""
}

/** Puts a field in each of the places. */
function write() {
  for (const blank of places(".blanks dd")) field(blank, name(blank.previousElementSibling), false)
  for (const place of places(".ask, .frame")) field(place, name(place.querySelector(".prompt")), true)
  for (const [index, question] of places(".questions > li").entries())
    field(question, _("Svar på spørgsmål {nr}", { nr: index + 1 }), true)
  for (const cell of places("td:has(> .room)")) {
    const row = cell.parentElement instanceof HTMLTableRowElement ? cell.parentElement : null
    field(cell, _("{felt}, række {nr}", { felt: cell.dataset.column ?? "", nr: row ? row.sectionRowIndex + 1 : "" }), true)
  }
}

carry()
for (const link of others)
  link.addEventListener("click", event => {
    // In this tab, it is not lost: it goes along.
    written &&= event.ctrlKey || event.metaKey || event.shiftKey
  })
addEventListener("beforeunload", event => {
  if (written) event.preventDefault()
})

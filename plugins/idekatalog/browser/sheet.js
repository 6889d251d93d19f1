// What one can do with every sheet: print it, send its address on, and write on it. What is written is on the page and nowhere else.
import { element, every, one } from "./dom.js"

const sheet = one("#ark", HTMLElement)
const said = one("#besked", HTMLElement)

/** @param {string} text */
const say = text => {
  said.textContent = text
}

for (const button of every("[data-print]", HTMLButtonElement, sheet))
  button.addEventListener("click", () => {
    try {
      window.print()
    } catch {
      say("Browseren kan ikke printe. Hent arket som PDF i stedet.")
    }
  })

// --- Send it on ---

// Of what somebody has written into the address, only a plan is named by what stands behind the question mark.
const address = () => location.origin + location.pathname + (sheet.classList.contains("plan") ? location.search : "")

const share = one("[data-del]", HTMLDetailsElement, sheet)
share.addEventListener("toggle", () => {
  one(".adresse", HTMLElement, share).textContent = address()
  const mail = { subject: share.dataset.del ?? "", body: address() }
  const query = Object.entries(mail).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  one("[data-mail]", HTMLAnchorElement, share).href = `mailto:?${query.join("&")}`
})
one("[data-kopi]", HTMLElement, share).addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(address())
    say("Linket er kopieret. Det, I har skrevet, følger ikke med.")
  } catch {
    say(`Linket kunne ikke kopieres. Det er ${address()}`)
  }
})

// A menu is closed by what closes menus elsewhere.
const menus = every("details.tool", HTMLDetailsElement, sheet)
addEventListener("click", event => {
  for (const menu of menus) if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false
})
addEventListener("keydown", event => {
  const open = menus.find(menu => menu.open)
  if (event.key !== "Escape" || !open) return
  open.open = false
  one("summary", HTMLElement, open).focus()
})

// --- Write on it ---

/** How long a field may be. */
const LONGEST = 2000
let written = false

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
  const paper = element("span", { class: "skrevet" })
  place.append(input, paper)
  input.addEventListener("input", () => {
    paper.textContent = input.value
    written = true
  })
}

/** @param {string} selector */
const places = selector => every(selector, HTMLElement, sheet).filter(place => !place.closest("[aria-hidden]"))
/** @param {Element | null} named */
const name = named => named?.textContent?.trim() ?? ""

function write() {
  for (const blank of places(".blanks dd")) field(blank, name(blank.previousElementSibling), false)
  for (const place of places(".ask, .frame")) field(place, name(place.querySelector(".prompt")), true)
  for (const [index, question] of places(".questions > li").entries()) field(question, `Svar på spørgsmål ${index + 1}`, true)
  for (const cell of places("td:has(> .room)")) {
    const row = cell.parentElement instanceof HTMLTableRowElement ? cell.parentElement : null
    field(cell, `${cell.dataset.column}, række ${row?.sectionRowIndex === undefined ? "" : row.sectionRowIndex + 1}`, true)
  }
}

const fill = document.getElementById("udfyld")
// A checklist has fields of its own.
if (fill && !sheet.classList.contains("todo"))
  fill.addEventListener("click", () => {
    if (!sheet.querySelector(".felt")) write()
    const on = sheet.classList.toggle("skriver")
    fill.setAttribute("aria-pressed", String(on))
    say(on ? "Skriv i felterne, og print. Det, I skriver, gemmes ikke og sendes ingen steder hen." : "")
    if (on) one(".felt", HTMLElement, sheet).focus()
  })
addEventListener("beforeunload", event => {
  if (written) event.preventDefault()
})

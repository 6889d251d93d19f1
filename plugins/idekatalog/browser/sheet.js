// What one can do with every sheet: print it, send its address on, and write on it.
import { every, one } from "./dom.js"
import "./menus.js"
import { _ } from "./words.js"

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
      say(_("Browseren kan ikke printe. Hent arket som PDF i stedet."))
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
    say(_("Linket er kopieret. Det, I har skrevet, følger ikke med."))
  } catch {
    say(_("Linket kunne ikke kopieres. Det er {adresse}", { adresse: address() }))
  }
})

// --- Write on it ---

const fill = document.getElementById("udfyld")
// A list of things to do has fields of its own.
if (fill && !sheet.classList.contains("todo")) {
  // What somebody wrote on another sheet comes along, and leaves the address once it stands here.
  fill.addEventListener("click", async () => {
    try {
      if (!sheet.querySelector(".felt")) (await import("./fill.js")).write()
    } catch {
      return say(_("Felterne kunne ikke hentes. Print arket, og skriv i hånden."))
    }
    if (location.hash) history.replaceState(null, "", location.pathname + location.search)
    const on = sheet.classList.toggle("skriver")
    fill.setAttribute("aria-pressed", String(on))
    say(on ? _("Skriv i felterne, og print. Det, I skriver, gemmes ikke og sendes ingen steder hen.") : "")
    if (on) one(".felt", HTMLElement, sheet).focus()
  })
  if (location.hash.startsWith("#skrevet?")) fill.click()
}

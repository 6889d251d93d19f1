// What one can do with every sheet: print it, send its address on, and write on it.
import { every, one } from "./dom.js"
import "./menus.js"
import { _ } from "./words.js"

const sheet = one("#ark", HTMLElement)

/** @param {string} text */
const say = text => {
  one("#besked", HTMLElement).textContent = text
}

for (const button of every("[data-print]", HTMLButtonElement))
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
  const [subject, body] = [share.dataset.del ?? "", address()].map(encodeURIComponent)
  one("[data-mail]", HTMLAnchorElement, share).href = `mailto:?subject=${subject}&body=${body}`
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

// A list of things to do has fields of its own.
for (const fill of every("#ark:not(.todo) #udfyld", HTMLButtonElement)) {
  fill.addEventListener("click", async () => {
    try {
      say((await import("./fill.js")).press(fill))
    } catch {
      say(_("Felterne kunne ikke hentes. Print arket, og skriv i hånden."))
    }
  })
  // What somebody wrote on another sheet comes along.
  if (location.hash.startsWith("#skrevet?")) fill.click()
}

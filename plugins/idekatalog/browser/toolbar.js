// The toolbar of a page, and what is folded on it. Without this the page is read, fetched and printed all the same.
import { around, every } from "./dom.js"
import "./menus.js"
import { _ } from "./words.js"

const address = location.href.replace(/[?#].*/, "")

addEventListener("click", event => {
  if (around(event, "[data-print]", HTMLButtonElement)) print()
})

// Where nobody knew the address of the site when it was built, the browser does.
for (const field of every(".bar input:is([value=''], :not([value]))", HTMLInputElement)) field.value = address
for (const link of every(".bar a[href^='mailto:']:not([href*='body='])", HTMLAnchorElement)) {
  link.href += `&body=${encodeURIComponent(address)}`
}
for (const field of every(".bar input[readonly]", HTMLInputElement)) field.addEventListener("focus", () => field.select())

/** Copies what stands before the button: a text, or where a link leads. */
addEventListener("click", async event => {
  const button = around(event, "[data-copy]", HTMLButtonElement)
  const before = button?.previousElementSibling
  if (!button || !before) return
  try {
    await navigator.clipboard.writeText(before instanceof HTMLAnchorElement ? before.href : (before.textContent ?? ""))
    said(_("Kopieret."))
  } catch {
    getSelection()?.selectAllChildren(before)
    said(_("Kunne ikke kopieres. Teksten er markeret."))
  }
  /** @param {string} words */
  function said(words) {
    for (const place of every("[data-copied]", HTMLElement)) place.textContent = words
  }
})

/** Shows the place that the address names, where it is folded or in the other view of a switch. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true
  const view = target.closest(".view")
  if (view) {
    const views = [...(view.parentElement?.querySelectorAll(":scope > .view") ?? [])]
    const choice = view.parentElement?.querySelectorAll("input")[views.indexOf(view)]
    if (choice) choice.checked = true
  }
  target.scrollIntoView()
}

addEventListener("hashchange", reveal)
if (location.hash) reveal()

// What is folded is printed too. Browsers of today open it by the style alone.
/** @type {HTMLDetailsElement[]} */
let opened = []
addEventListener("beforeprint", () => {
  opened = every("article details:not([open], .menu)", HTMLDetailsElement)
  for (const fold of opened) fold.open = true
})
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false
})

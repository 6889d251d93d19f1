// The page for what is not found: pages that the words of the address might have meant, for whoever asks. The index weighs more
// than the page.
import { element, one } from "../dom.js"
import { _ } from "../words.js"
import { address, FAILED, search } from "./client.js"

const MOST = 3

const place = one("#gaet", HTMLElement)
const query = words(location.pathname)
if (query) {
  const button = element("button", { class: "btn ghost", type: "button" }, _("Gæt, hvad jeg leder efter"))
  button.addEventListener("click", () => search(query, MOST, 0, show, () => say(FAILED)))
  place.before(button)
}

/**
 * The words of an address, the last part first: it says most.
 *
 * @param {string} path
 */
function words(path) {
  try {
    const parts = decodeURIComponent(path).split("/").filter(Boolean).reverse()
    return parts
      .join(" ")
      .replace(/\.\w+$|[^\p{L}\p{N}]+/gu, " ")
      .trim()
  } catch {
    return ""
  }
}

/** @param {import("./client.js").Answer} answer */
function show({ results }) {
  const found = results.map(result => element("a", { class: "chip", href: address(result) }, result.title))
  if (found.length) say(_("Leder du efter en af disse?"), ...found)
  else say(_("Ingen side ligner adressen."))
}

/**
 * @param {string} text
 * @param {HTMLElement[]} links
 */
function say(text, ...links) {
  place.replaceChildren(element("span", {}, text), ...links)
}

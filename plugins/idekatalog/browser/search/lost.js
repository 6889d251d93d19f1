// The page for what is not found: pages that the words of the address might have meant.
import { element, one } from "../dom.js"
import { address, search } from "./client.js"

const MOST = 3

const place = one("#gaet", HTMLElement)
const query = words(location.pathname)
if (query) search(query, MOST, show)

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
  if (!found.length) return
  place.append(element("span", {}, "Leder du efter en af disse?"), ...found)
  place.hidden = false
}

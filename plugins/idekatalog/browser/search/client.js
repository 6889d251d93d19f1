// Asks the worker, which is fetched when somebody first asks.
import { element } from "../dom.js"
import { _, plural } from "../words.js"

/** @typedef {import("./passage.js").Piece} Piece */
/**
 * Something found, with its passage in pieces.
 *
 * @typedef {{
 *   id: string, kind: string, label: string, path: string, anchor: string, title: string, heading: string, many: string,
 *   pieces: Piece[],
 * }} Result
 */
/** @typedef {{ query: string, total: number, sure: number, results: Result[], nearest: string }} Answer */

const root = new URL("../../", import.meta.url)
// As long as anybody's question; an address may hold more.
const LONGEST = 200
/** @type {Worker | undefined} */
let worker
let asked = 0

/**
 * Finds at most `most` results for a query, the first `told` of them with a passage: what it is read from is fetched for each. The
 * answer to a query that another has followed is dropped.
 *
 * @param {string} query
 * @param {number} most
 * @param {number} told
 * @param {(answer: Answer) => void} found
 * @param {() => void} [failed]
 */
export function search(query, most, told, found, failed = () => {}) {
  const number = ++asked
  try {
    worker ??= new Worker(new URL("worker.js", import.meta.url), { type: "module" })
  } catch {
    return failed()
  }
  worker.onmessage = ({ data }) => {
    if (data.number !== asked) return
    if (data.results) found(data)
    else failed()
  }
  // It could not be fetched, or the browser knows no such worker. The next question asks for it anew.
  worker.onerror = () => {
    worker = undefined
    failed()
  }
  worker.postMessage({ number, query, most, told })
}

// Lets the index be fetched while a visitor is still typing.
export const prepare = () => search("", 0, 0, () => {})

/**
 * What is asked in a text that somebody has typed or sent.
 *
 * @param {string} text
 */
export const question = text => text.trim().slice(0, LONGEST)

// What is said when the search cannot be fetched.
export const FAILED = _("Søgningen kunne ikke hentes. Prøv igen om lidt, eller brug listen fra A til Å.")

/** @param {number} many */
export const count = many => (many ? plural("{n} resultat", "{n} resultater", many) : _("Ingen resultater"))

/**
 * What says something in a live region when nothing more has been typed for a second: nobody is talked to while typing.
 *
 * @param {HTMLElement} region
 * @returns {(text: string) => void}
 */
export function teller(region) {
  let rest = 0
  return text => {
    clearTimeout(rest)
    region.textContent = ""
    if (text)
      rest = setTimeout(() => {
        region.textContent = text
      }, 1000)
  }
}

/** @param {{ path: string, anchor: string }} result */
export const address = ({ path, anchor }) => new URL(path.slice(1) + (anchor ? `#${anchor}` : ""), root).href

/**
 * The address of all results of a query.
 *
 * @param {string} query
 */
export function searchPage(query) {
  const page = new URL("soeg/", root)
  // A plan in the making comes along.
  const plan = new URL(location.href).searchParams.get("valg")
  if (plan) page.searchParams.set("valg", plan)
  page.searchParams.set("q", query)
  return page.href
}

/**
 * The pieces of a passage as text and marks; whatever they say is text.
 *
 * @param {Piece[]} pieces
 */
export const marked = pieces => pieces.map(([text, mark]) => (mark ? element("mark", {}, text) : text))

// Searches beside the page, so that whoever types is never kept waiting.
import { Engine } from "./engine.js"
import { passage } from "./passage.js"

const json = path => fetch(new URL(path, import.meta.url)).then(answer => answer.json())
const engine = json("indeks.json").then(data => new Engine(data))
const pages = new Map()

// The texts of a page: each anchor with its heading and its words. A page is asked for once.
function texts(path) {
  if (!pages.has(path)) pages.set(path, json(`tekst/${path.replaceAll("/", "-").slice(1, -1)}.json`).catch(() => ({})))
  return pages.get(path)
}

// A question is { number, query, most }. The first answer names what is found, the second shows where it answers.
addEventListener("message", async ({ data: { number, query, most } }) => {
  const { kinds, known, stop } = await engine
  const everything = (await engine).search(query)
  const results = everything.slice(0, most).map(({ terms, score, order, ...result }) => ({ ...result, label: kinds[result.kind] }))
  postMessage({ number, query, total: everything.length, results, nearest: (await engine).nearest(query) })
  const passages = await Promise.all(everything.slice(0, most).map(async ({ path, anchor, terms }) => {
    const [heading, text] = (await texts(path))[anchor] ?? ["", ""]
    return { heading, pieces: passage(text, terms, { known, stop }) }
  }))
  postMessage({ number, passages })
})

// Searches beside the page, so that whoever types is never kept waiting.
const json = path => fetch(new URL(path, import.meta.url)).then(answer => answer.json())
// The index is the longest to fetch, and does not wait for the scripts.
const load = () => Promise.all([json("indeks.json"), import("./engine.js")]).then(([data, { Engine }]) => (
  new Engine(data, number => json(`indeks/${number}.json`))))
const reading = import("./passage.js")
let ready = load()
const pages = new Map()
let latest

// The texts of a page: each anchor with its heading and its words. A page is asked for once.
function texts(path) {
  if (!pages.has(path)) pages.set(path, json(`tekst${path}index.json`))
  return pages.get(path).catch(() => {
    pages.delete(path)
    return {}
  })
}

// A question is { number, query, most }. The first answer names what is found, the second shows where it answers. A question
// that another follows, as at every key, gets no more answers.
addEventListener("message", async ({ data: { number, query, most } }) => {
  latest = number
  // Whoever was without a network for a moment may ask again.
  const engine = await ready.catch(() => (ready = load()))
  if (number !== latest) return
  const { total, results } = await engine.search(query, most)
  if (number !== latest) return
  const shown = results.map(({ terms, score, ...result }) => ({ ...result, label: engine.kinds[result.kind] }))
  postMessage({ number, query, total, results: shown, nearest: engine.nearest(query) })
  const { passage } = await reading
  if (number !== latest) return
  const passages = await Promise.all(results.map(async ({ path, anchor, terms }) => {
    const [heading, text] = (await texts(path))[anchor] ?? ["", ""]
    return { heading, pieces: passage(text, terms, engine) }
  }))
  if (number === latest) postMessage({ number, passages })
})

// Searches beside the page, so that whoever types is never kept waiting.
const json = path => fetch(new URL(path, import.meta.url)).then(answer => answer.json())
// The index is the longest to fetch, and does not wait for the scripts.
const load = () =>
  Promise.all([json("indeks.json"), import("./engine.js")]).then(
    ([data, { Engine }]) => new Engine(data, number => json(`indeks/${number}.json`)),
  )
const reading = import("./passage.js")
let ready = load()
// Told when somebody asks, and not before.
ready.catch(() => {})
const files = new Map()
let latest

// The words of something found, each part's heading and text by its anchor. They stand in few files, each asked for once; the
// engine knows what each begins with.
async function words(found, { texts }) {
  const number = texts.findLastIndex(first => first <= found)
  if (!files.has(number)) files.set(number, json(`tekst/${number}.json`))
  try {
    return (await files.get(number))[found - texts[number]]
  } catch {
    files.delete(number)
    return {}
  }
}

// A question is { number, query, most }, the answer { number, query, total, results, nearest }, or only the number where the
// index cannot be had. A question that another follows, as at every key, gets no answer.
addEventListener("message", async ({ data: { number, query, most } }) => {
  latest = number
  try {
    // Whoever was without a network for a moment may ask again.
    const engine = await ready.catch(() => (ready = load()))
    if (number !== latest) return
    const { total, results } = await engine.search(query, most)
    const { passage } = await reading
    if (number !== latest) return
    const shown = await Promise.all(
      results.map(async ({ found, terms, score, ...result }) => {
        const [heading, text] = (await words(found, engine))[result.anchor] ?? ["", ""]
        return { ...result, label: engine.kinds[result.kind], heading, pieces: passage(text, terms, engine) }
      }),
    )
    if (number === latest) postMessage({ number, query, total, results: shown, nearest: engine.nearest(query) })
  } catch {
    postMessage({ number })
  }
})

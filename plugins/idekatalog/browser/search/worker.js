// Searches beside the page, so that whoever types is never kept waiting.
/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {Record<string, [heading: string, text: string]>} Words The words of each part of something found, by its anchor. */

/** @param {string} path */
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
/** @type {Map<number, Promise<Words[]>>} */
const files = new Map()
let latest = 0

/**
 * The words of something found. They stand in few files, each asked for once; the engine knows what each begins with.
 *
 * @param {number} found
 * @param {Engine} engine
 * @returns {Promise<Words>}
 */
async function words(found, { texts }) {
  const number = texts.findLastIndex(first => first <= found)
  const file = files.get(number) ?? json(`tekst/${number}.json`)
  files.set(number, file)
  try {
    return (await file)[found - texts[number]]
  } catch {
    files.delete(number)
    return {}
  }
}

// A question is { number, query, most, told }, the answer { number, query, total, sure, results, nearest }, or only the number where the
// index cannot be had. A question that another follows, as at every key, gets no answer.
addEventListener("message", async ({ data: { number, query, most, told } }) => {
  latest = number
  try {
    // Whoever was without a network for a moment may ask again.
    ready = ready.catch(load)
    const engine = await ready
    if (number !== latest) return
    const { total, sure, results } = await engine.search(query, most)
    const { answering, passage } = await reading
    if (number !== latest) return
    const shown = await Promise.all(
      results.map(async ({ found, terms, score, ...result }, place) => {
        const its = place < told ? await words(found, engine) : {}
        const { [result.anchor]: [heading, text] = ["", ""], "": [, summary] = ["", ""] } = its
        return {
          ...result,
          label: engine.kinds[result.kind][0],
          heading,
          // Of a word of a list: how many guides carry it.
          many: summary.split("\n", 1)[0],
          pieces: passage(answering([text, summary], terms, engine), terms, engine),
        }
      }),
    )
    if (number === latest) postMessage({ number, query, total, sure, results: shown, nearest: engine.nearest(query) })
  } catch {
    postMessage({ number })
  }
})

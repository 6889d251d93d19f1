// Asks the worker, which is fetched when somebody first asks.
const root = new URL("../../", import.meta.url)
let worker
let asked = 0

// Finds at most `most` results for a query: found({ total, results, nearest }) at once, passages(list) when they are there.
// The answer to a query that another has followed is dropped.
export function search(query, most, { found, passages }) {
  worker ??= new Worker(new URL("worker.js", import.meta.url), { type: "module" })
  const number = ++asked
  worker.onmessage = ({ data }) => {
    if (data.number !== asked) return
    if (data.results) found(data)
    else passages(data.passages)
  }
  worker.postMessage({ number, query, most })
}

// Lets the index be fetched while a visitor is still typing.
export const prepare = () => search("", 0, { found() {}, passages() {} })

export const address = ({ path, anchor }) => new URL(path.slice(1) + (anchor ? `#${anchor}` : ""), root).href

export function searchPage(query) {
  const page = new URL("soeg/", root)
  // A plan in the making comes along.
  const plan = new URL(location.href).searchParams.get("valg")
  if (plan) page.searchParams.set("valg", plan)
  page.searchParams.set("q", query)
  return page.href
}

// The pieces of a passage as text and marks; whatever they say is text.
export function marked(pieces) {
  return pieces.map(([text, mark]) => {
    if (!mark) return text
    const element = document.createElement("mark")
    element.textContent = text
    return element
  })
}

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

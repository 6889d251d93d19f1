// Asks the worker, which is fetched when somebody first asks.
const root = new URL("../../", import.meta.url)
// As long as anybody's question; an address may hold more.
const LONGEST = 200
let worker
let asked = 0

// Finds at most `most` results for a query, each with its passage: found({ query, total, results, nearest }); or failed().
// The answer to a query that another has followed is dropped.
export function search(query, most, found, failed = () => {}) {
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
  worker.postMessage({ number, query, most })
}

// Lets the index be fetched while a visitor is still typing.
export const prepare = () => search("", 0, () => {})

// What is asked in a text that somebody has typed or sent.
export const question = text => text.trim().slice(0, LONGEST)

// What is said when the search cannot be fetched.
export const FAILED = "Søgningen kunne ikke hentes. Prøv igen om lidt, eller brug listen fra A til Å."

export const count = many => (many === 1 ? "1 resultat" : many ? `${many} resultater` : "Ingen resultater")

// Says something in a live region when nothing more has been typed for a second: nobody is talked to while typing.
export function teller(region) {
  let rest
  return text => {
    clearTimeout(rest)
    region.textContent = ""
    if (text)
      rest = setTimeout(() => {
        region.textContent = text
      }, 1000)
  }
}

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

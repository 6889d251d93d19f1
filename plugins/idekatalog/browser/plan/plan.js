// One action plan of the guides in the address. Nothing is stored: the address is the plan.
import { element, every, one } from "../dom.js"
import { chosen, couplings, query, roles, steps } from "./merge.js"

/** @typedef {import("./merge.js").Guide} Guide */
/** @typedef {import("./merge.js").Item} Item */

const main = one("#plan", HTMLElement)
const target = one("#samlet", HTMLElement)
const boxes = every("input[name=valg]", HTMLInputElement)
const PHASES = { foer: "Før", under: "Undervejs", efter: "Bagefter" }
/** @type {Record<string, string>} */
const KINDS = { indsats: "Indsats", metode: "Metode" }

/**
 * A table whose rows each have a name, and cells.
 *
 * @param {string} name
 * @param {[string, string][]} headings The words of each column, and its class.
 * @param {(Node | string)[][]} rows
 */
function table(name, headings, rows) {
  const head = headings.map(([text, kind]) => element("th", { scope: "col", class: kind }, text))
  const body = rows.map(([first, ...cells]) =>
    element("tr", {}, element("th", { scope: "row", class: "action" }, first), ...cells.map(cell => element("td", {}, cell))),
  )
  return element(
    "table",
    {},
    element("caption", {}, name),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  )
}

/**
 * The steps of a phase as a table; none where no guide has one.
 *
 * @param {string} name
 * @param {Item[]} all
 */
function stepTable(name, all) {
  if (!all.length) return []
  const rows = all.map(({ text, note }) => [
    element(
      "label",
      {},
      element("input", { type: "checkbox", autocomplete: "off" }),
      element("span", {}, text, element("small", {}, note)),
    ),
    "",
    "",
  ])
  /** @type {[string, string][]} */
  const headings = [
    ["Handling", "action"],
    ["Hvem", ""],
    ["Hvornår", ""],
  ]
  return [table(name, headings, rows)]
}

/** @param {Guide[]} guides */
function roleTable(guides) {
  const rows = roles(guides).map(({ role, lines }) => [role, element("ul", {}, ...lines.map(line => element("li", {}, line)))])
  /** @type {[string, string][]} */
  const headings = [
    ["Rolle", "kort"],
    ["Opgave", "lang"],
  ]
  return table("Roller og opgaver", headings, rows)
}

/** @param {Guide[]} guides */
function couplingTable(guides) {
  const rows = couplings(guides).map(({ challenge, answers, resources }) => [challenge, answers.join(", "), resources.join(", ")])
  /** @type {[string, string][]} */
  const headings = [
    ["Udfordring", "kort"],
    ["Det gør vi", ""],
    ["Ressourcer, vi bruger", "lang"],
  ]
  return table("Fra udfordring til ressource", headings, rows)
}

/**
 * A list under its heading; nothing where it is empty.
 *
 * @param {string} heading
 * @param {Item[]} all
 */
function section(heading, all) {
  if (!all.length) return []
  const lines = all.map(({ text, note }) => element("li", {}, text, element("small", {}, ` · ${note}`)))
  return [element("section", { class: "liste" }, element("h2", {}, heading), element("ul", {}, ...lines))]
}

/**
 * What the plan is made of: each guide, with the version of it.
 *
 * @param {Guide[]} guides
 */
function sources(guides) {
  const lines = guides.map(guide => {
    const link = element("a", { href: main.dataset.rod + guide.guide.slice(1) + query(guides) }, guide.title)
    return element("li", {}, `${KINDS[guide.noun]}: `, link, ` (${guide.imprint})`)
  })
  return element("ul", { class: "guider" }, ...lines)
}

/** @param {Guide[]} all */
function show(all) {
  const { guides, unknown } = chosen(location.search, all)
  for (const box of boxes) box.checked = guides.some(guide => guide.id === box.value)
  // Whoever goes back into the catalogue to choose more takes the choice along.
  for (const link of every("nav a", HTMLAnchorElement)) link.search = query(guides)
  const note = one("#ukendt", HTMLElement)
  note.hidden = !unknown
  // Their names are not repeated: whoever sends a link could write anything there.
  note.textContent = unknown
    ? `Adressen nævner ${unknown === 1 ? "en guide" : `${unknown} guider`}, der ikke er i kataloget. ${unknown === 1 ? "Den" : "De"} er ikke med i planen.`
    : ""
  one("#print", HTMLElement).hidden = !guides.length
  target.replaceChildren()
  if (!guides.length) return
  const blanks = ["Sted", "Periode", "Ansvarlig"].map(name => element("div", {}, element("dt", {}, name), element("dd")))
  target.append(
    element("h2", { class: "titel" }, "Handleplan"),
    element("p", { class: "place" }, place + query(guides)),
    element("dl", { class: "blanks" }, ...blanks),
    sources(guides),
    ...Object.entries(PHASES).flatMap(([phase, name]) => stepTable(name, steps(guides, phase))),
    roleTable(guides),
    couplingTable(guides),
    ...section(
      "Det skal I have med",
      guides.flatMap(guide => guide.materials),
    ),
    ...section(
      "Pas på",
      guides.flatMap(guide => guide.care),
    ),
  )
}

/**
 * Puts a guide into the plan, or takes it out.
 *
 * @param {HTMLInputElement} box
 * @param {Guide[]} all
 */
function choose(box, all) {
  const kept = chosen(location.search, all).guides.filter(guide => guide.id !== box.value)
  const guides = box.checked ? [...kept, ...all.filter(guide => guide.id === box.value)] : kept
  history.pushState(null, "", query(guides) || location.pathname)
  show(all)
  const count = boxes.filter(one => one.checked).length
  say(`${count} ${count === 1 ? "guide" : "guider"} i planen.`)
}

// The page's own address, as the site has it.
const canonical = document.querySelector("link[rel=canonical]")
const place = canonical instanceof HTMLLinkElement ? canonical.href : location.origin + location.pathname
/** @param {string} text */
const say = text => {
  one("#besked", HTMLElement).textContent = text
}

try {
  const answer = await fetch(main.dataset.data ?? "")
  if (!answer.ok) throw new Error(String(answer.status))
  /** @type {{ guides: Guide[] }} */
  const { guides } = await answer.json()
  document.documentElement.classList.add("levende")
  for (const box of boxes) box.addEventListener("change", () => choose(box, guides))
  addEventListener("popstate", () => show(guides))
  one("#print button", HTMLElement).addEventListener("click", () => {
    try {
      window.print()
    } catch {
      say("Browseren kan ikke printe.")
    }
  })
  show(guides)
} catch {
  document.documentElement.classList.remove("levende")
  say("Planen kunne ikke hentes. Prøv igen, eller brug tjeklisterne ovenfor hver for sig.")
}

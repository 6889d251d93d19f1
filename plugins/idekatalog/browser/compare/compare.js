// Guides side by side: those the address names, each fetched by itself.
import { element, one } from "../dom.js"
import { _, plural } from "../words.js"
import { fitting, MOST, named, rows } from "./table.js"

/** @typedef {import("./table.js").Guide} Guide */

// The page lies one folder below the site's root, and so do all its links begin.
/** @param {string} path */
const link = path => `../${path}`
const place = one("#side-om-side", HTMLElement)
const status = one("[role=status]", HTMLElement, place)
const back = one("a", HTMLAnchorElement, place)
const paper = one("button", HTMLElement, place)
const differences = one("label", HTMLElement, place)
const only = one("input", HTMLInputElement, differences)
const table = one(".sammenlign-tabel", HTMLElement, place)
/** @type {Guide[]} */
let guides = []

/**
 * A guide by its id; nothing where there is none.
 *
 * @param {string} id
 * @returns {Promise<Guide | undefined>}
 */
async function fetched(id) {
  const answer = await fetch(new URL(`guider/${id}.json`, import.meta.url)).catch(() => undefined)
  return answer?.ok ? answer.json() : undefined
}

async function read() {
  const ids = named(location.href)
  const found = await Promise.all(ids.map(fetched))
  // An address that has been left behind meanwhile.
  if (ids.join() !== named(location.href).join()) return
  guides = found.flatMap(guide => guide ?? [])
  show(ids.length - guides.length)
}

/**
 * Shows what there is.
 *
 * @param {number} missing how many guides the address names that could not be fetched
 */
function show(missing = 0) {
  back.search = location.search
  const enough = guides.length > 1
  paper.hidden = differences.hidden = !enough
  table.replaceChildren(...(enough ? [compared()] : []))
  const lost = missing
    ? ` ${plural("{n} guide i adressen kunne ikke hentes.", "{n} guider i adressen kunne ikke hentes.", missing)}`
    : ""
  status.textContent = enough
    ? _("{n} guider side om side.", { n: guides.length }) + alike() + lost
    : _("Vælg mindst to guider, og højst {n}. Det gør I under Find det, der hjælper.", { n: MOST }) + lost
}

// How many rows the reader does not see because they say the same.
function alike() {
  if (!only.checked) return ""
  const same = rows(guides).filter(row => row.same).length
  if (!same) return ` ${_("Alle rækker er forskellige.")}`
  return ` ${plural("{n} række er ens og er skjult.", "{n} rækker er ens og er skjult.", same)}`
}

// The roles of a table stand in it: on a phone its rows are no table rows to the browser.
function compared() {
  const shown = rows(guides).filter(row => !only.checked || !row.same)
  const heads = guides.map(guide =>
    element(
      "th",
      { scope: "col", role: "columnheader" },
      element("a", { href: link(guide.path) }, guide.title),
      element("small", {}, guide.kind),
      ...(guides.length > 2 ? [remover(guide)] : []),
    ),
  )
  const body = shown.map(row =>
    element(
      "tr",
      { role: "row" },
      element("th", { scope: "row", role: "rowheader" }, row.name),
      ...row.cells.map((texts, at) => element("td", { role: "cell" }, whose(guides[at]), ...cell(texts, row.taken))),
    ),
  )
  const on = guides.map(guide =>
    element(
      "td",
      { role: "cell" },
      whose(guide),
      element(
        "a",
        { href: link(guide.checklist), "aria-label": _("Tjekliste: {titel}", { titel: guide.title }) },
        _("Tjekliste"),
      ),
      element(
        "a",
        { href: `../plan/?valg=${guide.id}`, "aria-label": _("Læg i min plan: {titel}", { titel: guide.title }) },
        _("Læg i min plan"),
      ),
    ),
  )
  return element(
    "table",
    { role: "table", "aria-label": guides.map(({ title }) => title).join(", ") },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, element("td", { role: "cell" }), ...heads)),
    element(
      "tbody",
      { role: "rowgroup" },
      ...body,
      element(
        "tr",
        { role: "row", class: "sammenlign-videre" },
        element("th", { scope: "row", role: "rowheader" }, _("Gå videre")),
        ...on,
      ),
    ),
  )
}

/**
 * Whose cell it is, where the columns stand below each other.
 *
 * @param {Guide} guide
 */
const whose = guide => element("b", { "aria-hidden": "true" }, guide.title)

/**
 * What a guide says. Of steps it is their number, and of much the beginning; the rest unfolds.
 *
 * @param {string[]} texts
 * @param {boolean} taken
 */
function cell(texts, taken) {
  const nothing = taken ? _("Ingen trin") : _("Guiden siger intet om det")
  if (!texts.length) return [element("span", { class: "sammenlign-intet" }, nothing)]
  if (taken) return [folded(plural("{n} trin", "{n} trin", texts.length), texts)]
  const first = fitting(texts)
  const rest = texts.slice(first)
  const begun = texts.length > 1 ? list(texts.slice(0, first)) : element("span", {}, texts[0])
  return rest.length ? [begun, folded(_("{n} mere", { n: rest.length }), rest)] : [begun]
}

/** @param {string[]} texts */
const list = texts => element("ul", {}, ...texts.map(text => element("li", {}, text)))

/**
 * @param {string} summary
 * @param {string[]} texts
 */
const folded = (summary, texts) => element("details", {}, element("summary", {}, summary), list(texts))

/** @param {Guide} guide */
function remover({ id, title }) {
  const made = element("button", { type: "button", "aria-label": _("Fjern {titel}", { titel: title }) }, _("Fjern"))
  made.addEventListener("click", () => {
    const here = new URL(location.href)
    guides = guides.filter(guide => guide.id !== id)
    here.searchParams.set("sammenlign", guides.map(guide => guide.id).join(","))
    history.pushState(null, "", here.href.replaceAll("%2C", ","))
    show()
    one("th a", HTMLElement, table).focus()
  })
  return made
}

only.addEventListener("change", () => show())
paper.addEventListener("click", () => {
  try {
    print()
  } catch {
    status.textContent = _("Browseren kan ikke printe.")
  }
})
addEventListener("popstate", read)
document.documentElement.classList.add("levende")
read()

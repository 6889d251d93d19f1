// One action plan of the guides in the address, which can be filled in like a checklist.
import { around, element, every, one } from "../dom.js"
import { _, plural } from "../words.js"
import { value, write } from "../worklist/saved.js"
import { begin, draw, redrawn } from "../worklist/worklist.js"
import { chosen, couplings, every as ofAll, query, roles } from "./merge.js"

/** @typedef {import("./merge.js").Guide} Guide */
/** @typedef {import("./merge.js").Whose} Whose */
/** @typedef {import("./merge.js").Item} Item */
/** @typedef {import("../worklist/saved.js").Worklist} Worklist */

const sheet = one("#ark", HTMLElement)
const target = one("#samlet", HTMLElement)
const boxes = every("input[name=valg]", HTMLInputElement)
const ids = boxes.map(box => box.value)
const PHASES = { foer: _("Før"), under: _("Undervejs"), efter: _("Bagefter"), trin: _("Trin") }
const COLUMNS = [_("Hvem"), _("Hvornår"), _("Note")]
const root = sheet.dataset.rod ?? ""

/**
 * The sign of a guide: a letter and a colour for the eye, its title for the ear.
 *
 * @param {Whose} whose
 */
const mark = ({ number, title }) =>
  element(
    "span",
    {},
    element("span", { class: `mark m${number % 6}`, "aria-hidden": "true" }, String.fromCharCode(65 + (number % 26))),
    element("span", { class: "heard" }, `${title}: `),
    " ",
  )

/**
 * A table whose rows are made already; nothing without any.
 *
 * @param {string} name
 * @param {[string, string][]} headings The words of each column, and its class.
 * @param {HTMLTableRowElement[]} rows
 * @param {string} kind
 */
function table(name, headings, rows, kind) {
  if (!rows.length) return []
  const head = headings.map(([text, kind]) => element("th", { scope: "col", class: kind }, text))
  return [
    element(
      "table",
      { class: kind },
      element("caption", {}, name),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...rows),
    ),
  ]
}

/**
 * The steps of a phase as a table to fill in; none where no guide has one.
 *
 * @param {string} name
 * @param {(Whose & { item: import("./merge.js").Step })[]} all
 */
function stepTable(name, all) {
  const rows = all.map(({ item: { key, text, note, remember }, ...whose }) => {
    const said = element("span", {}, mark(whose), element("span", { id: `trin-${key}` }, text))
    if (note) said.append(" ", element("small", {}, note))
    if (remember) said.append(" ", element("span", { class: "husk" }, remember))
    const box = element("input", { type: "checkbox", autocomplete: "off" })
    return element(
      "tr",
      { "data-punkt": key, "data-tekst": text, "data-af": whose.title },
      element("th", { scope: "row", class: "action" }, element("label", {}, box, said)),
      ...COLUMNS.map(name => element("td", { "data-navn": name })),
    )
  })
  /** @type {[string, string][]} */
  const headings = [[_("Handling"), "action"], ...COLUMNS.map(name => /** @type {[string, string]} */ ([name, ""]))]
  return table(name, headings, rows, "tasks")
}

/**
 * A row that is read.
 *
 * @param {string} first
 * @param {...(Node | string)} cells
 */
const row = (first, ...cells) =>
  element("tr", {}, element("th", { scope: "row" }, first), ...cells.map(cell => element("td", {}, cell)))

/** @param {Guide[]} guides */
function roleTable(guides) {
  const rows = roles(guides).map(({ role, lines }) => {
    const told = lines.map(({ item, ...whose }) =>
      element("li", {}, mark(whose), `${item.presence ? `(${item.presence}) ` : ""}${item.text}`),
    )
    return row(role, element("ul", { class: "guider" }, ...told))
  })
  /** @type {[string, string][]} */
  const headings = [
    [_("Rolle"), "kort"],
    [_("Opgave"), ""],
  ]
  return table(_("Roller og opgaver"), headings, rows, "info")
}

/** @param {Guide[]} guides */
function couplingTable(guides) {
  const rows = couplings(guides).map(({ challenge, answers, resources }) =>
    row(challenge, answers.join(", "), resources.join(", ")),
  )
  /** @type {[string, string][]} */
  const headings = [
    [_("Udfordring"), "kort"],
    [_("Det gør vi"), ""],
    [_("Ressourcer, vi bruger"), ""],
  ]
  return table(_("Fra udfordring til ressource"), headings, rows, "info")
}

/**
 * A list under its heading; nothing where it is empty.
 *
 * @param {string} heading
 * @param {(Whose & { item: Item })[]} all
 */
function section(heading, all) {
  if (!all.length) return []
  const lines = all.map(({ item: { text, note }, ...whose }) =>
    element("li", {}, mark(whose), text, ...(note ? [" ", element("small", {}, note)] : [])),
  )
  return [element("section", { class: "liste" }, element("h2", {}, heading), element("ul", { class: "guider" }, ...lines))]
}

/**
 * What the plan is made of: each guide, with the version of it.
 *
 * @param {Guide[]} guides
 */
function sources(guides) {
  const lines = guides.map((guide, number) => {
    const link = element("a", { href: root + guide.guide.slice(1) + query(chosen(location.search, ids).ids) }, guide.title)
    return element("li", {}, mark({ number, title: guide.title }), `${guide.kind}: `, link, ` (${guide.imprint})`)
  })
  return element("ul", { class: "guider paper" }, ...lines)
}

/**
 * What is chosen, each to be taken out again.
 *
 * @param {Guide[]} guides
 */
function cards(guides) {
  const items = guides.map((guide, number) => {
    const link = element("a", { href: root + guide.guide.slice(1) + query(chosen(location.search, ids).ids) }, guide.title)
    const remove = element(
      "button",
      { type: "button", "data-fjern": guide.id, "aria-label": _("Fjern {titel}", { titel: guide.title }) },
      "✕",
    )
    const picture = guide.drawing
      ? [element("img", { src: root + guide.drawing.slice(1), alt: "", width: 320, height: 200, loading: "lazy" })]
      : []
    return element("li", {}, ...picture, element("span", {}, mark({ number, title: guide.title }), link), remove)
  })
  one("#valgte", HTMLElement).replaceChildren(...items)
}

/** @type {Map<string, Promise<Guide>>} */
const known = new Map()

/**
 * A guide, fetched once.
 *
 * @param {string} id
 */
function fetched(id) {
  const found = known.get(id) ?? fetchGuide(id)
  known.set(id, found)
  return found
}

/**
 * @param {string} id
 * @returns {Promise<Guide>}
 */
async function fetchGuide(id) {
  const answer = await fetch(`${sheet.dataset.guider}${id}.json`)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

let latest = 0

/** Shows the plan of the guides in the address. Whether it is still the one that somebody waits for. */
async function show() {
  const mine = ++latest
  const { ids: chosenIds, unknown } = chosen(location.search, ids)
  const address = query(chosenIds)
  // Whatever else somebody has written into the address goes no further.
  if (location.search !== address) history.replaceState(null, "", location.pathname + address)
  for (const box of boxes) box.checked = chosenIds.includes(box.value)
  // Whoever goes back into the catalogue to choose more takes the choice along.
  for (const link of every(":is(.top, .crumb, .foot) a", HTMLAnchorElement)) link.search = address
  const note = one("#ukendt", HTMLElement)
  note.hidden = !unknown
  // Their names are not repeated: whoever sends a link could write anything there.
  note.textContent = unknown
    ? plural(
        "Adressen nævner en guide, der ikke er i kataloget. Den er ikke med i planen.",
        "Adressen nævner {n} guider, der ikke er i kataloget. De er ikke med i planen.",
        unknown,
      )
    : ""
  sheet.classList.toggle("har", chosenIds.length > 0)
  one(".place", HTMLElement).textContent = place + address
  const guides = await Promise.all(chosenIds.map(fetched))
  if (mine !== latest) return false
  cards(guides)
  const blanks = Object.entries({ sted: _("Sted"), ansvarlig: _("Ansvarlig") }).map(([key, name]) =>
    element("div", {}, element("dt", {}, name), element("dd", { "data-hoved": key })),
  )
  target.replaceChildren()
  if (guides.length)
    target.append(
      element("dl", { class: "blanks two" }, ...blanks),
      sources(guides),
      ...Object.entries(PHASES).flatMap(([phase, name]) =>
        stepTable(
          name,
          ofAll(guides, guide => guide.phases[phase] ?? []),
        ),
      ),
      ...roleTable(guides),
      ...couplingTable(guides),
      ...section(
        _("Det skal I have med"),
        ofAll(guides, guide => guide.materials),
      ),
      ...section(
        _("Pas på"),
        ofAll(guides, guide => guide.care),
      ),
    )
  draw()
  return true
}

const NOT_FETCHED = _("Planen kunne ikke hentes. Prøv igen, eller brug tjeklisterne hver for sig.")

/** Shows the plan after somebody has chosen. Says so where it cannot be fetched. */
async function showChosen() {
  try {
    if (await show()) redrawn()
  } catch {
    known.clear()
    say(NOT_FETCHED)
  }
}

/**
 * Puts a guide into the plan, or takes it out.
 *
 * @param {string} id
 * @param {boolean} isIn
 */
function choose(id, isIn) {
  const kept = chosen(location.search, ids).ids.filter(other => other !== id)
  const now = isIn ? [...kept, id] : kept
  history.pushState(null, "", location.pathname + query(now))
  say(plural("{n} guide i planen.", "{n} guider i planen.", now.length))
  showChosen()
}

// The page's own address, as the site has it.
const canonical = document.querySelector("link[rel=canonical]")
const place = canonical instanceof HTMLLinkElement ? canonical.href : location.origin + location.pathname
/** @param {string} text */
const say = text => {
  one("#besked", HTMLElement).textContent = text
}
/** @param {Worklist} list */
const named = list => String(value(list, "hoved", "guider"))
const inAddress = () => chosen(location.search, ids).ids.join()

for (const box of boxes) box.addEventListener("change", () => choose(box.value, box.checked))
one("#valgte", HTMLElement).addEventListener("click", event => {
  const button = around(event, "[data-fjern]", HTMLButtonElement)
  if (!button) return
  choose(button.dataset.fjern ?? "", false)
  one(".valg summary", HTMLElement).focus()
})
addEventListener("popstate", showChosen)

const linked = inAddress()
await begin(
  {
    post: "plan",
    heading: _("Handleplan"),
    file: _("handleplan"),
    // What a saved plan is of goes where the plan goes.
    stamp: list => {
      if (named(list) !== inAddress()) write(list, "hoved", "guider", inAddress())
    },
    turn: async list => {
      if (named(list) && named(list) !== inAddress()) history.replaceState(null, "", `?valg=${named(list)}`)
      try {
        await show()
      } catch {
        known.clear()
        document.documentElement.classList.remove("levende", "valgt")
        say(NOT_FETCHED)
      }
    },
  },
  // A link says what the plan is of; one's own is shown where it is of the same, or where there is no link.
  list => !linked || named(list) === linked,
)
one(".valg", HTMLDetailsElement).open = !inAddress()
sheet.classList.add("klar")

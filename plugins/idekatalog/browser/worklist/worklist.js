// A list of things to do on the screen: of one guide, or of all those in a plan. Nothing is stored before somebody presses
// "Gem på denne enhed".

import { element, every, one } from "../dom.js"
import { _ } from "../words.js"
import { day, inFull, short } from "./day.js"
import * as saved from "./saved.js"

/** @typedef {import("./saved.js").Worklist} Worklist */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Input */
/** @typedef {{ input: Input, point: string, name: string, paper: HTMLElement | null }} Field */
/**
 * What a list is of. `post` is what it is saved under, `heading` what a calendar calls it, `file` what its files are called.
 * `stamp` writes into it what else it must know of itself; `turn` draws the rows of one that is opened.
 *
 * @typedef {{
 *   post: string, heading: string, file: string, stamp?: (list: Worklist) => void, turn?: (list: Worklist) => Promise<void>,
 * }} Options
 */

/** @param {string} id */
export const get = id => one(`#${id}`, HTMLElement)
const sheet = get("ark")
export const choice = one("#planer", HTMLSelectElement)
const fill = one("#udfyld", HTMLButtonElement)
export const COLUMNS = [
  { key: "hvem", label: _("Hvem"), type: "text" },
  { key: "hvornaar", label: _("Hvornår"), type: "date" },
  { key: "note", label: _("Note"), type: "textarea" },
]
const NOT_KEPT = _("Det kunne ikke gemmes: browseren giver ikke lov, eller der er ikke plads. Gem som fil i stedet.")

/** @type {Options} */
export let options
/** @type {{ row: HTMLElement, key: string, text?: string, of: string }[]} */
export let rows = []
/** @type {saved.Points} */
export let points = {}
/** @type {Field[]} */
let fields = []
export let list = saved.create("", {})
export let isSaved = false

/** @param {string} text */
export const say = text => {
  get("besked").textContent = text
}
/**
 * What stands in a field, as text.
 *
 * @param {string} point
 * @param {string} name
 */
export const read = (point, name) => String(saved.value(list, point, name))

/**
 * Does something, or says what did not happen, and why where there is a reason. Whether it was done.
 *
 * @param {string} failed
 * @param {() => void} action
 */
export function attempt(failed, action) {
  try {
    action()
    return true
  } catch (error) {
    say(error instanceof saved.Refusal ? `${error.message} ${failed}` : failed)
    return false
  }
}

/**
 * What a control does. It is never silent about what did not happen.
 *
 * @param {string} id
 * @param {string} type
 * @param {string} failed
 * @param {() => void} action
 */
export const on = (id, type, failed, action) => get(id).addEventListener(type, () => attempt(failed, action))

// --- The fields ---

/**
 * A field in the cell, and beside it what it holds, for paper and for a row that is folded: a field would clip a long note. Its name
 * is that of its column; which row it is in, the row's own header says.
 *
 * @param {HTMLElement} cell
 * @param {string} point
 * @param {string} name
 * @param {string} label
 * @param {string} type
 */
function field(cell, point, name, label, type) {
  const known = { class: "felt", autocomplete: "off", maxlength: saved.LONGEST, "aria-label": label }
  const input = type === "textarea" ? element("textarea", { ...known, rows: 1 }) : element("input", { ...known, type: "text" })
  // Not the browser's own: in an English one, 10/12 would be a day in October.
  if (type === "date") input.placeholder = _("fx 10/12")
  if (cell.parentElement?.dataset.punkt) input.setAttribute("aria-describedby", `trin-${point}`)
  const paper = element("span", { class: "skrevet" })
  cell.replaceChildren(input, paper)
  if (type === "date") listenForDay(input, point, name, paper)
  else listen(input, point, name, paper)
}

/**
 * @param {Input} input
 * @returns {input is HTMLInputElement}
 */
const isTick = input => input.type === "checkbox"

/**
 * @param {Input} input
 * @param {string} point
 * @param {string} name
 * @param {HTMLElement | null} paper
 */
function listen(input, point, name, paper) {
  fields.push({ input, point, name, paper })
  input.addEventListener(isTick(input) ? "change" : "input", () => {
    attempt(NOT_KEPT, () => written(point, name, isTick(input) ? input.checked : input.value))
    if (paper) paper.textContent = input.value
  })
}

/**
 * A day is kept as soon as it is one, and then written out, so that one sees how it was understood.
 *
 * @param {Input} input
 * @param {string} point
 * @param {string} name
 * @param {HTMLElement} paper
 */
function listenForDay(input, point, name, paper) {
  fields.push({ input, point, name, paper })
  const isKnown = () => Boolean(day(input.value, new Date())) || !input.value.trim()
  input.addEventListener("input", () => {
    attempt(NOT_KEPT, () => written(point, name, day(input.value, new Date())))
    paper.textContent = input.value
    if (isKnown()) input.removeAttribute("aria-invalid")
  })
  input.addEventListener("change", () => {
    const found = day(input.value, new Date())
    if (found) {
      input.value = short(found)
      paper.textContent = input.value
      return say(`${inFull(found)}.`)
    }
    if (isKnown()) return
    input.setAttribute("aria-invalid", "true")
    say(_("Skriv dagen som 10/12 eller 10.12.2026. Det, der står nu, kommer med på papiret, men gemmes ikke."))
  })
}

function show() {
  for (const { input, point, name, paper } of fields) {
    const text = short(read(point, name))
    if (isTick(input)) input.checked = saved.value(list, point, name) === true
    else if (input.value !== text) input.value = text
    input.removeAttribute("aria-invalid")
    if (paper) paper.textContent = text
  }
  showLists()
  showChanges()
}

/** Makes the rows that stand on the page a list to write in; those that stood there before are forgotten. */
export function draw() {
  rows = every("[data-punkt]", HTMLElement).map(row => ({
    row,
    key: row.dataset.punkt ?? "",
    text: row.dataset.tekst,
    of: row.dataset.af ?? "",
  }))
  points = Object.fromEntries(rows.flatMap(({ key, text }) => (text ? [[key, text]] : [])))
  fields = []
  for (const { row, key, text } of rows) {
    listen(one("input", HTMLInputElement, row), key, "gjort", null)
    if (!(row instanceof HTMLTableRowElement)) continue
    const [action, ...cells] = row.cells
    if (text) foldable(row, action, text)
    else field(one("label > span", HTMLElement, action), key, "handling", _("Handling"), "text")
    for (const [index, column] of COLUMNS.entries()) field(cells[index], key, column.key, column.label, column.type)
  }
  for (const cell of every("[data-hoved]", HTMLElement)) {
    const label = cell.previousElementSibling
    // Now it is the name of the field, and is heard with it.
    label?.setAttribute("aria-hidden", "true")
    field(cell, "hoved", cell.dataset.hoved ?? "", label?.textContent ?? "", cell.dataset.slags ?? "text")
  }
  document.getElementById("plannavn-papir")?.remove()
  const paperName = element("p", { class: "skrevet", id: "plannavn-papir" })
  one("h1", HTMLElement).after(paperName)
  listen(one("#plannavn", HTMLInputElement), "hoved", "navn", paperName)
}

/**
 * Who, when and a note, behind one button in the row.
 *
 * @param {HTMLElement} row
 * @param {HTMLElement} cell
 * @param {string} text
 */
function foldable(row, cell, text) {
  const button = element("button", {
    type: "button",
    class: "fold",
    "aria-expanded": "false",
    "aria-label": _("Skriv til: {trin}", { trin: text }),
  })
  button.addEventListener("click", () => {
    const open = row.classList.toggle("aaben")
    button.setAttribute("aria-expanded", String(open))
    if (open) one("td .felt", HTMLElement, row).focus()
  })
  cell.append(button)
}

fill.addEventListener("click", async () => {
  try {
    // What can be done with a list is fetched when somebody writes one.
    await import("./actions.js")
  } catch {
    return say(_("Felterne kunne ikke hentes. Prøv igen, eller print listen."))
  }
  fill.setAttribute("aria-pressed", String(sheet.classList.toggle("udfyldes")))
})

// --- Changes ---

/**
 * @param {string} point
 * @param {string} name
 * @param {string | boolean} value
 */
function written(point, name, value) {
  saved.write(list, point, name, value)
  options.stamp?.(list)
  const isLost = isSaved && !keep()
  if (name === "navn") showLists()
  showState()
  if (name === "gjort" && !isLost) {
    const steps = rows.filter(({ row, text }) => text && row instanceof HTMLTableRowElement)
    const done = steps.filter(({ key }) => saved.value(list, key, "gjort")).length
    say(_("{antal} af {alle} trin er gjort.", { antal: done, alle: steps.length }))
  }
}

/**
 * Saves what is written, and says so where it cannot. Where another tab has deleted the list, it is not put back behind people's
 * backs. Whether it is saved.
 */
export function keep() {
  return (
    attempt(NOT_KEPT, () => {
      if (saved.stored(list)) list = saved.store(list)
      else deletedElsewhere()
    }) && isSaved
  )
}

function deletedElsewhere() {
  isSaved = false
  showLists()
  say(_("Listen er slettet i en anden fane. Det, der står her, er ikke længere gemt."))
}

addEventListener("storage", event =>
  attempt(_("En anden fane har ændret noget, som denne side ikke kan læse."), () => {
    if (isSaved && saved.isPlace(event.key, list)) {
      const there = saved.stored(list)
      if (!there) return deletedElsewhere()
      list = saved.merge(list, there)
      show()
      say(_("Listen er hentet igen: den blev ændret i en anden fane."))
    } else showLists()
  }),
)

// --- Lists ---

/** @param {Worklist} list */
export const title = list => String(saved.value(list, "hoved", "navn") || _("Liste uden navn"))

/** The worklists on the device; none where the browser gives no leave to look. */
export function device() {
  try {
    return saved.all(options.post)
  } catch {
    return { lists: [], unreadable: 0 }
  }
}

export function showLists() {
  const others = device().lists.filter(other => other.id !== list.id)
  choice.replaceChildren(
    element("option", { value: list.id, selected: "" }, isSaved ? title(list) : _("{liste} (ikke gemt)", { liste: title(list) })),
    ...others.map(other => element("option", { value: other.id }, title(other))),
  )
  showState()
  get("tilstand").textContent = isSaved
    ? _("Listen er gemt på denne enhed, og ændringer gemmes, mens I skriver. Andre, der bruger enheden, kan læse den.")
    : _("Listen er ikke gemt. Den forsvinder, når I lukker siden.")
}

/** What is said of the list whether its fields are open or not. */
function showState() {
  get("plan-nu").textContent = isSaved
    ? _("{liste} er gemt på denne enhed.", { liste: title(list) })
    : _("Ikke gemt. Det forsvinder, når I lukker siden.")
  get("plan-nu").classList.toggle("kort", isSaved)
  get("gem").hidden = isSaved
  get("strip").hidden = !isSaved && saved.empty(list)
  get("strip").classList.toggle("fast", !isSaved)
}

/** Whether something is written that would be lost. */
export const unsaved = () => !isSaved && !saved.empty(list)
export const mayLeave = () => !unsaved() || confirm(_("Listen er ikke gemt. Vil I forlade den?"))

/**
 * @param {Worklist} other
 * @param {boolean} onDevice
 */
export async function turnTo(other, onDevice) {
  list = other
  isSaved = onDevice
  await options.turn?.(list)
  // One in which nothing was ever written has seen no other checklist.
  if (!saved.changed(list)) saved.seen(list, points)
  show()
}

on("gem", "click", NOT_KEPT, () => {
  options.stamp?.(list)
  list = saved.store(list)
  isSaved = true
  show()
  say(_("Gemt på denne enhed."))
  const next = sheet.classList.contains("udfyldes") ? choice : fill
  next.focus()
})

addEventListener("beforeunload", event => {
  if (unsaved()) event.preventDefault()
})

// --- When the record has changed ---

function showChanges() {
  const { came, gone } = saved.difference(list, points)
  for (const { row, key } of rows) row.classList.toggle("nyt", came.map(([point]) => point).includes(key))
  get("aendret").hidden = !came.length && !gone.length
  one("#aendret ul", HTMLElement).replaceChildren(
    ...came.map(([, text]) => element("li", {}, _("Nyt: {trin}", { trin: text }))),
    ...gone.map(([, text]) => element("li", {}, _("Udgået: {trin}", { trin: text }))),
  )
  const kept = saved.leftOver(list, points)
  get("udgaaet").hidden = !kept.length
  one("#udgaaet ul", HTMLElement).replaceChildren(
    ...kept.map(({ text, values }) => {
      const said = values.map(value => (value === true ? _("gjort") : short(String(value)))).join(", ")
      return element("li", {}, `${text} (${said})`)
    }),
  )
}

on("set", "click", _("Ændringerne kunne ikke gemmes som set."), () => {
  saved.seen(list, points)
  if (isSaved && !keep()) return show()
  show()
  say(_("Ændringerne er set. Det, I har skrevet, er her stadig."))
  fill.focus()
})

/**
 * Shows the list that the device kept last, or else an empty one.
 *
 * @param {Options} given
 * @param {(list: Worklist) => boolean} [fits] Whether a list of the device is the one to show.
 */
export async function begin(given, fits = () => true) {
  options = given
  document.documentElement.classList.add("levende")
  const { lists, unreadable } = device()
  const latest = lists.find(fits)
  await turnTo(latest ?? saved.create(options.post, points), Boolean(latest))
  if (unreadable === 1)
    say(_("En liste på denne enhed kan ikke læses. Den er beskadiget eller fra en anden udgave af siden, og den er ikke rørt."))
  if (unreadable > 1)
    say(
      _("{n} lister på denne enhed kan ikke læses. De er beskadigede eller fra en anden udgave af siden, og de er ikke rørt.", {
        n: unreadable,
      }),
    )
}

/** Shows the list in the rows that have been drawn anew; that they are others is no change of the catalogue. */
export function redrawn() {
  saved.seen(list, points)
  show()
}

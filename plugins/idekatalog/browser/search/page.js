// The page of all results: /soeg/?q=... Its address is what one searches for, so that it can be sent to somebody.
import { element, every, one } from "../dom.js"
import { _ } from "../words.js"
import { address, count, FAILED, marked, question, search, teller } from "./client.js"

/** @typedef {import("./client.js").Result} Result */

const MOST = 30
// How many are shown at once, with a passage; and how many of those that are not sure may be asked for.
const TOLD = 8
const UNSURE = 10

const form = one("#soegeside", HTMLFormElement)
const field = one("input", HTMLInputElement, form)
const list = one("#soegeresultater", HTMLElement)
const status = one("#soegestatus", HTMLElement)
const kinds = one("#soegeslags", HTMLElement)
const hint = one("#soegehjaelp", HTMLElement)
const tell = teller(one("#soegesagt", HTMLElement))
// "Søg - " and the name of the site.
const site = document.title.replace(/^[^-]*/, "")
const other = one("#soegeandet", HTMLButtonElement)
// What else leads into the catalogue: below what is found, or in its place.
const others = [one("#andre-veje-ind", HTMLElement), one("#andre-veje-ind + ul", HTMLElement)]
const write = document.querySelector("#soegeskriv")
let kind = ""
// Whether what is less good is left for who asks for it.
let folded = true
// What is said of all results, while those of one kind are shown.
let everything = ""

document.documentElement.classList.add("levende")
const parameters = new URL(location.href).searchParams
field.value = question(parameters.get("q") ?? "")
ask(parameters.get("slags") ?? "")
// Who comes with a query comes to read.
if (!field.value) field.focus()

field.addEventListener("input", () => ask(""))
form.addEventListener("submit", event => event.preventDefault())

/** @param {string} wanted The kind that is asked for; "" for all of them. */
function ask(wanted) {
  const query = question(field.value)
  kind = wanted
  remember(query)
  tell("")
  if (!query) return clear("")
  search(query, MOST, TOLD, show, () => {
    clear(FAILED)
    tell(FAILED)
  })
}

/** @param {string} query */
function remember(query) {
  const here = new URL(location.href)
  for (const [name, value] of Object.entries({ q: query, slags: query && kind })) {
    if (value) here.searchParams.set(name, value)
    else here.searchParams.delete(name)
  }
  try {
    history.replaceState(null, "", here)
  } catch {
    // Some browsers take only so many changes a minute. The next key brings the address along.
  }
  document.title = [query ? _("Søg: {ord}", { ord: short(query) }) : _("Søg"), site].join(" ")
}

/**
 * A text around what is a link in it: {ord}.
 *
 * @param {string} text
 * @param {HTMLElement} link
 */
function around(text, link) {
  const [before, after] = text.split("{ord}")
  return [before, link, after]
}

/** @param {string} text */
function clear(text) {
  list.replaceChildren()
  kinds.replaceChildren()
  hint.replaceChildren()
  list.closest("article")?.append(...others)
  other.hidden = true
  if (write instanceof HTMLElement) write.hidden = true
  everything = text
  status.textContent = text
}

/** @param {import("./client.js").Answer} answer */
function show({ query, total, sure, results: all, nearest }) {
  const results = all.slice(0, sure + UNSURE)
  const best = Math.min(sure || TOLD, TOLD, results.length)
  clear(
    !total
      ? _('Ingen sider har "{ord}"', { ord: short(query) })
      : sure > best
        ? _('De {n} bedste resultater for "{ord}"', { n: best, ord: short(query) })
        : (sure ? "" : `${_("Ingen sider svarer sikkert.")} `) +
          _('{antal} for "{ord}"', { antal: count(best), ord: short(query) }),
  )
  list.dataset.query = query
  if (nearest) hint.append(...around(_("Mente du {ord}?"), element("a", { href: `?q=${encodeURIComponent(nearest)}` }, nearest)))
  else if (!total) hint.append(_("Prøv et andet ord, eller gå en anden vej ind."))
  if (!total) list.before(...others)
  // Who is not sure to be answered may know what it is that they see.
  const seen = sure ? undefined : results.find(({ id }) => id.startsWith("udfordringer/"))
  if (seen)
    hint.append(
      " ",
      ...around(_("I ser: {ord}, {antal}.", { antal: seen.many }), element("a", { href: address(seen) }, seen.title)),
    )
  folded = best < results.length
  other.textContent = _('Andet, der nævner "{ord}" ({antal})', { ord: short(query), antal: results.length - best })
  if (write instanceof HTMLElement && !sure) tellEditors(write, query)
  list.append(
    ...results.map((result, number) =>
      element(
        "li",
        { "data-id": result.id, "data-kind": result.kind, ...(number < best ? {} : { "data-under": "" }) },
        element("p", { class: "slags" }, result.heading ? `${result.label} · ${result.heading}` : result.label),
        element("h2", {}, element("a", { href: address(result) }, result.title)),
        ...(number < TOLD ? [element("p", { class: "passage" }, ...marked(result.pieces)), ...plan(result)] : []),
      ),
    ),
  )
  filters(results)
  filter()
  tell(count(best))
}

/**
 * The way into a plan, which only a guide has.
 *
 * @param {Result} result
 */
function plan({ id, kind, title }) {
  if (kind !== "indsats" && kind !== "metode") return []
  const link = element(
    "a",
    { href: `../plan/?valg=${id.split("#")[0]}`, "aria-label": _("Læg i min plan: {titel}", { titel: title }) },
    _("Læg i min plan"),
  )
  return [element("p", { class: "soegeplan" }, link)]
}

/**
 * A button for each kind there is, with how many of it; pressed, it leaves only those.
 *
 * @param {Result[]} results
 */
function filters(results) {
  const labels = new Map(results.map(({ kind, label }) => [kind, label]))
  if (!labels.has(kind)) kind = ""
  if (labels.size < 2) return
  kinds.append(
    ...[["", _("Alle")], ...labels].map(([value, label]) => {
      const many = value ? results.filter(result => result.kind === value).length : results.length
      const button = element("button", { type: "button", "data-kind": value }, `${label} (${many})`)
      button.addEventListener("click", () => {
        kind = value
        remember(question(field.value))
        filter()
        tell(status.textContent)
      })
      return button
    }),
  )
}

function filter() {
  const items = every("li", HTMLElement, list)
  for (const button of every("button", HTMLElement, kinds))
    button.setAttribute("aria-pressed", String(button.dataset.kind === kind))
  for (const item of items) item.hidden = kind ? item.dataset.kind !== kind : folded && item.dataset.under !== undefined
  other.hidden = Boolean(kind) || !folded
  const shown = items.filter(item => !item.hidden).length
  status.textContent = kind ? _("{antal} af denne slags", { antal: count(shown) }) : everything
}

other.addEventListener("click", () => {
  const first = one("[data-under] a", HTMLAnchorElement, list)
  folded = false
  filter()
  first.focus()
})

/**
 * Leads to the editors, who are told what was sought when the mail is sent, and not before.
 *
 * @param {HTMLElement} place
 * @param {string} query
 */
function tellEditors(place, query) {
  const link = one("a", HTMLAnchorElement, place)
  const subject = _("Det fandt jeg ikke: {ord}", { ord: short(query) })
  link.href = `${link.href.split("?")[0]}?subject=${encodeURIComponent(subject)}`
  place.hidden = false
}

/**
 * What somebody has sent in an address is not repeated at length.
 *
 * @param {string} query
 */
function short(query) {
  return query.length > 60 ? `${query.slice(0, 60)} …` : query
}

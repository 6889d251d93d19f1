// The search field in the header: a combobox with a list below it. Enter goes to the page of all results.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
import { around, element, every, one } from "../dom.js"
import { _, plural } from "../words.js"
import { address, count, FAILED, marked, prepare, question, search, searchPage, teller } from "./client.js"

/** @typedef {import("./client.js").Result} Result */

const MOST = 6

const form = document.querySelector("form.soegefelt")
if (form instanceof HTMLFormElement) start(form)

/** @param {HTMLFormElement} form */
function start(form) {
  const field = one("input", HTMLInputElement, form)
  const tell = teller(form.appendChild(element("p", { role: "status", class: "soegefelt__status" })))
  const list = form.appendChild(element("div", { role: "listbox", id: "soegeforslag", "aria-label": _("Forslag") }))
  list.hidden = true
  /** @type {HTMLElement[]} */
  let options = []
  let active = -1
  // The question whose answer may be shown; what was closed or left meanwhile stays closed.
  let awaited = 0
  /** @type {HTMLElement | null} */
  let before = null

  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) {
    field.setAttribute(name, value)
  }

  /** @param {boolean} shown */
  function open(shown) {
    list.hidden = !shown
    field.setAttribute("aria-expanded", String(shown))
    if (shown) return
    awaited += 1
    choose(-1)
  }

  /** @param {number} number Of the option; -1 for none. */
  function choose(number) {
    options[active]?.setAttribute("aria-selected", "false")
    active = number
    const option = options[active]
    option?.setAttribute("aria-selected", "true")
    option?.scrollIntoView({ block: "nearest" })
    if (option) field.setAttribute("aria-activedescendant", option.id)
    else field.removeAttribute("aria-activedescendant")
  }

  /**
   * Heard: title and kind, and the passage as a description. The headings of the kinds are for the eye.
   *
   * @param {Result} result
   * @param {number} number
   */
  function option({ title, label, pieces, ...result }, number) {
    const [id, passage] = [`soegeforslag-${number}`, `soegeuddrag-${number}`]
    return element(
      "a",
      {
        role: "option",
        id,
        href: address(result),
        tabindex: "-1",
        "aria-selected": "false",
        "aria-label": `${title}, ${label}`,
        "aria-describedby": passage,
      },
      element("strong", {}, title),
      element("span", { class: "passage", id: passage }, ...marked(pieces)),
    )
  }

  /** @param {import("./client.js").Answer} answer */
  function show({ query, total, results, nearest }) {
    /** @type {Map<string, HTMLElement[]>} */
    const groups = new Map()
    for (const [number, result] of results.entries()) {
      groups.set(result.label, [...(groups.get(result.label) ?? []), option(result, number)])
    }
    const more = element(
      "a",
      { role: "option", id: "soegeforslag-alle", href: searchPage(query), tabindex: "-1", "aria-selected": "false" },
      total
        ? plural("Se resultatet", "Se alle {n} resultater", total)
        : nearest
          ? _("Mente du {ord}?", { ord: nearest })
          : _("Ingen sider har det ord. Se andre veje ind"),
    )
    if (!total && nearest) more.href = searchPage(nearest)
    list.replaceChildren(
      ...[...groups].flatMap(([label, members]) => [element("p", { "aria-hidden": "true", class: "slags" }, label), ...members]),
      more,
    )
    // As they stand in the list, kind by kind.
    options = every("[role=option]", HTMLElement, list)
    open(true)
    tell(count(total))
  }

  function ask() {
    const query = question(field.value)
    tell("")
    if (!query) return open(false)
    awaited += 1
    const mine = awaited
    const last = (/** @type {import("./client.js").Answer} */ answer) => mine === awaited && show(answer)
    search(query, MOST, last, () => {
      open(false)
      tell(FAILED)
    })
  }

  field.addEventListener("focus", prepare, { once: true })
  field.addEventListener("input", ask)
  field.addEventListener("keydown", event => {
    const last = options.length - 1
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      if (list.hidden) return ask()
      if (event.key === "ArrowDown") choose(active === last ? -1 : active + 1)
      else choose(active === -1 ? last : active - 1)
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault()
      options[active].click()
    } else if (event.key === "Escape") {
      event.preventDefault()
      if (!list.hidden) return open(false)
      field.value = ""
      ;(before ?? field).focus()
      field.blur()
      before?.focus()
    }
  })
  form.addEventListener("focusout", event => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) open(false)
  })
  // A press on the list must not take the keyboard away from the field before the link is followed.
  list.addEventListener("mousedown", event => event.preventDefault())
  list.addEventListener("click", () => open(false))
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (question(field.value)) location.assign(searchPage(question(field.value)))
    else field.focus()
  })

  addEventListener("keydown", event => {
    const writing = around(event, "input, textarea, select, [contenteditable]", HTMLElement)
    const asked =
      (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) ||
      (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))
    if (!asked) return
    event.preventDefault()
    const active = document.activeElement
    if (active !== field) before = active instanceof HTMLElement ? active : null
    field.focus()
    field.select()
  })
}

// Who makes a plan carries it from page to page in the address. The script for it is fetched when a plan is begun.
const plan = () => import("../plan/carry.js")
if (new URL(location.href).searchParams.has("valg")) plan()
addEventListener("click", event => {
  const link = around(event, "a[href*='plan/?valg=']:not([data-valgt])", HTMLAnchorElement)
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  plan().then(
    ({ add }) => add(link),
    () => location.assign(link.href),
  )
})

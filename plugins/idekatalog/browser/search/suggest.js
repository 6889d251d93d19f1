// What the search field of every page suggests: a combobox with a list below it. Enter goes to the page of all results.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
import { element, every } from "../dom.js"
import { _ } from "../words.js"
import { address, count, FAILED, marked, prepare, question, search, searchPage, teller } from "./client.js"

/** @typedef {import("./client.js").Result} Result */

const MOST = 6

/**
 * Suggests in `list` while somebody types in the field.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 * @param {HTMLElement} list
 * @param {() => void} leave Goes back to where one was before the field.
 */
export function start(form, field, list, leave) {
  const tell = teller(form.appendChild(element("p", { role: "status", class: "soegefelt__status" })))
  /** @type {HTMLElement[]} */
  let options = []
  let active = -1
  // The question whose answer may be shown; what was closed or left meanwhile stays closed.
  let awaited = 0

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
        ? total === 1
          ? _("Se resultatet")
          : _("Se flere resultater")
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
    tell(count(results.length))
  }

  function ask() {
    const query = question(field.value)
    tell("")
    if (!query) return open(false)
    awaited += 1
    const mine = awaited
    const last = (/** @type {import("./client.js").Answer} */ answer) => mine === awaited && show(answer)
    search(query, MOST, MOST, last, () => {
      open(false)
      tell(FAILED)
    })
  }

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
      leave()
    }
  })
  form.addEventListener("focusout", event => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) open(false)
  })
  // A press on the list must not take the keyboard away from the field before the link is followed.
  list.addEventListener("mousedown", event => event.preventDefault())
  list.addEventListener("click", () => open(false))

  prepare()
  // What was typed while this was fetched.
  if (field.value && document.activeElement === field) ask()
}

// Find what helps: every choice narrows what fits. The address holds the choices, so that they can be sent and taken back.
import { element, every, one } from "../dom.js"

/**
 * A guide as `find.json` has it: what it answers to of each question, and under other names what one compares.
 *
 * @typedef {{
 *   id: string, kind: string, title: string, summary: string, path: string, checklist: string, carries: Record<string, string[]>,
 * } & Record<string, any>} Candidate
 */
/** @typedef {{ value: string, label: string, box: HTMLInputElement, count: HTMLElement }} Choice */

// The page lies one folder below the site's root, and so do all its links begin.
/** @param {string} path */
const link = path => `../${path}`
const place = one("#find", HTMLElement)
const counter = one(".find-taeller", HTMLElement, place)
const status = one("[role=status]", HTMLElement, counter)
const picked = one("ul", HTMLElement, counter)
const answers = one(".find-svar ul", HTMLElement, place)
const beside = one(".find-sammenlign", HTMLElement, place)
// The theme's, which nobody sees.
const heard = document.querySelector("#sagt")
const MOST = 4

// Without the data the choices stay links.
/** @type {{ candidates: Candidate[], rows: [string, string][] }} */
const { candidates, rows } = await fetch(new URL("find.json", import.meta.url))
  .then(answer => answer.json())
  .catch(error => {
    document.documentElement.classList.remove("levende")
    throw error
  })
const questions = every("details", HTMLDetailsElement, place).map(details => {
  const name = details.dataset.name ?? ""
  return { name, details, choices: every("li", HTMLElement, details).map(item => choice(name, item)) }
})
const labels = new Map(questions.flatMap(({ name, choices }) => choices.map(({ value, label }) => [`${name} ${value}`, label])))

// The choices, "udfordringer utryghed" each, in the order they were made; and the ids of what is compared.
/** @type {string[]} */
let chosen = []
/** @type {string[]} */
let compared = []

/**
 * A choice of the question that has the name, which a box makes.
 *
 * @param {string} name
 * @param {HTMLElement} item
 * @returns {Choice}
 */
function choice(name, item) {
  const value = item.dataset.value ?? ""
  const box = one("input", HTMLInputElement, item)
  const count = one(".find-tal", HTMLElement, item)
  box.addEventListener("change", () =>
    change(box.checked ? [...chosen, `${name} ${value}`] : chosen.filter(other => other !== `${name} ${value}`)),
  )
  return { value, label: count.previousElementSibling?.textContent ?? "", box, count }
}

function read() {
  const asked = new URL(location.href).searchParams
  chosen = questions
    .flatMap(({ name }) => (asked.get(name) ?? "").split(",").map(value => `${name} ${value}`))
    .filter(made => labels.has(made))
  compared = [...new Set((asked.get("sammenlign") ?? "").split(","))]
    .filter(id => candidates.some(candidate => candidate.id === id))
    .slice(0, MOST)
  show()
}

/**
 * @param {string[]} choices
 * @param {string[]} others
 */
function change(choices, others = compared) {
  chosen = choices
  compared = others
  const here = new URL(location.href)
  /**
   * @param {string} name
   * @param {string[]} values
   */
  const put = (name, values) => (values.length ? here.searchParams.set(name, values.join(",")) : here.searchParams.delete(name))
  for (const { name } of questions) {
    const made = chosen.filter(made => made.startsWith(`${name} `))
    put(
      name,
      made.map(made => made.split(" ")[1]),
    )
  }
  put("sammenlign", compared)
  history.pushState(null, "", here.href.replaceAll("%2C", ","))
  show()
}

/**
 * The guides that fit every choice.
 *
 * @param {string[]} choices
 */
const fitting = choices =>
  candidates.filter(({ carries }) =>
    choices.every(made => {
      const [name, value] = made.split(" ")
      return carries[name].includes(value)
    }),
  )

function show() {
  const fit = fitting(chosen)
  for (const { name, choices } of questions) {
    for (const { value, box, count } of choices) {
      const made = `${name} ${value}`
      const left = fitting([...new Set([...chosen, made])]).length
      box.checked = chosen.includes(made)
      box.disabled = left === 0
      count.textContent = left ? `(${left})` : "(ingen passer)"
    }
  }
  const text = chosen.length
    ? `${fit.length} af ${candidates.length} guider passer til dine valg.`
    : `Vælg det, der passer. Du kan vælge mellem ${candidates.length} ${candidates.length === 1 ? "guide" : "guider"}.`
  if (status.textContent !== text) status.textContent = text
  picked.replaceChildren(...chosen.map(made => element("li", {}, remover(made))))
  if (chosen.length > 1) {
    const all = button("Fjern alle", "Fjern alle valg", () => change([]), ".find-valg input")
    picked.append(element("li", { class: "find-alle" }, all))
  }
  answers.replaceChildren(...fit.map(result))
  compare()
}

/**
 * The button that takes a choice back.
 *
 * @param {string} made
 */
function remover(made) {
  const label = labels.get(made) ?? ""
  const remove = () => change(chosen.filter(other => other !== made))
  return button(label, `Fjern ${label}`, remove, ".find-valgt button, .find-valg input")
}

/**
 * A button that is gone when it has been pressed: the keyboard goes on to `next`.
 *
 * @param {string} text
 * @param {string} name
 * @param {() => void} press
 * @param {string} next
 */
function button(text, name, press, next) {
  const made = element("button", { type: "button", "aria-label": name }, text)
  made.addEventListener("click", () => {
    press()
    every(next, HTMLElement, place).at(0)?.focus()
  })
  return made
}

/** @param {Candidate} candidate */
function result(candidate) {
  const { id, title, kind, summary, path, checklist } = candidate
  const reasons = chosen.map(made => labels.get(made)).join(" · ")
  const box = element("input", { type: "checkbox", autocomplete: "off", "aria-label": `Sammenlign ${title}`, "data-id": id })
  box.checked = compared.includes(id)
  box.disabled = !box.checked && compared.length >= MOST
  box.addEventListener("change", () => {
    change(chosen, box.checked ? [...compared, id] : compared.filter(other => other !== id))
    tellCompared()
    every(`input[data-id="${id}"]`, HTMLElement, answers).at(0)?.focus()
  })
  return element(
    "li",
    {},
    element("h3", {}, element("a", { href: link(path) }, title), element("small", {}, ` ${kind}`)),
    ...(reasons ? [element("p", { class: "find-grund" }, `Passer, fordi: ${reasons}`)] : []),
    element("p", {}, summary),
    element(
      "p",
      { class: "find-links" },
      element("a", { href: link(checklist), "aria-label": `Tjekliste: ${title}` }, "Tjekliste"),
      element("a", { href: `../plan/?valg=${id}`, "aria-label": `Læg i min plan: ${title}` }, "Læg i min plan"),
      element("label", {}, box, " Sammenlign"),
    ),
  )
}

const comparedGuides = () => compared.flatMap(id => candidates.find(candidate => candidate.id === id) ?? [])

// Two to four guides side by side, a row for each thing one compares.
function compare() {
  const shown = comparedGuides()
  beside.hidden = shown.length < 2
  if (beside.hidden) return
  const heads = shown.map(({ title, path }) => element("th", { scope: "col" }, element("a", { href: link(path) }, title)))
  const body = rows.map(([name, key]) =>
    element("tr", {}, element("th", { scope: "row" }, name), ...shown.map(guide => element("td", {}, cell(guide[key])))),
  )
  const table = element(
    "table",
    { "aria-labelledby": "find-sammenlign" },
    element("thead", {}, element("tr", {}, element("td"), ...heads)),
    element("tbody", {}, ...body),
  )
  one(".find-tabel", HTMLElement, beside).replaceChildren(table)
}

// What stands in the table below, for whoever does not see it come.
function tellCompared() {
  if (!heard) return
  const titles = comparedGuides().map(({ title }) => title)
  if (titles.length > 1) heard.textContent = `${titles.length} står side om side nederst på siden: ${titles.join(", ")}.`
  else if (titles.length) heard.textContent = `${titles[0]} er valgt. Vælg en mere, så står de side om side.`
  else heard.textContent = "Intet er valgt til at stå side om side."
}

/** @param {string[]} texts */
const cell = texts =>
  texts.length ? element("ul", {}, ...texts.map(text => element("li", {}, text))) : "Inspirationskataloget siger intet om det"

document.documentElement.classList.add("levende")
one("button", HTMLElement, beside).addEventListener("click", () => {
  try {
    print()
  } catch {
    status.textContent = "Browseren kan ikke printe."
  }
})
addEventListener("popstate", read)
read()
for (const { name, details } of questions) if (chosen.some(made => made.startsWith(`${name} `))) details.open = true

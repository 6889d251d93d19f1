// Find what helps: every choice moves the guides that carry it up. The address holds the choices, so that they can be sent and
// taken back.
import { element, every, one } from "../dom.js"
import { _, plural } from "../words.js"
import { rank, summary } from "./rank.js"

/** @typedef {{ name: string, value: string, label: string, box: HTMLInputElement }} Choice */
/** @typedef {[id: string, title: string, carries: number[]]} Guide the choices it carries, by their place on the page */
/**
 * What is said of a guide that is shown.
 *
 * @typedef {{
 *   kind: string, summary: string, path: string, checklist: string, steps: number, roles: number, times: string[], tried: string[],
 * }} Said
 */

// The page lies one folder below the site's root, and so do all its links begin.
/** @param {string} path */
const link = path => `../${path}`
const place = one("#find", HTMLElement)
const bar = one(".find-bjaelke", HTMLElement, place)
const status = one("[role=status]", HTMLElement, bar)
const beside = one(".find-side", HTMLElement, bar)
const picked = one(".find-valgt", HTMLElement, place)
const answers = one(".find-svar ol", HTMLElement, place)
const more = one(".find-flere button", HTMLButtonElement, place)
// The theme's, which nobody sees.
const heard = document.querySelector("#sagt")
const MOST = 4
const AT_ONCE = 10

// Without the data the choices stay links.
/** @type {{ part: number, guides: Guide[] }} */
const { part, guides } = await fetch(new URL("find.json", import.meta.url))
  .then(answer => answer.json())
  .catch(error => {
    document.documentElement.classList.remove("levende")
    throw error
  })
const carries = guides.map(([, , carried]) => carried)
const questions = every("details", HTMLDetailsElement, place)
const choices = questions.flatMap(details =>
  every("li", HTMLElement, details).map(item => choice(details.dataset.name ?? "", item)),
)

// The choices by their place on the page, in the order they were made; and the ids of what is compared.
/** @type {number[]} */
let chosen = []
/** @type {string[]} */
let compared = []
let shown = 0
let latest = 0

/**
 * @param {string} name of its question
 * @param {HTMLElement} item
 * @returns {Choice}
 */
function choice(name, item) {
  const box = one("input", HTMLInputElement, item)
  const label = one(".find-tal", HTMLElement, item).previousElementSibling?.textContent ?? ""
  box.addEventListener("change", () => {
    const here = choices.findIndex(other => other.box === box)
    change(box.checked ? [...chosen, here] : chosen.filter(other => other !== here))
  })
  return { name, value: item.dataset.value ?? "", label, box }
}

function read() {
  const asked = new URL(location.href).searchParams
  const places = new Map(choices.map(({ name, value }, place) => [`${name} ${value}`, place]))
  chosen = questions.flatMap(({ dataset: { name = "" } }) =>
    (asked.get(name) ?? "").split(",").flatMap(value => places.get(`${name} ${value}`) ?? []),
  )
  compared = [...new Set((asked.get("sammenlign") ?? "").split(","))]
    .filter(id => guides.some(([known]) => known === id))
    .slice(0, MOST)
  show()
}

/** @param {number[]} made */
function change(made) {
  chosen = made
  keep()
  show()
}

// The choices and what is compared stand in the address.
function keep() {
  const here = new URL(location.href)
  /**
   * @param {string} name
   * @param {string[]} values
   */
  const put = (name, values) => (values.length ? here.searchParams.set(name, values.join(",")) : here.searchParams.delete(name))
  for (const { dataset } of questions) {
    const of = chosen.map(place => choices[place]).filter(({ name }) => name === dataset.name)
    put(
      dataset.name ?? "",
      of.map(({ value }) => value),
    )
  }
  put("sammenlign", compared)
  history.pushState(null, "", here.href.replaceAll("%2C", ","))
}

function show() {
  const ranked = rank(carries, chosen)
  for (const [place, { box }] of choices.entries()) box.checked = chosen.includes(place)
  say(summary(ranked, chosen.length))
  picked.replaceChildren(...chosen.map(place => element("li", {}, remover(place))))
  if (chosen.length > 1)
    picked.append(
      element(
        "li",
        { class: "find-alle" },
        button(_("Fjern alle"), _("Fjern alle valg"), () => change([])),
      ),
    )
  shown = 0
  const fitting = chosen.length ? ranked.filter(({ fits }) => fits.length).length : ranked.length
  add(ranked, Math.min(fitting, AT_ONCE))
  showCompared()
}

/** @param {string} text */
function say(text) {
  if (status.textContent !== text) status.textContent = text
}

// What is said of the guides of each part that has been asked for.
/** @type {Map<number, Promise<Said[]>>} */
const parts = new Map()

/**
 * What is said of a guide. Where it did not come, it is asked for again next time.
 *
 * @param {number} place
 */
async function said(place) {
  const number = Math.floor(place / part)
  const asked = parts.get(number) ?? fetch(new URL(`guider/${number}.json`, import.meta.url)).then(answer => answer.json())
  parts.set(number, asked)
  try {
    return (await asked)[place % part]
  } catch {
    parts.delete(number)
  }
}

/**
 * Shows the next guides of an order, so many of them, and tells the first.
 *
 * @param {import("./rank.js").Ranked[]} ranked
 * @param {number} count
 */
async function add(ranked, count) {
  const now = ++latest
  const next = ranked.slice(shown, shown + count)
  const texts = await Promise.all(next.map(({ place }) => said(place)))
  // Only the newest order is shown, whichever comes first.
  if (now !== latest) return
  const items = next.map((guide, at) => result(guide, texts[at]))
  if (shown) answers.append(...items)
  else answers.replaceChildren(...items)
  shown += items.length
  const left = ranked.length - shown
  more.hidden = !left
  more.textContent = left > AT_ONCE ? _("Vis {n} flere", { n: AT_ONCE }) : plural("Vis den sidste", "Vis de {n} andre", left)
  more.onclick = async () => {
    const first = await add(ranked, AT_ONCE)
    if (first) one("h3", HTMLElement, first).focus()
  }
  return items.at(0)
}

/**
 * The button that takes a choice back.
 *
 * @param {number} place
 */
function remover(place) {
  const { label } = choices[place]
  return button(label, _("Fjern {titel}", { titel: label }), () => change(chosen.filter(other => other !== place)))
}

/**
 * A button that is gone when it has been pressed: the keyboard goes on to the next, or to the answers.
 *
 * @param {string} text
 * @param {string} name
 * @param {() => void} press
 */
function button(text, name, press) {
  const made = element("button", { type: "button", "aria-label": name }, text)
  made.addEventListener("click", () => {
    press()
    one(".find-valgt button, #find-svar", HTMLElement, place).focus()
  })
  return made
}

/**
 * A guide as one of the answers. Where what is said of it did not come, its title stands alone.
 *
 * @param {import("./rank.js").Ranked} ranked
 * @param {Said | undefined} text
 */
function result({ place, fits }, text) {
  const [id, title] = guides[place]
  if (!text)
    return element(
      "li",
      {},
      element("h3", { tabindex: -1 }, title),
      element("p", {}, _("Resten kunne ikke hentes. Prøv igen om lidt.")),
    )
  return element(
    "li",
    fits.length && fits.length === chosen.length ? { class: "find-alt" } : {},
    element("h3", { tabindex: -1 }, element("a", { href: link(text.path) }, title), element("small", {}, ` ${text.kind}`)),
    ...reasons(fits),
    element("p", {}, text.summary),
    element("ul", { class: "find-fakta" }, ...facts(text).map(fact => element("li", {}, fact))),
    element(
      "p",
      { class: "find-links" },
      element("a", { href: link(text.checklist), "aria-label": _("Tjekliste: {titel}", { titel: title }) }, _("Tjekliste")),
      element(
        "a",
        { href: `../plan/?valg=${id}`, "aria-label": _("Læg i min plan: {titel}", { titel: title }) },
        _("Læg i min plan"),
      ),
      element("label", {}, picker(id, title), ` ${_("Sammenlign")}`),
    ),
  )
}

/**
 * Why a guide stands where it stands: what it carries of the choices, and what it lacks.
 *
 * @param {number[]} fits
 */
function reasons(fits) {
  if (!chosen.length) return []
  const labels = /** @param {number[]} places */ places => places.map(place => choices[place].label).join(" · ")
  const lacks = chosen.filter(place => !fits.includes(place))
  const doors = chosen.map((_choice, at) => element("i", at < fits.length ? { class: "fyldt" } : {}))
  return [
    element(
      "p",
      { class: "find-grund" },
      element("span", { class: "find-doere", "aria-hidden": "true" }, ...doors),
      " ",
      element(
        "strong",
        {},
        chosen.length > 1
          ? _("Passer på {antal} af jeres {alle}", { antal: fits.length, alle: chosen.length })
          : fits.length
            ? _("Passer på jeres valg")
            : _("Passer ikke på jeres valg"),
      ),
      fits.length ? `: ${labels(fits)}` : "",
    ),
    ...(lacks.length ? [element("p", { class: "find-mangler" }, _("Mangler: {valg}", { valg: labels(lacks) }))] : []),
  ]
}

/** @param {Said} text */
function facts({ steps, roles, times, tried }) {
  return [
    plural("{n} trin", "{n} trin", steps),
    ...(roles ? [plural("{n} rolle er altid med", "{n} roller er altid med", roles)] : []),
    ...(tried.length ? [_("Prøvet i {steder}", { steder: tried.join(", ") })] : []),
    ...times,
  ]
}

/**
 * The box that puts a guide among those compared.
 *
 * @param {string} id
 * @param {string} title
 */
function picker(id, title) {
  const box = element("input", {
    type: "checkbox",
    autocomplete: "off",
    "aria-label": _("Sammenlign {titel}", { titel: title }),
    value: id,
  })
  box.checked = compared.includes(id)
  box.addEventListener("change", () => {
    if (box.checked && compared.length === MOST) {
      box.checked = false
      say(_("I kan sammenligne {n} ad gangen. Fravælg en, før I vælger {titel}.", { n: MOST, titel: title }))
      return
    }
    compared = box.checked ? [...compared, id] : compared.filter(other => other !== id)
    keep()
    showCompared()
    tellCompared()
  })
  return box
}

const titles = () => compared.map(id => guides.find(([known]) => known === id)?.[1] ?? "")

// What is compared stands in the bar, and the way to the page where it stands side by side.
function showCompared() {
  beside.hidden = !compared.length
  one("span", HTMLElement, beside).textContent = _("{n} valgt", { n: compared.length })
  one(".find-navne", HTMLElement, beside).textContent = `: ${titles().join(", ")}`
  const way = one("a", HTMLAnchorElement, beside)
  way.hidden = compared.length < 2
  way.textContent = _("Sammenlign {n}", { n: compared.length })
  way.search = location.search
  // What is in the plan already stays in it.
  const planned = (new URL(location.href).searchParams.get("valg") ?? "").split(",").filter(Boolean)
  const plan = one(".find-plan", HTMLAnchorElement, beside)
  plan.dataset.valg = compared.join()
  plan.search = `?valg=${[...new Set([...planned, ...compared])].join()}`
  plan.textContent = compared.length > 1 ? _("Læg {n} i min plan", { n: compared.length }) : _("Læg i min plan")
}

// For whoever does not see the bar.
function tellCompared() {
  if (!heard) return
  if (compared.length > 1)
    heard.textContent = _("{n} er valgt: {titler}. Knappen Sammenlign står nederst på siden.", {
      n: compared.length,
      titler: titles().join(", "),
    })
  else if (compared.length)
    heard.textContent = _("{titel} er valgt. Vælg en mere, så kan I sammenligne dem.", { titel: titles()[0] })
  else heard.textContent = _("Ingen er valgt til sammenligning.")
}

one("button", HTMLElement, beside).addEventListener("click", () => {
  compared = []
  for (const box of every("input", HTMLInputElement, answers)) box.checked = false
  keep()
  showCompared()
  tellCompared()
  one("#find-svar", HTMLElement).focus()
})
document.documentElement.classList.add("levende")
addEventListener("popstate", read)
read()
for (const details of questions) if (chosen.some(place => choices[place].name === details.dataset.name)) details.open = true

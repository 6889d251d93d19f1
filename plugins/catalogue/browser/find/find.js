// Find what helps: every choice narrows what fits. The address holds the choices, so that they can be sent and taken back.
// The page lies one folder below the site's root, and so do all its links begin.
const link = path => `../${path}`
const place = document.querySelector("#find")
const [counter, , answer, beside] = place.children
const status = counter.querySelector("[role=status]")
// The theme's, which nobody sees.
const heard = document.querySelector("#sagt")
const MOST = 4

// Without the data the choices stay links.
const { candidates, rows } = await fetch(new URL("find.json", import.meta.url))
  .then(answer => answer.json())
  .catch(error => {
    document.documentElement.classList.remove("levende")
    throw error
  })
const questions = [...place.querySelectorAll("details")].map(question => ({
  name: question.dataset.name,
  element: question,
  choices: [...question.querySelectorAll("li")].map(item => choice(question.dataset.name, item)),
}))
const labels = new Map(questions.flatMap(({ name, choices }) => choices.map(({ value, label }) => [`${name} ${value}`, label])))

// The choices, "udfordringer utryghed" each, in the order they were made; and the ids of what is compared.
let chosen = []
let compared = []

function choice(name, item) {
  const value = item.dataset.value
  const box = item.querySelector("input")
  const count = item.querySelector(".find-tal")
  box.addEventListener("change", () =>
    change(box.checked ? [...chosen, `${name} ${value}`] : chosen.filter(one => one !== `${name} ${value}`)),
  )
  return { value, label: count.previousElementSibling.textContent, box, count }
}

function read() {
  const asked = new URL(location.href).searchParams
  chosen = questions
    .flatMap(({ name }) => (asked.get(name) ?? "").split(",").map(value => `${name} ${value}`))
    .filter(one => labels.has(one))
  compared = [...new Set((asked.get("sammenlign") ?? "").split(","))]
    .filter(id => candidates.some(candidate => candidate.id === id))
    .slice(0, MOST)
  show()
}

function change(choices, others = compared) {
  chosen = choices
  compared = others
  const here = new URL(location.href)
  const put = (name, values) => (values.length ? here.searchParams.set(name, values.join(",")) : here.searchParams.delete(name))
  for (const { name } of questions)
    put(
      name,
      chosen.filter(one => one.startsWith(`${name} `)).map(one => one.split(" ")[1]),
    )
  put("sammenlign", compared)
  history.pushState(null, "", here.href.replaceAll("%2C", ","))
  show()
}

const carries = (candidate, one) => candidate.carries[one.split(" ")[0]].includes(one.split(" ")[1])
const fitting = choices => candidates.filter(candidate => choices.every(one => carries(candidate, one)))

function show() {
  const fit = fitting(chosen)
  for (const { name, choices } of questions) {
    for (const { value, box, count } of choices) {
      const one = `${name} ${value}`
      const left = fitting([...new Set([...chosen, one])]).length
      box.checked = chosen.includes(one)
      box.disabled = left === 0
      count.textContent = left ? `(${left})` : "(ingen passer)"
    }
  }
  const text = chosen.length
    ? `${fit.length} af ${candidates.length} guider passer til dine valg.`
    : `Vælg det, der passer. Du kan vælge mellem ${candidates.length} ${candidates.length === 1 ? "guide" : "guider"}.`
  if (status.textContent !== text) status.textContent = text
  counter.querySelector("ul").replaceChildren(
    ...chosen.map(one =>
      make(
        "li",
        {},
        button(
          labels.get(one),
          `Fjern ${labels.get(one)}`,
          () => change(chosen.filter(other => other !== one)),
          ".find-valgt button, .find-valg input",
        ),
      ),
    ),
  )
  if (chosen.length > 1)
    counter.querySelector("ul").append(
      make(
        "li",
        { class: "find-alle" },
        button("Fjern alle", "Fjern alle valg", () => change([]), ".find-valg input"),
      ),
    )
  answer.querySelector("ul").replaceChildren(...fit.map(result))
  compare()
}

// A button that is gone when it has been pressed: the keyboard goes on to `next`.
function button(text, name, press, next) {
  const made = make("button", { type: "button", "aria-label": name }, text)
  made.addEventListener("click", () => {
    press()
    place.querySelector(next)?.focus()
  })
  return made
}

function result(candidate) {
  const reasons = chosen.map(one => labels.get(one)).join(" · ")
  const box = make("input", {
    type: "checkbox",
    autocomplete: "off",
    "aria-label": `Sammenlign ${candidate.title}`,
    "data-id": candidate.id,
  })
  box.checked = compared.includes(candidate.id)
  box.disabled = !box.checked && compared.length >= MOST
  box.addEventListener("change", () => {
    change(chosen, box.checked ? [...compared, candidate.id] : compared.filter(id => id !== candidate.id))
    tellCompared()
    answer.querySelector(`input[data-id="${candidate.id}"]`)?.focus()
  })
  return make(
    "li",
    {},
    make("h3", {}, make("a", { href: link(candidate.path) }, candidate.title), make("small", {}, ` ${candidate.kind}`)),
    ...(reasons ? [make("p", { class: "find-grund" }, `Passer, fordi: ${reasons}`)] : []),
    make("p", {}, candidate.summary),
    make(
      "p",
      { class: "find-links" },
      make("a", { href: link(candidate.checklist), "aria-label": `Tjekliste: ${candidate.title}` }, "Tjekliste"),
      make("a", { href: `../plan/?valg=${candidate.id}`, "aria-label": `Læg i min plan: ${candidate.title}` }, "Læg i min plan"),
      make("label", {}, box, " Sammenlign"),
    ),
  )
}

// Two to four guides side by side, a row for each thing one compares.
function compare() {
  const shown = compared.map(id => candidates.find(candidate => candidate.id === id))
  beside.hidden = shown.length < 2
  if (beside.hidden) return
  const head = make(
    "thead",
    {},
    make(
      "tr",
      {},
      make("td", {}),
      ...shown.map(({ title, path }) => make("th", { scope: "col" }, make("a", { href: link(path) }, title))),
    ),
  )
  const body = make(
    "tbody",
    {},
    ...rows.map(([name, key]) =>
      make("tr", {}, make("th", { scope: "row" }, name), ...shown.map(candidate => make("td", {}, cell(candidate[key])))),
    ),
  )
  beside.querySelector(".find-tabel").replaceChildren(make("table", { "aria-labelledby": "find-sammenlign" }, head, body))
}

// What stands in the table below, for whoever does not see it come.
function tellCompared() {
  const titles = compared.map(id => candidates.find(candidate => candidate.id === id).title)
  if (heard)
    heard.textContent =
      titles.length > 1
        ? `${titles.length} står side om side nederst på siden: ${titles.join(", ")}.`
        : titles.length
          ? `${titles[0]} er valgt. Vælg en mere, så står de side om side.`
          : "Intet er valgt til at stå side om side."
}

const cell = texts =>
  texts.length ? make("ul", {}, ...texts.map(text => make("li", {}, text))) : "Inspirationskataloget siger intet om det"

function make(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

document.documentElement.classList.add("levende")
beside.querySelector("button").addEventListener("click", () => {
  try {
    print()
  } catch {
    status.textContent = "Browseren kan ikke printe."
  }
})
addEventListener("popstate", read)
read()
for (const { name, element } of questions) if (chosen.some(one => one.startsWith(`${name} `))) element.open = true

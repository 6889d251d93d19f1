/* One action plan of the guides in the address. Nothing is stored: the address is the plan. */

const main = document.getElementById("plan")
const target = document.getElementById("samlet")
const boxes = [...document.querySelectorAll("input[name=valg]")]
const PHASES = { foer: "Før", under: "Undervejs", efter: "Bagefter" }
const KINDS = { indsats: "Indsats", metode: "Metode" }

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** The ids in the address, each once, in its order: a guide of each that there is, and how many there are not. */
function chosen(all) {
  const ids = [
    ...new Set(
      (new URLSearchParams(location.search).get("valg") ?? "")
        .split(",")
        .map(id => id.trim())
        .filter(Boolean),
    ),
  ]
  const guides = ids.map(id => all.find(guide => guide.id === id)).filter(Boolean)
  return { guides, unknown: ids.length - guides.length }
}

/** What names these guides in an address, and nothing else: whatever somebody has written into this one goes no further. */
const query = guides => (guides.length ? `?valg=${guides.map(guide => guide.id).join(",")}` : "")

function table(name, headings, rows) {
  return element(
    "table",
    {},
    element("caption", { textContent: name }),
    element(
      "thead",
      {},
      element("tr", {}, ...headings.map(([text, className]) => element("th", { scope: "col", className, textContent: text }))),
    ),
    element(
      "tbody",
      {},
      ...rows.map(([first, ...cells]) =>
        element(
          "tr",
          {},
          element("th", { scope: "row", className: "action" }, first),
          ...cells.map(cell => element("td", {}, cell)),
        ),
      ),
    ),
  )
}

const suggested = item => (item.editorial ? "Redaktionens forslag" : null)

function steps(guides, phase) {
  const rows = guides.flatMap(guide =>
    (guide.phases[phase] ?? []).map(step => [
      element(
        "label",
        {},
        element("input", { type: "checkbox", autocomplete: "off" }),
        element(
          "span",
          {},
          step.action,
          element("small", {
            textContent: [step.skippable && "hvis I vil", step.meeting, step.occasion, guide.title, step.role, suggested(step)]
              .filter(Boolean)
              .join(" · "),
          }),
        ),
      ),
      "",
      "",
    ]),
  )
  return rows.length
    ? [
        table(
          PHASES[phase],
          [
            ["Handling", "action"],
            ["Hvem", ""],
            ["Hvornår", ""],
          ],
          rows,
        ),
      ]
    : []
}

/** What each role has to do, role by role: "guide: task", or "guide (fx): task" where it is not always part of it. */
function roles(guides) {
  const tasks = new Map()
  for (const guide of guides)
    for (const { role, task, presence } of guide.tasks) {
      tasks.set(role, [...(tasks.get(role) ?? []), `${guide.title}${presence === "altid" ? "" : ` (${presence})`}: ${task}`])
    }
  return table(
    "Roller og opgaver",
    [
      ["Rolle", "kort"],
      ["Opgave", "lang"],
    ],
    [...tasks].map(([role, lines]) => [role, element("ul", {}, ...lines.map(line => element("li", { textContent: line })))]),
  )
}

/** From each challenge to the guides that answer it, and the resources they use. */
function couplings(guides) {
  const challenges = [...new Set(guides.flatMap(guide => guide.challenges))]
  return table(
    "Fra udfordring til ressource",
    [
      ["Udfordring", "kort"],
      ["Det gør vi", ""],
      ["Ressourcer, vi bruger", "lang"],
    ],
    challenges.map(challenge => {
      const answers = guides.filter(guide => guide.challenges.includes(challenge))
      return [
        challenge,
        answers.map(guide => guide.title).join(", "),
        [...new Set(answers.flatMap(guide => guide.resources))].join(", "),
      ]
    }),
  )
}

function list(heading, guides, field) {
  const with_any = guides.filter(guide => guide[field].length)
  return with_any.length
    ? [
        element(
          "section",
          { className: "liste" },
          element("h2", { textContent: heading }),
          element(
            "ul",
            {},
            ...with_any.flatMap(guide =>
              guide[field].map(item =>
                element(
                  "li",
                  {},
                  item.text,
                  element("small", { textContent: ["", guide.title, suggested(item)].filter(part => part !== null).join(" · ") }),
                ),
              ),
            ),
          ),
        ),
      ]
    : []
}

function show(all) {
  const { guides, unknown } = chosen(all)
  for (const box of boxes) box.checked = guides.some(guide => guide.id === box.value)
  // Whoever goes back into the catalogue to choose more takes the choice along.
  for (const link of document.querySelectorAll("nav a")) link.search = query(guides)
  const note = document.getElementById("ukendt")
  note.hidden = !unknown
  // Their names are not repeated: whoever sends a link could write anything there.
  note.textContent = unknown
    ? `Adressen nævner ${unknown === 1 ? "en guide" : `${unknown} guider`}, der ikke er i kataloget. ${unknown === 1 ? "Den" : "De"} er ikke med i planen.`
    : ""
  document.getElementById("print").hidden = !guides.length
  target.replaceChildren()
  if (!guides.length) return
  target.append(
    element("h2", { className: "titel", textContent: "Handleplan" }),
    element("p", { className: "place", textContent: place + query(guides) }),
    element(
      "dl",
      { className: "blanks" },
      ...["Sted", "Periode", "Ansvarlig"].map(name => element("div", {}, element("dt", { textContent: name }), element("dd"))),
    ),
    element(
      "ul",
      { className: "guider" },
      ...guides.map(guide =>
        element(
          "li",
          {},
          `${KINDS[guide.noun]}: `,
          element("a", { href: main.dataset.rod + guide.guide.slice(1) + query(guides), textContent: guide.title }),
          ` (${guide.id}, version ${guide.version}, gennemgået ${guide.reviewed} af ${guide.reviewer})`,
        ),
      ),
    ),
    ...Object.keys(PHASES).flatMap(phase => steps(guides, phase)),
    roles(guides),
    couplings(guides),
    ...list("Det skal I have med", guides, "materials"),
    ...list("Pas på", guides, "care"),
  )
}

// The page's own address, as the site has it.
const place = document.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname
const say = text => {
  document.getElementById("besked").textContent = text
}

try {
  const answer = await fetch(main.dataset.data)
  if (!answer.ok) throw new Error(String(answer.status))
  const { guides } = await answer.json()
  document.documentElement.classList.add("levende")
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const kept = chosen(guides).guides.filter(guide => guide.id !== box.value)
      history.pushState(
        null,
        "",
        query(box.checked ? [...kept, guides.find(guide => guide.id === box.value)] : kept) || location.pathname,
      )
      show(guides)
      const count = boxes.filter(one => one.checked).length
      say(`${count} ${count === 1 ? "guide" : "guider"} i planen.`)
    })
  }
  addEventListener("popstate", () => show(guides))
  document.querySelector("#print button").addEventListener("click", () => {
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
